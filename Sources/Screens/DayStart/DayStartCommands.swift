import DossierDomain
import OfficeWork
import Terminal

enum DayStartCommands {
  static let list: [Command] =
    DayStartState.views.enumerated().map { index, pair in
      Command(
        "day-start.\(index + 1)", in: [.dayStart], keys: [.character(Character("\(index + 1)"))], pair.1, group: .go
      ) { app, now in
        app.showQueue(pair.0, now: now)
      }
    } + [
      Command(
        "day-start.open", in: [.dayStart], keys: [.enter], Words("Mở danh sách này", "Open this list"),
        hint: Words("Mở", "Open"), group: .go
      ) { app, now in
        guard let state = app.top.screen as? DayStartState else { return [] }
        return app.showQueue(DayStartState.views[state.window.chosen].0, now: now)
      },
      Command(
        "day-start.in-conflict", in: [.dayStart], keys: [.character("s")],
        Words("Cần soát: xử lý trùng, việc tỉnh giữ lại", "To check: conflicts, kept back"), group: .go
      ) { app, now in app.showQueue(.inConflict, now: now) },
      Command(
        "day-start.handed-over", in: [.dayStart], keys: [.character("=")],
        Words("Chờ mình nhận bàn giao", "To be taken over by you"), group: .go
      ) { app, now in app.showQueue(.handedOver, now: now) },
      Command(
        "day-start", in: [.queue], keys: [.character("h")],
        Words("Đầu ngày: việc cần làm trước", "The day's first screen"), group: .go
      ) { app, now in
        app.open(DayStartState(), now: now)
      },
    ]
}
