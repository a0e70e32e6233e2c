import DossierDomain
import OfficeWork
import Terminal

extension Context {
  public static let dayStart = Context("dayStart")
}

/// The first screen of a day: it lists the most urgent work, with one key for each kind.
struct DayStartState: PlainScreen {
  static let context = Context.dayStart
  static var commands: [Command] { DayStartCommands.list }
  static let saysReadOnly = true

  var counts: QueueCounts?
  var pending: Request<QueueCounts>?
  /// For the head of desk: the appointments that a corrected calendar moves.
  var moved: MovedAppointments?
  var pendingMoved: Request<MovedAppointments>?
  var window = ListWindow()

  static let views: [(QueueFilter, Words)] = [
    (.dueToday, Words("Quá hạn và đến hạn hôm nay", "Overdue and due today")),
    (.newOnline, Words("Mới nộp trực tuyến", "New online submissions")),
    (.inProgress, Words("Đang xử lý", "In progress")),
    (.waitingForCitizen, Words("Chờ dân bổ sung, nộp phí", "Waiting for the citizen")),
    (.toHandBack, Words("Có kết quả, chờ trả", "Results to hand back")),
    (.needsDecision, Words("Chờ ký duyệt", "Needs a decision")),
    (.all, Words("Tất cả hồ sơ", "All dossiers")),
  ]

  mutating func appear(_ session: inout Session, now: Instant) -> [Effect] {
    let request: Request<QueueCounts> = session.request()
    pending = request
    let counts = AskEffect.counts(
      request, viewer: session.viewer, endOfToday: now.civilDate.instant(atMinute: 1440),
      absentClerks: session.absentClerks(on: now.civilDate))
    guard let clerk = session.clerk, clerk.has(.headOfDesk) else { return [.ask(counts)] }
    let requestMoved: Request<MovedAppointments> = session.request()
    pendingMoved = requestMoved
    return [.ask(counts), .ask(.movedAppointments(requestMoved, by: clerk.id, now: now, unlessSeen: true))]
  }

  mutating func press(_ key: Key, _ session: inout Session, now: Instant) -> [Effect]? {
    switch key {
    case .up: window.move(by: -1, count: Self.views.count)
    case .down: window.move(by: 1, count: Self.views.count)
    default: return nil
    }
    return []
  }

  mutating func receive(_ reply: Reply, _ session: inout Session, now: Instant) -> [Effect] {
    if let counts = reply.resolve(&pending)?.response { self.counts = counts }
    guard let moved = reply.resolve(&pendingMoved)?.response else { return [] }
    self.moved = moved
    // With nothing to tell, the next morning need not look again.
    return moved.list.isEmpty && !moved.isSeen && !session.office.isReadOnly
      ? [.keep(.appointmentsSeen(calendarHash: moved.calendarHash))] : []
  }

  mutating func hear(_ news: News, _ session: inout Session, now: Instant) -> [Effect] {
    switch news {
    case .synchronised: appear(&session, now: now)
    case .performed, .undone, .officeChanged, .syncProgress, .syncFailed, .backup: []
    }
  }

  func draw(on surface: inout Surface, rows: Int, session: Session, now: Instant) {
    let language = session.language
    let width = surface.size.columns
    surface.drawTitleBar(
      "TTPVHCC \(session.office.office.name)", right: session.readOnlyMark + clockWording(now, language))
    surface.put(
      language.pick(
        "Chào \(session.name(of: session.clerk?.id)). Hôm nay:",
        "Hello, \(session.name(of: session.clerk?.id)). Today:"),
      row: 2, column: 2, width: width - 4, style: Style(.strong))
    for (index, (view, words)) in Self.views.enumerated() where 4 + index < rows {
      let ground = surface.beginListRow(4 + index, isChosen: index == window.chosen)
      let count = counts.map { $0.count(of: view) }
      surface.put("\(index + 1)", row: 4 + index, column: 2, style: Style(.key, on: ground))
      surface.put(
        count.map(String.init) ?? "…", row: 4 + index, column: 4, width: 6, style: Style(.strong, on: ground),
        align: .trailing)
      surface.put(
        words(language), row: 4 + index, column: 12, width: width - 13,
        style: Style(index == 0 && (count ?? 0) > 0 ? .critical : .text, on: ground))
    }
    if let moved, !moved.isSeen, !moved.list.isEmpty, 8 + Self.views.count < rows {
      let count = moved.list.count
      surface.put(
        language.pick(
          "Lịch nghỉ đã sửa: \(count) hồ sơ có hẹn trả thay đổi. = xem.",
          "The calendar was corrected: \(counted(count, "appointment")) would move. = shows them."),
        row: 7 + Self.views.count, column: 2, width: width - 4, style: Style(.warning))
    }
    if let count = counts?.inConflict, count > 0, 7 + Self.views.count < rows {
      surface.put(
        language.pick(
          "Cần soát \(count) hồ sơ: việc trùng hoặc tỉnh giữ lại. S mở.",
          "\(counted(count, "dossier")) to check: conflicts or kept back. S opens."),
        row: 6 + Self.views.count, column: 2, width: width - 4, style: Style(.warning))
    }
    if let overdue = counts?.overdue, overdue > 0 {
      surface.put(
        language.pick(
          "Trong đó \(overdue) hồ sơ đã quá hạn. Enter để làm trước.",
          "\(overdue) of them are overdue. Enter begins with them."),
        row: 5 + Self.views.count, column: 2, width: width - 4, style: Style(.critical))
    }
  }
}
