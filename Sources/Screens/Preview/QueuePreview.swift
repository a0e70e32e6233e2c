import DossierDomain
import Terminal

extension QueueState {
  /// What a clerk would open the dossier for, in a few lines; made from the row, so that moving asks nothing.
  func previewLines(_ row: QueueRow, _ session: Session, _ now: Instant, width: Int) -> [String] {
    let language = session.language
    let owner = row.ownerName ?? hiddenOwner(language)
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
    var papers =
      row.componentsMissing > 0
      ? language.pick("Còn thiếu \(row.componentsMissing) giấy tờ", "\(row.componentsMissing) papers missing")
      : language.pick("Đủ giấy tờ", "All papers are there")
    papers += language.pick(
      " · số hóa \(row.componentsDigitised)/\(row.componentsCountable)",
      " · \(row.componentsDigitised)/\(row.componentsCountable) digitised")
    return ["\(row.procedureName) · \(owner)", state, papers + " · " + row.delivery.wording(language)]
  }
}
