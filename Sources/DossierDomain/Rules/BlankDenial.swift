/// Why a blank receipt cannot be entered, or not at this time.
public enum BlankDenial: Hashable, Sendable {
  /// This desk has not printed it.
  case unknown(code: String)
  case ofEarlierLife(code: String)
  case used(code: String)
  case struck(code: String, reason: String)
  /// The time on the paper has not come yet.
  case inFuture
  /// The paper was printed later than the time on it.
  case beforePrinting(at: Instant)
  /// The desk was at work then, as far as its entries show. `silence` is the last time in which it was not; nil if none is known.
  case deskWasOpen(silence: ClosedRange<Instant>?)
  /// More at once than a drawer holds, or none.
  case countInvalid
}

extension BlankDenial {
  /// Why a citizen cannot have got a blank at this time; nil if she can.
  /// - Parameters:
  ///   - printedAt: nil as long as the blank is not known.
  ///   - silences: of this desk, the latest one last.
  public init?(of at: Instant, printedAt: Instant?, silences: [ClosedRange<Instant>], now: Instant) {
    if at > now {
      self = .inFuture
    } else if let printedAt, at < printedAt.startOfMinute {
      self = .beforePrinting(at: printedAt)
    } else if silences.contains(where: { $0.lowerBound.startOfMinute <= at && at <= $0.upperBound }) {
      return nil
    } else {
      self = .outsideSilences(silences, now: now)
    }
  }

  /// The desk was at work, with the last silence as far as it has lasted: the one that was not ended yet has no end.
  public static func outsideSilences(_ silences: [ClosedRange<Instant>], now: Instant) -> BlankDenial {
    .deskWasOpen(silence: silences.last.map { $0.lowerBound...max($0.lowerBound, min($0.upperBound, now)) })
  }

  public func wording(_ language: Language, isForCommandLine: Bool = false) -> String {
    switch self {
    case .unknown(let code):
      language.pick(
        "Máy này không in phiếu dự phòng mã \(code). Xem lại mã trên phiếu.",
        "This desk printed no blank receipt \(code). Check the code on the paper.")
    case .ofEarlierLife(let code):
      language.pick(
        "Phiếu \(code) in trước khi dữ liệu được phục hồi hoặc sao chép, không dùng được nữa. Tiếp nhận bình thường và ghi mã phiếu vào ghi chú.",
        "Blank \(code) was printed before these data were restored or copied and is not valid any more. Receive as usual and note its code."
      )
    case .used(let code):
      language.pick("Phiếu \(code) đã nhập vào máy rồi.", "Blank \(code) was entered already.")
    case .struck(let code, let reason):
      language.pick("Phiếu \(code) đã hủy (\(reason)).", "Blank \(code) was struck (\(reason)).")
    case .inFuture:
      language.pick("Giờ trên phiếu chưa tới.", "The time on the paper has not come yet.")
    case .beforePrinting(let at):
      language.pick(
        "Phiếu này in lúc \(at.clockAndDate), sau giờ ghi trên phiếu.",
        "This blank was printed at \(at.clockAndDate), after the time on it.")
    case .deskWasOpen(let silence?):
      language.pick(
        """
        Giờ đó máy vẫn ghi việc. Phiếu dự phòng chỉ cho lúc máy không làm việc, lần gần nhất \
        \(silence.lowerBound.clockAndDate) đến \(silence.upperBound.clockAndDate).
        """,
        """
        The desk recorded work around then. Blanks are for times without it, last \(silence.lowerBound.clockAndDate) \
        to \(silence.upperBound.clockAndDate).
        """)
    case .deskWasOpen(nil):
      language.pick(
        "Chương trình chưa tắt lần nào từ khi in phiếu, nên tiếp nhận bình thường.",
        "The program was never closed since the blanks were printed, so receive as usual.")
    case .countInvalid:
      language.pick(
        "Mỗi lần in từ 1 đến \(BlankReceipts.mostAtOnce) phiếu.", "From 1 to \(BlankReceipts.mostAtOnce) at once.")
    }
  }
}
