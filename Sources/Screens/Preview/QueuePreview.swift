import DossierDomain
import OfficeWork
import Terminal

/// The details of the selected dossier. Until they arrive, only the facts of the row are shown. The dossier of the row
/// to which the cursor will probably move next is fetched ahead, so that the next key shows everything at once.
struct QueuePreview: Equatable, Sendable {
  /// The dossier that was requested last.
  var asked: DossierID?
  var pending: Request<DossierCard?>?
  var dossier: Dossier?
  private var ahead: Dossier?
  private var pendingAhead: Request<DossierCard?>?
  private var askedAhead: DossierID?
  /// The direction in which the cursor moved last.
  private var step = 1

  /// Marks the facts as possibly outdated; they stay on the screen until new ones arrive.
  mutating func forget() {
    (asked, ahead, pendingAhead, askedAhead) = (nil, nil, nil, nil)
  }

  /// - Parameter step: 1 if the cursor moved downwards, -1 if it moved upwards.
  /// - Returns: whether the dossier has to be requested.
  fileprivate mutating func select(_ row: QueueRow, step: Int) -> Bool {
    let id = row.id
    self.step = step
    (asked, pending) = (id, nil)
    let (fetched, number, expected) = (ahead, pendingAhead, askedAhead)
    // A newer request cancels the one fetched ahead, which then gets no answer.
    (ahead, pendingAhead, askedAhead) = (nil, nil, nil)
    if row.isHidden { return false }
    if let fetched, fetched.id == id {
      dossier = fetched
      return false
    }
    if let number, expected == id {
      pending = number
      return false
    }
    return true
  }

  mutating func receive(_ reply: Reply) {
    if let card = reply.resolve(&pending)?.response { dossier = card?.dossier }
    if let card = reply.resolve(&pendingAhead)?.response { ahead = card?.dossier }
  }

  /// Index of the row whose dossier may be fetched ahead now; nil while the present one is not answered.
  fileprivate func nextIndex(after index: Int, _ count: Int) -> Int? {
    let next = index + step
    return pending == nil && pendingAhead == nil && ahead == nil && (0..<count).contains(next) ? next : nil
  }

  fileprivate mutating func expect(_ id: DossierID, _ request: Request<DossierCard?>) {
    (askedAhead, pendingAhead) = (id, request)
  }
}

extension Dossier {
  /// The number under which the applicant is called, otherwise the owner; empty if neither gave one.
  var phone: String { [applicant, owner].compactMap { $0?.phone }.first { !$0.isEmpty } ?? "" }

  /// What the citizen was asked for and has not brought; nil if nothing is awaited.
  func awaited(_ language: Language) -> String? {
    switch status {
    case .supplementRequested:
      supplementRequests.last { $0.receivedAt == nil }.map { $0.missing.joined(separator: "; ") }
    case .paymentRequested:
      payments.last { $0.paidAt == nil }.map { payment in
        [payment.title, payment.amount.map { moneyText($0) } ?? ""].filter { !$0.isEmpty }.joined(separator: " ")
      }
    case .registered, .received, .refused, .inProgress, .withdrawn, .stopped, .completed, .handedBack: nil
    }
  }
}

extension QueueRow {
  /// Whether the row is of a confidential dossier that the clerk may not see.
  fileprivate var isHidden: Bool { ownerName == nil }
}

extension QueueState {
  /// Requests the dossier if another row is selected, or if its facts may have changed; then the dossier of the next
  /// row.
  mutating func followSelection(_ session: inout Session) -> [Effect] {
    guard let row = selectedRow else { return [] }
    let index = index
    // The previous row is looked up again, because a page may have been inserted before it.
    let isUpwards = rows[index...].contains { $0.id == preview.asked }
    if preview.asked != row.id, preview.select(row, step: isUpwards ? -1 : 1) {
      let request: Request<DossierCard?> = session.request()
      preview.pending = request
      return [.ask(.preview(request, row.id, viewer: session.viewer))]
    }
    guard let next = preview.nextIndex(after: index, rows.count), !rows[next].isHidden else { return [] }
    let request: Request<DossierCard?> = session.request()
    preview.expect(rows[next].id, request)
    return [.ask(.preview(request, rows[next].id, viewer: session.viewer))]
  }

