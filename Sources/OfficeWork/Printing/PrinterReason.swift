import DossierDomain

/// Why a printer is in its state: a keyword of the Internet Printing Protocol (IANA, printer-state-reasons) or of CUPS.
public struct PrinterReason: Hashable, Sendable {
  /// Without the ending that says how grave it is.
  public var keyword: String
  /// The printer says that it is no fault yet.
  public var isWarning: Bool

  /// - Parameter text: as a printer or server gives it, for instance `media-empty-warning`.
  public init(_ text: String) {
    let grades = ["-error", "-warning", "-report"]
    let grade = grades.first { text.hasSuffix($0) && text.count > $0.count }
    keyword = String(text.dropLast(grade?.count ?? 0))
    isWarning = grade == "-warning" || grade == "-report"
  }

  /// Somebody has stopped the queue.
  var isPause: Bool { ["paused", "moving-to-paused", "hold-new-jobs"].contains(keyword) }

  /// It concerns the queue and not the printer.
  var concernsQueue: Bool { isPause || keyword.hasPrefix("cups-") }

  /// Nothing is printed until somebody does something. Printers report an empty tray as a mere warning as long as nothing waits for it,
  /// so the keyword decides; one that is not known stops if the printer calls it an error.
  public var isStopping: Bool { known?.stops ?? (!isSilent && !isWarning) }

  /// It only says how far the server is.
  private var isSilent: Bool {
    keyword.isEmpty || keyword == "none" || keyword == "cups-waiting-for-job-completed"
      || keyword.hasPrefix("cups-ipp-")
      || keyword.hasPrefix("cups-remote-") || keyword == "identify-printer-requested"
  }

  /// Nil if it says nothing to a clerk.
  public func wording(_ language: Language) -> String? {
    if isSilent { return nil }
    guard let known else { return language.pick("máy in báo: \(keyword)", "the printer says: \(keyword)") }
    return language.pick(known.vi, known.en)
  }

  static func unreachable(_ language: Language) -> String {
    language.pick("không liên lạc được máy in", "the printer cannot be reached")
  }

  private var known: PrinterReasonWords? { PrinterReasonWords.all.first { $0.keyword == keyword } }
}
