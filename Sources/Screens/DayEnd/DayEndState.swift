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
      case work(OpenWork)
      case sync
      case outbox(EntryDelivery)
      case draft
      case toPrint
      case blanks
      case backup
    }

    var words: Words
    var value: String
    var isOpen: Bool
    var target: Target?
  }

  var report: DayEndReport?
  /// The moment of the report.
  private(set) var countedAt = Instant(milliseconds: 0)
  var backup: BackupStatus?
  var pending: Request<EndOfDay>?
  private var pendingPapers: Request<PapersToPrint>?
  /// The print server is asked once for each opening, and only if something waits.
  private var asksPrinter = false
  var window = ListWindow()

  mutating func appear(_ session: inout Session, now: Instant) -> [Effect] {
    asksPrinter = true
    return count(&session, now)
  }

  private mutating func count(_ session: inout Session, _ now: Instant) -> [Effect] {
    let request: Request<EndOfDay> = session.request()
    pending = request
    countedAt = now
    return [.ask(.dayEnd(request, viewer: session.viewer, now: now))]
  }

  mutating func press(_ key: Key, _ session: inout Session, now: Instant) -> [Effect]? {
    window.press(key, count: lines(session, now).count) ? [] : nil
  }

  mutating func receive(_ reply: Reply, _ session: inout Session, now: Instant) -> [Effect] {
    if let answer = reply.resolve(&pendingPapers) {
      if let papers = answer.response { report?.toPrint = papers.count }
      return []
    }
    guard let end = reply.resolve(&pending)?.response else { return [] }
    // Lines come and go with their work, so the cursor stays with the line and not with its number.
    let before = lines(session, now)
    let chosen = before.indices.contains(window.chosen) ? before[window.chosen].words : nil
    (report, backup) = (end.report, end.backup)
    let lines = lines(session, now)
    window.choose(lines.firstIndex { $0.words == chosen } ?? window.chosen, count: lines.count)
    guard asksPrinter, end.report.toPrint > 0 else { return [] }
    asksPrinter = false
    let request: Request<PapersToPrint> = session.request()
    pendingPapers = request
    return [.device(.follow(request))]
  }

  mutating func hear(_ news: News, _ session: inout Session, now: Instant) -> [Effect] {
    switch news {
    case .backup(let status): backup = status
    case .performed, .undone, .synchronised, .syncFailed: return count(&session, now)
    case .officeChanged, .syncProgress: break
    }
    return []
  }

  func lines(_ session: Session, _ now: Instant) -> [Line] {
    guard let report, let backup else { return [] }
    let drafts = session.receptionDraftCount
    return [
      line(.overdue, report), line(.dueToday, report),
      Line(
        words: Words("Nháp tiếp nhận còn dở", "Half-filled receptions"), value: String(drafts), isOpen: drafts > 0,
        target: .draft),
      line(.notHandedOver, report), line(.withoutScan, report),
    ] + ifAny(line(.unpaid, report, sum: report.unpaidAmount)) + ifAny(line(.provisional, report))
      + ifAny(line(.supplementLate, report))
      + ifAny(
        Line(
          words: Words("Giấy đã lập, chưa in", "Papers not printed"), value: String(report.toPrint),
          isOpen: report.toPrint > 0, target: .toPrint)) + blankLines(report, session.language) + [
        Line(
          words: Words("Sao lưu", "Backup"), value: words(backup, session.language), isOpen: !isMade(backup, now),
          target: .backup)
      ] + exchangeLines(report, session.language)
  }

  private func line(_ work: OpenWork, _ report: DayEndReport, sum: Int? = nil) -> Line {
    let count = report.count(work)
    return Line(
      words: work.title, value: String(count) + (sum.map { " · \(moneyText($0))" } ?? ""), isOpen: count > 0,
      target: .work(work))
  }

  /// Blank receipts in the drawer are there to be unused; only those that are not printed are left to be done.
  private func blankLines(_ report: DayEndReport, _ language: Language) -> [Line] {
    guard let blanks = report.blanks else { return [] }
    let toPrint =
      blanks.toPrint == 0
      ? "" : language.pick(", chưa in \(blanks.toPrint)", ", \(blanks.toPrint) not printed")
    return [
      Line(
        words: Words("Phiếu dự phòng lúc mất điện", "Blank receipts for power cuts"),
        value: language.pick("\(blanks.unused) chưa dùng", "\(blanks.unused) unused") + toPrint,
        isOpen: blanks.toPrint > 0, target: .blanks)
    ]
  }

  /// For lines that are shown only if there is something to do.
  private func ifAny(_ line: Line) -> [Line] { line.isOpen ? [line] : [] }

  /// Empty for an office that works without a province.
  private func exchangeLines(_ report: DayEndReport, _ language: Language) -> [Line] {
    let sync = report.sync
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
    lines += ifAny(line(.inConflict, report))
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

  func exchangeWords(_ sync: SyncStatus, _ language: Language) -> String {
    guard sync.enrolment != nil else {
      return language.pick(
        "Chưa nối máy chủ tỉnh: \(sync.waiting) mục nhật ký giữ tại máy này.",
        "No provincial server yet: \(sync.waiting) journal entries are kept on this desk.")
    }
    let last = sync.lastExchangeAt?.clockAndDate ?? language.pick("chưa có lần nào", "never")
    return language.pick("Đồng bộ lần trước: \(last).", "Last exchange: \(last).")
  }

  func mark(_ line: Line, _ session: Session) -> String {
    guard session.isPlain else { return line.isOpen ? "☐" : "☑" }
    return line.isOpen ? session.language.pick("chưa", "open") : session.language.pick("xong", "done")
  }
}
