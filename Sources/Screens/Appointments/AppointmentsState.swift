import DossierDomain
import OfficeWork
import Terminal
import VietnameseText

extension Context {
  public static let appointments = Context("appointments")
}

/// The open dossiers whose appointment a corrected calendar moves. Nothing moves by itself: the head of desk has them
/// computed again, or leaves them.
struct AppointmentsState: PlainScreen {
  static let context = Context.appointments
  static var commands: [Command] { AppointmentsCommands.list }

  var moved: MovedAppointments?
  private var pending: Request<MovedAppointments>?
  var window = ListWindow()

  init() {}

  var chosen: MovedAppointment? {
    moved.flatMap { $0.list.indices.contains(window.chosen) ? $0.list[window.chosen] : nil }
  }

  mutating func appear(_ session: inout Session, now: Instant) -> [Effect] {
    guard let clerk = session.clerk else { return [] }
    let request: Request<MovedAppointments> = session.request()
    pending = request
    return [.ask(.movedAppointments(request, by: clerk.id, now: now, unlessSeen: false))]
  }

  mutating func receive(_ reply: Reply, _ session: inout Session, now: Instant) -> [Effect] {
    guard let moved = reply.resolve(&pending)?.response else { return [] }
    self.moved = moved
    window.choose(window.chosen, count: moved.list.count)
    return moved.isSeen || session.office.isReadOnly ? [] : [.keep(.appointmentsSeen(calendarHash: moved.calendarHash))]
  }

  mutating func hear(_ news: News, _ session: inout Session, now: Instant) -> [Effect] {
    switch news {
    case .performed, .undone, .officeChanged, .synchronised: appear(&session, now: now)
    case .syncProgress, .syncFailed, .backup: []
    }
  }

  mutating func press(_ key: Key, _ session: inout Session, now: Instant) -> [Effect]? {
    window.press(key, count: moved?.list.count ?? 0) ? [] : nil
  }

  func draw(on surface: inout Surface, rows: Int, session: Session, now: Instant) {
    let language = session.language
    let width = surface.size.columns
    surface.drawTitleBar(
      language.pick("Hẹn trả đổi theo lịch nghỉ đã sửa", "Appointments that the corrected calendar moves"),
      right: clockWording(now, language))
    guard let moved else { return }
    guard !moved.list.isEmpty else {
      surface.put(
        language.pick("Không có hồ sơ nào phải đổi ngày hẹn trả.", "No appointment has to move."), row: 2, column: 2,
        width: width - 4, style: Style(.info))
      return
    }
    // A narrow screen leaves out the year, which says nothing of a corrected calendar, so that names are not cut.
    let isNarrow = width < 72
    let dateWidth = isNarrow ? 13 : Self.dateWidth
    func day(_ moment: Instant) -> String {
      isNarrow ? "\(moment.civilTime) \(moment.civilDate.dayAndMonth)" : moment.clockAndDate
    }
    let dates = 2 + Self.codeWidth
    let owner = dates + 2 * dateWidth
    for (column, vi, en) in [
      (2, "Mã hồ sơ", "Code"), (dates, "Đã hẹn", "Promised"), (dates + dateWidth, "Theo lịch", "By calendar"),
      (owner, "Chủ hồ sơ", "Owner"),
    ] {
      surface.put(language.pick(vi, en), row: 2, column: column, style: Style(.heading))
    }
    for (offset, index) in window.visible(count: moved.list.count, height: max(1, rows - 4)).enumerated() {
      let (row, one) = (3 + offset, moved.list[index])
      let ground = surface.beginListRow(row, isChosen: index == window.chosen)
      surface.put(one.row.code.short, row: row, column: 2, width: Self.codeWidth - 1, style: Style(.text, on: ground))
      surface.put(
        one.row.dueAt.map(day) ?? "", row: row, column: dates, width: dateWidth - 1,
        style: Style(.text, on: ground))
      surface.put(
        day(one.newDueAt), row: row, column: dates + dateWidth, width: dateWidth - 1,
        style: Style(.warning, on: ground))
      surface.put(
        one.row.ownerName ?? hiddenOwner(language), one.row.ownerMark, found: TypedText(""), row: row, column: owner,
        width: width - owner - 1, style: Style(.strong, on: ground))
    }
  }

  private static let codeWidth = 13
  /// `17:00 23/11/2026` and a gap.
  private static let dateWidth = 18

  func notice(_ session: Session, now: Instant) -> String? {
    guard let count = moved?.list.count, count > 0 else { return nil }
    return session.language.pick(
      "! tính lại cả \(count) hồ sơ; U hoàn tác. Nhớ báo công dân ngày mới.",
      "! computes all \(count) again; U undoes it. Tell the citizens the new day.")
  }
}
