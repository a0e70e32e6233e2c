import DossierDomain

/// Why a paper was not drawn or not given to a printer, or why nothing is known of it.
public enum PaperFailure: Error, Hashable, Sendable {
  /// The process that draws and prints is not there, or of another version.
  case unavailable
  case versionDiffers
  /// It ended by itself or stood still while it drew.
  case stopped
  /// No print server answers.
  case unreachable
  /// The print server, or the process that asks it, did not answer in time. No document was on its way.
  case timeout
  /// A document was on its way, and no clear answer came: only a look at the printer tells whether it was printed.
  case answerLost
  case unknownPrinter
  /// The server has forgotten the job, or it is another one.
  case unknownJob
  case notAccepting
  case forbidden
  /// The job has ended, so it cannot be cancelled.
  case ended
  case documentRefused
  /// The server had another reason.
  case serverFailed
  /// There are several printers, and nobody has said which one papers go to.
  case noneChosen
  /// The printer has no tray of that name.
  case unknownTray(String)
  /// The process has not the faces that papers are set in.
  case faces
  /// More than the process takes.
  case tooLarge
  /// Drawing it takes longer than it may.
  case tooLong
  /// The faces have no such letter; the text names it and can be shown.
  case letter(String)
  /// Something does not fit its place on the sheet.
  case layout
  /// A code cannot hold its text.
  case code
  /// What was to be drawn or printed is not what the process understands.
  case malformed
  /// What stands on the paper is not on this machine, or not as it was issued.
  case recordMissing
  /// The paper is of a dossier that the clerk may not see.
  case confidential
  /// The process or the server had a reason without a sentence here.
  case failed(String)

  /// Whether the print server may have the paper all the same.
  public var mayHaveBeenSent: Bool { self == .answerLost }

  /// Whether the paper is at fault, so that the next one may be printed all the same. Otherwise printer, print service or program are.
  public var isOfPaper: Bool {
    switch self {
    case .stopped, .tooLarge, .tooLong, .letter, .layout, .code, .malformed, .recordMissing, .confidential,
      .unknownTray:
      true
    case .unavailable, .versionDiffers, .unreachable, .timeout, .answerLost, .unknownPrinter, .unknownJob,
      .notAccepting,
      .forbidden, .ended, .documentRefused, .serverFailed, .noneChosen, .faces, .failed:
      false
    }
  }

  /// What it means while a document is on its way: without a clear answer the print server may have taken it.
  public var whileSending: PaperFailure {
    switch self {
    case .stopped, .timeout, .failed: .answerLost
    case .unavailable, .versionDiffers, .unreachable, .answerLost, .unknownPrinter, .unknownJob, .notAccepting,
      .forbidden,
      .ended, .documentRefused, .serverFailed, .noneChosen, .faces, .tooLarge, .tooLong, .letter, .layout, .code,
      .malformed, .recordMissing, .confidential, .unknownTray:
      self
    }
  }

  /// - Parameters:
  ///   - fault: the drawing process's word.
  ///   - letter: of `letter`, as it can be shown.
  public init(fault: String, letter: String = "") {
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
      case "serverFailed": .serverFailed
      case "faces": .faces
      case "tooLarge": .tooLarge
      case "tooLong": .tooLong
      case "letter": .letter(letter)
      case "layout": .layout
      case "code": .code
      case "malformed": .malformed
      case let other: .failed(other)
      }
  }
}
