import DossierDomain
import OfficeWork
import Terminal

enum CallsCommands {
  static let list: [Command] =
    [
      Command(
        "calls", in: [.queue], keys: [.character(";")],
        Words("Gọi điện lần lượt cho công dân", "Call the citizens one after another"), hint: Words("Gọi", "Call"),
        group: .go,
        unless: { app in
          reason(app) == nil
            ? app.session.language.pick(
              "Chỉ ở danh sách 4 (chờ công dân) và 5 (chờ trả).", "Only in the views 4 (waiting) and 5 (results).")
            : nil
        }
      ) { app, now in
        guard let queue = app.top.screen as? QueueState, let reason = reason(app) else { return [] }
        return app.open(CallsState(reason, isMine: queue.isMine), now: now)
      },
      Command(
        "calls.closed", in: [.opening], keys: [.pageDown],
        Words("Gọi những người đã hẹn đến lúc đóng cửa", "Call who was told to come while it is closed"),
        hint: Words("Ai phải báo", "Whom to tell"), group: .go,
        unless: { app in
          (app.top.screen as? OpeningState)?.stranded?.isEmpty == false
            ? nil : app.session.language.pick("Không ai bị hẹn đến lúc đóng cửa.", "Nobody comes while it is closed.")
        }
      ) { app, now in app.open(CallsState(.closed, isMine: false), now: now) },
      Command(
        "calls.open", in: [.calls], keys: [.enter], Words("Mở hồ sơ", "Open the dossier"), hint: Words("Mở", "Open"),
        group: .go, unless: nobody
      ) { app, now in
        guard let row = app.top.screen.targets.first else { return [] }
        return app.open(DetailState(id: row.id), now: now)
      },
    ]
    + CallOutcome.allCases.enumerated().map { index, outcome in
      Command(
        "calls.\(outcome.rawValue)", in: [.calls], keys: [.character(Character(String(index + 1)))], outcome.words,
        hint: outcome.hint, group: .act, unless: { ActionCommands.readOnly($0) ?? nobody($0) }
      ) { app, now in
        // A key that bounces must not note a call to the next citizen.
        guard let calls = app.top.screen as? CallsState, calls.movedAt.map({ now >= $0.afterAPause }) ?? true,
          let row = calls.targets.first
        else { return [] }
        let note = outcome.words(app.session.language)
        let title = Words("Đã gọi (\(outcome.hint(.vi)))", "Called (\(outcome.hint(.en)))")
        return app.perform([Act(dossier: row.id, commands: [.note(note)])], as: title)
          + app.onTop(CallsState.self) { calls, _ in
            calls.goOn(now)
            return []
          }
      }
    }

  /// Why the view in front has citizens to call; nil if it has none.
  private static func reason(_ app: App) -> CallQuery.Reason? {
    switch (app.top.screen as? QueueState)?.view {
    case .waitingForCitizen: .awaited
    case .toHandBack: .result
    case .dueToday, .newOnline, .inProgress, .needsDecision, .all, .unassigned, .assigned, .ofAbsentClerks, .inConflict,
      .handedOver, .open, nil:
      nil
    }
  }

  private static let nobody: @Sendable (App) -> String? = { app in
    app.top.screen.targets.isEmpty
      ? app.session.language.pick("Không còn ai phải gọi.", "Nobody is to be called.") : nil
  }
}

/// How a call ended. It is recorded as a note of the dossier, so that a colleague does not call again.
enum CallOutcome: String, CaseIterable, Sendable {
  case comes, unanswered
  case wrongNumber = "wrong-number"

  var words: Words {
    switch self {
    case .comes: Words("Đã gọi điện: công dân hẹn đến.", "Called: the citizen will come.")
    case .unanswered: Words("Đã gọi điện: không nghe máy.", "Called: nobody answered.")
    case .wrongNumber: Words("Đã gọi điện: sai số.", "Called: a wrong number.")
    }
  }

  var hint: Words {
    switch self {
    case .comes: Words("Hẹn đến", "Will come")
    case .unanswered: Words("Không nghe máy", "No answer")
    case .wrongNumber: Words("Sai số", "Wrong number")
    }
  }

  /// The day of the last call, if a note says one; also in the other language.
  static func lastCall(_ dossier: Dossier) -> (at: Instant, outcome: CallOutcome)? {
    for note in dossier.notes.reversed() {
      let outcome = allCases.first { note.text == $0.words(.vi) || note.text == $0.words(.en) }
      if let outcome { return (note.at, outcome) }
    }
    return nil
  }
}
