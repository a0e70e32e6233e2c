import DossierDomain
import OfficeWork
import Terminal

/// Something that receives keys and is drawn: a screen of the stack, or an overlay over one. It is a value and never
/// reads the clock or the store.
protocol Screen: Equatable, Sendable {
  /// Whether letters are text at present, and not commands.
  var isTyping: Bool { get }
  /// Whether a PIN is being typed.
  var asksSecret: Bool { get }
  /// Handles a key. Nil if the screen does not use it; the kernel then looks for a command. The screen stores its
  /// changes in the app.
  func press(_ key: Key, in app: inout App, _ now: Instant) -> [Effect]?
  /// Pasted or scanned text; nil when no field is open.
  func paste(_ text: String, in app: inout App, _ now: Instant) -> [Effect]?
  /// The outcome of a secret that was sent from here, or from the overlay or the screen below it.
  func receive(_ outcome: SecretOutcome, in app: inout App, _ now: Instant) -> [Effect]
  func draw(on surface: inout Surface, app: App, now: Instant)
  /// Whether the screen shows the time of day.
  static var showsClock: Bool { get }
  /// The next moment at which the drawing changes by itself, apart from the clock and the change of the day.
  func nextChange(after now: Instant) -> Instant?
  /// The text typed here, which is stored with the seat so that a crash loses none of it; nil if there is none.
  var openDraft: RunningAct.Draft? { get }
  /// The act that waits for an answer given here; it is dropped when its clerk leaves.
  var heldAct: RequestNumber? { get }
}

/// The outcome of a secret that was sent.
enum SecretOutcome: Sendable {
  case signIn(SignInOutcome)
  case confirm(ConfirmOutcome)
  /// The secret could not be checked.
  case failed
}

extension Screen {
  var isTyping: Bool { true }
  var asksSecret: Bool { false }
  func paste(_ text: String, in app: inout App, _ now: Instant) -> [Effect]? { [] }
  func receive(_ outcome: SecretOutcome, in app: inout App, _ now: Instant) -> [Effect] { [] }
  static var showsClock: Bool { false }
  func nextChange(after now: Instant) -> Instant? { nil }
  var openDraft: RunningAct.Draft? { nil }
  var heldAct: RequestNumber? { nil }

  func equals(_ other: any Screen) -> Bool { (other as? Self) == self }
}

/// A screen of the stack: it fills the terminal, has commands, and may be restored after a restart.
protocol PlacedScreen: Screen {
  static var context: Context { get }
  /// The commands that belong to the screen, including those that open it from other screens.
  static var commands: [Command] { get }
  /// Which of its dossiers an action applies to, if any.
  static var dossiers: ShownDossiers { get }
  /// Whether the title says that the session is read-only.
  static var saysReadOnly: Bool { get }
  /// The groups of the hint bar, the most useful first.
  static var hintOrder: [Command.Group] { get }
  /// The contents are kept as a draft under the name of the context if the screen itself cannot be restored.
  static var isForm: Bool { get }
  /// Restores the screen from a stored place; nil if the place cannot be used.
  init?(place: Place, _ office: OfficeSnapshot, now: Instant)

