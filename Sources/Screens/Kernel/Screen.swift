import DossierDomain
import OfficeWork
import Terminal

/// Where commands live; one a screen.
public enum Context: String, CaseIterable, Sendable {
  case signIn, queue, detail, receive, lookup, dayStart, dayEnd, sync, outbox, conflict, staff

  /// Everywhere but before a clerk is chosen.
  public static let signedIn = Set(Context.allCases).subtracting([.signIn])
}

/// One screen: a value, what keys and answers do to it, and how it looks. Never asks the clock or the store.
protocol Screen: Equatable, Sendable {
  static var context: Context { get }
  /// Letters are text now, not commands.
  var isTyping: Bool { get }
  /// It came to the top of the stack: opened, or returned to.
  mutating func appear(_ session: inout Session, now: Instant) -> [Effect]
  /// Nil when the key is not the screen's own; then the registry's commands are asked.
  mutating func press(_ key: Key, _ session: inout Session, now: Instant) -> [Effect]?
  /// Pasted or scanned text; nil when no field is open.
  mutating func paste(_ text: String, _ session: inout Session, now: Instant) -> [Effect]?
  /// Every answer comes to every open screen; a screen drops what it did not ask for.
  mutating func take(_ answer: Answer, _ session: inout Session, now: Instant) -> [Effect]
  /// Draws rows `0..<rows`; below them stand the message and the hints.
  func draw(on surface: inout Surface, rows: Int, session: Session, now: Instant)
  /// What the next key will do, shown where a message would stand.
  func notice(_ session: Session, now: Instant) -> String?
  /// The time of day stands in its title.
  static var showsClock: Bool { get }
  /// The next moment at which something drawn changes by itself, besides the clock and the words for a new day.
  func nextChange(after now: Instant) -> Instant?
  /// What is kept of it over restart, lock and crash; nil for nothing.
  var place: Place? { get }
  /// The act on its way that what is filled in here is used up by; nil for none.
  var usedUpBy: RequestNumber? { get }
  /// The dossiers that an action would work on.
  var targets: [QueueRow] { get }
}

extension Screen {
  var isTyping: Bool { false }
  mutating func appear(_ session: inout Session, now: Instant) -> [Effect] { [] }
  mutating func press(_ key: Key, _ session: inout Session, now: Instant) -> [Effect]? { nil }
  mutating func paste(_ text: String, _ session: inout Session, now: Instant) -> [Effect]? { nil }
  mutating func take(_ answer: Answer, _ session: inout Session, now: Instant) -> [Effect] { [] }
  func notice(_ session: Session, now: Instant) -> String? { nil }
  static var showsClock: Bool { true }
  func nextChange(after now: Instant) -> Instant? { nil }
  var place: Place? { nil }
  var usedUpBy: RequestNumber? { nil }
  var targets: [QueueRow] { [] }
}

/// The screens that can be on the stack. A new screen adds its case here, and its commands to the registry.
enum ScreenState: Equatable, Sendable {
  case signIn(SignInState)
  case queue(QueueState)
  case detail(DetailState)
  case receive(ReceiveState)
  case lookup(LookupState)
  case dayStart(DayStartState)
  case dayEnd(DayEndState)
  case sync(SyncState)
  case outbox(OutboxState)
  case conflict(ConflictState)
  case staff(StaffState)

  var body: any Screen {
    get {
      switch self {
      case .signIn(let state): state
      case .queue(let state): state
      case .detail(let state): state
      case .receive(let state): state
      case .lookup(let state): state
      case .dayStart(let state): state
      case .dayEnd(let state): state
      case .sync(let state): state
      case .outbox(let state): state
      case .conflict(let state): state
      case .staff(let state): state
      }
    }
    set {
      switch newValue {
      case let state as SignInState: self = .signIn(state)
      case let state as QueueState: self = .queue(state)
      case let state as DetailState: self = .detail(state)
      case let state as ReceiveState: self = .receive(state)
      case let state as LookupState: self = .lookup(state)
      case let state as DayStartState: self = .dayStart(state)
      case let state as DayEndState: self = .dayEnd(state)
      case let state as SyncState: self = .sync(state)
      case let state as OutboxState: self = .outbox(state)
      case let state as ConflictState: self = .conflict(state)
      case let state as StaffState: self = .staff(state)
      default: break
      }
    }
  }

  var context: Context { type(of: body).context }

  /// A screen as it was left; nil when the place is of no screen that is kept.
  init?(place: Place, _ office: OfficeSnapshot, now: Instant) {
    switch place.name {
    case Context.queue.rawValue: self = .queue(QueueState(place: place))
    case Context.detail.rawValue:
      guard let detail = DetailState(place: place) else { return nil }
      self = .detail(detail)
    case Context.receive.rawValue: self = .receive(ReceiveState(place: place, office.catalogue, now: now))
    case Context.lookup.rawValue: self = .lookup(LookupState(place: place))
    case Context.outbox.rawValue: self = .outbox(OutboxState(place: place))
    case Context.conflict.rawValue:
      guard let conflict = ConflictState(place: place) else { return nil }
      self = .conflict(conflict)
    default: return nil
    }
  }
}

/// A screen on the stack, with what lies over it. An overlay stays while another screen is opened from it.
struct Frame: Equatable, Sendable {
  var screen: ScreenState
  var overlay: Overlay?

  init(_ screen: ScreenState) {
    self.screen = screen
  }
}

enum Overlay: Equatable, Sendable {
  case help(HelpState)
  case palette(PaletteState)
  case prompt(ActionPrompt)
  case clock(ClockQuestion)
  case lastNumber(LastNumberQuestion)
  case confirm(ConfirmQuestion)
}
