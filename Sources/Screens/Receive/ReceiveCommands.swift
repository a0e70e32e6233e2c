import DossierDomain
import OfficeWork
import Terminal

enum ReceiveCommands {
  static let list: [Command] = ofTheForm + waysOut + [part, blank]

  private static let ofTheForm: [Command] = [
    Command(
      "receive.new", in: [.queue, .detail, .dayStart], keys: [.character("n"), .function(2)],
      Words("Tiếp nhận hồ sơ mới", "New dossier"), hint: Words("Mới", "New"), group: .go,
      unless: { app in reasonAgainstReceiving(app) }
    ) { app, now in app.openReception(for: nil, now: now) },
    Command(
      "receive.favourite", in: [.queue, .detail, .dayStart, .receive], keys: (1...9).map { .alt(Character("\($0)")) },
      Words("Tiếp nhận thủ tục hay nhận nhất (theo số)", "Receive a frequent procedure (by its number)"), group: .go,
      unless: { app in reasonAgainstReceiving(app) },
      argument: { app, number, now in app.receiveFavourite(Int(number), now) }
    ) { app, now in app.openReception(for: nil, now: now) },
    Command(
      "receive.next", in: [.receive], keys: [.character("n")], Words("Hồ sơ tiếp theo", "Next dossier"),
      hint: Words("Hồ sơ tiếp theo", "Next dossier"), group: .go,
      unless: { app in
        reception(app)?.issued == nil ? app.session.language.pick("Hãy cấp mã trước.", "Issue the code first.") : nil
      }
    ) { app, now in
      app.top.screen = ReceiveState()
      return app.appear(now)
    },
    Command(
      "receive.issue", in: [.receive], keys: [.function(2), .controlEnter], Words("Cấp mã hồ sơ", "Issue the code"),
      hint: Words("Cấp mã", "Issue"), group: .act, unless: isDone
    ) { app, now in issue(&app, .code, now) },
    Command(
      "receive.at-once", in: [.receive], keys: [.function(4)],
      Words("Nhận, giải quyết và trả ngay", "Receive, decide and hand back at once"),
      hint: Words("Trả ngay", "At once"), group: .act,
      unless: { app in
        isDone(app)
          ?? (reception(app)?.isSameDay == true
            ? nil : app.session.language.pick("Chỉ cho thủ tục trả trong ngày.", "Only for same-day procedures."))
      }
    ) { app, now in issue(&app, .atOnce, now) },
    Command(
      "receive.open", in: [.receive], keys: [.enter], Words("Mở hồ sơ vừa cấp mã", "Open the dossier"),
      hint: Words("Mở hồ sơ này", "Open it"), group: .go,
      unless: { app in
        reception(app)?.issued == nil ? app.session.language.pick("Hãy cấp mã trước.", "Issue the code first.") : nil
      }
    ) { app, now in
      guard let row = reception(app)?.issued else { return [] }
      app.top.screen = DetailState(id: row.id)
      return app.appear(now)
    },
    Command(
      "receive.same-person", in: [.receive], keys: [.character(".")],
      Words("Hồ sơ nữa cho người này", "Another dossier of this person"),
      hint: Words("Hồ sơ nữa cho người này", "Same person"), group: .go,
      unless: { app in
        reception(app)?.issued == nil ? app.session.language.pick("Hãy cấp mã trước.", "Issue the code first.") : nil
      }
    ) { app, now in
      guard let form = reception(app) else { return [] }
      app.top.screen = form.forTheSamePerson
      return app.appear(now)
    },
    Command(
      "receive.fill", in: [.receive], keys: [.control("b")],
      Words("Điền những gì đã biết về người này", "Fill in what is known of the person"),
      hint: Words("Điền người đã biết", "Fill in"), group: .act,
      unless: { app in
        isDone(app)
          ?? (knowsApplicant(app) || reception(app)?.typedBefore(app.session) != nil ? nil : knownReason(app))
      }
    ) { app, _ in
      if knowsApplicant(app), let persons = reception(app)?.knownApplicant.persons {
        guard persons.count == 1, let only = persons.first else {
          app.top.overlay = KnownChoice(kind: .applicants(persons))
          return []
        }
        return app.onTop(ReceiveState.self) { form, _ in
          form.fillApplicant(from: only)
          return []
        }
      }
      if let before = reception(app)?.typedBefore(app.session) {
        return app.onTop(ReceiveState.self) { form, _ in
          form.fill(form.form.focus, before)
          return []
        }
      }
      guard let persons = reception(app)?.known.persons, let only = persons.first else { return [] }
      if persons.count > 1 {
        app.top.overlay = KnownChoice(kind: .persons(persons))
        return []
      }
      return app.onTop(ReceiveState.self) { form, session in
        form.fill(from: only.person)
        return form.askWhoItIs(&session)
      }
    },
    Command(
      "receive.known", in: [.receive], keys: [.control("r")],
      Words("Xem hồ sơ đã có của người này", "Show the person's dossiers"), group: .go,
      unless: { isDone($0) ?? knownReason($0) }
    ) { app, now in
      guard let form = reception(app) else { return [] }
      let doubles = form.doubles(now)
      let rows = doubles.isEmpty ? form.known.persons.flatMap(\.dossiers) : doubles
      guard rows.count == 1, let only = rows.first else {
        app.top.overlay = KnownChoice(kind: .dossiers(rows))
        return []
      }
      return app.open(DetailState(id: only.id), now: now)
    },
    Command(
      "receive.clear", in: [.receive], keys: [.function(7)], Words("Xóa trắng mẫu này", "Clear this form"), group: .act,
      unless: { app in
        isDone(app) ?? isIssuing(app)
      }
    ) { app, now in
      var cleared = reception(app)
      if let name = cleared?.draftName { app.session.promptDrafts[name] = nil }
      // Another form may take the name until this one is brought back.
      cleared?.draftName = nil
      app.session.clearedForm = cleared.flatMap { $0.isEmpty ? nil : KeptScreen(screen: $0) }
      app.top.screen = ReceiveState()
      if app.session.clearedForm != nil {
        app.session.say(Words("Đã xóa trắng mẫu. ^Z lấy lại.", "The form is cleared. ^Z brings it back."))
      }
      return app.appear(now)
    },
  ]

