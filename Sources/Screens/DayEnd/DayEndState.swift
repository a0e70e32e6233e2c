import DossierDomain
import OfficeWork
import Terminal

extension Context {
  public static let dayEnd = Context("dayEnd")
}

/// Shows the work that is still open at the end of a day.
struct DayEndState: PlacedScreen {
  static let context = Context.dayEnd
  static var commands: [Command] { DayEndCommands.list }

  /// One line, with the screen that it opens, if any.
  struct Line: Equatable {
    enum Target: Equatable {
      case view(QueueFilter)
      case dossiers([DossierID])
      case sync
      case outbox(EntryDelivery)
      case draft
      case backup
    }

    var words: Words
    var value: String
    var isOpen: Bool
    var target: Target?
  }

  var report: DayEndReport?
  var backup: BackupStatus?
  var pending: Request<EndOfDay>?
  var window = ListWindow()

  mutating func appear(_ session: inout Session, now: Instant) -> [Effect] {
    let request: Request<EndOfDay> = session.request()
    pending = request
    return [.ask(.dayEnd(request, viewer: session.viewer, now: now))]
  }

  mutating func press(_ key: Key, _ session: inout Session, now: Instant) -> [Effect]? {
    let count = lines(session, now).count
    switch key {
    case .up: window.move(by: -1, count: count)
    case .down: window.move(by: 1, count: count)
    default: return nil
    }
    return []
  }

  mutating func receive(_ reply: Reply, _ session: inout Session, now: Instant) -> [Effect] {
    if let end = reply.resolve(&pending)?.response { (report, backup) = (end.report, end.backup) }
    return []
  }

  mutating func hear(_ news: News, _ session: inout Session, now: Instant) -> [Effect] {
    switch news {
    case .backup(let status): backup = status
    case .performed, .undone, .synchronised, .syncFailed: return appear(&session, now: now)
    case .officeChanged, .syncProgress: break
    }
    return []
  }

  func lines(_ session: Session, _ now: Instant) -> [Line] {
    guard let report, let backup else { return [] }
    let drafts = session.receptionDraftCount
    return [
      Line(
        words: Words("Quá hạn, chưa xong", "Overdue, not done"), value: String(report.overdue),
        isOpen: report.overdue > 0, target: .view(.dueToday)),
      Line(
        words: Words("Đến hạn hôm nay, chưa xong", "Due today, not done"),
        value: String(max(0, report.dueToday - report.overdue)), isOpen: report.dueToday > report.overdue,
        target: .view(.dueToday)),
      Line(
        words: Words("Nháp tiếp nhận còn dở", "Half-filled receptions"), value: String(drafts), isOpen: drafts > 0,
        target: .draft),
      Line(
        words: Words("Nhận hôm nay, chưa chuyển xử lý", "Received today, not handed over"),
        value: String(report.notHandedOver.count), isOpen: !report.notHandedOver.isEmpty,
        target: .dossiers(report.notHandedOver)),
      Line(
        words: Words("Nhận hôm nay, chưa số hóa giấy tờ", "Received today, not digitised"),
        value: String(report.withoutScan.count), isOpen: !report.withoutScan.isEmpty,
        target: .dossiers(report.withoutScan)),
    ] + unpaidLines(report) + provisionalLines(report) + [
      Line(
        words: Words("Sao lưu", "Backup"), value: words(backup, session.language), isOpen: !isMade(backup, now),
        target: .backup)
    ] + exchangeLines(report.sync, session.language)
  }

  private func unpaidLines(_ report: DayEndReport) -> [Line] {
    guard !report.unpaid.isEmpty else { return [] }
    return [
      Line(
        words: Words("Nhận hôm nay, chưa thu phí", "Received today, fee not paid"),
        value: "\(report.unpaid.count) · \(moneyText(report.unpaidAmount))", isOpen: true,
        target: .dossiers(report.unpaid))
    ]
  }

  /// Lines that are shown only if there is something to do.
  private func provisionalLines(_ report: DayEndReport) -> [Line] {
    guard !report.provisional.isEmpty else { return [] }
    return [
      Line(
        words: Words("Mã tạm, chưa cấp mã chính thức", "Under a provisional code"),
        value: String(report.provisional.count), isOpen: true, target: .dossiers(report.provisional))
    ]
  }

