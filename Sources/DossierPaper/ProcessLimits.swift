import CHardening
import Glibc

/// What this process may take, whatever it is given to read.
enum ProcessLimits {
  /// Memory, processor time, no core file, no files.
  ///
  /// - Parameter seconds: of the processor; then the process ends with `fault=tooLong`.
  static func set(seconds: Int) {
    // A size of 0 is not enough where the system pipes cores to a program.
    _ = chardening_forbid_dumps()
    // Where standard output is a file, writing is an error instead of an end without a word.
    signal(SIGXFSZ, SIG_IGN)
    signal(SIGXCPU) { _ in
      let line: StaticString = "fault=tooLong\n"
      _ = write(STDERR_FILENO, line.utf8Start, line.utf8CodeUnitCount)
      _exit(65)
    }
    let limits = [
      (RLIMIT_AS, 1 << 30, 1 << 30), (RLIMIT_CPU, seconds, seconds + 2), (RLIMIT_CORE, 0, 0), (RLIMIT_FSIZE, 0, 0),
    ]
    for (resource, most, hard) in limits {
      var limit = rlimit(rlim_cur: rlim_t(most), rlim_max: rlim_t(hard))
      setrlimit(__rlimit_resource_t(resource.rawValue), &limit)
    }
  }
}
