import DossierDomain
import OfficeWork
import Terminal

enum LookupCommands {
  static let list: [Command] = [
    Command(
      "find", in: Context.signedIn.subtracting([.lookup]), keys: [.function(3), .control("f")],
      Words("Tìm hồ sơ, thủ tục, người", "Find dossiers, procedures, people"), hint: Words("Tìm", "Find"), group: .go,
      argument: { app, text, now in app.open(LookupState(text: text), now: now) }
    ) { app, now in app.open(LookupState(), now: now) },
    Command(
      "find.open", in: [.lookup], keys: [.enter], Words("Mở", "Open"), hint: Words("Mở", "Open"), group: .go,
      unless: { app in
        guard let state = lookup(app), state.toOpen == nil, state.chosenProcedure == nil, state.typedBlank == nil else {
          return nil
        }
        return state.field.isEmpty
          ? app.session.language.pick("Gõ vài chữ để tìm.", "Type a few letters.")
          : app.session.language.pick("Không có gì để mở.", "There is nothing to open.")
      }
    ) { app, now in
      if let blank = lookup(app)?.typedBlank { return app.openReception(onBlank: blank, now: now) }
      if let id = lookup(app)?.toOpen { return app.open(DetailState(id: id), now: now) }
      return begin(&app, now)
    },
    Command(
      "find.receive", in: [.lookup], keys: [.function(2)],
      Words("Lập hồ sơ thủ tục này", "New dossier of this procedure"),
      hint: Words("Lập hồ sơ", "Receive"), group: .go,
      unless: { app in
        if lookup(app)?.scanned?.card != nil { return ReceiveCommands.reasonAgainstReceiving(app) }
        guard let version = lookup(app)?.chosenProcedure else {
          return app.session.language.pick("Hãy chọn một thủ tục.", "Choose a procedure.")
        }
        return version.denial?.wording(app.session.language)
      }
    ) { app, now in
      if let card = lookup(app)?.scanned?.card { return app.openReception(of: card, now: now) }
      return begin(&app, now)
    },
    Command(
      "find.all-of-it", in: [.lookup], keys: [.control("r")],
      Words("Xem hết về thủ tục này", "Show all of this procedure"), group: .view,
      unless: { app in
        lookup(app)?.chosenProcedure == nil
          ? app.session.language.pick("Hãy chọn một thủ tục.", "Choose a procedure.") : nil
      }
    ) { app, _ in
      app.top.overlay = lookup(app)?.chosenProcedure.map { ProcedureSheet(version: $0) }
      return []
    },
    Command(
      "find.hand-back", in: [.lookup], keys: [.function(4)], Words("Trả kết quả hồ sơ này", "Hand this dossier back"),
      hint: Words("Trả kết quả", "Hand back"), group: .act,
      unless: { app in
        guard let id = lookup(app)?.toOpen else {
          return app.session.language.pick("Hãy chọn một hồ sơ.", "Choose a dossier.")
        }
        if let row = lookup(app)?.chosenDossier, row.ownerName == nil {
          return Denial.confidential.wording(app.session.language)
        }
        if lookup(app)?.isChoiceOpen == true {
          return app.session.language.pick(
            "Nhiều người cùng tên: ↑↓ chọn một hồ sơ trước.", "Several have this name: choose one dossier first by ↑↓.")
        }
        guard app.top.screen.loaded(id) != nil else {
          return app.session.language.pick("Đang đọc hồ sơ, xin bấm lại.", "The dossier is being read; press again.")
        }
        return ActionCommands.readOnly(app) ?? ActionCommands.reason(against: .handBack, app)
      }
    ) { app, now in
      guard let card = lookup(app)?.card else { return [] }
      // Over the dossier itself, where the clerk sees what she has done and can undo it.
      var detail = DetailState(id: card.dossier.id)
      detail.card = card
      return app.open(detail, now: now) + app.begin(.handBack, now: now)
    },
    Command(
      "find.group", in: [.lookup], keys: [.tab], Words("Nhóm sau", "Next group"), hint: Words("Nhóm sau", "Group"),
      group: .move,
      isWorthAHint: { app in
        guard let state = lookup(app) else { return false }
        return LookupState.Group.allCases.contains { $0 != state.group && state.count($0) > 0 }
      }
    ) { _, _ in [] },
  ]

  private static func lookup(_ app: App) -> LookupState? {
    guard let state = app.top.screen as? LookupState else { return nil }
    return state
  }

  private static func begin(_ app: inout App, _ now: Instant) -> [Effect] {
    guard let version = lookup(app)?.chosenProcedure else { return [] }
    if let denial = version.denial {
      app.session.complain(denial.wording(app.session.language))
      return []
    }
    return app.openReception(for: version, now: now)
  }
}
