import CCups

/// Where a printer is that can be asked by IPP.
struct DeviceAddress {
  var host: String
  var port: Int32
  var resource: String
  var encryption: http_encryption_t
  /// Without name, password and options.
  var address: String

  /// Nil for one on a cable, and for one whose address has to be searched in the network.
  init?(_ uri: String) {
    var (scheme, user) = ([CChar](repeating: 0, count: 32), [CChar](repeating: 0, count: 256))
    var (host, resource) = ([CChar](repeating: 0, count: 256), [CChar](repeating: 0, count: 1024))
    var port: Int32 = 0
    let status = httpSeparateURI(
      HTTP_URI_CODING_ALL, uri, &scheme, Int32(scheme.count), &user, Int32(user.count), &host, Int32(host.count), &port,
      &resource, Int32(resource.count))
    guard status == HTTP_URI_STATUS_OK else { return nil }
    let name = Self.text(scheme)
    guard ["ipp", "ipps", "http", "https"].contains(name) else { return nil }
    self.host = Self.text(host)
    // The name of a service in the network is no address.
    guard !self.host.isEmpty, !self.host.contains("._tcp") else { return nil }
    self.port = port
    self.resource = String(Self.text(resource).prefix { $0 != "?" })
    encryption = name == "ipps" || name == "https" ? HTTP_ENCRYPTION_ALWAYS : HTTP_ENCRYPTION_IF_REQUESTED
    var whole = [CChar](repeating: 0, count: 2048)
    let made = httpAssembleURI(
      HTTP_URI_CODING_ALL, &whole, Int32(whole.count), name.hasSuffix("s") ? "ipps" : "ipp", nil, self.host, port,
      self.resource)
    guard made == HTTP_URI_STATUS_OK else { return nil }
    address = Self.text(whole)
  }

  private static func text(_ buffer: [CChar]) -> String {
    String(decoding: buffer.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }
}
