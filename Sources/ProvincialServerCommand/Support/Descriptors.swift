import CHardening
import Glibc

/// The limit of files and connections that the process may have open.
enum Descriptors {
  /// For the database, its files, and what the system opens by itself.
  static let reserve = 256
  /// A higher limit would only cost memory.
  private static let enough: rlim_t = 65_536

  /// Raises the limit as far as permitted.
  /// - Returns: the new limit.
  static func raise() -> Int {
    var limit = rlimit()
    guard getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit) == 0 else { return 1024 }
    let wanted = min(limit.rlim_max, enough)
    if limit.rlim_cur < wanted {
      var raised = rlimit(rlim_cur: wanted, rlim_max: limit.rlim_max)
      if setrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &raised) == 0 { limit.rlim_cur = wanted }
    }
    return Int(clamping: limit.rlim_cur)
  }
}
