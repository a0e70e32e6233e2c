import DossierDomain
import OfficeWork
import Terminal

enum DetailCommands {
  static let list: [Command] = [
    Command(
      "detail.open", in: [.queue], keys: [.enter, .right], Words("Mở hồ sơ", "Open the dossier"),
      hint: Words("Mở", "Open"), group: .go,
      unless: { app in
        app.top.screen.body.targets.isEmpty && selected(app) == nil
          ? app.session.language.pick("Không có hồ sơ nào để mở.", "There is nothing to open.") : nil
      }
    ) { app, now in
      guard let row = selected(app) else { return [] }
      if case .queue(let queue) = app.top.screen, queue.view == .inConflict, row.ownerName != nil {
        return app.open(.conflict(ConflictState(id: row.id)), now: now)
      }
      return app.open(.detail(DetailState(id: row.id)), now: now)
    },
    Command(
      "detail.next", in: [.detail], keys: [.pageDown], Words("Hồ sơ sau", "Next dossier"),
      hint: Words("Hồ sơ sau", "Next"), group: .move
    ) { app, now in step(&app, 1, now) },
    Command(
      "detail.previous", in: [.detail], keys: [.pageUp], Words("Hồ sơ trước", "Previous dossier"),
      hint: Words("Trước", "Previous"), group: .move
    ) { app, now in step(&app, -1, now) },
    Command(
      "detail.numbers", in: [.detail], keys: [.character("v")],
      Words("Hiện hoặc che số giấy tờ", "Show or mask the numbers"),
      hint: Words("Hiện số", "Numbers"), group: .view
    ) { app, _ in
      guard case .detail(var state) = app.top.screen else { return [] }
      state.showsNumbers.toggle()
      app.top.screen = .detail(state)
      return []
    },
    Command(
      "detail.history", in: [.detail], keys: [.enter],
      Words("Lấy các bước cũ từ tỉnh khi đồng bộ", "Fetch the older steps from the province"),
      hint: Words("Lấy bước cũ", "Older steps"), group: .act, unless: reasonAgainstHistory
    ) { app, _ in
      guard case .detail(var state) = app.top.screen else { return [] }
      let effects = state.wantHistory(&app.session)
      app.top.screen = .detail(state)
      return effects
    },
  ]

  /// Nil for a dossier whose entries are all here.
  private static func foldedCard(_ app: App) -> DossierCard? {
    guard case .detail(let state) = app.top.screen, let card = state.card, card.isFolded else { return nil }
    return card
  }

  private static func reasonAgainstHistory(_ app: App) -> String? {
    guard let card = foldedCard(app) else {
      return app.session.language.pick("Các bước của hồ sơ này đã có đủ ở máy.", "All its steps are here already.")
    }
    return card.isHistoryWanted
      ? app.session.language.pick("Đã ghi nhận, sẽ về khi đồng bộ (F5).", "Asked for; it comes with the exchange (F5).")
      : nil
  }

  private static func selected(_ app: App) -> QueueRow? {
    guard case .queue(let queue) = app.top.screen else { return app.top.screen.body.targets.first }
    return queue.selectedRow
  }

  /// The neighbour in the queue below, which moves its selection along.
  private static func step(_ app: inout App, _ step: Int, _ now: Instant) -> [Effect] {
    guard case .detail(var detail) = app.top.screen,
      let place = app.frames.lastIndex(where: { if case .queue = $0.screen { true } else { false } }),
      case .queue(var queue) = app.frames[place].screen
    else { return [] }
    let index = queue.rows.firstIndex { $0.id == detail.id } ?? queue.index
    guard queue.rows.indices.contains(index + step) else {
      app.session.say(
        step > 0
          ? Words("Đã đến hồ sơ cuối.", "This is the last one.") : Words("Đã đến hồ sơ đầu.", "This is the first one."))
      return []
    }
    queue.selected = queue.rows[index + step].id
    queue.selectedIndex = index + step
    app.frames[place].screen = .queue(queue)
    let effects = detail.show(queue.rows[index + step].id, &app.session, now: now)
    app.top.screen = .detail(detail)
    return effects
  }
}
