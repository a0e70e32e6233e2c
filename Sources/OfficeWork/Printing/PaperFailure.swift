import DossierDomain

/// Why a paper was not drawn or not given to a printer, or why nothing is known of it.
public enum PaperFailure: Error, Hashable, Sendable {
  /// The process that draws and prints is not there, or of another version.
  case unavailable
  case versionDiffers
  /// It took too long, or ended by itself.
  case stopped
  /// No print server answers.
  case unreachable
  case timeout
  case unknownPrinter
  /// The server has forgotten the job, or it is another one.
  case unknownJob
  case notAccepting
  case forbidden
  /// The job has ended, so it cannot be cancelled.
  case ended
  case documentRefused
  /// More than the process takes.
  case tooLarge
  /// The process or the server had a reason without a sentence here.
  case failed(String)

  /// - Parameter fault: the drawing process's word.
  public init(fault: String) {
    self =
      switch fault {
      case "unreachable": .unreachable
      case "timeout": .timeout
      case "unknownPrinter": .unknownPrinter
      case "unknownJob": .unknownJob
      case "notAccepting": .notAccepting
      case "forbidden": .forbidden
      case "ended": .ended
      case "documentRefused": .documentRefused
      case "tooLarge": .tooLarge
      case let other: .failed(other)
      }
  }
}
