import Documents
import DossierDomain
import Terminal

enum ImportCommands {
  static let list: [Command] = [
    Command(
      "import", in: [.queue, .dayStart, .dayEnd], Words("Nhập sổ theo dõi từ tệp", "Take in a register from a file"),
      group: .go, unless: whyNot,
      argument: { app, path, now in app.open(ImportState(path: path), now: now) }
    ) { app, now in app.open(ImportState(), now: now) },
    Command(
      "import.take", in: [.importing], keys: [.enter], Words("Nhập vào dữ liệu", "Take it in"),
      hint: Words("Nhập", "Import"), group: .act,
      unless: { app in
        guard let state = app.top.screen as? ImportState, state.step == .columns, !state.isReady else { return nil }
        return state.reasonNotReady(app.session.language)
      }
    ) { app, _ in
      if let doubt = (app.top.screen as? ImportState)?.clockDoubt {
        app.top.overlay = ClockQuestion(doubt: doubt, matter: .register)
        return []
      }
      return app.onTop(ImportState.self) { $0.take(&$1) }
    },
  ]

  private static let whyNot: @Sendable (App) -> String? = { app in
    if let reason = ActionCommands.readOnly(app) { return reason }
    guard let clerk = app.session.clerk else { return nil }
    return ActionRule.of(.importRow).denial(by: clerk)?.wording(app.session.language)
  }
}

extension ImportState {
  /// Why Enter takes nothing in at present.
  func reasonNotReady(_ language: Language) -> String {
    if isBusy { return language.pick("Đang đọc tệp; chờ một chút.", "The file is being read; wait a moment.") }
    if let fault = taken?.fault { return fault }
    if taken != nil {
      return language.pick("Đã nhập tệp này. Esc để chọn tệp khác.", "It is taken in. Esc chooses another file.")
    }
    guard let look, let understanding = look.understanding else {
      if let look, look.sheets.count > 1 {
        return language.pick(
          "Trang này không phải là sổ: ▶ ở dòng \"(trang tính)\" để đọc trang khác.",
          "This sheet is no register: ▶ in the row \"(sheet)\" reads another one.")
      }
      if let look, look.isEncodingUnknown {
        return language.pick(
          "Chưa rõ bảng mã: ▶ ở dòng \"(bảng mã)\" để chọn.",
          "The encoding is not known: ▶ in the row \"(encoding)\" chooses it.")
      }
      return language.pick(
        "Tệp này không đọc được. Esc để chọn tệp khác.", "This file cannot be read. Esc chooses another one.")
    }
    if !understanding.questions.isEmpty, understanding.questions.allSatisfy(\.isAboutDates) {
      return language.pick(
        "Tệp còn để ngỏ: ▶ ở dòng \"(cách viết ngày)\".",
        "The file leaves something open: ▶ in the row \"(order of dates)\".")
    }
    if !understanding.questions.isEmpty {
      return language.pick(
        "Tệp còn để ngỏ: ◀▶ chọn nghĩa của cột.", "The file leaves something open: ◀▶ say what a column is.")
    }
    if look.sameDossiers > 0 {
      return language.pick(
        "Các dòng là hồ sơ đã nhận ở đây: ▶ ở dòng \"(đã nhận ở đây)\" để ghi mã của tệp.",
        "The rows are of dossiers received here: ▶ in the row \"(received here)\" adds the file's codes.")
    }
    if look.readDifferently > 0 {
      return language.pick(
        "Chỉ khác ở cách đọc ô: ▶ ở dòng \"(khác cách đọc)\" để lấy.",
        "Only cells are read differently: ▶ in the row \"(other reading)\" takes them.")
    }
    return language.pick("Không có gì mới để nhập.", "There is nothing new to take in.")
  }
}
