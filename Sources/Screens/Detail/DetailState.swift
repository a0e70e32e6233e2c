import DossierDomain
import OfficeWork
import Terminal

extension Context {
  public static let detail = Context("detail")
}

/// Shows one dossier in full: its facts, papers, journal in words, control slip, fees and result.
struct DetailState: PlacedScreen {
  static let context = Context.detail
  static var commands: [Command] { DetailCommands.list + PaperCommands.list }
  static let dossiers = ShownDossiers.one
  /// Acts come first, because a clerk opens a dossier in order to do something to it.
  static let hintOrder: [Command.Group] = [.act, .go, .move, .view, .program]
  static let showsClock = false

  enum Tab: Int, CaseIterable, Sendable {
    case overview = 1
    case components, timeline, controlSlip, fees, result
  }

  var id: DossierID
  var tab = Tab.overview
  var card: DossierCard?
  var pending: Request<DossierCard?>?
  /// Why the dossier cannot be shown.
  var failure: String?
  /// Numbers of people are shown in full until this moment, or until the clerk leaves the dossier.
  var numbersUntil: Instant?
  var window = ListWindow()
  /// What the rules of its procedure say of its case; read when the dossier arrives.
  private(set) var facts: [ProcedureFacts.Line] = []

  init(id: DossierID, tab: Tab = .overview) {
    self.id = id
    self.tab = tab
  }

  var targets: [QueueRow] { card.map { [QueueRow($0.dossier, delivery: $0.delivery)] } ?? [] }

  func loaded(_ id: DossierID) -> Dossier? { card?.dossier.id == id ? card?.dossier : nil }

  func steps(of id: DossierID) -> [StepRule] { card?.dossier.id == id ? card?.steps ?? [] : [] }

  mutating func appear(_ session: inout Session, now: Instant) -> [Effect] {
    numbersUntil = nil
    return load(&session)
  }

  private mutating func load(_ session: inout Session) -> [Effect] {
    let request: Request<DossierCard?> = session.request()
    pending = request
    return [.ask(.card(request, id, viewer: session.viewer))]
  }

  /// Asks the province for the entries that are not in this database.
  mutating func wantHistory(_ session: inout Session) -> [Effect] {
    let request: Request<DossierCard?> = session.request()
    pending = request
    return [.exchange(.wantHistory(request, id, viewer: session.viewer))]
  }

  /// Shows another dossier in the same tab.
  mutating func show(_ id: DossierID, _ session: inout Session, now: Instant) -> [Effect] {
    self = DetailState(id: id, tab: tab)
    return appear(&session, now: now)
  }

  mutating func press(_ key: Key, _ session: inout Session, now: Instant) -> [Effect]? {
    if showsNumbers(at: now) { showNumbers(from: now) }
    if window.press(key, count: lineCount(session)) { return [] }
    switch key {
    case .right, .tab: turn(1, session)
    case .left, .backTab: turn(-1, session)
    case .character(let character):
      guard let number = character.wholeNumberValue, let chosen = Tab(rawValue: number) else { return nil }
      show(chosen, session)
    default: return nil
    }
    return []
  }

  private mutating func turn(_ step: Int, _ session: Session) {
    let count = Tab.allCases.count
    show(Tab(rawValue: (tab.rawValue - 1 + step + count) % count + 1) ?? .overview, session)
  }

  /// The timeline opens at its end, because the last event is the one that clerks look for.
  private mutating func show(_ tab: Tab, _ session: Session) {
    self.tab = tab
    window = ListWindow()
    if tab == .timeline { window.choose(.max, count: lineCount(session)) }
  }

  mutating func receive(_ reply: Reply, _ session: inout Session, now: Instant) -> [Effect] {
    switch reply.resolve(&pending) {
    case .answered(let card):
      self.card = card
      facts = card.map { Self.facts(of: $0.dossier, session, now) } ?? []
      if tab == .timeline { window.choose(.max, count: lineCount(session)) }
      failure = card == nil ? Denial.dossierUnknown.wording(session.language) : nil
    case .failed(let failure): self.failure = failure.wording(session.language)
    case nil: break
    }
    return []
  }

  mutating func hear(_ news: News, _ session: inout Session, now: Instant) -> [Effect] {
    switch news {
    case .performed(let outcomes):
      let concernsThis = outcomes.contains { if case .done(let row, _) = $0 { row.id == id } else { false } }
      if concernsThis { return load(&session) }
    case .synchronised(let summary):
      if summary.changedMany || summary.changed.contains(id) { return load(&session) }
    case .undone(.undone(let act)):
      if act.rows.contains(where: { $0.id == id }) { return load(&session) }
    case .undone(.nothing), .undone(.denied), .undone(.asks), .officeChanged, .syncProgress, .syncFailed, .backup: break
    }
    return []
  }

