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
  /// For who may set a new office up: what of its first steps is done.
  var firstSteps: FirstSteps?
  var pendingSteps: Request<FirstSteps>?
  /// How many dossiers wait for papers whose days have passed.
  var supplementsLate = 0
  var pendingLate: Request<QueuePage>?
  /// What changed of the procedures since the clerk looked; only the count.
  var procedureNews: ProcedureNews?
  var pendingNews: Request<ProcedureNews>?
  /// How many dossiers are late with a step of their internal procedure.
  var stepsLate = 0
  var pendingStepsLate: Request<QueuePage>?
  var window = ListWindow()

  static let views: [(QueueFilter, Words)] = [
    (.dueToday, Words("Quá hạn và đến hạn hôm nay", "Overdue and due today")),
    (.newOnline, Words("Mới nộp trực tuyến", "New online submissions")),
    (.inProgress, Words("Đang xử lý", "In progress")),
    (.waitingForCitizen, Words("Chờ công dân bổ sung, nộp phí", "Waiting for the citizen")),
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
    let requestLate: Request<QueuePage> = session.request()
    pendingLate = requestLate
    let late = QueueQuery(
      filter: .open(.supplementLate, at: now), limit: 1, viewer: session.viewer,
      endOfToday: now.civilDate.instant(atMinute: 1440))
    let requestSteps: Request<QueuePage> = session.request()
    pendingStepsLate = requestSteps
    var lateSteps = late
    (lateSteps.filter, lateSteps.stepLateAt) = (.inProgress, now)
    let steps =
      [.ask(.page(requestLate, late)), .ask(.page(requestSteps, lateSteps))] + askFirstSteps(&session, now)
      + askNews(&session, now)
    guard let clerk = session.clerk, clerk.has(.headOfDesk) else { return [.ask(counts)] + steps }
    let requestMoved: Request<MovedAppointments> = session.request()
    pendingMoved = requestMoved
    return [.ask(counts), .ask(.movedAppointments(requestMoved, by: clerk.id, now: now, unlessSeen: true))] + steps
  }

  private mutating func askNews(_ session: inout Session, _ now: Instant) -> [Effect] {
    guard let clerk = session.clerk else { return [] }
    let request: Request<ProcedureNews> = session.request()
    pendingNews = request
    return [.ask(.procedureNews(request, by: clerk.id, now: now, limit: 0))]
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
    if let page = reply.resolve(&pendingLate)?.response { supplementsLate = page.matching ?? 0 }
    if let page = reply.resolve(&pendingStepsLate)?.response { stepsLate = page.matching ?? 0 }
    if let steps = reply.resolve(&pendingSteps)?.response { firstSteps = steps }
    if let news = reply.resolve(&pendingNews)?.response { procedureNews = news }
    guard let moved = reply.resolve(&pendingMoved)?.response else { return [] }
    self.moved = moved
    // With nothing to tell, the next morning need not look again.
    return moved.list.isEmpty && !moved.isSeen && !session.office.isReadOnly
      ? [.keep(.appointmentsSeen(calendarHash: moved.calendarHash))] : []
  }

  mutating func hear(_ news: News, _ session: inout Session, now: Instant) -> [Effect] {
    switch news {
    case .synchronised: appear(&session, now: now)
    case .backup: askFirstSteps(&session, now)
    case .performed, .undone, .officeChanged, .syncProgress, .syncFailed: []
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
    for (title, column) in zip([Words("Của tôi", "Mine"), Words("Cả xã", "Office")], [4, 12]) {
      surface.put(title(language), row: 3, column: column, width: 8, style: Style(.heading), align: .trailing)
    }
    for (index, (view, words)) in Self.views.enumerated() where 4 + index < rows {
      let ground = surface.beginListRow(4 + index, isChosen: index == window.chosen)
      let count = counts.map { $0.count(of: view, isMine: false) }
      surface.put("\(index + 1)", row: 4 + index, column: 2, style: Style(.key, on: ground))
      for (isMine, column, role) in [(true, 4, Role.strong), (false, 12, .text)] {
        surface.put(
          counts.map { String($0.count(of: view, isMine: isMine)) } ?? "…", row: 4 + index, column: column, width: 8,
          style: Style(role, on: ground), align: .trailing)
      }
      surface.put(
        words(language), row: 4 + index, column: 22, width: width - 23,
        style: Style(index == 0 && (count ?? 0) > 0 ? .critical : .text, on: ground))
    }
    let urgent = urgentLines(language)
    let below = 5 + Self.views.count
    let lines =
      urgent
      + firstStepLines(
        session, width: width - 4, height: rows - below - urgent.count, isFirst: urgent.isEmpty)
    for (offset, line) in lines.enumerated() where below + offset < rows {
      surface.put(line.text, row: below + offset, column: 2, width: width - 4, style: Style(line.role))
    }
  }

  /// What the table does not say: dossiers that somebody else waits for.
  private func urgentLines(_ language: Language) -> [(text: String, role: Role)] {
    guard let counts else { return [] }
    var lines: [(String, Role)] = []
    if counts.overdue > 0 {
      let (mine, all) = (counts.mine.overdue, counts.overdue)
      lines.append(
        (
          language.pick(
            "Đã quá hạn \(all) hồ sơ, trong đó của tôi \(mine). Enter để làm trước.",
            "\(counted(all, "dossier")) overdue, \(mine) of them mine. Enter begins with them."), .critical
        ))
    }
    if stepsLate > 0 {
      lines.append(
        (
          language.pick(
            "\(stepsLate) hồ sơ quá hạn của bước. Mở danh sách, gõ /quá bước để xem.",
            "\(counted(stepsLate, "dossier")) with a late step. In a list, /late step shows them."), .warning
        ))
    }
    if supplementsLate > 0 {
      lines.append(
        (
          language.pick(
            "\(supplementsLate) hồ sơ hết hạn bổ sung, công dân chưa nộp. & mở.",
            "\(counted(supplementsLate, "dossier")) with papers overdue from the citizen. & opens."), .warning
        ))
    }
    if counts.handedOver > 0 {
      lines.append(
        (
          language.pick(
            "\(counts.handedOver) hồ sơ chờ mình nhận bàn giao. = mở.",
            "\(counted(counts.handedOver, "dossier")) to be taken over by you. = opens."), .warning
        ))
    }
    if let moved, !moved.isSeen, !moved.list.isEmpty {
      let count = moved.list.count
      lines.append(
        (
          language.pick(
            "Lịch nghỉ đã sửa: \(count) hồ sơ có hẹn trả thay đổi. ! xem.",
            "The calendar was corrected: \(counted(count, "appointment")) would move. ! shows them."), .warning
        ))
    }
    if let news = procedureNews, news.newCount > 0 {
      let day = news.since.civilDate.dayAndMonth
      lines.append(
        (
          language.pick(
            "\(news.newCount) thủ tục thay đổi từ hôm \(day). ~ xem.",
            "\(counted(news.newCount, "procedure")) changed since \(day). ~ shows them."), .warning
        ))
    }
    if counts.inConflict > 0 {
      lines.append(
        (
          language.pick(
            "Cần soát \(counts.inConflict) hồ sơ: xử lý trùng hoặc tỉnh giữ lại. S mở.",
            "\(counted(counts.inConflict, "dossier")) to check: conflicts or kept back. S opens."), .warning
        ))
    }
    return lines
  }
}