  static func reasonAgainstReceiving(_ app: App) -> String? {
    if reception(app)?.question != nil || reception(app)?.pending != nil { return isDone(app) ?? isIssuing(app) }
    return app.session.reasonAgainstReceiving
  }

  private static func isIssuing(_ app: App) -> String? {
    reception(app)?.pending == nil
      ? nil : app.session.language.pick("Đang cấp mã, xin chờ một chút.", "The code is being issued.")
  }

  private static func reception(_ app: App) -> ReceiveState? {
    guard let state = app.top.screen as? ReceiveState else { return nil }
    return state
  }

  static func isDone(_ app: App) -> String? {
    if reception(app)?.question != nil {
      return app.session.language.pick("Hãy trả lời câu hỏi này trước.", "Answer this question first.")
    }
    return reception(app)?.issued == nil
      ? nil : app.session.language.pick("Đã cấp mã rồi. N: hồ sơ tiếp theo.", "Issued already. N: the next one.")
  }

  private static func knowsApplicant(_ app: App) -> Bool {
    reception(app).map { $0.isAtApplicant && !$0.knownApplicant.persons.isEmpty } ?? false
  }

  static func issue(_ app: inout App, _ issuing: Issuing, _ now: Instant) -> [Effect] {
    app.onTop(ReceiveState.self) { form, session in form.issue(issuing, &session, now) }
  }

  private static func knownReason(_ app: App) -> String? {
    reception(app)?.known.persons.isEmpty == false
      ? nil
      : app.session.language.pick(
        "Chưa thấy người này trong hồ sơ đã có. Gõ tên hoặc số định danh trước.",
        "Earlier dossiers do not have this person. Type the name or the number first.")
  }
}

extension App {
  /// Opens the form. If no procedure is given and drafts exist, the clerk chooses.
  mutating func openReception(for procedure: ProcedureVersion?, now: Instant) -> [Effect] {
    if procedure != nil { keepUnfinishedReception() }
    if let unfinished = frames.lastIndex(where: \.isUnfinishedReception) {
      frames.removeSubrange((unfinished + 1)...)
      return appear(now) + saveSeat()
    }
    let drafts = receptionDrafts
    if procedure == nil, !drafts.isEmpty {
      top.overlay = DraftChoice(drafts: drafts)
      return []
    }
    return open(ReceiveState(procedure: procedure), now: now)
  }