  private static func facts(of dossier: Dossier, _ session: Session, _ now: Instant) -> [ProcedureFacts.Line] {
    guard let (version, outcome) = session.procedure(of: dossier), version.rules.hasLaterFacts else { return [] }
    let facts = ProcedureFacts(version: version, outcome: outcome, session: session, day: now.civilDate)
    // A unit that decides is recorded in the dossier itself.
    let deciders = outcome.decidingUnit == nil ? facts.deciders : []
    return facts.results + facts.receivers + deciders + facts.steps + facts.parts + facts.laterProcedures + facts.law
  }

  /// The paper under the cursor, in the tab of papers.
  var chosenComponent: Component? {
    guard tab == .components, let components = card?.dossier.components, components.indices.contains(window.chosen)
    else {
      return nil
    }
    return components[window.chosen]
  }

  func notice(_ session: Session, now: Instant) -> String? {
    guard let dossier = card?.dossier else { return nil }
    let language = session.language
    if let reason = dossier.voidReason { return language.pick("Đã hủy: \(reason)", "Void: \(reason)") }
    if dossier.code.origin == .provisional {
      return language.pick("Đang dùng mã tạm. #: cấp mã chính thức.", "Under a provisional code. # issues a code.")
    }
    if tab == .fees, !dossier.status.isFinal {
      return language.pick("P: ghi tiền đã thu, hoặc yêu cầu nộp.", "P records what was paid, or asks for payment.")
    }
    if !dossier.conflicts.isEmpty {
      return language.pick(
        "Hai bàn cùng xử lý hồ sơ này. Z: xem hai bên rồi chọn.", "Another desk decided otherwise. Z shows both sides.")
    }
    if !dossier.held.isEmpty {
      return language.pick("Có việc tỉnh giữ lại. Z: xem vì sao.", "The province keeps an entry back. Z says why.")
    }
    if card?.isFolded == true, tab == .timeline {
      return card?.isHistoryWanted == true
        ? language.pick("Các bước cũ sẽ về khi đồng bộ (F5).", "The older steps come with the next exchange (F5).")
        : language.pick(
          "Các bước cũ nằm ở tỉnh. Enter: lấy về khi đồng bộ.",
          "The older steps are at the province. Enter asks for them.")
    }
    if let ways = dossier.waysOnFromLateSupplement(session, now) { return ways }
    if let line = missingPapersLine(dossier, session, now) { return line }
    switch dossier.status {
    case .completed: return language.pick("Đã có kết quả. T: trả cho công dân.", "Completed. T hands it back.")
    case .supplementRequested:
      return language.pick("Đang chờ bổ sung. G: nhận bổ sung.", "Waiting for papers. G receives them.")
    case .paymentRequested: return language.pick("Đang chờ nộp phí. P: ghi thu.", "Waiting for payment. P records it.")
    case .registered, .received, .refused, .inProgress, .withdrawn, .stopped, .handedBack: return nil
    }
  }

  /// How many papers are missing, and the key with which this clerk can do something about it in this status.
  private func missingPapersLine(_ dossier: Dossier, _ session: Session, _ now: Instant) -> String? {
    let share = dossier.componentShare
    guard share.present < share.needed, !dossier.status.isFinal else { return nil }
    let missing = session.language.pick(
      "Còn thiếu \(share.needed - share.present) giấy tờ.", "\(counted(share.needed - share.present, "paper")) missing."
    )
    if dossier.status == .supplementRequested {
      return missing
        + session.language.pick(" Đã yêu cầu bổ sung. G: nhận bổ sung.", " They were asked for. G receives them.")
    }
    let denial = session.clerk.flatMap {
      ActionRule.of(.requestSupplement).denial(on: dossier.standing(at: now), by: $0)
    }
    guard denial == nil, session.clerk != nil else { return dossier.status == .paymentRequested ? nil : missing }
    return missing
      + session.language.pick(" B: yêu cầu bổ sung một lần cho đủ.", " B asks for all of them at once.")
  }

  var place: Place? {
    Place(
      name: Self.context.name,
      fields: [Place.Field("id", id.hexadecimal), Place.Field("tab", String(tab.rawValue))])
  }

  init?(place: Place, _ office: OfficeSnapshot, now: Instant) {
    guard let id = place["id"].flatMap(DossierID.init(hexadecimal:)) else { return nil }
    self.init(id: id, tab: place["tab"].flatMap { Int($0) }.flatMap(Tab.init(rawValue:)) ?? .overview)
  }
}
