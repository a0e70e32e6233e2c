import DossierDomain
import OfficeWork
import Terminal

extension Context {
  public static let opening = Context("opening")
}

/// When this desk's reception point is open: a grid of the week, the days of its own, and the dossiers whose citizens
/// were told to come while it is closed.
struct OpeningState: PlainScreen {
  static let context = Context.opening
  static var commands: [Command] { OpeningCommands.list }

  private(set) var form = Form(focus: field(0, .morning).id)
  /// The hours that the grid was filled with; nil before it was.
  private var filled: OpeningHours?
  private(set) var stranded: [QueueRow]?
  private var pending: Request<[QueueRow]>?

  init() {}

  var isTyping: Bool { true }

  // MARK: The grid

  enum Part: String, CaseIterable {
    case morning, afternoon
  }

  private static func field(_ weekday: Int, _ part: Part) -> Field {
    var field = Field(
      id: Field.ID(part.rawValue, weekday), label: Words("", ""), kind: .text(.text), maximumLength: 30, use: .codes)
    field.placeholder = Words("nghỉ", "closed")
    field.tidy = { text in OpeningHours.Day(text: text).map { $0.isClosed ? "" : $0.wording(.vi) } ?? text }
    return field
  }

  private static let lines = (0..<7).map { weekday in Part.allCases.map { field(weekday, $0) } }

  private mutating func fill(_ hours: OpeningHours) {
    for (weekday, day) in hours.week.enumerated() {
      // What begins before one o'clock belongs to the morning.
      let (morning, afternoon) = (
        day.periods.filter { $0.lowerBound < 13 * 60 }, day.periods.filter { $0.lowerBound >= 13 * 60 }
      )
      for (part, periods) in zip(Part.allCases, [morning, afternoon]) {
        let text = periods.isEmpty ? "" : OpeningHours.Day(periods)?.wording(.vi) ?? ""
        form.set(Self.field(weekday, part), text)
      }
    }
  }

  /// Whether the grid still shows these hours, as they were filled in.
  private func isShown(_ hours: OpeningHours) -> Bool {
    var untouched = self
    untouched.fill(hours)
    let fields = Self.lines.flatMap(\.self)
    return untouched.form.contents(of: fields) == form.contents(of: fields)
  }

  /// The week in the grid; nil with the weekday, from 0, whose hours cannot be read.
  func week(of point: String) -> Result<OpeningWeek, Unreadable> {
    var days: [OpeningHours.Day] = []
    for weekday in 0..<7 {
      let texts = Part.allCases.map { form.trimmed(Self.field(weekday, $0)) }.filter { !$0.isEmpty }
      guard let day = OpeningHours.Day(text: texts.joined(separator: ",")) else {
        return .failure(Unreadable(weekday: weekday))
      }
      days.append(day)
    }
    guard let week = OpeningWeek(point: point, days: days) else { return .failure(Unreadable(weekday: 0)) }
    return .success(week)
  }

  struct Unreadable: Error {
    var weekday: Int
  }

  mutating func go(to weekday: Int) { form.go(to: Self.field(weekday, .morning).id) }

  // MARK: Events

  mutating func appear(_ session: inout Session, now: Instant) -> [Effect] {
    // Hours that came meanwhile are shown, unless the clerk has begun to type others.
    let hours = session.office.openingHours
    if filled != hours, filled.map(isShown) ?? true {
      fill(hours)
      filled = hours
    }
    let request: Request<[QueueRow]> = session.request()
    pending = request
    return [.ask(.strandedAppointments(request, from: now.civilDate, viewer: session.viewer))]
  }

  mutating func press(_ key: Key, _ session: inout Session, now: Instant) -> [Effect]? {
    form.pressOnGrid(key, Self.lines, session, now) == .unused ? nil : []
  }

  mutating func paste(_ text: String, _ session: inout Session, now: Instant) -> [Effect]? {
    guard let field = Self.lines.flatMap(\.self).first(where: { $0.id == form.focus }) else { return nil }
    form.insert(text, field)
    return []
  }

  mutating func receive(_ reply: Reply, _ session: inout Session, now: Instant) -> [Effect] {
    if let rows = reply.resolve(&pending)?.response { stranded = rows }
    return []
  }

  mutating func hear(_ news: News, _ session: inout Session, now: Instant) -> [Effect] {
    switch news {
    case .officeChanged, .performed, .undone, .synchronised: return appear(&session, now: now)
    case .syncProgress, .syncFailed, .backup: return []
    }
  }

  // MARK: How it looks

  func draw(on surface: inout Surface, rows: Int, session: Session, now: Instant) {
    let language = session.language
    let width = surface.size.columns
    let point = session.office.point
    surface.drawTitleBar(
      language.pick("Giờ mở cửa", "Opening hours") + (point.isEmpty ? "" : " · \(point)"),
      right: clockWording(now, language))
    let columns = [
      FormGrid.Column(heading: language.pick("Sáng", "Morning"), width: 14),
      FormGrid.Column(heading: language.pick("Chiều", "Afternoon"), width: 14),
    ]
    FormGrid(
      form: form, heading: language.pick("Ngày", "Day"), columns: columns,
      lines: Self.lines.enumerated().map {
        FormGrid.Line(label: weekdayName($0.offset + 1, language), fields: $0.element)
      },
      language: language
    ).draw(on: &surface, row: 2, column: 0, width: min(width, 50), height: 8)
    var row = 11
    let special = session.office.openingHours.special.filter { $0.key >= now.civilDate }.sorted { $0.key < $1.key }
    // The days leave room for those who have to be told, of whom at least two are shown.
    let kept = min(stranded?.count ?? 0, 2) + (stranded?.isEmpty == false ? 2 : 0)
    for (date, own) in special.prefix(max(1, rows - row - kept)) where row < rows {
      let reason = own.reason.isEmpty ? "" : " · \(own.reason)"
      surface.put(
        "\(date.slashed)  \(own.day.wording(language))\(reason)", row: row, column: 2, width: width - 4,
        style: Style(own.day.isClosed ? .warning : .text))
      row += 1
    }
    drawStranded(on: &surface, from: row + 1, rows: rows, language)
  }

  private func drawStranded(on surface: inout Surface, from first: Int, rows: Int, _ language: Language) {
    guard let stranded, !stranded.isEmpty, first < rows else { return }
    let width = surface.size.columns
    let count = stranded.count < CallQuery.most ? "\(stranded.count)" : "\(stranded.count)+"
    surface.put(
      language.pick(
        "Đã hẹn công dân đến lúc đóng cửa (\(count)). PgDn: xem hết, gọi điện.",
        "Told to come while it is closed (\(count)). PgDn: all of them, to call."),
      row: first, column: 2, width: width - 4, style: Style(.critical))
    for (offset, dossier) in stranded.prefix(max(0, rows - first - 1)).enumerated() {
      surface.put(
        "\(dossier.code.short)  \(dossier.dueAt?.clockAndDate ?? "")  \(dossier.ownerName ?? hiddenOwner(language))",
        row: first + 1 + offset, column: 2, width: width - 4, style: Style(.text))
    }
  }

  func notice(_ session: Session, now: Instant) -> String? {
    session.language.pick(
      "Gõ như 7:00-11:30; để trống là nghỉ. Enter ghi cả tuần, ^V thêm ngày riêng.",
      "Type as 7:00-11:30; empty is closed. Enter records the week, ^V adds a day.")
  }
}
