import DossierDomain
import OfficeWork
import Terminal

enum PapersCommands {
  static let list: [Command] = [
    Command(
      "print", in: Context.signedIn.subtracting([.papers, .toPrint, .blanks]), keys: [.control("p")],
      Words("In giấy tờ", "Print"), hint: Words("In", "Print"), group: .go,
      unless: { app in
        app.paperTarget == nil
          ? app.session.language.pick("Hãy chọn một hồ sơ để in giấy.", "Choose one dossier to print papers for.") : nil
      },
      isWorthAHint: { app in app.context == .detail || (app.top.screen as? ReceiveState)?.issued != nil }
    ) { app, now in
      guard let row = app.paperTarget else { return [] }
      return app.open(PapersState(row.id, row.code), now: now)
    },
    Command(
      "papers.enter", in: [.papers], keys: [.enter], Words("Xem, rồi lập và in", "Look, then issue and print"),
      hint: Words("Xem, in", "Look, print"), group: .act,
      unless: { app in
        // Printing is noted, too.
        (app.top.screen as? PapersState)?.sheet == nil ? nil : ActionCommands.readOnly(app)
      }
    ) { app, now in
      if let state = app.top.screen as? PapersState, let declaration = state.declaration {
        let kept = app.draft(named: Session.declarationDraft(of: state.dossier)) ?? Contents()
        return app.open(DeclarationState(state.dossier, declaration, kept: kept), now: now)
      }
      return app.onTop(PapersState.self) { state, session in state.enter(&session, now: now) }
    },
    Command(
      "papers.anyway", in: [.papers], keys: [.control("g")],
      Words("Vẫn gửi, dù máy in báo như vậy", "Send it, whatever the printer says"), group: .act,
      unless: { app in
        if let reason = ActionCommands.readOnly(app) { return reason }
        return (app.top.screen as? PapersState)?.heldBack == nil
          ? PrintNews.nothingHeldBack(app.session.language) : nil
      }
    ) { app, _ in app.onTop(PapersState.self) { state, session in state.sendAnyway(&session) } },
  ]
}

extension App {
  /// The dossier on the screen; nil if there is none, or several are marked.
  fileprivate var paperTarget: QueueRow? {
    if let reception = top.screen as? ReceiveState { return reception.issued }
    let targets = top.screen.targets
    return targets.count == 1 ? targets.first : nil
  }
}
