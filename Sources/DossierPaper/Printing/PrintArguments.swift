import Glibc

/// What stands behind a verb: `--server PATH`, which is the socket of the print server, if it is given, and the rest.
struct PrintArguments {
  var server: String?
  var rest: [String]

  init(_ arguments: some Sequence<String>) throws(PrintFault) {
    rest = Array(arguments)
    if rest.first == "--server" {
      guard rest.count >= 2, rest[1].hasPrefix("/"), rest[1].utf8.count < 100 else { throw .malformed }
      server = rest[1]
      rest.removeFirst(2)
    }
  }

  /// Does what a verb asks for, and ends the process with a fault if it cannot.
  static func carryOut(_ arguments: some Sequence<String>, _ verb: (PrintArguments) throws(PrintFault) -> Void) {
    signal(SIGPIPE, SIG_IGN)
    ProcessLimits.set()
    PrintOutput.limit(seconds: 10)
    do throws(PrintFault) { try verb(PrintArguments(arguments)) } catch { PrintOutput.fail(error) }
  }
}
