import DossierDomain

/// What became of blank receipts that were to be printed. They have their numbers, whatever the printer does.
public struct BlankPrintNews: Hashable, Sendable {
  /// The print server has so many.
  public var sent = 0
  /// So many were not sent and are kept until they are.
  public var kept = 0
  /// Whether so many came out is not known. They are not sent again, because two citizens would get one code.
  public var unclear = 0
  public var printer: PrinterNews
  /// Why no further one was sent; nil if the printer says why.
  public var failure: PaperFailure?

  public init(printer: PrinterNews) { self.printer = printer }

  /// Nobody has to do anything.
  public var isWell: Bool { kept == 0 && unclear == 0 && waiting == nil }

  /// The printer that has them and prints nothing until somebody sees to it; nil if all is well.
  private var waiting: Printer? { sent == 0 ? nil : printer.waiting }

  /// The printer says something against it, and somebody who knows better may have them sent all the same.
  public var canSendAnyway: Bool { kept > 0 && failure == nil && printer.printer?.isReady == false }

  /// Sentences that say what happened, what was kept and what to do.
  /// - Parameter isForCommandLine: names a command where screens name a key.
  public func wording(_ language: Language, isForCommandLine: Bool = false) -> String {
    let said = [
      sentWording(language), kept == 0 || failure != nil ? waiting?.waitingWording(language) : nil,
      unclearWording(language, isForCommandLine),
      keptWording(language, isForCommandLine),
    ].compactMap(\.self)
    guard said.isEmpty else { return said.joined(separator: " ") }
    return language.pick("Không còn phiếu dự phòng nào chờ in.", "No blank receipt waits for a printer.")
  }

  private func sentWording(_ language: Language) -> String? {
    guard sent > 0 else { return nil }
    let name = printer.queue ?? ""
    return language.pick(
      "Đã gửi \(sent) phiếu dự phòng đến máy in \(name).", "\(Self.counted(sent)) sent to \(name).")
  }

  private func unclearWording(_ language: Language, _ isForCommandLine: Bool) -> String? {
    guard unclear > 0 else { return nil }
    let way = isForCommandLine ? "dossier blanks strike" : "^X"
    return language.pick(
      "Không rõ \(unclear) phiếu dự phòng đã in ra chưa: xem khay máy in, phiếu không ra thì hủy (\(way)).",
      "\(Self.counted(unclear)) perhaps printed: look at the printer, strike those that did not come out (\(way)).")
  }

  private func keptWording(_ language: Language, _ isForCommandLine: Bool) -> String? {
    guard kept > 0 else { return nil }
    let why = failure?.wording(language) ?? printer.wording(language)
    let place =
      isForCommandLine
      ? language.pick("in trong chương trình", "print in the program") : language.pick("in ở F8", "print from F8")
    return language.pick(
      "Chưa in \(kept) phiếu dự phòng. \(why) Phiếu đã có số và được giữ, \(place).",
      "\(Self.counted(kept)) not printed. \(why) Kept under their numbers; \(place).")
  }

  private static func counted(_ count: Int) -> String { count == 1 ? "1 blank receipt" : "\(count) blank receipts" }
}
