import Glibc

/// Reports the state of the server to systemd (sd_notify): a datagram to the socket that it names in the environment.
enum ServiceManager {
  static func tell(_ state: String) {
    guard let name = getenv("NOTIFY_SOCKET").map({ String(cString: $0) }), let first = name.first, "/@".contains(first)
    else { return }
    var address = sockaddr_un()
    address.sun_family = sa_family_t(AF_UNIX)
    // A name that begins with @ is not a file but an abstract socket: its first byte is 0.
    let bytes = Array(name.utf8.dropFirst(first == "@" ? 1 : 0))
    let start = first == "@" ? 1 : 0
    guard start + bytes.count < MemoryLayout.size(ofValue: address.sun_path) else { return }
    withUnsafeMutableBytes(of: &address.sun_path) { path in
      for (index, byte) in bytes.enumerated() { path[start + index] = byte }
    }
    let descriptor = socket(AF_UNIX, Int32(SOCK_DGRAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
    guard descriptor >= 0 else { return }
    defer { close(descriptor) }
    let length = socklen_t(MemoryLayout<sa_family_t>.size + start + bytes.count)
    let text = Array(state.utf8)
    withUnsafePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { pointer in
        _ = sendto(descriptor, text, text.count, 0, pointer, length)
      }
    }
  }
}
