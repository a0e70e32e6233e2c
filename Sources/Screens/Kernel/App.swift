import DossierDomain
import OfficeWork
import Terminal

/// The whole state of the full-screen program: a value that keys and answers change.
///
/// The run loop calls `update` for every event, runs the effects, and shows `view`. Nothing here blocks or waits.
public struct App: Equatable, Sendable {
  public internal(set) var session: Session
  /// From the bottom; never empty.
  var frames: [Frame]
  /// Desks of clerks who locked, so that F12 finds them at once.
  var seats: [ClerkID: Seat] = [:]
  var lastKeyAt: Instant
  /// The kept desk has been asked for and is not here yet: nothing may be written over it.
  var awaitsSeat = false
  /// Acts on their way to the journal that issue a code, to be sent again once the clerk has confirmed the date.
  var issuing: [RequestNumber: ActEffect] = [:]
  /// Acts that have left and are not answered yet, each with her in whose name it is.
  var underWay: [RequestNumber: ClerkID] = [:]
  /// After a PIN that needed no Enter, an Enter of habit does nothing.
  var ignoresEnterUntil: Instant?
  /// The PIN that is checked for an act of weight needed no Enter.
  var confirmedByItself = false

  struct Seat: Equatable, Sendable {
    var frames: [Frame]
    var lastTouched: DossierID?
    var promptDrafts: [String: Contents]
    var clearedForm: KeptScreen?
  }

  /// Needs the office snapshot and nothing else of the database; the first paint shows who may sign in.
  public init(
    office: OfficeSnapshot, language: Language, isPlain: Bool = false, canSuspend: Bool = false, size: Size,
    now: Instant
  ) {
    session = Session(office: office, language: language, isPlain: isPlain, size: size)
    session.canSuspend = canSuspend
    frames = [Frame(ScreenCatalogue.standard.entrance.init(session, last: nil), &session)]
    lastKeyAt = now
  }

  /// The screen on top.
  var top: Frame {
    get { frames[frames.count - 1] }
    set { frames[frames.count - 1] = newValue }
  }

  public var context: Context { type(of: top.screen).context }

  /// What came of an event. `now` is the only clock.
  public mutating func update(_ event: Event, now: Instant) -> [Effect] {
    session.asker = top.id
    let effects = effects(of: event, now)
    return depart(effects)
  }

  private mutating func effects(of event: Event, _ now: Instant) -> [Effect] {
    switch event {
    case .key, .text:
      // A machine that slept was not woken to lock; who comes to it now may be somebody else.
      if isIdleTooLong(at: now) { return lock() }
      lastKeyAt = now
      if case .text(let text) = event { return paste(text, now) }
      if case .key(let key) = event { return press(key, now) }
      return []
    case .resized(let size):
      session.size = size
      return []
    case .timePassed:
      return isIdleTooLong(at: now) ? lock() : []
    case .answered(let answer):
      return receive(answer, now)
    }
  }

  /// The next moment at which something shown changes, or the desk locks; nil when nothing will.
  public func nextChange(after now: Instant) -> Instant? {
    let shown: [any Screen] = [top.screen] + (top.overlay.map { [$0] } ?? [])
    let turn =
      shown.contains { type(of: $0).showsClock }
      ? Instant(milliseconds: (now.milliseconds / 60_000 + 1) * 60_000) : now.civilDate.instant(atMinute: 1440)
    return ([turn, session.exchange.shownUntil, idleLimit] + shown.map { $0.nextChange(after: now) })
      .compactMap { $0 }.filter { $0 > now }.min()
  }

  // MARK: Stack

  /// Opens a screen over the present one; Esc returns to this one as it is.
  mutating func open(_ screen: any PlacedScreen, now: Instant) -> [Effect] {
    frames.append(Frame(screen, &session))
    return appear(now) + saveSeat()
  }

  /// Back to the screen below; the lowest one stays.
  mutating func close(now: Instant) -> [Effect] {
    guard frames.count > 1 else { return [] }
    frames.removeLast()
    return appear(now) + saveSeat()
  }

  mutating func appear(_ now: Instant) -> [Effect] {
    onTop { screen, session in screen.appear(&session, now: now) }
  }

  mutating func onTop<Result>(_ body: (inout any PlacedScreen, inout Session) -> Result) -> Result {
    session.asker = top.id
    var screen = top.screen
    let result = body(&screen, &session)
    top.screen = screen
    return result
  }

  /// Changes the screen on top when it is one of this kind.
  mutating func onTop<S: PlacedScreen>(_ kind: S.Type, _ body: (inout S, inout Session) -> [Effect]) -> [Effect] {
    guard var screen = top.screen as? S else { return [] }
    session.asker = top.id
    let effects = body(&screen, &session)
    top.screen = screen
    return effects
  }

  // MARK: Idle

  private var idleLimit: Instant? {
    guard session.clerk != nil, session.office.office.idleLockMinutes > 0 else { return nil }
    return lastKeyAt.adding(minutes: session.office.office.idleLockMinutes)
  }

  private func isIdleTooLong(at now: Instant) -> Bool { idleLimit.map { $0 <= now } ?? false }
}