  /// The facts for which a clerk would open the dossier: its matter, its state, what is missing, and the last note.
  /// - Parameter longest: the columns that what is awaited may take.
  func previewParagraphs(_ row: QueueRow, _ session: Session, _ now: Instant, longest: Int = .max) -> [String] {
    let language = session.language
    let dossier = preview.dossier?.id == row.id ? preview.dossier : nil
    let owner = [
      row.ownerName ?? hiddenOwner(language), dossier?.owner.birth ?? "",
      maskedNumber(dossier?.owner.identityNumber ?? ""),
    ].filter { !$0.isEmpty }
    let whose = "\(row.procedureName) · \(owner.joined(separator: " · "))"
    if row.isVoid {
      return [whose, language.pick("Đã hủy", "Void") + (dossier?.voidReason.map { ": \($0)" } ?? "")]
    }
    var state = row.status.wording(language)
    if row.status.isRunning {
      state += language.pick(", bước \"\(row.step.wording(.vi))\"", ", step \"\(row.step.wording(.en))\"")
    }
    state += " · " + holder(row, session)
    if let due = row.dueAt {
      state += language.pick(" · hẹn trả \(due.clockAndDate)", " · due \(due.clockAndDate)")
    }
    if row.conflicts > 0 {
      state = language.pick("XỬ LÝ TRÙNG, Z xem hai bên", "CONFLICT, Z shows both sides") + " · " + state
    } else if row.held > 0 {
      state = language.pick("TỈNH GIỮ LẠI, Z xem", "KEPT BACK, Z shows it") + " · " + state
    }
    let note = dossier?.notes.last.map { language.pick("Ghi: \($0.text)", "Note: \($0.text)") }
    return [
      whose, state,
      waiting(row, dossier, session, now, longest) ?? missingPapers(row, dossier, language), note,
    ].compactMap { $0 }
  }

  private func holder(_ row: QueueRow, _ session: Session) -> String {
    let language = session.language
    guard let assignee = row.assignee else { return language.pick("chưa phân công", "nobody's yet") }
    let name = session.name(of: assignee)
    if row.waits(for: session.clerk) { return language.pick("chờ mình nhận (M)", "for you to take over (M)") }
    return row.isHandedOver
      ? language.pick("chờ \(name) nhận", "\(name) has to take it over") : language.pick("\(name) giữ", "with \(name)")
  }

  /// Three lines. The papers and the note share the last one, so that the beginning of both is visible.
  func previewLines(_ row: QueueRow, _ session: Session, _ now: Instant, width: Int) -> [String] {
    let paragraphs = previewParagraphs(row, session, now, longest: width - 36)
    guard paragraphs.count > 3 else { return paragraphs }
    let (papers, note) = (paragraphs[2], paragraphs[3])
    let room = max(width / 2, width - Surface.width(of: note) - 3)
    return paragraphs.prefix(2) + [head(of: papers, width: room) + " · " + note]
  }

  /// What the dossier waits for, since when, and the telephone number under which the clerk asks or says it; nil if it
  /// waits for nobody.
  private func waiting(
    _ row: QueueRow, _ dossier: Dossier?, _ session: Session, _ now: Instant, _ longest: Int
  ) -> String? {
    let language = session.language
    guard let since = row.waitingSince else { return nil }
    if let left = row.acceptanceTime(session, now) {
      return language.pick(
        "Nộp trực tuyến \(since.clockAndDate) · \(left.wording(.vi)) làm việc để tiếp nhận (R)",
        "Submitted online \(since.clockAndDate) · \(left.wording(.en)) of working time to accept it (R)")
    }
    let awaited = dossier?.awaited(language).map { head(of: $0, width: longest) }
    let what: String =
      row.status == .completed
      ? language.pick("Chờ trả kết quả", "Result to hand back")
      : language.pick("Chờ: ", "Awaited: ") + (awaited ?? row.status.wording(language))
    let days = daysWording(since: since, now: now, language)
    let start = since.civilDate.dayAndMonth
    let time = language.pick("từ \(start) (\(days))", "since \(start) (\(days))")
    return [what, time, dossier?.phone ?? ""].filter { !$0.isEmpty }.joined(separator: " · ")
  }

  private func missingPapers(_ row: QueueRow, _ dossier: Dossier?, _ language: Language) -> String {
    let missing =
      row.componentsMissing > 0
      ? language.pick("Còn thiếu \(row.componentsMissing) giấy tờ", "\(row.componentsMissing) papers missing")
      : language.pick("Đủ giấy tờ", "All papers are there")
    let names = dossier?.components.filter(\.isMissing).map(\.name) ?? []
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
