import DossierDomain
import Terminal

/// Commands for the paper under the cursor, in the tab of papers.
enum PaperCommands {
  static let list: [Command] = [
    paper(.paperForm, .character("f"), hint: Words("Hình thức", "Form")),
    paper(.digitise, .control("d"), hint: Words("Số hóa", "Digitise")),
    paper(.replaceByLookup, .control("k"), hint: Words("Khai thác", "Look up")),
    paper(.reuse, .character("y"), hint: Words("Dùng lại", "Reuse")),
    command(.addPaper, .character("+"), hint: Words("Thêm", "Add"), unless: { isInPapers($0) ? nil : whereToGo($0) }) {
      app, now in
      app.begin(.addPaper, now: now)
    },
  ]

  private static func paper(_ verb: Verb, _ key: Key, hint: Words) -> Command {
    command(verb, key, hint: hint, unless: { chosen($0) == nil ? whereToGo($0) : nil }) { app, now in
      guard let paper = chosen(app) else { return [] }
      return app.begin(verb, answers: .given(.paper, paper.number), now: now)
    }
  }

  private static func command(
    _ verb: Verb, _ key: Key, hint: Words, unless reason: @escaping @Sendable (App) -> String?,
    run: @escaping @Sendable (inout App, Instant) -> [Effect]
  ) -> Command {
    Command(
      verb.name, in: [.detail], keys: [key], verb.title, hint: hint, group: .act,
      unless: { app in
        ActionCommands.readOnly(app) ?? reason(app) ?? ActionCommands.reason(against: verb, app)
      }, run: run)
  }

  private static func isInPapers(_ app: App) -> Bool {
    guard let state = app.top.screen as? DetailState else { return false }
    return state.tab == .components
  }

  private static func chosen(_ app: App) -> Component? {
    guard let state = app.top.screen as? DetailState else { return nil }
    return state.chosenComponent
  }

  private static func whereToGo(_ app: App) -> String {
    app.session.language.pick(
      "Bấm 2 để mở thẻ Thành phần rồi chọn giấy tờ.", "Press 2 for the papers, then choose one.")
  }
}