  /// Empty for an office that works without a province.
  private func exchangeLines(_ sync: SyncStatus, _ language: Language) -> [Line] {
    guard sync.enrolment != nil else { return [] }
    var waiting = String(sync.waiting)
    if sync.waiting > 0 {
      waiting += sync.lastFailure.map { " · " + $0.title(language) } ?? language.pick(" · F5 gửi ngay", " · F5 sends")
    }
    var lines = [
      Line(
        words: Words("Chờ gửi lên tỉnh", "To be sent to the province"), value: waiting, isOpen: sync.waiting > 0,
        target: .sync)
    ]
    // These two lines are shown only if there is something to do.
    if sync.conflicts > 0 {
      lines.append(
        Line(
          words: Words("Hai bàn cùng xử lý", "Conflicts with other desks"), value: String(sync.conflicts),
          isOpen: true, target: .view(.inConflict)))
    }
    if sync.refused > 0 {
      lines.append(
        Line(
          words: Words("Việc tỉnh giữ lại", "Kept back by the province"), value: String(sync.refused), isOpen: true,
          target: .outbox(.refused)))
    }
    return lines
  }

  private func isMade(_ status: BackupStatus, _ now: Instant) -> Bool {
    status.isConfigured && status.lastAt?.civilDate == now.civilDate
  }

  private func words(_ status: BackupStatus, _ language: Language) -> String {
    if !status.isConfigured { return language.pick("chưa cài nơi sao lưu", "no place is set up") }
    if status.isRunning { return language.pick("đang chạy…", "running…") }
    if let failure = status.failure { return failure.wording(language) }
    guard let lastAt = status.lastAt else { return language.pick("chưa có lần nào", "never") }
    return lastAt.clockAndDate + (status.note.map { " · " + $0 } ?? "")
  }

  private func exchangeWords(_ sync: SyncStatus, _ language: Language) -> String {
    guard sync.enrolment != nil else {
      return language.pick(
        "Chưa nối máy chủ tỉnh: \(sync.waiting) mục nhật ký giữ tại máy này.",
        "No provincial server yet: \(sync.waiting) journal entries are kept on this desk.")
    }
    let last = sync.lastExchangeAt?.clockAndDate ?? language.pick("chưa có lần nào", "never")
    return language.pick("Đồng bộ lần trước: \(last).", "Last exchange: \(last).")
  }

  private func mark(_ line: Line, _ session: Session) -> String {
    guard session.isPlain else { return line.isOpen ? "☐" : "☑" }
    return line.isOpen ? session.language.pick("chưa", "open") : session.language.pick("xong", "done")
  }

  func draw(on surface: inout Surface, rows: Int, session: Session, now: Instant) {
    let language = session.language
    let width = surface.size.columns
    surface.drawTitleBar(language.pick("Cuối ngày", "End of day"), right: clockWording(now, language))
    guard let report else { return }
    surface.put(
      language.pick(
        "Hôm nay: nhận \(report.receivedToday) · xong \(report.finishedToday) · trả \(report.handedBackToday)",
        "Today: received \(report.receivedToday) · finished \(report.finishedToday) · handed back \(report.handedBackToday)"
      ),
      row: 2, column: 2, width: width - 4, style: Style(.strong))
    let lines = lines(session, now)
    for (index, line) in lines.enumerated() where 4 + index < rows - 2 {
      let ground = surface.beginListRow(4 + index, isChosen: index == window.chosen)
      surface.put(
        mark(line, session), row: 4 + index, column: 2, style: Style(line.isOpen ? .warning : .good, on: ground))
      let words = session.isPlain ? 7 : 5
      surface.put(
        line.words(language), row: 4 + index, column: words, width: 45 - words, style: Style(.text, on: ground))
      surface.put(
        line.value, row: 4 + index, column: 46, width: width - 47,
        style: Style(line.isOpen ? .strong : .muted, on: ground))
    }
    let row = 5 + lines.count
    surface.put(exchangeWords(report.sync, language), row: row, column: 2, width: width - 4, style: Style(.muted))
    let open = lines.count { $0.isOpen }
    let conclusion =
      open == 0
      ? language.pick("Xong hết. Có thể về.", "All done. You can go.")
      : language.pick(
        "Còn \(open) việc. Mọi thứ đã lưu; việc nào chưa gấp có thể để mai.",
        "\(open) things are open. All is saved; what can wait may wait.")
    for (offset, line) in wrapped(conclusion, width: width - 4).enumerated() where row + 2 + offset < rows {
      surface.put(line, row: row + 2 + offset, column: 2, style: Style(open == 0 ? .good : .strong))
    }
  }
}