  /// Opens a new form with the person of a card; another one that was begun becomes a draft.
  mutating func openReception(of card: CitizenCard, now: Instant) -> [Effect] {
    keepUnfinishedReception()
    let effects = open(ReceiveState(), now: now)
    return effects
      + onTop(ReceiveState.self) { form, session in form.take(card, as: .owner, &session) } + saveSeat()
  }

  /// Opens the form with what was received under a wrong procedure; another one that was begun becomes a draft.
  mutating func openReception(replacing dossier: Dossier, now: Instant) -> [Effect] {
    keepUnfinishedReception()
    return open(ReceiveState(replacing: dossier), now: now) + saveSeat()
  }

  /// Opens the form with the procedure that is received most, or second most, and so on.
  mutating func receiveFavourite(_ number: Int?, _ now: Instant) -> [Effect] {
    guard let number, (1...9).contains(number) else { return openReception(for: nil, now: now) }
    var form = ReceiveState()
    if let version = session.favourite(String(number), on: now.civilDate) {
      form = ReceiveState(procedure: version)
    } else {
      form.wantedFavourite = number
    }
    keepUnfinishedReception()
    return openInPlaceOfAnEmptyForm(form, now)
  }

  mutating func openInPlaceOfAnEmptyForm(_ form: ReceiveState, _ now: Instant) -> [Effect] {
    guard let state = top.screen as? ReceiveState, state.isEmpty || state.issued != nil else {
      return open(form, now: now)
    }
    top.screen = form
    return appear(now) + saveSeat()
  }

  /// Only one form may be open, because a second one would replace the first one in the stored seat.
  mutating func keepUnfinishedReception() {
    forgetBareReception()
    guard let unfinished = frames.lastIndex(where: \.isUnfinishedReception),
      let form = frames[unfinished].screen as? ReceiveState
    else { return }
    frames.removeSubrange(unfinished...)
    form.keepDraft(&session)
  }

  /// Opens the only form that was begun, or asks which one.
  mutating func goOnWithDraft(_ now: Instant) -> [Effect] {
    let drafts = receptionDrafts
    guard drafts.count == 1, !frames.contains(where: \.isUnfinishedReception) else {
      return openReception(for: nil, now: now)
    }
    return openDraft(drafts[0], now: now)
  }

  /// Discards forms and drafts in which only a procedure was chosen.
  private mutating func forgetBareReception() {
    frames.removeAll { frame in
      if let state = frame.screen as? ReceiveState {
        state.issued == nil && !state.isEmpty && state.isBare
      } else {
        false
      }
    }
    for draft in receptionDrafts
    where ReceiveState(place: draft.place, session.office.catalogue, now: lastKeyAt).isBare {
      session.promptDrafts[draft.name] = nil
    }
  }

  /// Keeps the contents of an undone reception as a draft, unless its form is still open.
  mutating func keepUndoneReception(_ reception: Reception, of act: UndoneAct, _ now: Instant) -> Bool {
    let rows = act.rows
    let isShown = frames.contains { frame in
      (frame.screen as? ReceiveState)?.issued.map { issued in rows.contains { $0.id == issued.id } } ?? false
    }
    guard !isShown else { return false }
    var form = ReceiveState(reception, session.office.catalogue, now: now)
    // What became void with the code lives again, and becomes void with the next code.
    form.replaced = zip(rows, act.actions).first { _, actions in
      actions.contains { if case .void = $0 { true } else { false } }
    }.map { row, _ in ReplacedDossier(row) }
    session.promptDrafts[session.freeReceptionDraft] = form.contents
    return true
  }

  var hasClearedForm: Bool {
    if let state = top.screen as? ReceiveState {
      session.clearedForm != nil && state.isEmpty && state.issued == nil
    } else {
      false
    }
  }

  /// Restores the form that F7 has cleared; returns false if there is none or another form was begun since.
  mutating func bringBackClearedForm() -> Bool {
    guard hasClearedForm, let form = session.clearedForm else { return false }
    session.clearedForm = nil
    top.screen = form.screen
    return true
  }
}

extension Frame {
  fileprivate var isUnfinishedReception: Bool {
    if let state = screen as? ReceiveState { !state.isEmpty && state.issued == nil } else { false }
  }
}