  /// The program has just started with this screen.
  mutating func start(_ session: inout Session) -> [Effect]
  /// The screen came to the top of the stack: it was opened, or the clerk returned to it.
  mutating func appear(_ session: inout Session, now: Instant) -> [Effect]
  mutating func press(_ key: Key, _ session: inout Session, now: Instant) -> [Effect]?
  mutating func paste(_ text: String, _ session: inout Session, now: Instant) -> [Effect]?
  /// The answer to a request of this screen.
  mutating func receive(_ reply: Reply, _ session: inout Session, now: Instant) -> [Effect]
  /// News for every open screen.
  mutating func hear(_ news: News, _ session: inout Session, now: Instant) -> [Effect]
  /// An act that came from this screen has ended.
  mutating func receive(_ end: ActEnd, of act: RequestNumber, _ session: inout Session)
  /// Draws rows `0..<rows`; the message and the hints stand below them.
  func draw(on surface: inout Surface, rows: Int, session: Session, now: Instant)
  /// What the next key will do; shown in the row of messages.
  func notice(_ session: Session, now: Instant) -> String?
  /// The notice holds the typed text or the choice behind a `█` or `▶`, so the cursor belongs there.
  var isEntryInNotice: Bool { get }
  /// The screen itself asks a question, which takes the keys of the hint bar.
  var isAsking: Bool { get }
  /// The state that is stored for restart, lock and crash; nil if none is stored.
  var place: Place? { get }
  /// The sent act that will use up the contents of this form; nil if there is none.
  var usedUpBy: RequestNumber? { get }
  /// The dossiers that an action would apply to.
  var targets: [QueueRow] { get }
  /// The dossier, if the screen has read all of it.
  func loaded(_ id: DossierID) -> Dossier?
  /// The steps of its internal procedure, if the screen has read them.
  func steps(of id: DossierID) -> [StepRule]
  /// Takes the place of the screen on top, whose successor this one is.
  func succeed(in app: inout App, _ now: Instant) -> [Effect]
  /// The screen that takes the place of this one, because an answer has shown what the clerk wanted.
  var successor: (any PlacedScreen)? { get }
  /// The clerk has done nothing here yet, so that a stored place may replace this state.
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
  var isAsking: Bool { false }
  var place: Place? { nil }
  var usedUpBy: RequestNumber? { nil }
  var targets: [QueueRow] { [] }
  func loaded(_ id: DossierID) -> Dossier? { nil }
  func steps(of id: DossierID) -> [StepRule] { [] }
  var successor: (any PlacedScreen)? { nil }
  var isUntouched: Bool { false }

  func succeed(in app: inout App, _ now: Instant) -> [Effect] {
    app.top.screen = self
    return app.appear(now) + app.saveSeat()
  }

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

/// A screen that can be opened without any argument.
protocol PlainScreen: PlacedScreen {
  init()
}

/// The sign-in screen.
protocol EntranceScreen: PlacedScreen {
  /// - Parameter last: the clerk who was signed in before.
  init(_ session: Session, last: ClerkID?)
}

/// A question that is asked when an act is refused. After the answer the same act is sent again, or its refusal is
/// passed to the screens.
protocol RefusalQuestion: Screen {
  /// Nil if the refusal is about something else.
  init?(_ denial: Denial, of number: RequestNumber, refused: [ActOutcome])
}

/// All screens. The kernel knows them only through this list.
struct ScreenCatalogue: Sendable {
  let entrance: any EntranceScreen.Type
  /// The screen at the bottom of a clerk's stack.
  let home: any PlainScreen.Type
  /// The screen that is opened over a seat of another day, and if no seat was stored.
  let greeting: any PlainScreen.Type
  /// All screens, in the order in which their commands are listed.
  let screens: [any PlacedScreen.Type]
  /// The questions are tried in this order.
  let refusalQuestions: [any RefusalQuestion.Type]
  /// The question that an act has to wait for; nil if it may be sent.
  let reasonToHold: @Sendable (ActEffect, App) -> (any Screen)?
  /// Commands that belong to no single screen.
  let commonCommands: @Sendable () -> [Command]

  func screen(named name: String) -> (any PlacedScreen.Type)? { screens.first { $0.context.name == name } }
}

/// A screen on the stack, with its overlay. The overlay stays while another screen is opened from it.
struct Frame: Equatable, Sendable {
  let id: FrameID
  var screen: any PlacedScreen
  var overlay: (any Screen)?

  init(_ screen: any PlacedScreen, _ session: inout Session) {
    id = session.nextFrame()
    self.screen = screen
  }

  /// The screen or overlay that receives the keys.
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

/// A screen that is kept for a while; it is compared by its own type and value.
struct KeptScreen: Equatable, Sendable {
  let screen: any PlacedScreen

  static func == (left: KeptScreen, right: KeptScreen) -> Bool { left.screen.equals(right.screen) }
}
