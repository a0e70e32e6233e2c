import DossierDomain
import OfficeWork

/// Verbs about a clerk of the office: the first answer is her id, which the screen gives.
extension Verb {
  static let setAbsence = Verb(
    "set-absence", Words("Ghi vắng mặt", "Record an absence"),
    consequence: Words(
      "Hồ sơ của người vắng hiện ở danh sách riêng; chuyển hết cho người thay bằng phím C.",
      "Her dossiers stand in a view of their own; C gives all of them to the substitute."),
    unless: { _, _ in nil },
    asks: { answers, session, now in
      switch answers.count {
      case 1: .date(Words("Từ ngày nào?", "From which day?"), initial: now.civilDate.slashed, notBefore: nil)
      case 2:
        .date(
          Words("Đến hết ngày nào?", "Through which day?"), initial: answers.answer(1),
          notBefore: CivilDate(text: answers.answer(1)))
      case 3:
        .choice(
          Words("Ai làm thay?", "Who stands in?"),
          session.activeClerks.filter { $0.id.hexadecimal != answers.answer(0) }.map { ($0.id.hexadecimal, $0.name) }
            + [("", session.language.pick("chưa có ai", "nobody yet"))])
      default: nil
      }
    },
    officeEffect: { number, answers, _, clerk in
      guard let absent = ClerkID(hexadecimal: answers.answer(0)), let from = CivilDate(text: answers.answer(1)),
        let through = CivilDate(text: answers.answer(2))
      else { return nil }
      let absence = Absence(
        clerk: absent, from: from, through: through, substitute: ClerkID(hexadecimal: answers.answer(3)))
      return .performOffice(number, .setAbsence(absence), by: clerk)
    },
    isRepeatable: { _ in false })

  /// The second answer is the absence's first day.
  static let clearAbsence = Verb(
    "clear-absence", Words("Bỏ vắng mặt", "Take the absence back"),
    consequence: Words("Người này có mặt trở lại.", "She is here again."), unless: { _, _ in nil },
    officeEffect: { number, answers, _, clerk in
      guard let absent = ClerkID(hexadecimal: answers.answer(0)), let from = CivilDate(text: answers.answer(1)) else {
        return nil
      }
      return .performOffice(number, .clearAbsence(absent, from: from), by: clerk)
    },
    isRepeatable: { _ in false })

  static let reassign = Verb(
    "reassign", Words("Chuyển hết hồ sơ", "Give all dossiers"),
    consequence: Words(
      "Mọi hồ sơ chưa xong của người này sang người được chọn, trong một việc; U hoàn tác được.",
      "All open dossiers of this clerk go to the chosen one, in one act; U undoes it."),
    unless: { _, _ in nil },
    asks: { answers, session, now in
      guard answers.count == 1 else { return nil }
      let absent = ClerkID(hexadecimal: answers.answer(0))
      let substitute = session.absence(of: absent, on: now.civilDate)?.substitute
      // The substitute is proposed first; another absent clerk is no choice.
      let away = session.absentClerks(on: now.civilDate)
      let others = session.activeClerks.filter { $0.id != absent && $0.id != substitute && !away.contains($0.id) }
      let proposed = session.activeClerks.filter { $0.id == substitute }
      return .choice(
        Words("Chuyển cho ai?", "To whom?"),
        proposed.map {
          ($0.id.hexadecimal, session.language.pick("\($0.name) (người thay)", "\($0.name) (substitute)"))
        }
          + others.map { ($0.id.hexadecimal, $0.name) })
    },
    officeEffect: { number, answers, _, clerk in
      guard let from = ClerkID(hexadecimal: answers.answer(0)), let to = ClerkID(hexadecimal: answers.answer(1)) else {
        return nil
      }
      return .reassignAll(number, from: from, to: to, by: clerk)
    },
    isRepeatable: { _ in false })
}

extension Question {
  fileprivate static func date(_ label: Words, initial: String, notBefore first: CivilDate?) -> Question {
    Question(
      label: label,
      kind: .text(initial: initial) { text, language in
        guard let date = CivilDate(text: text) else {
          return language.pick("Hãy gõ ngày như 30/11/2026.", "Type a day such as 30/11/2026.")
        }
        guard let first, date < first else { return nil }
        return language.pick("Ngày cuối không được trước ngày đầu.", "The last day is before the first.")
      })
  }
}

extension Session {
  /// Her absence on a day, else the next one; nil when none is recorded.
  func absence(of clerk: ClerkID?, on date: CivilDate) -> Absence? {
    let hers = office.absences.filter { $0.clerk == clerk && $0.through >= date }
    return hers.first { $0.covers(date) } ?? hers.min { $0.from < $1.from }
  }
}
