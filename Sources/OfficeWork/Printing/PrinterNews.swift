import DossierDomain

/// The printer that papers go to, as it answered last.
public enum PrinterNews: Hashable, Sendable {
  case printer(Printer)
  /// The print server has none.
  case none
  /// It is not known how it is.
  case unknown(PaperFailure)

  public var printer: Printer? {
    switch self {
    case .printer(let printer): printer
    case .none, .unknown: nil
    }
  }

  /// Whether a paper that is sent now is printed without anybody's help, as far as is known.
  public var isReady: Bool { printer?.isReady ?? false }

  /// A sentence: which one it is, and what somebody has to do before it prints.
  public func wording(_ language: Language) -> String {
    switch self {
    case .printer(let printer):
      language.pick(
        "Máy in \(printer.name): \(printer.wording(.vi)).", "Printer \(printer.name): \(printer.wording(.en)).")
    case .none:
      language.pick("Máy này chưa có máy in; cắm máy in, bật điện.", "This machine has no printer; plug one in.")
    case .unknown(let failure): failure.wording(language)
    }
  }
}
