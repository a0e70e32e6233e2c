import DossierDomain
import OfficeWork
import Terminal
import VietnameseText

extension Context {
  public static let calls = Context("calls")
}

/// The citizens to call, one after another: telephone, name, and what to tell them. How a call ended is one key, after
/// which the next citizen is chosen.
struct CallsState: PlacedScreen {
  static let context = Context.calls
  static var commands: [Command] { CallsCommands.list }
  static let dossiers = ShownDossiers.one
  static let hintOrder: [Command.Group] = [.act, .go, .mark, .view, .move, .program]

  let reason: CallQuery.Reason
  let isMine: Bool
  private(set) var calls: [Call]?
  private var pending: Request<[Call]>?
  private(set) var window = ListWindow()
  private(set) var movedAt: Instant?

  init(_ reason: CallQuery.Reason, isMine: Bool) {
    self.reason = reason
    self.isMine = isMine
  }

  init?(place: Place, _ office: OfficeSnapshot, now: Instant) {
    guard let reason = place["reason"].flatMap(CallQuery.Reason.init(rawValue:)) else { return nil }
    self.init(reason, isMine: place["whose"] == "mine")
  }

  var place: Place? {
    var fields = [Place.Field("reason", reason.rawValue)]
    if isMine { fields.append(Place.Field("whose", "mine")) }
    return Place(name: Self.context.name, fields: fields)
  }

  var chosen: Call? { calls.flatMap { $0.indices.contains(window.chosen) ? $0[window.chosen] : nil } }
  var targets: [QueueRow] { chosen.map { [$0.row] } ?? [] }
  func loaded(_ id: DossierID) -> Dossier? { calls?.first { $0.row.id == id }?.dossier }

  /// The last call was noted, and the next citizen is chosen.
  mutating func goOn(_ now: Instant) {
    movedAt = now
    window.move(by: 1, count: calls?.count ?? 0)
  }

  mutating func appear(_ session: inout Session, now: Instant) -> [Effect] {
    let request: Request<[Call]> = session.request()
    pending = request
    let query = CallQuery(
      reason: reason, today: now.civilDate, holder: isMine ? session.clerk?.id : nil, viewer: session.viewer)
    return [.ask(.calls(request, query))]
  }

  mutating func receive(_ reply: Reply, _ session: inout Session, now: Instant) -> [Effect] {
    guard let calls = reply.resolve(&pending)?.response else { return [] }
    // The same citizen stays chosen, or the one behind who was chosen if she is no longer to be called.
    let rest = self.calls?.dropFirst(window.chosen).map(\.row.id) ?? []
    let index = rest.lazy.compactMap { id in calls.firstIndex { $0.row.id == id } }.first
    self.calls = calls
    window.choose(index ?? (rest.isEmpty ? 0 : .max), count: calls.count)
    return []
  }

  mutating func hear(_ news: News, _ session: inout Session, now: Instant) -> [Effect] {
    switch news {
    case .performed, .undone, .officeChanged, .synchronised: appear(&session, now: now)
    case .syncProgress, .syncFailed, .backup: []
    }
  }

  mutating func press(_ key: Key, _ session: inout Session, now: Instant) -> [Effect]? {
    window.press(key, count: calls?.count ?? 0) ? [] : nil
  }

  // MARK: How it looks

  func draw(on surface: inout Surface, rows: Int, session: Session, now: Instant) {
    let language = session.language
    let width = surface.size.columns
    let title =
      switch reason {
      case .awaited: language.pick("Gọi: chờ công dân", "To call: waiting for the citizen")
      case .result: language.pick("Gọi: có kết quả, chờ trả", "To call: results to hand back")
      case .closed: language.pick("Gọi: đã hẹn đến lúc đóng cửa", "To call: told to come while it is closed")
      }
    let whose = isMine ? language.pick(" · CỦA TÔI", " · MINE") : ""
    let count = calls.map { $0.count < CallQuery.most ? " (\($0.count))" : " (\($0.count)+)" } ?? ""
    surface.drawTitleBar(title + count + whose, right: clockWording(now, language))
    guard let calls else { return }
    guard let chosen else {
      surface.put(
        language.pick("Không còn ai phải gọi.", "Nobody is to be called."), row: 2, column: 2, style: Style(.info))
      return
    }
    let first = reason == .closed ? Words("Hẹn đến", "Told to come") : Words("Từ", "Since")
    for (column, title) in [
      (2, first), (Self.code, Words("Mã hồ sơ", "Code")), (phone, Words("Điện thoại", "Phone")),
      (owner, Words("Chủ hồ sơ", "Owner")),
    ] where showsCode || column != Self.code {
      surface.put(title(language), row: 2, column: column, style: Style(.heading))
    }
    let details = details(chosen, session, now).flatMap { wrapped($0, width: width - 4) }.prefix(max(3, rows / 3))
    let height = max(1, rows - 4 - details.count)
    for (offset, index) in window.visible(count: calls.count, height: height).enumerated() {
      draw(calls[index], row: 3 + offset, isChosen: index == window.chosen, on: &surface, session, now)
    }
    let rule = rows - details.count - 1
    surface.horizontalRule(row: rule)
    for (offset, line) in details.enumerated() {
      surface.put(line, row: rule + 1 + offset, column: 2, width: width - 4, style: Style(.text))
    }
  }

