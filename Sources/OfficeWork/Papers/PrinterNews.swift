import DossierDomain

/// The printer that papers go to, as it answered last.
public struct PrinterNews: Hashable, Sendable {
  /// Nil if there is none.
  public var name: String?
  public var trouble: PrinterTrouble?

  public init(name: String?, trouble: PrinterTrouble? = nil) { (self.name, self.trouble) = (name, trouble) }

  public static let none = PrinterNews(name: nil, trouble: .noPrinter)
}

/// Why nothing comes out of a printer.
public enum PrinterTrouble: Error, Hashable, Sendable {
  case noPrinter
  case outOfPaper
  case paused
  case unplugged
  /// In the printer's words.
  case other(String)

  /// What it is and what helps, without a full stop.
  public func wording(_ language: Language) -> String {
    switch self {
    case .noPrinter: language.pick("không thấy máy in; cắm máy in, bật điện", "there is no printer; plug one in")
    case .outOfPaper: language.pick("máy in hết giấy; nạp giấy", "the printer is out of paper; put some in")
    case .paused: language.pick("máy in đang tạm dừng; bấm nút chạy tiếp", "the printer is paused; let it go on")
    case .unplugged: language.pick("máy in không trả lời; xem dây và điện", "the printer does not answer; see to its cable")
    case .other(let text): text
    }
  }
}

/// What became of papers that were to be printed.
public struct PrintNews: Hashable, Sendable {
  /// The printer has them.
  public var sent: [PaperNumber]
  /// They stay in the list of what is not printed.
  public var kept: [PaperNumber]
  public var printer: PrinterNews

  public init(sent: [PaperNumber] = [], kept: [PaperNumber] = [], printer: PrinterNews) {
    (self.sent, self.kept, self.printer) = (sent, kept, printer)
  }

  /// A sentence that says what happened and what to do.
  public func wording(_ language: Language) -> String {
    let name = printer.name ?? ""
    if kept.isEmpty {
      return sent.count == 1
        ? language.pick("Đã gửi giấy đến máy in \(name).", "The paper was sent to the printer \(name).")
        : language.pick("Đã gửi \(sent.count) giấy đến máy in \(name).", "\(sent.count) papers were sent to \(name).")
    }
    let why = (printer.trouble ?? .other(language.pick("máy in không nhận", "the printer did not take it"))).wording(language)
    let some = sent.isEmpty ? "" : language.pick("Đã gửi \(sent.count) giấy; ", "\(sent.count) sent; ")
    return some
      + language.pick(
        "Chưa in \(kept.count) giấy: \(why). Giấy được giữ, in lại ở F8.",
        "\(kept.count) not printed: \(why). Kept; print from F8.")
  }
}
