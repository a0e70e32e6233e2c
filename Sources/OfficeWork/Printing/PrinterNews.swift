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

/// What became of papers that were to be printed.
public struct PrintNews: Hashable, Sendable {
  /// The print server has them.
  public var sent: [PaperNumber]
  /// They stay in the list of what is not printed.
  public var kept: [PaperNumber]
  public var printer: PrinterNews
  /// Why one was not drawn or not taken; nil if the printer says why.
  public var failure: PaperFailure?

  public init(
    sent: [PaperNumber] = [], kept: [PaperNumber] = [], printer: PrinterNews, failure: PaperFailure? = nil
  ) {
    self.sent = sent
    self.kept = kept
    self.printer = printer
    self.failure = failure
  }

  /// Sentences that say what happened, what was kept and what to do.
  public func wording(_ language: Language) -> String {
    let done = sentWording(language)
    if kept.isEmpty { return done }
    let why = failure?.wording(language) ?? printer.wording(language)
    return done
      + language.pick(
        "Chưa in \(kept.count) giấy. \(why) Giấy được giữ, in lại ở F8.",
        "\(kept.count) not printed. \(why) Kept; print from F8.")
  }

  private func sentWording(_ language: Language) -> String {
    let name = printer.printer?.name ?? ""
    switch sent.count {
    case 0: return ""
    case 1 where kept.isEmpty:
      return language.pick("Đã gửi giấy đến máy in \(name).", "The paper was sent to the printer \(name).")
    default:
      let rest = kept.isEmpty ? "." : "; "
      return language.pick("Đã gửi \(sent.count) giấy đến máy in \(name)", "\(sent.count) papers were sent to \(name)") + rest
    }
  }
}

extension PaperNumber {
  /// Of the job at the print server, where everybody may read it.
  public var jobTitle: String { text }
}
