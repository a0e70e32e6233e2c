import DossierDomain
import OfficeWork
import Terminal

enum StaffCommands {
  static let list: [Command] = [
    Command(
      "staff", in: [.queue, .dayStart, .dayEnd], keys: [.character("i")],
      Words("Cán bộ: ai giữ bao nhiêu, ai vắng", "Clerks: load and absences"), group: .go
    ) { app, now in app.open(StaffState(), now: now) },
    Command(
      "staff.open", in: [.staff], keys: [.enter], Words("Xem hồ sơ người này giữ", "Her dossiers"),
      hint: Words("Xem hồ sơ", "Dossiers"), group: .go
    ) { app, now in
      guard let clerk = chosen(app) else { return [] }
      return app.showQueue(.assigned(clerk.id), now: now)
    },
    Command(
      "staff.absence", in: [.staff], keys: [.control("g")], Verb.setAbsence.title,
      hint: Words("Ghi vắng", "Absence"), group: .act, unless: whyNot
    ) { app, now in begin(.setAbsence, &app, now) },
    Command(
      "staff.clear-absence", in: [.staff], keys: [.control("x")], Verb.clearAbsence.title,
      hint: Words("Bỏ vắng", "No absence"), group: .act,
      unless: { app in
        whyNot(app)
          ?? (absence(app) == nil
            ? app.session.language.pick("Người này không có lần vắng nào.", "No absence is recorded.") : nil)
      }
    ) { app, now in
      guard let absence = absence(app) else { return [] }
      let answers = Contents.given(.clerk, absence.clerk).appending(.firstDay, absence.from)
      return app.begin(.clearAbsence, answers: answers, now: now)
    },
    Command(
      "staff.reassign", in: [.staff], keys: [.character("c")], Verb.reassign.title,
      hint: Words("Chuyển hết", "Give all"), group: .act, unless: whyNot
    ) { app, now in begin(.reassign, &app, now) },
    Command(
      "reassign-absent", in: [.queue],
      Words("Chuyển hồ sơ của người vắng cho người thay", "Give an absent clerk's dossiers to the substitute"),
      group: .act, unless: whyNot
    ) { app, now in
      // If one clerk is absent, the proposal is opened at once; if several are, the clerk chooses one in the list.
      let absent = app.session.activeClerks.filter { app.session.absentClerks(on: now.civilDate).contains($0.id) }
      guard let only = absent.first, absent.count == 1 else { return app.open(StaffState(), now: now) }
      return app.begin(.reassign, answers: .given(.clerk, only.id), now: now)
    },
  ]

  private static func chosen(_ app: App) -> Clerk? {
    guard let staff = app.top.screen as? StaffState else { return nil }
    return staff.chosen(app.session)
  }

  /// The absence that the screen shows beside the chosen clerk.
  private static func absence(_ app: App) -> Absence? {
    app.session.absence(of: chosen(app)?.id, on: app.lastKeyAt.civilDate)
  }

  private static func begin(_ verb: Verb, _ app: inout App, _ now: Instant) -> [Effect] {
    guard let clerk = chosen(app) else { return [] }
    return app.begin(verb, answers: .given(.clerk, clerk.id), now: now)
  }

  private static let whyNot: @Sendable (App) -> String? = { app in
    if let reason = ActionCommands.readOnly(app) { return reason }
    return app.session.clerk?.has(.headOfDesk) == true
      ? nil : Denial.roleMissing([.headOfDesk]).wording(app.session.language)
  }
}
