import DossierDomain
import Terminal

/// What the preview shows beyond the row, once it has come; the row alone is shown until then.
struct QueuePreview: Equatable, Sendable {
  /// Of which dossier it was asked for last.
  var asked: DossierID?
  var pending: RequestNumber?
  var dossier: Dossier?
}

extension QueueState {
  /// Asks for the whole dossier when another one is selected than before, or when its facts may have changed.
  mutating func followSelection(_ session: inout Session) -> [Effect] {
    guard QueueLayout(session).preview != .none, let row = selectedRow, row.ownerName != nil, preview.asked != row.id
    else { return [] }
    let number = session.nextRequest()
    preview.asked = row.id
    preview.pending = number
    return [.loadPreview(number, row.id, viewer: session.viewer)]
  }

  /// What a clerk would open the dossier for: whose matter, where it stands, what is missing, what was noted last.
  func previewParagraphs(_ row: QueueRow, _ session: Session) -> [String] {
    let language = session.language
    let dossier = preview.dossier?.id == row.id ? preview.dossier : nil
    var state = row.status.wording(language)
    if row.status.isRunning {
      state += language.pick(", bước \"\(row.step.wording(.vi))\"", ", step \"\(row.step.wording(.en))\"")
    }
    if let assignee = row.assignee {
      state += language.pick(" · \(session.name(of: assignee)) giữ", " · with \(session.name(of: assignee))")
    } else {
      state += language.pick(" · chưa phân công", " · nobody's yet")
    }
    if let due = row.dueAt {
      state += language.pick(" · hẹn trả \(due.clockAndDate)", " · due \(due.clockAndDate)")
    }
    if row.conflicts > 0 {
      state = language.pick("VIỆC TRÙNG, Z xem hai bên", "CONFLICT, Z shows both sides") + " · " + state
    } else if row.held > 0 {
      state = language.pick("TỈNH GIỮ LẠI, Z xem", "KEPT BACK, Z shows it") + " · " + state
    }
    let owner = [
      row.ownerName ?? hiddenOwner(language), dossier?.owner.birth ?? "",
      maskedNumber(dossier?.owner.identityNumber ?? ""),
    ].filter { !$0.isEmpty }
    let note = dossier?.notes.last.map { language.pick("Ghi: \($0.text)", "Note: \($0.text)") }
    return [
      "\(row.procedureName) · \(owner.joined(separator: " · "))", state, missingPapers(row, dossier, language), note,
    ].compactMap { $0 }
  }

  /// Three lines: the papers share theirs with the note, so that both begin in sight.
  func previewLines(_ row: QueueRow, _ session: Session, width: Int) -> [String] {
    let paragraphs = previewParagraphs(row, session)
    guard paragraphs.count > 3 else { return paragraphs }
    let (papers, note) = (paragraphs[2], paragraphs[3])
    let room = max(width / 2, width - Surface.width(of: note) - 3)
    return paragraphs.prefix(2) + [head(of: papers, width: room) + " · " + note]
  }

  private func missingPapers(_ row: QueueRow, _ dossier: Dossier?, _ language: Language) -> String {
    let missing =
      row.componentsMissing > 0
      ? language.pick("Còn thiếu \(row.componentsMissing) giấy tờ", "\(row.componentsMissing) papers missing")
      : language.pick("Đủ giấy tờ", "All papers are there")
    let names = dossier?.components.filter { $0.form == .missing }.map(\.name) ?? []
    return row.componentsMissing > 0 && !names.isEmpty ? missing + ": " + names.joined(separator: "; ") : missing
  }
}

/// The beginning of a text, cut with `…` where it is wider than `width` columns.
func head(of text: String, width: Int) -> String {
  guard Surface.width(of: text) > width else { return text }
  var shown = Substring(text)
  while Surface.width(of: shown) >= width { shown.removeLast() }
  return shown + "…"
}
