import Glibc

/// The bytes of an Internet address as it is written: four of `10.0.0.7`, sixteen of `fd00::7`; nil for a name.
public func addressBytes(ofHost host: String) -> [UInt8]? {
  var bytes = [UInt8](repeating: 0, count: 16)
  if inet_pton(AF_INET, host, &bytes) == 1 { return Array(bytes[..<4]) }
  if inet_pton(AF_INET6, host, &bytes) == 1 { return bytes }
  return nil
}
