import DossierDomain
import OfficeWork
import Terminal

enum DayEndCommands {
  static let list: [Command] = [
    Command(
      "day-end", in: Context.signedIn.subtracting([.dayEnd]), keys: [.function(8)],
      Words("Cuối ngày: còn gì dở", "End of day"),
      hint: Words("Cuối ngày", "Day end"), group: .go
    ) { app, now in
      if app.top.screen is OpenWorkState, app.frames.dropLast().last?.screen is DayEndState {
        return app.close(now: now)
      }
      // An open form counts as unfinished, like a form that was left.
      if var state = app.top.screen as? ReceiveState, state.issued == nil, !state.isEmpty {
        state.draftName = state.draftName ?? app.session.freeReceptionDraft
        state.keepDraft(&app.session)
        app.top.screen = state
        app.session.message = nil
      }
      return app.open(DayEndState(), now: now)
    },
    Command(
      "day-end.open", in: [.dayEnd], keys: [.enter], Words("Mở các hồ sơ này", "Open these"), hint: Words("Mở", "Open"),
      group: .go
    ) { app, now in
      guard let state = app.top.screen as? DayEndState else { return [] }
      let lines = state.lines(app.session, now)
      guard lines.indices.contains(state.window.chosen) else { return [] }
      switch lines[state.window.chosen].target {
      case .work(let work): return app.open(OpenWorkState(work, at: state.countedAt), now: now)
      case .sync: return app.open(SyncState(), now: now)
      case .outbox(let delivery): return app.open(OutboxState(delivery: delivery), now: now)
      case .draft: return app.goOnWithDraft(now)
      case .toPrint: return app.open(ToPrintState(), now: now)
      case .blanks: return app.open(BlanksState(), now: now)
      case .backup: return app.backUp()
      case nil: return []
      }
    },
    Command(
      "supplement-late", in: [.queue, .dayStart], keys: [.character("&")],
      Words("Hết hạn bổ sung, công dân chưa nộp", "Papers overdue from citizens"), group: .go
    ) { app, now in app.open(OpenWorkState(.supplementLate, at: now), now: now) },
    Command("backup", in: Context.signedIn, Words("Sao lưu ngay", "Back up now"), group: .program) { app, _ in
      app.backUp()
    },
  ]
}

extension App {
  fileprivate mutating func backUp() -> [Effect] {
    session.say(Words("Đang sao lưu; cứ làm việc tiếp.", "Backing up; work goes on."))
    return [.keep(.backup)]
  }

  /// Goes to the queue at the bottom of the stack and shows this view; a form above it becomes a draft.
  mutating func showQueue(_ view: QueueFilter, now: Instant) -> [Effect] {
    for case let form as ReceiveState in frames.map(\.screen) { form.keepDraft(&session) }
    frames.removeLast(frames.count - 1)
    return onQueue { queue, session in queue.show(view, &session, now) }
  }
}
