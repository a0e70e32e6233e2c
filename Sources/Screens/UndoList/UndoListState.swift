import DossierDomain
import OfficeWork
import Terminal

extension Context {
  public static let undoList = Context("undoList")
}

/// The clerk's last acts that can be undone; Enter asks and undoes the chosen one.
struct UndoListState: PlacedScreen {
  static let context = Context.undoList

  var acts: [UndoableAct]?
  var pending: Request<[UndoableAct]>?
  var window = ListWindow()

  static let commands: [Command] = [
    Command(
      "undo-list", in: Context.signedIn.subtracting([.undoList]), keys: [.control("u")],
      Words("Những việc có thể hoàn tác", "What can be undone"), group: .go
    ) { app, now in app.open(UndoListState(), now: now) },
    Command(
      "undo-list.undo", in: [.undoList], keys: [.enter], Words("Hoàn tác việc này", "Undo this"),
      hint: Words("Hoàn tác việc này", "Undo this"), group: .act,
      unless: { app in
        let isEmpty = (app.top.screen as? UndoListState)?.acts?.isEmpty == true
        return ActionCommands.readOnly(app) ?? (isEmpty ? Denial.nothingToUndo.wording(app.session.language) : nil)
      }
    ) { app, _ in
      guard let list = app.top.screen as? UndoListState, let acts = list.acts,
        acts.indices.contains(list.window.chosen)
      else { return [] }
      app.top.overlay = UndoQuestion(act: acts[list.window.chosen])
      return []
    },
  ]

  mutating func appear(_ session: inout Session, now: Instant) -> [Effect] {
    let request: Request<[UndoableAct]> = session.request()
    pending = request
    return [.ask(.undoable(request, viewer: session.viewer))]
  }

  mutating func press(_ key: Key, _ session: inout Session, now: Instant) -> [Effect]? {
    switch key {
    case .up: window.move(by: -1, count: acts?.count ?? 0)
    case .down: window.move(by: 1, count: acts?.count ?? 0)
    default: return nil
    }
    return []
  }

  mutating func receive(_ reply: Reply, _ session: inout Session, now: Instant) -> [Effect] {
    guard let acts = reply.resolve(&pending)?.response else { return [] }
    self.acts = acts
    window.choose(window.chosen, count: acts.count)
    return []
  }

  mutating func hear(_ news: News, _ session: inout Session, now: Instant) -> [Effect] {
    switch news {
    case .performed, .undone, .synchronised: appear(&session, now: now)
    case .officeChanged, .syncProgress, .syncFailed, .backup: []
    }
  }

  /// The whole of what a row may cut.
  func notice(_ session: Session, now: Instant) -> String? {
    guard let acts, acts.indices.contains(window.chosen) else { return nil }
    return acts[window.chosen].what.masked.wording(session.language) { session.name(of: $0) }
  }

  func draw(on surface: inout Surface, rows: Int, session: Session, now: Instant) {
    let language = session.language
    surface.drawTitleBar(
      language.pick("Những việc có thể hoàn tác", "What can be undone"), right: clockWording(now, language))
    guard let acts else { return }
    if acts.isEmpty {
      surface.put(Denial.nothingToUndo.wording(language), row: 2, column: 2, style: Style(.muted))
      surface.cursor = Position(row: 2, column: 2)
    }
    let first = max(0, min(window.chosen - (rows - 3), acts.count - 1))
    for (offset, act) in acts.dropFirst(first).prefix(rows - 2).enumerated() {
      let ground = surface.beginListRow(2 + offset, isChosen: first + offset == window.chosen)
      surface.put(act.at.clockAndDate, row: 2 + offset, column: 2, width: 17, style: Style(.muted, on: ground))
      let what = act.what.masked.wording(language) { session.name(of: $0) }
      surface.put(
        "\(act.subject(language)): \(what)", row: 2 + offset, column: 19, width: surface.size.columns - 20,
        style: Style(act.isReception ? .warning : .text, on: ground))
    }
  }
}
