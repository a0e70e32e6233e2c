import DossierDomain
import OfficeWork
import Terminal

/// One fact of the screen.
struct SyncLine: Equatable {
  var label: Words
  var value: String
  var role = Role.text
}

extension SyncState {
  /// Milliseconds. The screen warns if the clock differs from the province's by more than this.
  static let tolerableSkew: Int64 = 120_000

  func lines(_ session: Session, _ now: Instant) -> [SyncLine] {
    guard let status else { return [] }
    guard let enrolment = status.enrolment else {
      let language = session.language
      return [
        SyncLine(
          label: Words("Trạng thái", "State"), value: SyncFailure.notEnrolled.wording(language), role: .strong),
        SyncLine(
          label: Words("Đã ghi", "Recorded"),
          value: language.pick("\(status.entriesOwn) việc, giữ tại máy này", "\(status.entriesOwn) entries, kept here")),
        numbersLeft(status, language),
      ]
    }
    return state(status, session, now) + truth(status, session.language)
      + desk(status, enrolment, session.language, now)
  }

  private func state(_ status: SyncStatus, _ session: Session, _ now: Instant) -> [SyncLine] {
    let language = session.language
    var lines: [SyncLine] = []
    if let progress = session.exchange.progress {
      lines.append(
        SyncLine(
          label: Words("Trạng thái", "State"), value: progress.line(language, isPlain: session.isPlain), role: .info))
      if let failure = progress.failure {
        lines.append(SyncLine(label: Words("Vì sao", "Why"), value: failure.wording(language), role: .warning))
      }
    } else if let failure = status.lastFailure {
      lines.append(
        SyncLine(label: Words("Trạng thái", "State"), value: "✗ " + failure.wording(language), role: .error))
    } else {
      lines.append(
        SyncLine(
          label: Words("Trạng thái", "State"),
          value: status.lastExchangeAt == nil
            ? language.pick("chưa đồng bộ lần nào", "never synchronised")
            : language.pick("lần trước tốt", "the last time went well"),
          role: status.lastExchangeAt == nil ? .warning : .good))
    }
    lines.append(
      SyncLine(
        label: Words("Lần trước", "Last time"),
        value: status.lastExchangeAt?.clockAndDate ?? language.pick("chưa có", "none yet")))
    if let slot = status.nextSlot, slot > now {
      lines.append(
        SyncLine(
          label: Words("Tỉnh hẹn lúc", "Next slot"),
          value: slot.civilDate == now.civilDate ? slot.civilTime : slot.clockAndDate))
    }
    return lines
  }

  /// The three numbers that describe the state of the exchange, and their limits.
  private func truth(_ status: SyncStatus, _ language: Language) -> [SyncLine] {
    let isWhole = status.completeUpTo >= status.head
    let own = "\(number(status.entriesAcknowledged))/\(number(status.entriesOwn))"
    let order = "\(number(Int(status.completeUpTo)))/\(number(Int(status.head)))"
    let blobs = "\(number(status.blobsComplete))/\(number(status.blobsAll))"
    var lines = [
      SyncLine(
        label: Words("Việc tỉnh đã nhận", "Entries received"),
        value: own + (status.waiting == 0 ? "" : " · " + why(status, language)),
        role: status.waiting == 0 ? .good : .strong),
      SyncLine(
        label: Words("Nhật ký đủ đến", "Journal complete"),
        value: order + (isWhole ? "" : language.pick(" · còn thiếu, F5 nhận tiếp", " · more waits, F5 receives it")),
        role: isWhole ? .good : .warning),
      SyncLine(
        label: Words("Bản quét đã đủ", "Scans complete"),
        value: blobs
          + (status.blobsComplete == status.blobsAll
            ? "" : language.pick(" · gửi sau, không giữ việc lại", " · they follow and delay nothing")),
        role: status.blobsComplete == status.blobsAll ? .good : .text),
    ]
    if status.conflicts > 0 {
      lines.append(
        SyncLine(
          label: Words("Xử lý trùng", "Conflicts"),
          value: language.pick(
            "\(status.conflicts) hồ sơ · S xem hai bên", "\(counted(status.conflicts, "dossier")) · S shows both sides"),
          role: .warning))
    }
    if status.refused > 0 {
      lines.append(
        SyncLine(
          label: Words("Tỉnh giữ lại", "Kept back"),
          value: language.pick(
            "\(status.refused) việc · phím 5 xem vì sao",
            "\(status.refused == 1 ? "1 entry" : "\(status.refused) entries") · key 5 says why"),
          role: .warning))
    }
    if status.withheld > 0 {
      lines.append(
        SyncLine(
          label: Words("Không giữ tại máy", "Not held here"),
          value: language.pick(
            "\(number(status.withheld)) việc kín của người khác",
            "\(number(status.withheld)) of other clerks, confidential"),
          role: .muted))
    }
    return lines
  }

