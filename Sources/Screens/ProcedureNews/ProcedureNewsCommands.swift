import DossierDomain
import OfficeWork
import Terminal

enum ProcedureNewsCommands {
  static let list: [Command] = [
    Command(
      "procedures-changed", in: Context.signedIn.subtracting([.procedureNews]), keys: [.character("~"), .control("q")],
      Words("Thủ tục thay đổi", "Procedures that changed"), group: .go
    ) { app, now in app.open(ProcedureNewsState(), now: now) },
    Command(
      "procedures-changed.open", in: [.procedureNews], keys: [.enter],
      Words("Tra cứu thủ tục này", "Look this procedure up"), hint: Words("Tra cứu", "Look up"), group: .go,
      unless: { app in
        code(app) == nil
          ? app.session.language.pick("Không có thủ tục nào được chọn.", "No procedure is chosen.") : nil
      }
    ) { app, now in
      guard let code = code(app) else { return [] }
      return app.open(LookupState(text: code), now: now)
    },
  ]

  private static func code(_ app: App) -> String? {
    guard let code = (app.top.screen as? ProcedureNewsState)?.chosen?.code, !code.isEmpty else { return nil }
    return code
  }
}