  private static let sinceWidth = 16
  private static let code = 2 + sinceWidth + 1
  private static let codeWidth = 13
  /// Who was told a wrong hour asks for the dossier by its code.
  private var showsCode: Bool { reason == .closed }
  private var phone: Int { showsCode ? Self.code + Self.codeWidth : 2 + Self.sinceWidth }
  private var owner: Int { phone + 15 }

  private func draw(
    _ call: Call, row: Int, isChosen: Bool, on surface: inout Surface, _ session: Session, _ now: Instant
  ) {
    let language = session.language
    let ground = surface.beginListRow(row, isChosen: isChosen)
    if showsCode {
      surface.put(
        call.row.dueAt?.clockAndDate ?? "", row: row, column: 2, width: Self.sinceWidth, style: Style(.text, on: ground)
      )
      surface.put(
        call.row.code.short, row: row, column: Self.code, width: Self.codeWidth - 1, style: Style(.text, on: ground))
    } else {
      let since = call.row.waitingSince.map {
        "\($0.civilDate.dayAndMonth) (\(daysWording(since: $0, now: now, language)))"
      }
      surface.put(since ?? "", row: row, column: 2, width: Self.sinceWidth - 1, style: Style(.text, on: ground))
    }
    // Only the one who is called now is to be read off the screen.
    let number = isChosen ? call.dossier.phone : maskedNumber(call.dossier.phone)
    surface.put(
      number.isEmpty ? language.pick("không có số", "no number") : number, row: row, column: phone, width: 14,
      style: Style(number.isEmpty ? .muted : .strong, on: ground))
    let last = CallOutcome.lastCall(call.dossier).map {
      " · \($0.at.civilDate.dayAndMonth) \($0.outcome.hint(language))"
    }
    let room = surface.size.columns - owner - 1
    let name = call.row.markedOwner(language)
    surface.put(
      call.row.ownerName ?? "", call.row.ownerMark, found: TypedText(""), row: row, column: owner, width: room,
      style: Style(.text, on: ground))
    let used = min(room, Surface.width(of: name))
    surface.put(last ?? "", row: row, column: owner + used, width: room - used, style: Style(.info, on: ground))
  }

  /// What to tell the citizen.
  private func details(_ call: Call, _ session: Session, _ now: Instant) -> [String] {
    let language = session.language
    let (row, dossier) = (call.row, call.dossier)
    let applicant = dossier.applicant.map { language.pick(" · người nộp \($0.name)", " · applicant \($0.name)") } ?? ""
    let closed = language.pick(
      "Điểm tiếp nhận đóng cửa vào giờ hẹn: báo công dân giờ khác.",
      "The point is closed at the hour of the appointment: name another one.")
    let what =
      reason == .closed
      ? closed
      : dossier.awaited(language).map { awaited in
        let day = dossier.supplementUntil(session).map {
          language.pick(" · đến \($0.slashed)", " · until \($0.slashed)")
        }
        return language.pick("Chờ: ", "Awaited: ") + awaited + (day ?? "")
      }
        ?? language.pick("Có kết quả, mời đến nhận.", "The result is here to be collected.")
    return [
      "\(row.code.short) · \(row.procedureName)\(applicant)", what,
      dossier.notes.last.map { language.pick("Ghi: \($0.text)", "Note: \($0.text)") },
    ].compactMap { $0 }
  }
}
