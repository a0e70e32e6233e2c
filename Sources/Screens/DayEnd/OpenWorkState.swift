import DossierDomain
import OfficeWork
import Terminal

extension Context {
  public static let openWork = Context("openWork")
}

/// The dossiers that a line of the end of the day counts, as a list that works like the queue. It is of the whole office,
/// like the count. Esc leads back to the line.
struct OpenWorkState: ListScreen {
  static let context = Context.openWork
  static var commands: [Command] { [] }
  static let saysReadOnly = true
  static let dossiers = ShownDossiers.many

  var queue = QueueState()

  /// - Parameter at: the moment at which the line was counted.
  init(_ work: OpenWork, at: Instant) {
    queue.view = .open(work, at: at)
  }

  var isTyping: Bool { queue.isTyping }
  var isEntryInNotice: Bool { queue.isEntryInNotice }
  var targets: [QueueRow] { queue.targets }
  func loaded(_ id: DossierID) -> Dossier? { queue.loaded(id) }
  func steps(of id: DossierID) -> [StepRule] { queue.steps(of: id) }
  func nextChange(after now: Instant) -> Instant? { queue.nextChange(after: now) }
  func notice(_ session: Session, now: Instant) -> String? { queue.notice(session, now: now) }

  mutating func appear(_ session: inout Session, now: Instant) -> [Effect] { queue.appear(&session, now: now) }

  mutating func press(_ key: Key, _ session: inout Session, now: Instant) -> [Effect]? {
    if let effects = queue.press(key, &session, now: now) { return effects }
    // Esc undoes one step after another, and leaves when nothing is left to undo.
    guard key == .escape, queue.hasToClear else { return nil }
    return queue.clear(&session, now) + queue.followSelection(&session)
  }

  mutating func paste(_ text: String, _ session: inout Session, now: Instant) -> [Effect]? {
    queue.paste(text, &session, now: now)
  }

  mutating func receive(_ reply: Reply, _ session: inout Session, now: Instant) -> [Effect] {
    queue.receive(reply, &session, now: now)
  }

  mutating func hear(_ news: News, _ session: inout Session, now: Instant) -> [Effect] {
    queue.hear(news, &session, now: now)
  }

  func draw(on surface: inout Surface, rows: Int, session: Session, now: Instant) {
    queue.draw(on: &surface, rows: rows, session: session, now: now)
  }
}

extension QueueState {
  /// Says what the list has instead of the row of views: with the count of the end of the day, until a filter is typed.
  func drawTitle(of work: OpenWork, on surface: inout Surface, _ session: Session, _ now: Instant) {
    let language = session.language
    let clock = clockWording(now, language)
    // This list is opened in the morning too. On a narrow screen the name of the list is worth more.
    let from = work == .supplementLate ? "" : language.pick("Cuối ngày", "End of day") + " · "
    let title = session.readOnlyMark + work.title(language)
    let hasRoom = Surface.width(of: from + title + clock) + 4 <= surface.size.columns
    surface.drawTitleBar(hasRoom ? session.readOnlyMark + from + work.title(language) : title, right: clock)
    guard let matching, filterText.isEmpty else { return }
    surface.put(
      language.pick(
        "\(number(matching)) hồ sơ · cả xã", "\(counted(matching, "dossier")) · the whole office"),
      row: 1, column: 1, width: surface.size.columns - 2, style: Style(.strong))
  }
}

extension OpenWork {
  var title: Words {
    switch self {
    case .overdue: Words("Quá hạn, chưa xong", "Overdue, not done")
    case .dueToday: Words("Đến hạn hôm nay, chưa xong", "Due today, not done")
    case .notHandedOver: Words("Nhận hôm nay, chưa chuyển xử lý", "Received today, not handed over")
    case .withoutScan: Words("Nhận hôm nay, chưa số hóa giấy tờ", "Received today, not digitised")
    case .unpaid: Words("Nhận hôm nay, chưa thu phí", "Received today, fee not paid")
    case .provisional: Words("Mã tạm, chưa cấp mã chính thức", "Under a provisional code")
    case .supplementLate: Words("Hết hạn bổ sung, công dân chưa nộp", "Papers overdue from citizens")
    case .inConflict: Words("Hai bàn cùng xử lý", "Conflicts with other desks")
    }
  }
}
