import Documents
import DossierDomain
import OfficeWork
import Terminal

enum DeclarationCommands {
  static let list: [Command] = [
    Command(
      "declaration.look", in: [.declaration], keys: [.function(2)],
      Words("Xem tờ khai, rồi in", "Look at it, then print"),
      hint: Words("Xem, in", "Look, print"), group: .act
    ) { app, now in
      guard let state = app.top.screen as? DeclarationState, state.template != nil else { return [] }
      if let (field, fault) = state.fault {
        app.session.complain(fault.wording(app.session.language))
        return app.onTop(DeclarationState.self) { state, _ in
          state.go(to: field)
          return []
        }
      }
      app.session.keep(state)
      state.noteLastPlaces(&app.session)
      var paper = state.paper
      paper.answers = state.answers
      let title = state.template?.title ?? ""
      return app.close(now: now)
        + app.onTop(PapersState.self) { papers, session in papers.look(at: .new(paper), title, &session) }
    },
    Command(
      "declaration.last-place", in: [.declaration], keys: [.control("b")],
      Words("Điền nơi đã khai lần trước", "Fill in the place that was declared last"), group: .act,
      unless: { app in
        (app.top.screen as? DeclarationState)?.lastPlace(app.session) == nil
          ? app.session.language.pick("Ô này chưa có gì từ lần trước.", "Nothing was declared here before.") : nil
      }
    ) { app, _ in
      app.onTop(DeclarationState.self) { state, session in
        state.takeLastPlace(session)
        return []
      }
    },
  ]
}

/// What was typed for the declarations of a dossier, until one is issued. It is asked once, whatever declarations it fills.
extension Session {
  /// Ids of dossiers are in the order of reception, so the first names are those of the oldest ones.
  private static let mostDeclarationDrafts = 20

  static func declarationDraft(of dossier: DossierID) -> String { "\(Context.declaration.name) \(dossier.hexadecimal)" }

  mutating func keep(_ state: DeclarationState) {
    let name = Self.declarationDraft(of: state.dossier)
    promptDrafts[name] = state.contents.isEmpty ? nil : state.contents
    let drafts = promptDrafts.keys.filter { $0.hasPrefix(Context.declaration.name + " ") }.sorted()
    for oldest in drafts.filter({ $0 != name }).prefix(max(0, drafts.count - Self.mostDeclarationDrafts)) {
      promptDrafts[oldest] = nil
    }
  }
}
