import DossierDomain
import OfficeWork
import Terminal

extension Context {
  public static let conflict = Context("conflict")
}

/// One dossier in which two desks decided the same matter without knowing of each other, or of which the province keeps
/// entries back. The screen shows both sides, who decided and when, and the possible actions.
struct ConflictState: PlacedScreen {
  static let context = Context.conflict
  static var commands: [Command] { ConflictCommands.list }
  static let showsClock = false

  /// One matter that a clerk has to check.
  enum Item: Equatable {
    case conflict(Conflict)
    case held(HeldEntry)
  }

  enum Choice: Equatable {
    /// The earlier decision stands; the conflict is settled without further work.
    case leave
    /// The decision that lost is made again, after the other one.
    case again
    case timeline
  }

  var id: DossierID
  var card: DossierCard?
  var pending: Request<DossierCard?>?
  var failure: String?
  /// Index of the item shown.
  var item = 0
  var window = ListWindow()

  init(id: DossierID) {
    self.id = id
  }

  var items: [Item] {
    guard let dossier = card?.dossier else { return [] }
    return dossier.conflicts.map(Item.conflict) + dossier.held.map(Item.held)
  }

  var present: Item? { items.indices.contains(item) ? items[item] : items.last }

  var choices: [Choice] {
    switch present {
    case .conflict(let conflict):
      entry(conflict.loser)?.action.again == nil ? [.leave, .timeline] : [.leave, .again, .timeline]
    case .held, nil: [.timeline]
    }
  }

  var chosen: Choice? { choices.indices.contains(window.chosen) ? choices[window.chosen] : choices.first }

  func entry(_ reference: EntryReference) -> RecordedAction? {
    card?.timeline.first { $0.reference == reference }
  }

  /// Why the losing decision cannot be made again now; nil if it can.
  func reasonAgainstAgain(_ session: Session) -> String? {
    guard case .conflict(let conflict) = present, let dossier = card?.dossier, let clerk = session.clerk,
      let command = entry(conflict.loser)?.action.again
    else { return nil }
    return denial(of: command, on: dossier, by: clerk, at: session.moment)?.wording(session.language)
  }

  mutating func appear(_ session: inout Session, now: Instant) -> [Effect] {
    let request: Request<DossierCard?> = session.request()
    pending = request
    return [.ask(.card(request, id, viewer: session.viewer))]
  }

  mutating func press(_ key: Key, _ session: inout Session, now: Instant) -> [Effect]? {
    switch key {
    case .down: window.move(by: 1, count: choices.count)
    case .up: window.move(by: -1, count: choices.count)
    case .right, .tab: turn(1)
    case .left, .backTab: turn(-1)
    default: return nil
    }
    return []
  }

  private mutating func turn(_ step: Int) {
    guard items.count > 1 else { return }
    item = (min(item, items.count - 1) + step + items.count) % items.count
    window = ListWindow()
  }

  mutating func receive(_ reply: Reply, _ session: inout Session, now: Instant) -> [Effect] {
    switch reply.resolve(&pending) {
    case .answered(let card):
      self.card = card
      failure = card == nil ? Denial.dossierUnknown.wording(session.language) : nil
      item = min(item, max(0, items.count - 1))
      window.choose(window.chosen, count: choices.count)
    case .failed(let failure): self.failure = failure.wording(session.language)
    case nil: break
    }
    return []
  }

  mutating func hear(_ news: News, _ session: inout Session, now: Instant) -> [Effect] {
    switch news {
    case .performed, .undone, .synchronised: appear(&session, now: now)
    case .officeChanged, .syncProgress, .syncFailed, .backup: []
    }
  }

  var place: Place? {
    Place(name: Self.context.name, fields: [Place.Field("id", id.hexadecimal)])
  }

  init?(place: Place, _ office: OfficeSnapshot, now: Instant) {
    guard let id = place["id"].flatMap(DossierID.init(hexadecimal:)) else { return nil }
    self.init(id: id)
  }
}
