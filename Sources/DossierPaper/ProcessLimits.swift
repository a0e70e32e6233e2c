import CHardening
import Glibc

/// What this process may take, whatever it is given to read.
enum ProcessLimits {
  /// For a process that asks printers and print servers: memory, and no core file. It may wait as long as its alarm allows.
  static func set() {
    // A size of 0 is not enough where the system pipes cores to a program.
    _ = chardening_forbid_dumps()
    limit(RLIMIT_AS, 1 << 30)
    limit(RLIMIT_CORE, 0)
  }

  /// For a process that draws: processor time and files, too.
  /// - Parameter seconds: of the processor; then the process ends with `fault=tooLong`.
  static func set(seconds: Int) {
    set()
    // Where standard output is a file, writing is an error instead of an end without a word.
    signal(SIGXFSZ, SIG_IGN)
    signal(SIGXCPU) { _ in
      let line: StaticString = "fault=tooLong\n"
      _ = write(STDERR_FILENO, line.utf8Start, line.utf8CodeUnitCount)
      _exit(65)
    }
    limit(RLIMIT_CPU, seconds, hard: seconds + 2)
    limit(RLIMIT_FSIZE, 0)
  }

  private static func limit(_ resource: __rlimit_resource, _ most: Int, hard: Int? = nil) {
    var limit = rlimit(rlim_cur: rlim_t(most), rlim_max: rlim_t(hard ?? most))
    setrlimit(__rlimit_resource_t(resource.rawValue), &limit)
  }
}