  /// What waits, and the reason.
  private func why(_ status: SyncStatus, _ language: Language) -> String {
    let waiting = language.pick("chờ gửi \(number(status.waiting))", "\(number(status.waiting)) to send")
    if let failure = status.lastFailure { return waiting + ": " + failure.title(language) }
    guard let last = status.lastExchangeAt else { return waiting }
    return waiting + language.pick(", ghi sau \(last.clockAndDate)", ", recorded after \(last.clockAndDate)")
  }

  private func desk(
    _ status: SyncStatus, _ enrolment: SyncStatus.Enrolment, _ language: Language, _ now: Instant
  ) -> [SyncLine] {
    [
      numbersLeft(status, language), clock(status, language),
      certificate(enrolment.certificateEndsAt, language, now),
      SyncLine(
        label: Words("Máy này", "This machine"),
        value: "\(enrolment.deviceName) · \(enrolment.officeName) · \(enrolment.server)", role: .muted),
    ]
  }

  private func numbersLeft(_ status: SyncStatus, _ language: Language) -> SyncLine {
    let blocks = status.lanes.map { "\(padded($0.lowerBound))–\(padded($0.upperBound))" }.joined(separator: ", ")
    return SyncLine(
      label: Words("Số còn hôm nay", "Numbers left"),
      value: status.numbersLeft == 0
        ? language.pick(
          "hết số; mã cấp tạm (P-…) đến khi đồng bộ", "none; codes are provisional (P-…) until you synchronise")
        : "\(number(status.numbersLeft))" + (blocks.isEmpty ? "" : language.pick(" (dải \(blocks))", " (\(blocks))")),
      role: status.numbersLeft == 0 ? .critical : status.numbersLeft < 20 ? .warning : .text)
  }

  private func clock(_ status: SyncStatus, _ language: Language) -> SyncLine {
    let label = Words("Đồng hồ máy", "Clock")
    guard let skew = status.clockSkew else {
      return SyncLine(label: label, value: language.pick("chưa so với tỉnh", "not compared yet"), role: .muted)
    }
    let seconds = Int((skew.magnitude + 500) / 1000)
    guard skew.magnitude >= Self.tolerableSkew.magnitude else {
      return SyncLine(
        label: label, value: language.pick("đúng (lệch \(seconds) giây)", "right (\(seconds) s off)"), role: .good)
    }
    let much = durationText(seconds, language)
    return SyncLine(
      label: label,
      value: skew > 0
        ? language.pick(
          "SAI: nhanh \(much) so với tỉnh. Chỉnh lại ngày giờ máy.", "WRONG: \(much) fast. Set the machine's clock.")
        : language.pick(
          "SAI: chậm \(much) so với tỉnh. Chỉnh lại ngày giờ máy.", "WRONG: \(much) slow. Set the machine's clock."),
      role: .critical)
  }

  private func certificate(_ end: Instant, _ language: Language, _ now: Instant) -> SyncLine {
    let label = Words("Chứng thư máy", "Certificate")
    let days = end.civilDate.dayNumber - now.civilDate.dayNumber
    if end <= now {
      return SyncLine(
        label: label,
        value: language.pick(
          "HẾT HẠN từ \(end.civilDate.slashed). Xin tỉnh mã nối máy mới.",
          "ENDED on \(end.civilDate.slashed). Ask the province for a new code."), role: .critical)
    }
    return SyncLine(
      label: label,
      value: language.pick("đến \(end.civilDate.slashed)", "until \(end.civilDate.slashed)")
        + (days <= 30
          ? language.pick(", còn \(days) ngày: xin tỉnh gia hạn", ", \(days) days left: have it renewed") : ""),
      role: days <= 30 ? .warning : .text)
  }

  private func padded(_ number: Int) -> String {
    String(repeating: "0", count: max(0, 4 - String(number).count)) + String(number)
  }
}

/// `1.240`: points between thousands.
func number(_ value: Int) -> String { String(moneyText(value).dropLast(2)) }
