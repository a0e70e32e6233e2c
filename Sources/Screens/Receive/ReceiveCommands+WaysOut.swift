import DossierDomain
import OfficeWork
import Terminal

extension ReceiveCommands {
  /// The ways out of the form besides a code; `receive.issue` and `receive.at-once` are the others. Their keys hold Alt, because
  /// letters are text there and every Ctrl key has a meaning in a field or on another screen.
  static let waysOut: [Command] = [
    Command(
      "receive.ask-rest", in: [.receive], keys: [.alt("y")],
      Words("Cấp mã và yêu cầu bổ sung một lần (mẫu 02)", "Issue the code and ask for the rest (form 02)"),
      hint: Words("Bổ sung", "Ask for rest"), group: .act, unless: isDone
    ) { app, now in issue(&app, .rest(items: []), now) },
    Command(
      "receive.refuse", in: [.receive], keys: [.alt("k")],
      Words("Từ chối tiếp nhận, không nhận giấy tờ (mẫu 03)", "Refuse; nothing is received (form 03)"),
      hint: Words("Từ chối", "Refuse"), group: .act, unless: isDone
    ) { app, now in issue(&app, .refusal(nil), now) },
    Command(
      "replace", in: [.detail], keys: [.control("w")],
      Words("Nhầm thủ tục: lập hồ sơ thay, hủy hồ sơ này", "Wrong procedure: receive another one in its place"),
      hint: Words("Lập thay", "Replace"), group: .act, unless: reasonAgainstReplacing,
      // A wrong procedure is noticed at once; later the letter is in nobody's way in the bar.
      isWorthAHint: { app in app.top.screen.targets.first?.receivedAt?.civilDate == app.session.moment.civilDate }
    ) { app, now in
      guard let row = app.top.screen.targets.first, let dossier = app.top.screen.loaded(row.id) else { return [] }
      return app.openReception(replacing: dossier, now: now)
    },
  ]

  private static let reasonAgainstReplacing: @Sendable (App) -> String? = { app in
    let language = app.session.language
    guard let row = app.top.screen.targets.first, let dossier = app.top.screen.loaded(row.id),
      let clerk = app.session.clerk
    else { return language.pick("Đang đọc hồ sơ, xin bấm lại.", "The dossier is being read; press again.") }
    let denial =
      ActionRule.of(.void).denial(on: dossier.standing(at: app.session.moment), by: clerk)
      ?? ActionRule.of(.receive).denial(by: clerk)
    if let reason = ActionCommands.readOnly(app) ?? denial?.wording(language) { return reason }
    // The new one would get another day of reception, and the register's code would be lost.
    return dossier.isImported || dossier.receivedAt == nil
      ? language.pick(
        "Chỉ thay được hồ sơ đã tiếp nhận ở đây.", "Only a dossier that was received here can be replaced.") : nil
  }
}
