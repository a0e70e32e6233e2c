import DossierDomain
import OfficeWork

/// Verbs about one clerk of the office; the screen passes the clerk.
extension Verb {
  static let setAbsence = Verb(
    "set-absence", Words("Ghi vắng mặt", "Record an absence"),
    consequence: Words(
      "Hồ sơ của người vắng hiện ở danh sách riêng; chuyển hết cho người thay bằng phím C.",
      "Her dossiers stand in a view of their own; C gives all of them to the substitute."),
    asks: absence,
    officeEffect: { number, absence, clerk in .performOffice(number, .setAbsence(absence), by: clerk) })

  private static func absence(_ ask: Questions) throws(Unanswered) -> Absence {
    let clerk = try ask.given(.clerk)
    let from = try ask.ask(
      "from", Words("Từ ngày nào?", "From which day?"), .day(), proposal: ask.now.civilDate.slashed)
    let through = try ask.ask(
      "through", Words("Đến hết ngày nào?", "Through which day?"),
      .day { $0 < from ? Words("Ngày cuối không được trước ngày đầu.", "The last day is before the first.") : nil },
      proposal: ask.answers["from"] ?? "")
    let others = ask.session.activeClerks.filter { $0.id != clerk }
    let substitute = try ask.choose(
      "substitute", Words("Ai làm thay?", "Who stands in?"),
      others.map { Choice<ClerkID>.clerk($0).orNone } + [.nobody(Words("chưa có ai", "nobody yet"))])
    return Absence(clerk: clerk, from: from, through: through, substitute: substitute)
  }

  struct AbsenceName: Equatable, Sendable {
    var clerk: ClerkID
    var firstDay: CivilDate
  }

  static let clearAbsence = Verb(
    "clear-absence", Words("Bỏ vắng mặt", "Take the absence back"),
    consequence: Words("Người này có mặt trở lại.", "She is here again."),
    asks: { ask throws(Unanswered) in
      AbsenceName(clerk: try ask.given(.clerk), firstDay: try ask.given(.firstDay))
    },
    officeEffect: { number, absence, clerk in
      .performOffice(number, .clearAbsence(absence.clerk, from: absence.firstDay), by: clerk)
    })

  struct Reassignment: Equatable, Sendable {
    var from: ClerkID
    var to: ClerkID
  }

  static let reassign = Verb(
    "reassign", Words("Chuyển hết hồ sơ", "Give all dossiers"),
    consequence: Words(
      "Mọi hồ sơ chưa xong của người này sang người được chọn, trong một việc; U hoàn tác được.",
      "All open dossiers of this clerk go to the chosen one, in one act; U undoes it."),
    asks: reassignment,
    officeEffect: { number, reassignment, clerk in
      .reassignAll(number, from: reassignment.from, to: reassignment.to, by: clerk)
    })

  private static func reassignment(_ ask: Questions) throws(Unanswered) -> Reassignment {
    let absent = try ask.given(.clerk)
    let substitute = ask.session.absence(of: absent, on: ask.now.civilDate)?.substitute
    // The recorded substitute is proposed first; clerks who are absent themselves are left out.
    let away = ask.session.absentClerks(on: ask.now.civilDate)
    let others = ask.session.activeClerks.filter { $0.id != absent && $0.id != substitute && !away.contains($0.id) }
    let proposed = ask.session.activeClerks.filter { $0.id == substitute }
    let to = try ask.choose(
      "to", Words("Chuyển cho ai?", "To whom?"),
      proposed.map { Choice<ClerkID>.clerk($0, Words(" (người thay)", " (substitute)")) }
        + others.map { Choice<ClerkID>.clerk($0) })
    return Reassignment(from: absent, to: to)
  }
}

extension Session {
  /// The clerk's absence on this day, otherwise her next one; nil if none is recorded.
  func absence(of clerk: ClerkID?, on date: CivilDate) -> Absence? {
    let hers = office.absences.filter { $0.clerk == clerk && $0.through >= date }
    return hers.first { $0.covers(date) } ?? hers.min { $0.from < $1.from }
  }
}
