import DossierDomain
import OfficeWork
import Terminal

extension Context {
  public static let outbox = Context("outbox")
}

/// This desk's own entries, the newest first, each with its state at the province.
struct OutboxState: PlacedScreen {
  static let context = Context.outbox
  static var commands: [Command] { OutboxCommands.list }

  struct Pending: Equatable, Sendable {
    var request: Request<OutboxPage>
    var isMore: Bool
  }

  var search = ""
  var delivery: EntryDelivery?
  var list = RowList<OutboxRow>()
  var hasMore = false
  /// The entry after which the next page begins.
  var scannedTo: EntryReference?
  /// The search text from before the clerk began to edit it; nil while she does not.
  var searchBefore: String?
  var pending: Pending?
  /// The number of rows that were loaded when the seat was stored.
  private var keptCount = 0

  /// The upper limit of rows in one refresh, which asks for all loaded rows at once.
  static let mostAtOnce = 1000

  init(delivery: EntryDelivery? = nil) {
    self.delivery = delivery
  }

  var isTyping: Bool { searchBefore != nil }
  var isEntryInNotice: Bool { isTyping }
  var rows: [OutboxRow] { list.rows }
  var selectedRow: OutboxRow? { list.selectedRow }

  func listHeight(_ session: Session) -> Int { max(1, session.bodyRows - 4) }

  // MARK: Asking

  mutating func appear(_ session: inout Session, now: Instant) -> [Effect] { reload(&session) }

  mutating func reload(_ session: inout Session) -> [Effect] {
    ask(after: nil, limit: min(Self.mostAtOnce, max(2 * listHeight(session), rows.count, keptCount)), &session)
  }

  private mutating func ask(after: EntryReference?, limit: Int, _ session: inout Session) -> [Effect] {
    let request: Request<OutboxPage> = session.request()
    pending = Pending(request: request, isMore: after != nil)
    return [
      .ask(
        .outbox(
          request,
          OutboxQuery(text: search, delivery: delivery, after: after, limit: limit, viewer: session.viewer)))
    ]
  }

  mutating func receive(_ reply: Reply, _ session: inout Session, now: Instant) -> [Effect] {
    guard let asked = pending, let content = reply.content(for: asked.request) else { return [] }
    pending = nil
    guard let page = content.response else { return [] }
    return apply(page, isMore: asked.isMore, &session)
  }

  mutating func hear(_ news: News, _ session: inout Session, now: Instant) -> [Effect] {
    switch news {
    case .performed, .undone, .synchronised, .syncFailed: reload(&session)
    case .officeChanged, .syncProgress, .backup: []
    }
  }

  private mutating func apply(_ page: OutboxPage, isMore: Bool, _ session: inout Session) -> [Effect] {
    let height = listHeight(session)
    if isMore {
      list.append(page.rows)
    } else {
      list.replace(with: page.rows, landing: .keep, height: height)
    }
    (hasMore, scannedTo) = (page.hasMore, page.scannedTo)
    keptCount = 0
    // A search for rare text returns short pages, so pages are loaded until the screen is full.
    guard hasMore, rows.count < list.topIndex + height else { return [] }
    return more(&session)
  }

  private mutating func more(_ session: inout Session) -> [Effect] {
    guard hasMore, pending == nil, let scannedTo else { return [] }
    return ask(after: scannedTo, limit: 2 * listHeight(session), &session)
  }

  // MARK: Moving

  mutating func move(by distance: Int, _ session: inout Session) -> [Effect] {
    guard !rows.isEmpty else { return [] }
    let to = max(0, min(rows.count - 1, list.index + distance))
    list.select(to, height: listHeight(session))
    return distance > 0 && to + listHeight(session) >= rows.count ? more(&session) : []
  }

  mutating func show(_ delivery: EntryDelivery?, _ session: inout Session) -> [Effect] {
    self.delivery = delivery
    return begin(&session)
  }

  /// Loads again from the newest entry.
  private mutating func begin(_ session: inout Session) -> [Effect] {
    list.removeAll()
    return reload(&session)
  }

  // MARK: Searching

  mutating func press(_ key: Key, _ session: inout Session, now: Instant) -> [Effect]? {
    guard let before = searchBefore else {
      // Each Esc undoes one step: first the search, then the screen.
      return key == .escape && !search.isEmpty ? setSearch("", &session) : nil
    }
    switch key {
    case .character(let character): return setSearch(search + String(character), &session)
    case .backspace: return search.isEmpty ? [] : setSearch(String(search.dropLast()), &session)
    case .enter: searchBefore = nil
    case .escape:
      searchBefore = nil
      return setSearch(before, &session)
    case .up: return move(by: -1, &session)
    case .down: return move(by: 1, &session)
    default: return nil
    }
    return []
  }

  mutating func paste(_ text: String, _ session: inout Session, now: Instant) -> [Effect]? {
    guard isTyping else { return nil }
    return setSearch(search + text.filter { !$0.isNewline }, &session)
  }

  mutating func setSearch(_ text: String, _ session: inout Session) -> [Effect] {
    search = String(text.prefix(100))
    return begin(&session)
  }

  // MARK: Kept places

  var place: Place? {
    var fields: [Place.Field] = []
    if !search.isEmpty { fields.append(Place.Field("search", search)) }
    if let delivery { fields.append(Place.Field("state", String(delivery.rawValue))) }
    if let selected = list.selected {
      fields.append(Place.Field("selected", "\(selected.epoch.hexadecimal) \(selected.sequence)"))
      fields.append(Place.Field("rows", String(min(Self.mostAtOnce, rows.count))))
    }
    return Place(name: Self.context.name, fields: fields)
  }

  init(place: Place, _ office: OfficeSnapshot, now: Instant) {
    self.init(delivery: place["state"].flatMap { UInt8($0) }.flatMap(EntryDelivery.init(rawValue:)))
    search = place["search"] ?? ""
    keptCount = place["rows"].flatMap { Int($0) } ?? 0
    let parts = (place["selected"] ?? "").split(separator: " ")
    if parts.count == 2, let epoch = DeviceEpoch(hexadecimal: String(parts[0])), let sequence = Int64(parts[1]) {
      list.selected = EntryReference(epoch: epoch, sequence: sequence)
    }
  }
}
