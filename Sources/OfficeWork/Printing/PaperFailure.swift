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
  /// There are several printers, and nobody has said which one papers go to.
  case noneChosen
  /// What stands on the paper is not on this machine, or not as it was issued.
  case recordMissing
  /// The process or the server had a reason without a sentence here.
  case failed(String)

  /// Whether the print server may have the paper all the same.
  public var mayHaveBeenSent: Bool {
    switch self {
    case .stopped, .timeout: true
    case .unavailable, .versionDiffers, .unreachable, .unknownPrinter, .unknownJob, .notAccepting, .forbidden, .ended,
      .documentRefused, .tooLarge, .noneChosen, .recordMissing, .failed:
      false
    }
  }

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
