import DossierDomain
import OfficeWork
import Terminal

/// The facts for which a clerk would open the dossier: its matter, its state, what is missing or awaited, and the last
/// note. Until the dossier has arrived, only the facts of its row are known.
struct DossierPreview {
  private let row: QueueRow
  private let dossier: Dossier?
  private let session: Session
  private let now: Instant
  private let namesKeys: Bool

  /// - Parameters:
  ///   - dossier: of the row; another one is not looked at.
  ///   - namesKeys: whether the letters that act on the dossier are named. Where they are typed as text they are not.
  init(_ row: QueueRow, _ dossier: Dossier?, _ session: Session, _ now: Instant, namesKeys: Bool = true) {
    self.row = row
    self.dossier = dossier?.id == row.id ? dossier : nil
    self.session = session
    self.now = now
    self.namesKeys = namesKeys
  }

  /// - Parameter longest: the columns that what is awaited may take.
  func paragraphs(longest: Int = .max) -> [String] {
    let language = session.language
    let owner = [
      row.ownerName ?? hiddenOwner(language), dossier?.owner.birth ?? "",
      maskedNumber(dossier?.owner.identityNumber ?? ""),
    ].filter { !$0.isEmpty }
    // The name of a procedure may be longer than the line, and nothing behind it would be seen.
    let whose = "\(owner.joined(separator: " · ")) · \(row.procedureName)"
    if row.isVoid {
      return [whose, language.pick("Đã hủy", "Void") + (dossier?.voidReason.map { ": \($0)" } ?? "")]
    }
    let isToSettle = row.conflicts + row.held > 0
    var parts = [row.status.wording(language)]
    if row.status.isRunning, !isToSettle {
      let (vi, en) = (row.stepName ?? row.step.wording(.vi), row.stepName ?? row.step.wording(.en))
      parts[0] += language.pick(", bước \"\(vi)\"", ", step \"\(en)\"")
      if let time = row.stepTime(session, now) { parts.append(time.wording(language)) }
    }
    // Before the holder, because the line may be cut at its end, and day and hour are told to citizens.
    if let due = row.dueAt {
      parts.append(language.pick("hẹn trả \(due.clockAndDate)", "due \(due.clockAndDate)"))
    }
    parts.append(holder)
    if row.conflicts > 0 {
      let how = language.pick(", Z xem hai bên", ", Z shows both sides")
      parts.insert(language.pick("XỬ LÝ TRÙNG", "CONFLICT") + (namesKeys ? how : ""), at: 0)
    } else if row.held > 0 {
      let how = language.pick(", Z xem", ", Z shows it")
      parts.insert(language.pick("TỈNH GIỮ LẠI", "KEPT BACK") + (namesKeys ? how : ""), at: 0)
    }
    let state = parts.joined(separator: " · ")
    let note = dossier?.notes.last.map { language.pick("Ghi: \($0.text)", "Note: \($0.text)") }
    return [
      whose, state,
      waiting(longest) ?? missingPapers, note,
    ].compactMap { $0 }
  }

  private var holder: String {
    let language = session.language
    guard let assignee = row.assignee else { return language.pick("chưa phân công", "nobody's yet") }
    let name = session.name(of: assignee)
    if row.waits(for: session.clerk) {
      return language.pick("chờ mình nhận", "for you to take over") + (namesKeys ? " (M)" : "")
    }
    return row.isHandedOver
      ? language.pick("chờ \(name) nhận", "\(name) has to take it over") : language.pick("\(name) giữ", "with \(name)")
  }

  /// Three lines. The papers and the note share the last one, so that the beginning of both is visible.
  func lines(width: Int) -> [String] {
    let paragraphs = paragraphs(longest: width - 36)
    guard paragraphs.count > 3 else { return paragraphs }
    let (papers, note) = (paragraphs[2], paragraphs[3])
    let room = max(width / 2, width - Surface.width(of: note) - 3)
    return paragraphs.prefix(2) + [head(of: papers, width: room) + " · " + note]
  }

  /// What the dossier waits for, since when, and the telephone number under which the clerk asks or says it; nil if it
  /// waits for nobody.
  private func waiting(_ longest: Int) -> String? {
    let language = session.language
    guard let since = row.waitingSince else { return nil }
    if let left = row.acceptanceTime(session, now) {
      return language.pick(
        "Nộp trực tuyến \(since.clockAndDate) · \(left.wording(.vi)) làm việc để tiếp nhận",
        "Submitted online \(since.clockAndDate) · \(left.wording(.en)) of working time to accept it")
        + (namesKeys ? " (R)" : "")
    }
    let awaited = dossier?.awaited(language).map { head(of: $0, width: longest) }
    let what: String =
      row.status == .completed
      ? language.pick("Chờ trả kết quả", "Result to hand back")
      : language.pick("Chờ: ", "Awaited: ") + (awaited ?? row.status.wording(language))
    let days = daysWording(since: since, now: now, language)
    let start = since.civilDate.dayAndMonth
    let until = dossier.map { $0.supplementUntil(session) } ?? row.supplementUntil(session)
    let end = until.map { language.pick(" đến \($0.dayAndMonth)", " until \($0.dayAndMonth)") } ?? ""
    let time = language.pick("từ \(start)\(end) (\(days))", "since \(start)\(end) (\(days))")
    return [what, time, dossier?.phone ?? ""].filter { !$0.isEmpty }.joined(separator: " · ")
  }

  private var missingPapers: String {
    let language = session.language
    let count = row.componentsMissing
    let missing =
      count > 0
      ? language.pick("Còn thiếu \(count) giấy tờ", "\(counted(count, "paper")) missing")
      : language.pick("Đủ giấy tờ", "All papers are there")
    let names = dossier?.components.missing.map(\.name) ?? []
    return row.componentsMissing > 0 && !names.isEmpty ? missing + ": " + names.joined(separator: "; ") : missing
  }
}

/// The beginning of a text; it is cut with `…` if it is wider than `width` columns.
func head(of text: String, width: Int) -> String {
  guard Surface.width(of: text) > width else { return text }
  var shown = text
  while Surface.width(of: shown) >= width { shown.removeLast() }
  return shown + "…"
}
