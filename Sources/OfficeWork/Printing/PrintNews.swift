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
  /// They were not sent, or nobody knows. They stay in the list of what is not printed, except the `unlisted`.
  public var kept: [PaperNumber]
  /// Those of the kept that are at fault themselves.
  public var faults: [Fault]
  /// Those of the kept that were printed before, or issued at another machine: no list has them.
  public var unlisted: [PaperNumber] = []
  /// Papers that nobody needs any more, whose jobs came to their end before they could be cancelled.
  public var cameOut: [PaperNumber] = []
  /// Papers of which an older job could not be cancelled.
  public var notCancelled: [PaperNumber] = []
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

  /// Nobody has to do anything.
  public var isWell: Bool { kept.isEmpty && cameOut.isEmpty && notCancelled.isEmpty && waiting == nil }

  /// The printer that has them and prints nothing until somebody sees to it; nil if all is well.
  private var waiting: Printer? { sent.isEmpty ? nil : printer.waiting }

  /// The printer says something against it, and somebody who knows better may have the papers sent all the same.
  public var canSendAnyway: Bool {
    guard let printer = printer.printer else { return false }
    return !printer.isReady && failure == nil && kept.count > faults.count
  }

  /// Sentences that say what happened, what was kept and what to do.
  public func wording(_ language: Language) -> String {
    if sent.isEmpty, isWell {
      return language.pick(
        "Các giấy này đã gửi máy in; chọn từng giấy để in lại.",
        "These papers were sent before; choose one to print it again.")
    }
    let told = keptWording(language)
    // What holds others back stops these, too, and is said once.
    let toldOf = !told.isEmpty && failure == nil
    return [
      sentWording(language), toldOf ? "" : waiting?.waitingWording(language) ?? "", faultWording(language), told,
      olderWording(language),
    ]
    .filter { !$0.isEmpty }.joined(separator: " ")
  }

  /// What became of papers that nobody needs any more; nil if all is well.
  public func older(_ language: Language) -> String? {
    let said = olderWording(language)
    return said.isEmpty ? nil : said
  }

  private func olderWording(_ language: Language) -> String {
    let (out, waiting) = (
      cameOut.map(\.text).joined(separator: ", "), notCancelled.map(\.text).joined(separator: ", ")
    )
    return [
      out.isEmpty
        ? ""
        : language.pick(
          "Giấy số \(out) không dùng nữa nhưng có thể đã in ra: tìm và hủy tờ đó.",
          "\(out) is not to be used any more but may have come out: find and destroy it."),
      waiting.isEmpty
        ? ""
        : language.pick(
          "Chưa hủy được lệnh in cũ của giấy số \(waiting): tờ đó có thể còn in ra.",
          "The older print of \(waiting) could not be cancelled: it may still come out."),
    ].filter { !$0.isEmpty }.joined(separator: " ")
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
    // Where no list has them, they are printed again from their dossier.
    let isListed = !kept.allSatisfy(unlisted.contains)
    if failure?.mayHaveBeenSent == true {
      return language.pick("Chưa in xong \(count) giấy. \(why)", "\(count) not done. \(why)")
        + (isListed ? language.pick(" Xem ở F8.", " See F8.") : "")
    }
    return language.pick("Chưa in \(count) giấy. \(why)", "\(count) not printed. \(why)")
      + (isListed
        ? language.pick(" Giấy được giữ, in lại ở F8.", " Kept; print from F8.")
        : language.pick(" In lại sau từ hồ sơ (^P).", " Print it later from its dossier (^P)."))
  }

  private func sentWording(_ language: Language) -> String {
    let name = printer.queue ?? ""
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
