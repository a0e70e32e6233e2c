import DossierDomain
import OfficeWork
import Terminal
import VietnameseText

/// A filter as it was typed. Two words keep the dossiers whose step is late, in any view; the others are looked for.
struct TypedFilter {
  var text: String
  var isStepLate = false

  private static let late = [["qua", "buoc"], ["late", "step"]]

  init(_ typed: String) {
    text = typed
    var words = TypedText(typed).words
    let start = words.indices.dropLast().first { Self.late.contains([words[$0].bare, words[$0 + 1].bare]) }
    guard let start else { return }
    words.removeSubrange(start...(start + 1))
    (text, isStepLate) = (words.map(\.exact).joined(separator: " "), true)
  }
}

extension QueueState {
  var filter: TypedFilter { TypedFilter(filterText) }

  /// The step of an internal procedure with its time, and the parts of that; nil if the row has none.
  func stepTexts(_ row: QueueRow, _ session: Session, _ now: Instant) -> (full: String, name: String, time: String?)? {
    guard let name = row.stepName, !row.status.isFinal, !row.isVoid else { return nil }
    let time = row.stepTime(session, now)?.wording(session.language)
    return (full: [name, time].compactMap(\.self).joined(separator: " · "), name: name, time: time)
  }

  /// Where not everything fits, a name is cut; where nothing of it would be left, a late step says by how much.
  func step(_ row: QueueRow, width: Int, _ session: Session, _ now: Instant) -> (text: String, role: Role) {
    let language = session.language
    guard let texts = stepTexts(row, session, now) else {
      return (row.status.isFinal ? row.status.wording(language) : row.step.wording(language), .text)
    }
    let isLate = row.isStepLate(at: now)
    let role = isLate ? Role.warning : .text
    guard let time = texts.time, Surface.width(of: texts.full) > width else { return (texts.full, role) }
    let room = width - Surface.width(of: time) - 3
    if room >= 5 { return ("\(head(of: texts.name, width: room)) · \(time)", role) }
    return (isLate ? time : texts.name, role)
  }
}

extension QueueRow {
  /// Nil if no time runs for its step.
  func stepTime(_ session: Session, _ now: Instant) -> StepTime? {
    stepDueAt.map {
      StepTime(dueAt: $0, now: now, calendar: session.office.calendar, hours: session.office.office.workingHours)
    }
  }
}
