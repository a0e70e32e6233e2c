import DossierDomain
import OfficeWork
import Terminal

enum CertificationCommands {
  static let list: [Command] = [
    Command(
      "certification", in: [.queue, .detail, .dayStart], keys: [.character(",")],
      Words("Chứng thực bản sao", "Certified copies"), group: .go, unless: reasonAgainstOpening
    ) { app, now in
      let kept = app.session.promptDrafts[Context.certification.name] ?? Contents()
      return app.open(CertificationState(kept: kept), now: now)
    },
    Command(
      "certification.receive", in: [.certification], keys: [.function(2), .controlEnter],
      Words("Nhận, thu phí", "Receive, take the fee"), hint: Words("Nhận", "Receive"), group: .act, unless: isDone
    ) { app, now in
      app.onTop(CertificationState.self) { state, session in state.receiveBatch(&session, now) }
    },
    Command(
      "certification.fill", in: [.certification], keys: [.control("b")],
      Words("Điền những gì đã biết về người này", "Fill in what is known of the person"), group: .act,
      unless: { app in
        isDone(app)
          ?? (counter(app)?.known.isEmpty == false
            ? nil
            : app.session.language.pick(
              "Chưa thấy người này trong hồ sơ đã có.", "Earlier dossiers do not have this person."))
      }
    ) { app, _ in
      guard let known = counter(app)?.known, let only = known.first else { return [] }
      guard known.count == 1 else {
        app.top.overlay = KnownChoice(kind: .persons(known))
        return []
      }
      return app.takeRequester(only.person)
    },
    Command(
      "certification.next", in: [.certification], keys: [.character("n")],
      Words("Người tiếp theo", "Next person"), hint: Words("Người tiếp theo", "Next person"), group: .go,
      unless: isNotDone
    ) { app, now in
      app.top.screen = CertificationState()
      return app.appear(now)
    },
    Command(
      "certification.same-person", in: [.certification], keys: [.character(",")],
      Words("Giấy nữa của người này", "More papers of this person"),
      hint: Words("Giấy nữa của người này", "Same person"), group: .go, unless: isNotDone
    ) { app, now in
      guard let owner = counter(app)?.owner else { return [] }
      app.top.screen = CertificationState(of: owner)
      return app.appear(now)
    },
    Command(
      "certification.open", in: [.certification], keys: [.enter],
      Words("Mở hồ sơ vừa nhận", "Open the received dossier"), hint: Words("Mở hồ sơ này", "Open it"), group: .go,
      unless: isNotDone
    ) { app, now in
      guard let row = counter(app)?.issued else { return [] }
      app.top.screen = DetailState(id: row.id)
      return app.appear(now)
    },
  ]

  /// Beside another system the citizen gets that system's code, which the reception form asks for and the counter does not.
  private static let reasonAgainstOpening: @Sendable (App) -> String? = { app in
    if let reason = app.session.reasonAgainstReceiving { return reason }
    guard app.session.office.office.isBesideAnotherSystem(on: app.session.moment.civilDate) else { return nil }
    return app.session.language.pick(
      "Đang dùng song song hệ thống khác: bấm N tiếp nhận, ghi mã hệ thống ấy.",
      "Beside another system: N receives it with that system's code.")
  }

  private static func counter(_ app: App) -> CertificationState? { app.top.screen as? CertificationState }

  private static let isDone: @Sendable (App) -> String? = { app in
    let language = app.session.language
    if counter(app)?.question != nil {
      return language.pick("Hãy trả lời câu hỏi này trước.", "Answer this question first.")
    }
    return counter(app)?.issued == nil
      ? nil : language.pick("Đã nhận rồi. N: người tiếp theo.", "Received already. N: the next person.")
  }

  private static let isNotDone: @Sendable (App) -> String? = { app in
    counter(app)?.issued == nil ? app.session.language.pick("Hãy nhận trước (F2).", "Receive it first (F2).") : nil
  }
}

extension App {
  /// The counter of certified copies is on top: the person asks for the batch.
  mutating func takeRequester(_ person: Person) -> [Effect] {
    onTop(CertificationState.self) { state, _ in
      state.take(person)
      return []
    } + saveSeat()
  }
}
