import DossierDomain
import OfficeWork
import Terminal

enum ConflictCommands {
  static let list: [Command] =
    [
      Command(
        "conflict.look", in: Context.lists.union([.detail]), keys: [.character("z")],
        Words("Xem hai bên cùng xử lý", "Both sides of a conflict"), hint: Words("Xử lý trùng", "Conflict"),
        group: .act, unless: noConflict
      ) { app, now in
        guard let row = target(app) else { return [] }
        return app.open(ConflictState(id: row.id), now: now)
      },
      Command(
        "conflict.choose", in: [.conflict], keys: [.enter], Words("Làm điều đang chọn", "Do what is chosen"),
        hint: Words("Làm", "Do it"), group: .act
      ) { app, now in
        guard let state = app.top.screen as? ConflictState, let choice = state.chosen else { return [] }
        return carryOut(choice, &app, now)
      },
    ]
    + (1...3).map { digit in
      Command(
        "conflict.choice-\(digit)", in: [.conflict], keys: [.character(Character("\(digit)"))],
        Words("Chọn cách \(digit)", "Choice \(digit)"), group: .act
      ) { app, now in
        guard let state = app.top.screen as? ConflictState, state.choices.indices.contains(digit - 1) else { return [] }
        return carryOut(state.choices[digit - 1], &app, now)
      }
    }

  private static func carryOut(_ choice: ConflictState.Choice, _ app: inout App, _ now: Instant) -> [Effect] {
    guard let state = app.top.screen as? ConflictState else { return [] }
    if choice == .timeline { return app.open(DetailState(id: state.id, tab: .timeline), now: now) }
    guard case .conflict(let conflict) = state.present else { return [] }
    if let reason = ActionCommands.readOnly(app) ?? (choice == .again ? state.reasonAgainstAgain(app.session) : nil) {
      app.session.complain(reason)
      return []
    }
    var commands: [DossierCommand] = []
    if choice == .again {
      guard let again = state.entry(conflict.loser)?.action.again else { return [] }
      commands.append(again)
    }
    // Both commands go into one act, so that the work is never repeated while the conflict stays open.
    commands.append(.settleConflict(conflict.loser))
    return app.perform([Act(dossier: state.id, commands: commands)], as: Words("Soát xử lý trùng", "Conflict settled"))
  }

  private static func target(_ app: App) -> QueueRow? {
    if let list = app.frontList { return list.selectedRow }
    return app.top.screen.targets.first
  }

  private static let noConflict: @Sendable (App) -> String? = { app in
    guard let row = target(app), row.conflicts + row.held > 0 else {
      return app.session.language.pick(
        "Hồ sơ này không bị xử lý trùng, cũng không bị giữ lại.", "Nothing in this dossier has to be looked at.")
    }
    return row.ownerName == nil ? Denial.confidential.wording(app.session.language) : nil
  }
}
