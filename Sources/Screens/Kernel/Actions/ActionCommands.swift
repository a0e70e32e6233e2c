import DossierDomain
import OfficeWork
import Terminal

/// The verbs as commands of every screen that shows dossiers.
enum ActionCommands {
  private static let contexts = Context.withDossiers

  static let list: [Command] = [
    command(
      .takeOver, "m", hint: Words("Nhận bàn giao", "Take over"),
      isWorthAHint: { app in app.top.screen.targets.contains { $0.waits(for: app.session.clerk) } }),
    command(.handOver, "c", hint: Words("Chuyển", "Hand over")),
    command(.requestSupplement, "b", hint: Words("Bổ sung", "Supplement")),
    command(
      .receiveSupplement, "g", hint: Words("Nhận bổ sung", "Papers came"),
      unless: { app in
        // Without its request nobody knows whether everything came.
        guard let row = app.top.screen.targets.first, app.top.screen.targets.count == 1,
          row.status == .supplementRequested, app.top.screen.loaded(row.id) == nil
        else { return nil }
        return app.session.language.pick("Đang đọc hồ sơ, xin bấm lại.", "The dossier is being read; press again.")
      }, asking: arrival),
    command(
      .sendToSigner, "_", hint: Words("Trình ký", "To the signer"), unless: reasonAgainstNumbers,
      isWorthAHint: { app in reasonAgainstNumbers(app) == nil }),
    command(.complete, "x", hint: Words("Kết quả", "Result")),
    command(.handBack, "t", hint: Words("Trả", "Hand back")),
    command(.extend, "l"), command(.verify, "@", unless: notVerified), command(.fee, "p"), command(.end, "d"),
    command(.assign, "a"),
    command(.acceptOnline, "r", hint: Words("Nhận trực tuyến", "Accept")), command(.note, "w"),
    command(.correct, .control("e"), in: Context.ofOneDossier, hint: Words("Sửa", "Correct")),
    command(.reopen, .control("o"), in: Context.ofOneDossier, hint: Words("Mở lại", "Reopen")),
    command(.issueCode, "#"),
    command(
      .otherCode, .control("a"), in: contexts,
      unless: { app in
        app.top.screen.targets.count == 1
          ? nil : app.session.language.pick("Mỗi mã cho một hồ sơ: hãy bỏ chọn.", "A code is for one dossier: unmark.")
      }),
    Command(
      "undo", in: Context.signedIn, keys: [.character("u"), .control("z")],
      Words("Hoàn tác việc mình vừa làm", "Undo what you did last"), hint: Words("Hoàn tác", "Undo"), group: .act,
      unless: { app in
        // While the clerk types, ^Z concerns the text, so it must not undo the act for the previous citizen.
        readOnly(app)
          ?? (app.isTyping && !app.hasClearedForm
            ? app.session.language.pick(
              "Đang gõ dở: Esc ra ngoài rồi bấm U để hoàn tác hồ sơ trước.",
              "You are typing: Esc, then U undoes what you did last.") : nil)
      }
    ) { app, _ in app.bringBackClearedForm() ? [] : app.undo() },
    Command(
      "redo", in: Context.signedIn, keys: [.control("y")],
      Words("Làm lại việc vừa hoàn tác", "Do again what was undone"), group: .act,
      unless: { app in readOnly(app) ?? app.reasonAgainstRedo }
    ) { app, _ in app.redo() },
    Command(
      "repeat", in: contexts, keys: [.character(".")],
      Words("Làm lại việc vừa làm cho hồ sơ đang chọn", "Do the last action again here"), group: .act,
      unless: { app in
        if let reason = readOnly(app) { return reason }
        guard let act = app.session.lastAct, let verb = Verb.named(act.verb) else {
          return app.session.language.pick("Chưa có việc nào để lặp lại.", "There is nothing to repeat yet.")
        }
        return reason(against: verb, app)
      },
      run: { app, now in
        guard let act = app.session.lastAct, let verb = Verb.named(act.verb) else { return [] }
        return app.begin(verb, answers: act.answers, now: now)
      }),
  ]

  /// Before a reason is typed in vain.
  private static let notVerified: @Sendable (App) -> String? = { app in
    guard app.top.screen.targets.count == 1, let row = app.top.screen.targets.first,
      let dossier = app.top.screen.loaded(row.id), app.session.office.verification(of: dossier) == nil
    else { return nil }
    let denial = dossier.verifications.last.map { Denial.verifiedBefore(until: $0.newDueAt) }
    return (denial ?? .verificationNotForeseen).wording(app.session.language)
  }

  /// Which papers came, if several were requested.
  private static let arrival: @Sendable (App) -> (any Screen)? = { app in
    let targets = app.top.screen.targets
    guard targets.count == 1, let row = targets.first, let dossier = app.top.screen.loaded(row.id) else { return nil }
    return SupplementArrival(row, dossier)
  }

  private static func command(
    _ verb: Verb, _ letter: Character, hint: Words? = nil,
    unless denial: @escaping @Sendable (App) -> String? = { _ in nil },
    isWorthAHint: @escaping @Sendable (App) -> Bool = { _ in true },
    asking question: @escaping @Sendable (App) -> (any Screen)? = { _ in nil }
  ) -> Command {
    command(
      verb, .character(letter), in: contexts, hint: hint, unless: denial, isWorthAHint: isWorthAHint, asking: question)
  }

  /// - Parameter question: the question about these targets that is asked instead of those of the verb.
  private static func command(
    _ verb: Verb, _ key: Key, in contexts: Set<Context>, hint: Words? = nil,
    unless denial: @escaping @Sendable (App) -> String? = { _ in nil },
    isWorthAHint: @escaping @Sendable (App) -> Bool = { _ in true },
    asking question: @escaping @Sendable (App) -> (any Screen)? = { _ in nil }
  ) -> Command {
    Command(
      verb.name, in: contexts, keys: [key], verb.title, hint: hint, group: .act,
      unless: { app in readOnly(app) ?? reason(against: verb, app) ?? denial(app) }, isWorthAHint: isWorthAHint,
      run: { app, now in
        guard let asked = question(app) else { return app.begin(verb, now: now) }
        app.top.overlay = asked
        return []
      })
  }

  static let readOnly: @Sendable (App) -> String? = { app in
    app.session.office.lookingOn.map { Failure.readOnly($0).wording(app.session.language) }
  }

  /// Why the verb is available for none of the targets; nil as soon as one allows it.
  static func reason(against verb: Verb, _ app: App) -> String? {
    let language = app.session.language
    let targets = app.top.screen.targets
    guard !targets.isEmpty else { return language.pick("Chưa chọn hồ sơ nào.", "No dossier is selected.") }
    guard let clerk = app.session.clerk else { return nil }
    let living = targets.filter { !$0.isVoid }
    // Thousands of dossiers may be marked and this runs at every paint, so each distinct standing is checked once.
    var asked: Set<DossierStanding> = []
    var first: Denial?
    let standings = (living.isEmpty ? targets : living).map { $0.standing(at: app.session.moment) }
    for standing in standings where asked.insert(standing).inserted {
      guard let denial = verb.denial(on: standing, by: clerk) else { return nil }
      first = first ?? denial
    }
    return first?.wording(language)
  }
}
