import DossierDomain

/// What became of papers that were to be printed.
public struct PrintNews: Hashable, Sendable {
  /// A paper that cannot be printed as it is, whatever the printer does.
  public struct Fault: Hashable, Sendable {
    public var paper: PaperNumber
    public var failure: PaperFailure

    public init(_ paper: PaperNumber, _ failure: PaperFailure) { (self.paper, self.failure) = (paper, failure) }
  }

  /// The print server has them.
  public var sent: [PaperNumber]
  /// They stay in the list of what is not printed.
  public var kept: [PaperNumber]
  /// Those of the kept that are at fault themselves.
  public var faults: [Fault]
  public var printer: PrinterNews
  /// Why no further paper was sent; nil if the printer says why.
  public var failure: PaperFailure?

  public init(
    sent: [PaperNumber] = [], kept: [PaperNumber] = [], faults: [Fault] = [], printer: PrinterNews,
    failure: PaperFailure? = nil
  ) {
    self.sent = sent
    self.kept = kept
    self.faults = faults
    self.printer = printer
    self.failure = failure
  }

  /// Sentences that say what happened, what was kept and what to do.
  public func wording(_ language: Language) -> String {
    if sent.isEmpty, kept.isEmpty {
      return language.pick(
        "Các giấy này đã gửi máy in; chọn từng giấy để in lại.",
        "These papers were sent before; choose one to print it again.")
    }
    return [sentWording(language), faultWording(language), keptWording(language)].filter { !$0.isEmpty }.joined(
      separator: " ")
  }

  /// The first one by its number: the others are told when it is mended.
  private func faultWording(_ language: Language) -> String {
    guard let first = faults.first else { return "" }
    let others = faults.count - 1
    let more = others == 0 ? "" : language.pick(" Còn \(others) giấy khác cũng lỗi.", " So are \(others) more.")
    return language.pick("Giấy số \(first.paper.text): ", "Paper \(first.paper.text): ")
      + first.failure.wording(language) + more
  }

  private func keptWording(_ language: Language) -> String {
    let count = kept.count - faults.count
    guard count > 0 else { return "" }
    let why = failure?.wording(language) ?? printer.wording(language)
    return failure?.mayHaveBeenSent == true
      ? language.pick("Chưa in xong \(count) giấy. \(why) Xem ở F8.", "\(count) not done. \(why) See F8.")
      : language.pick(
        "Chưa in \(count) giấy. \(why) Giấy được giữ, in lại ở F8.",
        "\(count) not printed. \(why) Kept; print from F8.")
  }

  private func sentWording(_ language: Language) -> String {
    let name = printer.printer?.name ?? ""
    switch sent.count {
    case 0: return ""
    case 1 where kept.isEmpty:
      return language.pick("Đã gửi giấy đến máy in \(name).", "The paper was sent to the printer \(name).")
    default:
      let rest = kept.isEmpty ? "." : ";"
      return language.pick("Đã gửi \(sent.count) giấy đến máy in \(name)", "\(sent.count) papers were sent to \(name)")
        + rest
    }
  }
}

extension PaperNumber {
  /// Of the job at the print server, where everybody may read it.
  public var jobTitle: String { text }
}
