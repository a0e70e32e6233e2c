import DossierDomain
import OfficeWork
import Terminal

enum OutboxCommands {
  static let list: [Command] =
    [
      Command(
        "outbox", in: Context.signedIn.subtracting([.outbox]), Words("Hộp gửi đi: việc nào đã đến tỉnh", "The outbox"),
        group: .go
      ) { app, now in app.open(OutboxState(), now: now) },
      Command(
        "outbox.open", in: [.outbox], keys: [.enter], Words("Mở hồ sơ của việc này", "Open its dossier"),
        hint: Words("Mở hồ sơ", "Open"), group: .go,
        unless: { app in
          guard let outbox = app.top.screen as? OutboxState, let row = outbox.selectedRow else {
            return app.session.language.pick("Không có việc nào để mở.", "There is nothing to open.")
          }
          return row.dossier == nil
            ? app.session.language.pick(
              "Việc này là của đơn vị, không có hồ sơ.", "It is about the office, not a dossier.")
            : nil
        }
      ) { app, now in
        guard let outbox = app.top.screen as? OutboxState, let id = outbox.selectedRow?.dossier else { return [] }
        return app.open(DetailState(id: id, tab: .timeline), now: now)
      },
      outbox(
        "outbox.search", [.character("/")], Words("Tìm trong hộp gửi", "Search"), hint: Words("Tìm", "Search"), .view
      ) {
        outbox, _ in
        outbox.searchBefore = outbox.search
        return []
      },
      outbox("outbox.clear", [], Words("Bỏ tìm", "Clear the search"), .view) { $0.setSearch("", &$1) },
      outbox("outbox.down", [.down, .character("j")], Words("Xuống", "Down"), .move) { $0.move(by: 1, &$1) },
      outbox("outbox.up", [.up, .character("k")], Words("Lên", "Up"), .move) { $0.move(by: -1, &$1) },
      outbox("outbox.page-down", [.pageDown], Words("Trang sau", "Page down"), .move) {
        $0.move(by: $0.listHeight($1), &$1)
      },
      outbox("outbox.page-up", [.pageUp], Words("Trang trước", "Page up"), .move) {
        $0.move(by: -$0.listHeight($1), &$1)
      },
      outbox("outbox.first", [.home], Words("Về việc mới nhất", "Newest"), .move) { $0.move(by: -$0.rows.count, &$1) },
      outbox("outbox.last", [.end], Words("Đến việc cũ nhất đang mở", "Oldest that is open"), .move) {
        $0.move(by: $0.rows.count, &$1)
      },
    ] + states

  private static let states: [Command] = zip(
    [nil] + EntryDelivery.allCases.map(Optional.some),
    [
      Words("Mọi việc", "All"), Words("Mới ghi tại máy", "Recorded here"), Words("Đã gửi, chờ trả lời", "Sent"),
      Words("Tỉnh đã nhận", "Received by the province"), Words("Tỉnh từ chối, giữ lại, xử lý trùng", "Refused"),
    ]
  ).enumerated().map { index, pair in
    outbox(
      "outbox.\(["all", "recorded", "sent", "acknowledged", "refused"][index])",
      [.character(Character("\(index + 1)"))], pair.1, .view
    ) { $0.show(pair.0, &$1) }
  }

  private static func outbox(
    _ id: String, _ keys: [Key], _ title: Words, hint: Words? = nil, _ group: Command.Group,
    _ body: @escaping @Sendable (inout OutboxState, inout Session) -> [Effect]
  ) -> Command {
    Command(id, in: [.outbox], keys: keys, title, hint: hint, group: group) { app, _ in
      app.onTop(OutboxState.self, body)
    }
  }
}
