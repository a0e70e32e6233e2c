import DossierDomain
import OfficeWork
import Terminal

/// Asks whose dossiers to show, with how many each clerk holds.
struct ClerkChoice: Screen {
  private var window = ListWindow()

  func press(_ key: Key, in app: inout App, _ now: Instant) -> [Effect]? {
    let clerks = app.session.activeClerks
    var choice = self
    switch key.arrow ?? key {
    case .up: choice.window.move(by: -1, count: clerks.count)
    case .down: choice.window.move(by: 1, count: clerks.count)
    case .enter: return show(choice.window.chosen, of: clerks, &app, now)
    case .character(let digit):
      guard let number = digit.wholeNumberValue, (1...9).contains(number) else { return [] }
      return show(number - 1, of: clerks, &app, now)
    case .escape:
      app.top.overlay = nil
      return []
    case .function(12): return nil
    default: return []
    }
    app.top.overlay = choice
    return []
  }

  private func show(_ index: Int, of clerks: [Clerk], _ app: inout App, _ now: Instant) -> [Effect] {
    guard clerks.indices.contains(index) else { return [] }
    app.top.overlay = nil
    return app.onQueue { queue, session in queue.show(.assigned(clerks[index].id), &session, now) }
  }

  func draw(on surface: inout Surface, app: App, now: Instant) {
    let language = app.session.language
    let counts = (app.top.screen as? QueueState)?.counts
    let clerks = app.session.activeClerks
    let width = clerks.map { Surface.width(of: $0.name) }.max() ?? 0
    let texts = clerks.map { clerk in
      let blanks = String(repeating: " ", count: width - Surface.width(of: clerk.name))
      return "\(clerk.name)\(blanks)  \(counts.map { String($0.byClerk[clerk.id]?.all ?? 0) } ?? "…")"
    }
    let height = min(max(1, texts.count), max(1, surface.size.rows - 8))
    let dialog = Dialog(
      on: &surface, title: language.pick("Từng người giữ bao nhiêu", "Load of each clerk"),
      foot: language.pick("Enter Xem hồ sơ của người này   Esc Thôi", "Enter Show her dossiers   Esc Leave it"),
      lineCount: height + 1)
    dialog.draw(ChoiceList(texts, chosen: window.chosen), line: 0, height: height, on: &surface)
  }
}
