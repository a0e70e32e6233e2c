/// Where the province's server is: `https://host:port`, nothing behind it.
public struct ServerAddress: Hashable, Sendable, CustomStringConvertible {
  /// A name, or an address of four numbers.
  public var host: String
  public var port: Int

  public init(host: String, port: Int) {
    self.host = host
    self.port = port
  }

  /// Nil for anything but `https://host` and `https://host:port`; without a port it is 443.
  public init?(_ text: String) {
    guard text.hasPrefix("https://") else { return nil }
    var rest = text.dropFirst("https://".count)
    if rest.hasSuffix("/") { rest = rest.dropLast() }
    let parts = rest.split(separator: ":", omittingEmptySubsequences: false)
    guard let host = parts.first, (1...253).contains(host.utf8.count), parts.count <= 2,
      host.allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "." || $0 == "-") })
    else { return nil }
    guard let port = parts.count == 2 ? Int(parts[1]) : 443, (1...65_535).contains(port) else { return nil }
    self.init(host: host.lowercased(), port: port)
  }

  public var description: String { "https://\(host):\(port)" }

  /// The four bytes when `host` is an address; nil for a name.
  var addressBytes: [UInt8]? {
    let parts = host.split(separator: ".", omittingEmptySubsequences: false).map { UInt8($0) }
    guard parts.count == 4 else { return nil }
    let bytes = parts.compactMap { $0 }
    return bytes.count == 4 ? bytes : nil
  }
}
