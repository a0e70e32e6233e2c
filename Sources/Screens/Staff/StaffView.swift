import DossierDomain
import OfficeWork
import Terminal

extension StaffState {
  func draw(on surface: inout Surface, rows: Int, session: Session, now: Instant) {
    let language = session.language
    let width = surface.size.columns
    surface.drawTitleBar(
      language.pick("Cán bộ: ai giữ bao nhiêu, ai vắng", "Clerks: load and absences"),
      right: clockWording(now, language))
    let name = min(26, width / 3)
    let open = 4 + name
    let absence = open + 10
    surface.put(language.pick("Cán bộ", "Clerk"), row: 2, column: 2, style: Style(.heading))
    surface.put(
      language.pick("Đang giữ", "Open"), row: 2, column: open, width: 8, style: Style(.heading), align: .trailing)
    surface.put(
      language.pick("Vắng mặt, người thay", "Absence, substitute"), row: 2, column: absence, style: Style(.heading))
    let clerks = session.activeClerks
    for (offset, index) in window.visible(count: clerks.count, height: max(1, rows - 4)).enumerated() {
      let clerk = clerks[index]
      let row = 3 + offset
      let ground = surface.beginListRow(row, isChosen: index == window.chosen)
      surface.put(clerk.name, row: row, column: 2, width: name, style: Style(.strong, on: ground))
      surface.put(
        counts.map { String($0.byClerk[clerk.id]?.all ?? 0) } ?? "…", row: row, column: open, width: 8,
        style: Style(.text, on: ground), align: .trailing)
      let (text, role) = absenceText(of: clerk, session, now)
      surface.put(text, row: row, column: absence, width: width - absence - 1, style: Style(role, on: ground))
    }
    let unassigned = counts?.unassigned ?? 0
    let row = 4 + min(clerks.count, max(1, rows - 4))
    if unassigned > 0, row < rows {
      surface.put(
        language.pick("Chưa phân công: \(unassigned) hồ sơ.", "Nobody's yet: \(counted(unassigned, "dossier"))."),
        row: row,
        column: 2, width: width - 4, style: Style(.warning))
    }
  }

  private func absenceText(of clerk: Clerk, _ session: Session, _ now: Instant) -> (text: String, role: Role) {
    let language = session.language
    guard let absence = session.absence(of: clerk.id, on: now.civilDate) else { return ("–", .muted) }
    let days = "\(absence.from.dayAndMonth)–\(absence.through.dayAndMonth)"
    let substitute =
      absence.substitute.map {
        language.pick("\(session.givenName(of: $0)) thay", "\(session.givenName(of: $0)) stands in")
      }
      ?? language.pick("chưa có người thay", "no substitute")
    let isNow = absence.covers(now.civilDate)
    return (
      language.pick(isNow ? "vắng \(days)" : "sẽ vắng \(days)", isNow ? "away \(days)" : "will be away \(days)")
        + " · \(substitute)", isNow ? .warning : .text
    )
  }
}
