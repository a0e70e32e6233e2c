/// Why the process did not do what it was asked for; the raw value is its word for the caller.
enum PrintFault: String, Error {
  /// The caller is of another version.
  case otherVersion = "version"
  /// The arguments, or what is on standard input, are not what the verb needs.
  case malformed
  case tooLarge
  /// No server answers at that place, or it went away.
  case unreachable
  /// It took longer than the process may.
  case timeout
  case unknownPrinter
  case unknownJob
  /// The queue takes no jobs.
  case notAccepting
  /// The server forbids it to this user.
  case forbidden
  /// The job has ended, so it cannot be cancelled any more.
  case ended
  /// The queue has no way to print a PDF.
  case documentRefused
  /// The server had another reason.
  case serverFailed
}
