import DossierDomain
import OfficeWork
import Terminal

enum QueueCommands {
  static let list: [Command] = views + moving + marking + going

  private static let views: [Command] =
    zip(
      QueueFilter.numbered,
      [
        Words("Quá hạn và đến hạn hôm nay", "Overdue and due today"), Words("Mới nộp trực tuyến", "New online"),
        Words("Đang xử lý", "In progress"), Words("Chờ công dân bổ sung, nộp phí", "Waiting for the citizen"),
        Words("Có kết quả, chờ trả", "Results to hand back"), Words("Chờ ký duyệt", "Needs a decision"),
        Words("Tất cả hồ sơ", "All dossiers"),
      ]
    ).enumerated().map { index, pair in
      let (view, title) = pair
      return queue("view.\(view.kept)", [.character(Character("\(index + 1)"))], title, .view) { queue, session, now in
        queue.show(view, &session, now)
      }
    } + [
      queue("view.unassigned", [.character("8")], Words("Chưa phân công", "Unassigned"), .view, unless: headOnly) {
        $0.show(.unassigned, &$1, $2)
      },
      queue(
        "view.of-absent", [.character("9")], Words("Hồ sơ của người vắng", "Of absent clerks"), .view, unless: headOnly
      ) {
        $0.show(.ofAbsentClerks, &$1, $2)
      },
      Command(
        "view.by-clerk", in: [.queue], keys: [.character("e")], Words("Từng người giữ bao nhiêu", "Load of each clerk"),
        group: .view, unless: headOnly
      ) { app, _ in
        app.top.overlay = ClerkChoice()
        return []
      },
      queue(
        "view.in-conflict", [.character("s")],
        Words("Cần soát: xử lý trùng, việc tỉnh giữ lại", "To check: conflicts, kept back"),
        .view
      ) { $0.show(.inConflict, &$1, $2) },
      queue("view.handed-over", [.character("=")], Words("Chờ mình nhận bàn giao", "To be taken over by you"), .view) {
        $0.show(.handedOver, &$1, $2)
      },
      queue(
        "view.mine", [.character("-")], Words("Của tôi, hoặc cả xã", "Mine, or the whole office"),
        hint: Words("Của tôi, cả xã", "Mine, all"), .view
      ) { $0.showMine(!$0.isMine, &$1, $2) },
      queue("sort", [.character("o")], Words("Sắp xếp", "Sort"), hint: Words("Xếp", "Sort"), .view, in: Context.lists) {
        queue, _, _ in
        queue.entry = .sort(queue.sort)
        return []
      },
      queue(
        "filter", [.character("/")], Words("Lọc danh sách", "Filter"), hint: Words("Lọc", "Filter"), .view,
        in: Context.lists
      ) {
        queue, _, _ in
        queue.entry = .filter(before: queue.filterText, selected: queue.selected)
        return []
      },
    ]

  private static let moving: [Command] = [
    queue("down", [.down, .character("j")], Words("Xuống", "Down"), .move) { $0.move(by: 1, &$1, $2) },
    queue("up", [.up, .character("k")], Words("Lên", "Up"), .move) { $0.move(by: -1, &$1, $2) },
    queue("page-down", [.pageDown], Words("Trang sau", "Page down"), .move) { $0.move(by: $0.listHeight($1), &$1, $2) },
    queue("page-up", [.pageUp], Words("Trang trước", "Page up"), .move) { $0.move(by: -$0.listHeight($1), &$1, $2) },
    queue("first", [.home], Words("Về đầu", "First"), .move) { $0.moveToEnd(.first, &$1, $2) },
    queue("last", [.end], Words("Về cuối", "Last"), .move) { $0.moveToEnd(.last, &$1, $2) },
  ]

  private static let marking: [Command] = [
    queue(
      "mark", [.character(" ")], Words("Chọn, bỏ chọn", "Mark, unmark"), hint: Words("Chọn", "Mark"), .mark,
      isWorthAHint: { $0.frontList?.rows.isEmpty == false }
    ) {
      $0.toggleMark(&$1, $2)
    },
    queue("mark-range", [.character("v")], Words("Chọn một dãy: bật, tắt", "Mark a range: on, off"), .mark) {
      queue, _, _ in
      queue.isMarkingRange.toggle()
      if queue.isMarkingRange, !queue.rows.isEmpty { queue.mark(from: queue.index, through: queue.index) }
      return []
    },
    queue("mark-down", [.shiftDown], Words("Chọn và xuống", "Mark down"), .mark) { $0.markAndMove(1, &$1, $2) },
    queue("mark-up", [.shiftUp], Words("Chọn và lên", "Mark up"), .mark) { $0.markAndMove(-1, &$1, $2) },
    queue("mark-all", [.character("*")], Words("Chọn hết danh sách đang lọc", "Mark all in the filter"), .mark) {
      $0.markAll(&$1, $2)
    },
    queue(
      "mark-procedure", [.character("%")], Words("Chọn hết hồ sơ cùng thủ tục", "Mark all of this procedure"), .mark
    ) {
      guard let row = $0.selectedRow else { return [] }
      return $0.markAll(ofProcedure: row.procedureKey, &$1, $2)
    },
    // Over another screen Esc leads back as well, so that list handles the key itself.
    queue("unmark", [.escape], Words("Bỏ chọn, bỏ lọc", "Unmark, unfilter"), .mark, in: [.queue]) { $0.clear(&$1, $2) },
  ]

  private static let going: [Command] = [
    queue("go-to-code", [.character("0")], Words("Đến hồ sơ theo 4 số cuối", "Go to the last four digits"), .go) {
      queue, _, _ in
      queue.entry = .code("")
      return []
    },
    Command(
      "last-touched", in: [.queue], keys: [.character("'")], Words("Về hồ sơ vừa làm", "Back to the last dossier"),
      group: .go,
      unless: { app in
        app.session.lastTouched == nil
          ? app.session.language.pick("Chưa làm hồ sơ nào.", "No dossier was touched yet.") : nil
      },
      run: { app, now in
        guard let id = app.session.lastTouched else { return [] }
        return app.onQueue { queue, session in queue.go(to: id, &session, now) }
      }),
  ]

  private static let headOnly: @Sendable (App) -> String? = { app in
    app.session.clerk?.has(.headOfDesk) == true
      ? nil : Denial.roleMissing([.headOfDesk]).wording(app.session.language)
  }

  /// - Parameter contexts: if nil, every list moves and marks, and the queue alone has the rest.
  private static func queue(
    _ id: String, _ keys: [Key], _ title: Words, hint: Words? = nil, _ group: Command.Group,
    in contexts: Set<Context>? = nil, unless reason: @escaping @Sendable (App) -> String? = { _ in nil },
    isWorthAHint: @escaping @Sendable (App) -> Bool = { _ in true },
    _ body: @escaping @Sendable (inout QueueState, inout Session, Instant) -> [Effect]
  ) -> Command {
    let contexts = contexts ?? ([.move, .mark].contains(group) ? Context.lists : [.queue])
    return Command(
      id, in: contexts, keys: keys, title, hint: hint, group: group, unless: reason, isWorthAHint: isWorthAHint
    ) { app, now in
      app.onQueue { queue, session in body(&queue, &session, now) }
    }
  }
}
