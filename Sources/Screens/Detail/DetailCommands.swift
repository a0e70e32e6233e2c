import DossierDomain
import OfficeWork
import Terminal

enum DetailCommands {
  static let list: [Command] = [
    Command(
      "detail.open", in: Context.lists, keys: [.enter, .right], Words("Mở hồ sơ", "Open the dossier"),
      hint: Words("Mở", "Open"), group: .go,
      unless: { app in
        app.top.screen.targets.isEmpty && selected(app) == nil
          ? app.session.language.pick("Không có hồ sơ nào để mở.", "There is nothing to open.") : nil
      }
    ) { app, now in
      guard let row = selected(app) else { return [] }
      if app.frontList?.listsConflicts == true, row.ownerName != nil {
        return app.open(ConflictState(id: row.id), now: now)
      }
      return app.open(DetailState(id: row.id), now: now)
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
      "detail.numbers", in: [.detail, .papers], keys: [.control("n")],
      Words("Hiện số giấy tờ (được ghi lại) hoặc che", "Show the numbers, which is recorded, or mask them"),
      hint: Words("Hiện số", "Numbers"), group: .view, unless: NumberCommand.reasonAgainst, run: NumberCommand.run
    ),
    Command(
      "copy-code", in: Context.lists.union([.detail, .receive]), keys: [.control("c")],
      Words("Chép mã hồ sơ để dán nơi khác", "Copy the dossier's code"), group: .go,
      unless: { app in
        if codeToCopy(app) == nil {
          return app.session.language.pick("Chưa có mã hồ sơ nào để chép.", "There is no code.")
        }
        return app.session.hasClipboard
          ? nil
          : app.session.language.pick(
            "Màn hình này không có bộ nhớ tạm để chép; hãy đọc mã.",
            "This terminal has no clipboard; read the code out.")
      }
    ) { app, _ in
      guard let code = codeToCopy(app) else { return [] }
      app.session.say(
        Words(
          "Đã chép mã \(code.short). Nếu dán không ra: cửa sổ này không cho chương trình chép.",
          "Copied \(code.short). If nothing can be pasted, this window does not let programs copy."))
      return [.program(.copy(code.text))]
    },
    Command(
      "detail.history", in: [.detail], keys: [.enter],
      Words("Lấy các bước cũ từ tỉnh khi đồng bộ", "Fetch the older steps from the province"),
      hint: Words("Lấy bước cũ", "Older steps"), group: .act, unless: reasonAgainstHistory
    ) { app, _ in
      app.onTop(DetailState.self) { state, session in state.wantHistory(&session) }
    },
  ]

  /// Nil for a dossier whose entries are all in this database.
  private static func foldedCard(_ app: App) -> DossierCard? {
    guard let state = app.top.screen as? DetailState, let card = state.card, card.isFolded else { return nil }
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

  /// Of the receipt, or of the dossier on the screen.
  private static func codeToCopy(_ app: App) -> DossierCode? {
    if let form = app.top.screen as? ReceiveState { return form.issued?.code }
    return selected(app)?.code
  }

  private static func selected(_ app: App) -> QueueRow? {
    guard let list = app.frontList else { return app.top.screen.targets.first }
    return list.selectedRow
  }

  /// Opens the neighbour in the list below, and moves the list's selection to it.
  private static func step(_ app: inout App, _ step: Int, _ now: Instant) -> [Effect] {
    guard var detail = app.top.screen as? DetailState,
      let place = app.frames.lastIndex(where: { $0.screen is any ListScreen }),
      var below = app.frames[place].screen as? any ListScreen
    else { return [] }
    var queue = below.queue
    let index = queue.rows.firstIndex { $0.id == detail.id } ?? queue.index
    guard queue.rows.indices.contains(index + step) else {
      app.session.say(
        step > 0
          ? Words("Đã đến hồ sơ cuối.", "This is the last one.") : Words("Đã đến hồ sơ đầu.", "This is the first one."))
      return []
    }
    queue.selected = queue.rows[index + step].id
    queue.list.selectedIndex = index + step
    below.queue = queue
    app.frames[place].screen = below
    let effects = detail.show(queue.rows[index + step].id, &app.session, now: now)
    app.top.screen = detail
    return effects
  }
}
