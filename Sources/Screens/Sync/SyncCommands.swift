import DossierDomain
import OfficeWork
import Terminal

enum SyncCommands {
  static let list: [Command] = [
    Command(
      "sync-status", in: Context.signedIn.subtracting([.sync]), keys: [.function(6)],
      Words("Tình trạng đồng bộ", "Where the exchange stands"), group: .go
    ) { app, now in app.open(SyncState(), now: now) },
    Command(
      "sync.outbox", in: [.sync], keys: [.enter], Words("Mở hộp gửi đi", "Open the outbox"),
      hint: Words("Hộp gửi", "Outbox"), group: .go
    ) { app, now in app.open(OutboxState(), now: now) },
    Command(
      "sync.refused", in: [.sync], keys: [.character("5")],
      Words("Tỉnh từ chối, giữ lại, xử lý trùng", "Refused"),
      hint: Words("Không nhận", "Refused"), group: .go, unless: alone
    ) { app, now in
      app.open(OutboxState(delivery: .refused), now: now)
    },
    Command(
      "sync.conflicts", in: [.sync], keys: [.character("s")],
      Words("Cần soát: xử lý trùng, việc tỉnh giữ lại", "To check: conflicts, kept back"),
      hint: Words("Cần soát", "To check"), group: .go, unless: alone
    ) { app, now in app.showQueue(.inConflict, now: now) },
    Command(
      "sync.cancel", in: [.sync], keys: [.control("t")], Words("Dừng đồng bộ", "Stop synchronising"),
      hint: Words("Dừng", "Stop"), group: .act, unless: ExchangeCommands.notRunning
    ) { _, _ in [.exchange(.cancel)] },
  ]

  private static let alone: @Sendable (App) -> String? = { app in
    app.session.office.isEnrolled ? nil : SyncFailure.notEnrolled.wording(app.session.language)
  }
}
