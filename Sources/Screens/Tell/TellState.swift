import DossierDomain
import OfficeWork
import Terminal

extension Context {
  public static let tell = Context("tell")
}

/// What a citizen has to know, in few and wide lines, so that the monitor can be turned to her: code, day and what to bring.
/// Nobody's name, number or address stands here, because whoever waits behind her reads it too. So only papers that the procedure lists
/// are named: what a clerk has typed may name a person, and is counted.
struct TellState: PlacedScreen {
  static let context = Context.tell

  /// The one on the citizen's paper; nil if another system has given it and it is not known here.
  let code: DossierCode?
  let status: DossierStatus
  /// Nil if nothing is appointed, or the clock stands still until she brings what is missing.
  let dueAt: Instant?
  let toBring: [String]
  /// How many further papers stand on her paper only.
  let others: Int

  static let commands: [Command] = [
    Command(
      "tell", in: [.receive, .detail], keys: [.character(">")],
      Words("Cho công dân xem: mã, ngày hẹn, cần mang gì", "Show the citizen code, day and what to bring"),
      hint: Words("Cho công dân xem", "Show her"), group: .go, unless: { app in reason(app) }
    ) { app, now in told(app).map { app.open($0, now: now) } ?? [] }
  ]

  private static func reason(_ app: App) -> String? {
    let language = app.session.language
    if let form = app.top.screen as? ReceiveState, form.issued == nil {
      return language.pick("Hãy cấp mã trước.", "Issue the code first.")
    }
    guard let told = told(app) else {
      return language.pick("Đang đọc hồ sơ, xin bấm lại.", "The dossier is being read; press again.")
    }
    return told.status.isFinal
      ? language.pick("Hồ sơ đã kết thúc, không còn hẹn gì.", "It has ended; nothing is to be told.") : nil
  }

  private static func told(_ app: App) -> TellState? {
    if let form = app.top.screen as? ReceiveState, let row = form.issued {
      let code = (try? Reading<String>.otherCode.read(form.text("other-code"))).map {
        DossierCode($0, origin: .imported)
      }
      return TellState(row, asked: form.toBring, form.procedure, other: code, app.session)
    }
    guard let row = app.top.screen.targets.first, let dossier = app.top.screen.loaded(row.id) else { return nil }
    let asked = dossier.supplementRequests.last?.missing ?? []
    let isAsked = dossier.status == .supplementRequested && !asked.isEmpty
    return TellState(
      row, asked: isAsked ? asked : dossier.components.missing.map(\.name), app.session.office.version(of: dossier),
      other: dossier.codes.first(where: \.origin.isOfAnotherSystem), app.session)
  }

  /// - Parameter other: the code of another system, if there is one.
  private init(
    _ row: QueueRow, asked: [String], _ version: ProcedureVersion?, other: DossierCode?, _ session: Session
  ) {
    let received = (row.receivedAt ?? session.moment).civilDate
    // The papers of that day have the other system's codes, and ours is for the desk.
    let isOnlyOurs =
      !row.code.origin.isOfAnotherSystem && session.office.office.isBesideAnotherSystem(on: received)
    code = isOnlyOurs ? other : row.code
    status = row.isVoid ? .refused : row.status
    dueAt = row.status.isPaused ? nil : row.dueAt
    let listed = Set(version?.paperRules.map(\.name) ?? [])
    let needed = row.status == .completed ? [] : asked
    toBring = needed.filter { listed.contains($0) }
    others = needed.count - toBring.count
  }

  // MARK: How it looks

  private struct Line {
    var text: String
    var role: Role
    /// With blanks between the letters, if there is room.
    var isWide = false
  }

  private func lines(_ session: Session, _ now: Instant) -> [Line] {
    let language = session.language
    var lines = [Line(text: language.pick("Mã hồ sơ", "Code"), role: .muted)]
    if let code {
      lines.append(Line(text: code.text, role: .strong, isWide: true))
    } else {
      lines.append(
        Line(
          text: language.pick("Ghi trên giấy của hệ thống đang dùng", "On the paper of the other system"), role: .strong
        ))
    }
    if status == .completed {
      lines.append(
        Line(text: language.pick("Đã có kết quả, mời nhận tại quầy", "The result is here for you"), role: .strong))
    } else if let dueAt {
      lines += [
        Line(text: language.pick("Hẹn trả kết quả", "Come for the result on"), role: .muted),
        Line(text: spokenDate(dueAt, today: now.civilDate, language), role: .strong),
      ]
    } else if status == .paymentRequested {
      lines.append(
        Line(
          text: language.pick("Ngày trả tính tiếp khi đã nộp phí", "The day follows when the fee is paid"), role: .muted
        ))
    } else if status.isPaused {
      lines.append(
        Line(
          text: language.pick("Ngày trả tính tiếp khi đã bổ sung đủ", "The day follows when the rest has come"),
          role: .muted))
    }
    guard !toBring.isEmpty || others > 0 else { return lines }
    lines.append(Line(text: language.pick("Cần mang thêm", "Please bring"), role: .muted))
    lines += toBring.map { Line(text: $0, role: .strong) }
    guard others > 0 else { return lines }
    let more =
      toBring.isEmpty
      ? language.pick("\(others) mục ghi trên giấy", "\(counted(others, "item")), named on your paper")
      : language.pick("và \(others) mục khác ghi trên giấy", "and \(counted(others, "item")) more, named on your paper")
    return lines + [Line(text: more, role: .strong)]
  }

  func draw(on surface: inout Surface, rows: Int, session: Session, now: Instant) {
    surface.drawTitleBar(session.office.office.name)
    let room = surface.size.columns - 8
    let texts = lines(session, now).flatMap { line -> [(String, Role)] in
      let wide = line.text.map(String.init).joined(separator: " ")
      let isWide = line.isWide && !session.isPlain && Surface.width(of: wide) <= room
      return wrapped(isWide ? wide : line.text, width: room).map { ($0, line.role) }
    }
    let available = rows - 2
    // Plain lines are read out one after another; otherwise they stand apart as far as there is room.
    let step = session.isPlain || texts.count * 2 - 1 > available ? 1 : 2
    let shown = texts.count <= available ? texts[...] : texts.prefix(max(0, available - 1))
    let height = (shown.count - 1) * step + 1
    var row = session.isPlain ? 2 : 1 + max(1, (rows - 1 - height) / 2)
    for (index, (text, role)) in shown.enumerated() {
      let column = session.isPlain ? 1 : max(0, (surface.size.columns - Surface.width(of: text)) / 2)
      surface.put(text, row: row, column: column, width: surface.size.columns - column, style: Style(role))
      if index == 0 { surface.cursor = Position(row: row, column: column) }
      row += step
    }
    guard shown.count < texts.count else { return }
    let more = session.language.pick(
      "và \(texts.count - shown.count) dòng nữa trên giấy hẹn",
      "and \(texts.count - shown.count) lines more on the paper")
    surface.put(more, row: row, column: 4, width: room, style: Style(.muted))
  }
}
