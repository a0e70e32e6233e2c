import DossierDomain
import OfficeWork
import Terminal

/// One key for the exchange with the province, on every screen.
enum ExchangeCommands {
  static let list: [Command] = [
    Command(
      "synchronise", in: Context.everywhere, keys: [.function(5)], Words("Đồng bộ với tỉnh", "Synchronise"),
      hint: Words("Đồng bộ", "Sync"), group: .go, unless: whyNot
    ) { app, _ in
      // While the exchange waits after a failure, the key starts the next try at once.
      if app.session.exchange.isRunning, !app.session.exchange.isWaitingToRetry {
        app.session.say(
          Words("Đang đồng bộ rồi; cứ làm việc tiếp.", "It is synchronising already; work goes on."))
        return []
      }
      app.session.exchange.begin()
      return [.exchange(.start)]
    },
    Command(
      "sync-cancel", in: Context.signedIn.subtracting([.sync]), Words("Dừng đồng bộ", "Stop synchronising"),
      group: .program, unless: notRunning
    ) { _, _ in [.exchange(.cancel)] },
  ]

  static let notRunning: @Sendable (App) -> String? = { app in
    app.session.exchange.isRunning
      ? nil : app.session.language.pick("Không có lượt đồng bộ nào đang chạy.", "Nothing is being synchronised.")
  }

  private static let whyNot: @Sendable (App) -> String? = { app in
    ActionCommands.readOnly(app)
      ?? (app.session.office.isEnrolled ? nil : SyncFailure.notEnrolled.wording(app.session.language))
      ?? (app.context == .signIn && !app.session.signInClerks.isEmpty
        ? app.session.language.pick("Hãy chọn người và vào làm việc trước.", "Choose who is here first.") : nil)
  }
}
