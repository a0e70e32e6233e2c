import DossierDomain

/// What the print server says of a job.
public struct PrintJobReport: Hashable, Sendable {
  public var state: PrintJobState
  /// The printer that it is at; nil once it has ended.
  public var printer: Printer?

  public init(state: PrintJobState, printer: Printer? = nil) { (self.state, self.printer) = (state, printer) }

  /// "đã in xong", "đang in: hết giấy".
  public func wording(_ language: Language) -> String {
    let remarks = printer?.remarks(language) ?? []
    return state.wording(language) + (remarks.isEmpty ? "" : ": " + remarks.joined(separator: ", "))
  }
}
