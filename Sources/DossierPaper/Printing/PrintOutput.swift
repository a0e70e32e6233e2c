import Glibc

/// What the caller gets: lines of `key=value` on standard output, and at most one `fault=WORD` on standard error. The values come from
/// servers and printers, so they are one line each and short.
enum PrintOutput {
  private static let maximumLength = 200

  static func say(_ key: String, _ value: some StringProtocol) {
    let shown = value.unicodeScalars.lazy.filter { $0.value >= 0x20 && !(0x7F...0x9F).contains($0.value) }
    let text = String(String.UnicodeScalarView(shown.prefix(maximumLength)))
    write("\(key)=\(text)\n", to: STDOUT_FILENO)
  }

  static func fail(_ fault: PrintFault) -> Never {
    write("fault=\(fault.rawValue)\n", to: STDERR_FILENO)
    exit(65)
  }

  /// Ends the process after so many seconds, whatever it waits for: with a fault, or as if its work were done.
  static func limit(seconds: UInt32, isFault: Bool = true) {
    // Only what may be called in the middle of anything: no Swift values are made here.
    signal(SIGALRM) { _ in
      let line: StaticString = "fault=timeout\n"
      _ = Glibc.write(STDERR_FILENO, line.utf8Start, line.utf8CodeUnitCount)
      _exit(65)
    }
    if !isFault { signal(SIGALRM) { _ in _exit(0) } }
    alarm(seconds)
  }

  private static func write(_ line: String, to descriptor: Int32) {
    var rest = Array(line.utf8)[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { exit(74) }
      rest = rest.dropFirst(count)
    }
  }
}
