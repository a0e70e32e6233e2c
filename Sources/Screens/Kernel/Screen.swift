import DossierDomain
import OfficeWork
import Terminal

/// What takes keys and is drawn: a screen of the stack, or what lies over one. A value that never asks the clock or the store.
protocol Screen: Equatable, Sendable {
  /// Letters are text now, not commands.
  var isTyping: Bool { get }
  /// Nil when the key is not its own; then the registry's commands are asked. What changes is put back into the app here.
  func press(_ key: Key, in app: inout App, _ now: Instant) -> [Effect]?
  /// Pasted or scanned text; nil when no field is open.
  func paste(_ text: String, in app: inout App, _ now: Instant) -> [Effect]?
  /// What came of a secret, sent from here or from what lies over or below it.
  func receive(_ outcome: SecretOutcome, in app: inout App, _ now: Instant) -> [Effect]
  func draw(on surface: inout Surface, app: App, now: Instant)
  /// The time of day stands in it.
  static var showsClock: Bool { get }
  /// The next moment at which something drawn changes by itself, besides the clock and the words for a new day.
  func nextChange(after now: Instant) -> Instant?
  /// What is typed here, kept with the desk so that a crash loses none of it; nil for nothing.
  var openDraft: RunningAct.Draft? { get }
  /// The act that waits for an answer given here; it is dropped when its clerk leaves the desk.
  var heldAct: RequestNumber? { get }
}

/// What came of a secret that was sent.
enum SecretOutcome: Sendable {
  case signIn(SignInOutcome)
  case confirm(ConfirmOutcome)
  /// It could not be checked.
  case failed
}

extension Screen {
  var isTyping: Bool { true }
  func paste(_ text: String, in app: inout App, _ now: Instant) -> [Effect]? { [] }
  func receive(_ outcome: SecretOutcome, in app: inout App, _ now: Instant) -> [Effect] { [] }
  static var showsClock: Bool { false }
  func nextChange(after now: Instant) -> Instant? { nil }
  var openDraft: RunningAct.Draft? { nil }
  var heldAct: RequestNumber? { nil }

  func equals(_ other: any Screen) -> Bool { (other as? Self) == self }
}

/// A screen of the stack: it fills the terminal, has commands, and may be kept over a restart.
protocol PlacedScreen: Screen {
  static var context: Context { get }
  /// Those that belong to it, also where they open it from other screens.
  static var commands: [Command] { get }
  /// Whether actions have dossiers to work on here.
  static var dossiers: ShownDossiers { get }
  /// Its title says that this desk can only look.
  static var saysReadOnly: Bool { get }
  /// Commands in the hint bar, the most useful first.
  static var hintOrder: [Command.Group] { get }
  /// What is filled in here waits as a draft, under the name of the context, when the screen itself cannot come back.
  static var isForm: Bool { get }
  /// As it was left; nil where it is not kept.
  init?(place: Place, _ office: OfficeSnapshot, now: Instant)

  /// The program has just started with it.
  mutating func start(_ session: inout Session) -> [Effect]
  /// It came to the top of the stack: opened, or returned to.
  mutating func appear(_ session: inout Session, now: Instant) -> [Effect]
  mutating func press(_ key: Key, _ session: inout Session, now: Instant) -> [Effect]?
  mutating func paste(_ text: String, _ session: inout Session, now: Instant) -> [Effect]?
  /// What was asked from here was answered.
  mutating func receive(_ reply: Reply, _ session: inout Session, now: Instant) -> [Effect]
  /// What every open screen hears.
  mutating func hear(_ news: News, _ session: inout Session, now: Instant) -> [Effect]
  /// An act that came from here has ended.
  mutating func receive(_ end: ActEnd, of act: RequestNumber, _ session: inout Session)
  /// Draws rows `0..<rows`; below them stand the message and the hints.
  func draw(on surface: inout Surface, rows: Int, session: Session, now: Instant)
  /// What the next key will do, shown where a message would stand.
  func notice(_ session: Session, now: Instant) -> String?
  /// What is typed or chosen stands in the notice, behind a `█` or `▶`: the cursor belongs there.
  var isEntryInNotice: Bool { get }
  /// What is kept of it over restart, lock and crash; nil for nothing.
  var place: Place? { get }
  /// The act on its way that what is filled in here is used up by; nil for none.
  var usedUpBy: RequestNumber? { get }
  /// The dossiers that an action would work on.
  var targets: [QueueRow] { get }
  /// The clerk has done nothing here yet, so that a kept place may take its place.
  var isUntouched: Bool { get }
}

enum ShownDossiers: Sendable {
  case none, one, many
}

