import DossierDomain
import OfficeWork
import Terminal

enum BlanksCommands {
  static let list: [Command] = [
    Command(
      "blanks", in: Context.signedIn.subtracting([.blanks]), Words("Phiếu dự phòng lúc mất điện", "Blank receipts"),
      group: .go
    ) { app, now in app.open(BlanksState(), now: now) },
    Command(
      "blanks.enter", in: [.blanks], keys: [.enter],
      Words("Nhập phiếu này, hoặc mở hồ sơ của phiếu", "Enter it, or open its dossier"),
      hint: Words("Nhập", "Enter it"), group: .act, unless: reasonAgainstEntering
    ) { app, now in
      guard let chosen = blanks(app)?.chosen else { return [] }
      if let dossier = chosen.dossier { return app.open(DetailState(id: dossier.id), now: now) }
      return app.openReception(onBlank: chosen.blank.code, now: now)
    },
    Command(
      "blanks.print", in: [.blanks], keys: [.control("p")],
      Words("In phiếu dự phòng; phiếu đã có số thì in trước", "Print blank receipts; those with numbers first"),
      hint: Words("In phiếu", "Print"), group: .act, unless: reasonAgainstKeeping
    ) { app, now in
      // More numbers are of no use while sheets wait for the printer.
      guard blanks(app)?.drawer?.counts.toPrint == 0 else { return printOut(&app, isAnyway: false) }
      // Said before numbers are used up for sheets that nothing prints now.
      if let trouble = blanks(app)?.printer?.trouble(app.session.language) { app.session.complain(trouble) }
      return app.begin(.printBlanks, now: now)
    },
    Command(
      "blanks.anyway", in: [.blanks], keys: [.control("g")],
      Words("Vẫn gửi, dù máy in báo như vậy", "Send it, whatever the printer says"),
      hint: Words("Vẫn gửi", "Send anyway"), group: .act,
      unless: { app in
        reasonAgainstKeeping(app)
          ?? (blanks(app)?.isHeldBack == true ? nil : PrintNews.nothingHeldBack(app.session.language))
      }
    ) { app, _ in printOut(&app, isAnyway: true) },
    Command(
      "blanks.strike", in: [.blanks], keys: [.control("x")],
      Words("Hủy phiếu này, hoặc các phiếu đã chọn", "Strike it, or what is marked"),
      hint: Words("Hủy", "Strike"), group: .act, unless: reasonAgainstStriking
    ) { app, now in
      guard let codes = blanks(app)?.toStrike else { return [] }
      return app.begin(.strikeBlanks, answers: .given(.blanks, codes), now: now)
    },
    Command(
      "blanks.mark", in: [.blanks], keys: [.character(" ")], Words("Chọn, bỏ chọn", "Mark, unmark"),
      hint: Words("Chọn", "Mark"), group: .mark, unless: reasonAgainstMarking
    ) { app, _ in
      app.onTop(BlanksState.self) { state, _ in
        state.toggleMark()
        return []
      }
    },
    Command(
      "blanks.mark-all", in: [.blanks], keys: [.character("*")],
      Words("Chọn hết phiếu chưa dùng", "Mark all that are unused"), group: .mark
    ) { app, _ in
      app.onTop(BlanksState.self) { state, _ in
        state.markAll()
        return []
      }
    },
  ]

  private static func blanks(_ app: App) -> BlanksState? { app.top.screen as? BlanksState }

  private static func printOut(_ app: inout App, isAnyway: Bool) -> [Effect] {
    app.onTop(BlanksState.self) { state, session in state.printOut(isAnyway: isAnyway, &session) }
  }

  /// Blanks are printed and struck by those who receive.
  private static let reasonAgainstKeeping: @Sendable (App) -> String? = { app in
    if let reason = ActionCommands.readOnly(app) { return reason }
    let language = app.session.language
    guard app.session.clerk.map({ $0.roles.isDisjoint(with: Clerk.Role.keepingBlanks) }) == false else {
      return Denial.roleMissing(Clerk.Role.keepingBlanks).wording(language)
    }
    return blanks(app)?.drawer == nil ? language.pick("Chưa đọc được danh sách.", "The list is not read yet.") : nil
  }

  private static let reasonAgainstStriking: @Sendable (App) -> String? = { app in
    if let reason = reasonAgainstKeeping(app) { return reason }
    let language = app.session.language
    switch blanks(app)?.toStrike.count ?? 0 {
    case 0: return language.pick("Chỉ hủy được phiếu chưa dùng.", "Only unused ones can be struck.")
    case (BlankReceipts.mostAtOnce + 1)...:
      return language.pick(
        "Mỗi lần hủy nhiều nhất \(BlankReceipts.mostAtOnce) phiếu.",
        "At most \(BlankReceipts.mostAtOnce) can be struck at once.")
    default: return nil
    }
  }

  private static let reasonAgainstMarking: @Sendable (App) -> String? = { app in
    blanks(app)?.chosen?.blank.state.isOpen == true
      ? nil : app.session.language.pick("Chỉ chọn được phiếu chưa dùng.", "Only unused ones can be marked.")
  }

  private static let reasonAgainstEntering: @Sendable (App) -> String? = { app in
    let language = app.session.language
    guard let chosen = blanks(app)?.chosen else {
      return language.pick("Chưa có phiếu nào; ^P in phiếu.", "There is none yet; ^P prints some.")
    }
    if chosen.dossier != nil { return nil }
    return chosen.blank.denial?.wording(language) ?? ReceiveCommands.reasonAgainstReceiving(app)
  }
}

extension BlankReceipt {
  /// Why it cannot be entered, as far as that does not depend on the time on it; nil if it can.
  var denial: BlankDenial? {
    switch state {
    case .unused: nil
    case .used: .used(code: code.text)
    case .struck(let reason): .struck(code: code.text, reason: reason)
    case .ofEarlierLife: .ofEarlierLife(code: code.text)
    }
  }
}
