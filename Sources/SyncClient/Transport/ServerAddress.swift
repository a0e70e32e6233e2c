import SyncProtocol

/// The address of the province's server: `https://host:port`, without a path.
public struct ServerAddress: Hashable, Sendable, CustomStringConvertible {
  /// A name or an IP address (`10.0.0.7`, `fd00::7`).
  public var host: String
  public var port: Int

  public init(host: String, port: Int) {
    self.host = host
    self.port = port
  }

  /// Parses `https://host` and `https://host:port`; nil for anything else. The default port is 443. An address with
  /// colons has to be in brackets.
  public init?(_ text: String) {
    guard text.hasPrefix("https://") else { return nil }
    var rest = text.dropFirst("https://".count)
    if rest.hasSuffix("/") { rest = rest.dropLast() }
    let host: Substring
    if rest.hasPrefix("["), let end = rest.firstIndex(of: "]") {
      host = rest[rest.index(after: rest.startIndex)..<end]
      rest = rest[rest.index(after: end)...]
      guard host.contains(":"), SyncProtocol.addressBytes(ofHost: String(host)) != nil else { return nil }
    } else {
      host = rest.prefix { $0 != ":" }
      rest = rest.dropFirst(host.count)
      guard (1...253).contains(host.utf8.count),
        host.allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "." || $0 == "-") })
      else { return nil }
    }
    guard rest.isEmpty || rest.hasPrefix(":"), let port = rest.isEmpty ? 443 : Int(rest.dropFirst()),
      (1...65_535).contains(port)
    else { return nil }
    self.init(host: host.lowercased(), port: port)
  }

  public var description: String { "https://\(authority):\(port)" }

  /// The host as it is written in a URL and in the header `host`.
  var authority: String { host.contains(":") ? "[\(host)]" : host }

  /// The bytes of an IP address; nil for a name.
  var addressBytes: [UInt8]? { SyncProtocol.addressBytes(ofHost: host) }
}