extension PlacedScreen {
  static var dossiers: ShownDossiers { .none }
  static var showsClock: Bool { true }
  static var saysReadOnly: Bool { false }
  static var hintOrder: [Command.Group] { [.go, .act, .mark, .view, .move, .program] }
  static var isForm: Bool { false }
  init?(place: Place, _ office: OfficeSnapshot, now: Instant) { return nil }

  var isTyping: Bool { false }
  mutating func start(_ session: inout Session) -> [Effect] { [] }
  mutating func appear(_ session: inout Session, now: Instant) -> [Effect] { [] }
  mutating func press(_ key: Key, _ session: inout Session, now: Instant) -> [Effect]? { nil }
  mutating func paste(_ text: String, _ session: inout Session, now: Instant) -> [Effect]? { nil }
  mutating func receive(_ reply: Reply, _ session: inout Session, now: Instant) -> [Effect] { [] }
  mutating func hear(_ news: News, _ session: inout Session, now: Instant) -> [Effect] { [] }
  mutating func receive(_ end: ActEnd, of act: RequestNumber, _ session: inout Session) {}
  func notice(_ session: Session, now: Instant) -> String? { nil }
  var isEntryInNotice: Bool { false }
  var place: Place? { nil }
  var usedUpBy: RequestNumber? { nil }
  var targets: [QueueRow] { [] }
  var isUntouched: Bool { false }

  func press(_ key: Key, in app: inout App, _ now: Instant) -> [Effect]? {
    let effects = app.onTop { screen, session -> [Effect]? in
      if let effects = screen.press(key, &session, now: now) { return effects }
      guard !screen.isTyping, let arrow = key.arrow else { return nil }
      return screen.press(arrow, &session, now: now)
    }
    return effects.map { $0 + app.saveSeat() }
  }

  func paste(_ text: String, in app: inout App, _ now: Instant) -> [Effect]? {
    let effects = app.onTop { screen, session in screen.paste(text, &session, now: now) }
    return effects.map { $0 + app.saveSeat() }
  }

  func draw(on surface: inout Surface, app: App, now: Instant) {
    draw(on: &surface, rows: app.session.bodyRows, session: app.session, now: now)
  }
}

/// A screen that can be opened without anything to know beforehand.
protocol PlainScreen: PlacedScreen {
  init()
}

/// The screen that asks who sits here.
protocol EntranceScreen: PlacedScreen {
  /// - Parameter last: who sat here before.
  init(_ session: Session, last: ClerkID?)
}

/// What can be asked when an act is refused, so that the same act is sent again or its refusal is handed to the screens.
protocol RefusalQuestion: Screen {
  /// Nil where the refusal is about something else.
  init?(_ denial: Denial, of number: RequestNumber, refused: [ActOutcome])
}

/// The screens that there are. The kernel knows them by this list only.
struct ScreenCatalogue: Sendable {
  let entrance: any EntranceScreen.Type
  /// At the bottom of a clerk's stack.
  let home: any PlainScreen.Type
  /// Stands over what another day left, and over nothing.
  let greeting: any PlainScreen.Type
  /// All of them, in the order in which their commands are listed.
  let screens: [any PlacedScreen.Type]
  /// Asked in this order.
  let refusalQuestions: [any RefusalQuestion.Type]
  /// What an act has to wait for; nil where it may leave.
  let reasonToHold: @Sendable (ActEffect, App) -> (any Screen)?
  /// Commands of no single screen.
  let commonCommands: @Sendable () -> [Command]

  func screen(named name: String) -> (any PlacedScreen.Type)? { screens.first { $0.context.name == name } }
}

/// A screen on the stack, with what lies over it. An overlay stays while another screen is opened from it.
struct Frame: Equatable, Sendable {
  let id: FrameID
  var screen: any PlacedScreen
  var overlay: (any Screen)?

  init(_ screen: any PlacedScreen, _ session: inout Session) {
    id = session.nextFrame()
    self.screen = screen
  }

  /// What takes the keys.
  var front: any Screen { overlay ?? screen }

  static func == (left: Frame, right: Frame) -> Bool {
    guard left.id == right.id, left.screen.equals(right.screen) else { return false }
    switch (left.overlay, right.overlay) {
    case (nil, nil): return true
    case (let first?, let second?): return first.equals(second)
    case (nil, _?), (_?, nil): return false
    }
  }
}

/// A screen that is put by for a while, compared as what it is.
struct KeptScreen: Equatable, Sendable {
  let screen: any PlacedScreen

  static func == (left: KeptScreen, right: KeptScreen) -> Bool { left.screen.equals(right.screen) }
}
