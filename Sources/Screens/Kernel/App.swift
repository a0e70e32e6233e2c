import DossierDomain
import OfficeWork
import Terminal

/// The whole state of the full-screen program, as a value that events change.
///
/// The run loop calls `update` for every event, runs the effects, and shows `view`. Nothing here blocks or waits.
public struct App: Equatable, Sendable {
  public internal(set) var session: Session
  /// From the bottom to the top of the stack; never empty.
  var frames: [Frame]
  /// Seats of clerks who locked, so that F12 restores them at once.
  var seats: [ClerkID: Seat] = [:]
  var lastKeyAt: Instant
  /// The stored seat was requested and has not arrived, so nothing may be written over it.
  var awaitsSeat = false
  /// Sent acts that may be refused until their clerk has answered a question. They are sent again after the answer.
  var refusable: [RequestNumber: ActEffect] = [:]
  /// Acts that were sent and not answered yet, each with the clerk in whose name it was sent.
  var underWay: [RequestNumber: ClerkID] = [:]
  /// Until this moment an Enter is ignored, because the PIN before it needed none.
  var ignoresEnterUntil: Instant?
  /// After a refused command, letters and Enter are ignored until nothing has come for a moment: who types a reason
  /// into a prompt that did not open must not run a command with each of its letters.
  var ignoresTypingUntil: Instant?
  /// The PIN that is being checked for an act of weight was sent without Enter.
  var confirmedByItself = false

  struct Seat: Equatable, Sendable {
    var frames: [Frame]
    var lastTouched: DossierID?
    var promptDrafts: [String: Contents]
    var clearedForm: KeptScreen?
    var lastTyped: [Field.ID: String]
    /// Her last key.
    var leftAt: Instant
  }

  /// Needs only the office snapshot from the database; the first paint shows who may sign in.
  public init(
    office: OfficeSnapshot, language: Language, isPlain: Bool = false, canSuspend: Bool = false,
    hasClipboard: Bool = true, typing: OwnTyping = OwnTyping(), size: Size, now: Instant
  ) {
    session = Session(office: office, language: language, isPlain: isPlain, size: size, now: now)
    session.canSuspend = canSuspend
    session.hasClipboard = hasClipboard
    session.typing = typing
    frames = [Frame(ScreenCatalogue.standard.entrance.init(session, last: nil), &session)]
    lastKeyAt = now
  }

  /// The screen on top.
  var top: Frame {
    get { frames[frames.count - 1] }
    set { frames[frames.count - 1] = newValue }
  }

  public var context: Context { type(of: top.screen).context }

  /// Changes the state for an event and returns the effects to run. `now` is the only clock.
  public mutating func update(_ event: Event, now: Instant) -> [Effect] {
    session.asker = top.id
    session.moment = now
    let effects = effects(of: event, now)
    return depart(effects)
  }

  private mutating func effects(of event: Event, _ now: Instant) -> [Effect] {
    switch event {
    case .key, .composed, .text, .scan:
      // A machine that was suspended did not wake up to lock, and another person may be sitting at it now.
      if isIdleTooLong(at: now) { return lock() }
      lastKeyAt = now
      if case .text(let text) = event { return paste(text, now) }
      if case .key(let key) = event { return press(key, now) }
      if case .composed(let key) = event { return pressAsItStands(key, now) }
      if case .scan(let code) = event { return scan(code, now) + saveSeat() }
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

  /// The next moment at which something shown changes or the session locks; nil if there is none.
  public func nextChange(after now: Instant) -> Instant? {
    let shown: [any Screen] = [top.screen] + (top.overlay.map { [$0] } ?? [])
    let turn =
      shown.contains { type(of: $0).showsClock }
      ? Instant(milliseconds: (now.milliseconds / 60_000 + 1) * 60_000) : now.civilDate.instant(atMinute: 1440)
    return ([turn, session.exchange.shownUntil, idleLimit] + shown.map { $0.nextChange(after: now) })
      .compactMap { $0 }.filter { $0 > now }.min()
  }

  // MARK: Stack

  /// Opens a screen over the present one; Esc returns to the present one unchanged.
  mutating func open(_ screen: any PlacedScreen, now: Instant) -> [Effect] {
    frames.append(Frame(screen, &session))
    return appear(now) + saveSeat()
  }

  /// Returns to the screen below; the lowest one stays.
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

  /// Changes the top screen if it is of this type.
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
