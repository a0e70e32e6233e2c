import DossierDomain
import OfficeWork

/// Sign-in, lock, and the restoring of a clerk's screens.
extension App {
  /// The first effects of the program.
  public mutating func start() -> [Effect] {
    onTop { screen, session in screen.start(&session) }
  }

  /// Clears the screen and shows the sign-in. The open screens are kept for their clerk.
  mutating func lock() -> [Effect] {
    guard let clerk = session.clerk else { return [] }
    let isDropped = dropHeldAct(lastKeyAt)
    let effects = saveSeat() + [.signIn(.leave(clerk.id))]
    awaitsSeat = false
    seats[clerk.id] = ownSeat
    session.clerk = nil
    session.message = nil
    session.lastTouched = nil
    session.lastAct = nil
    session.redo = []
    session.lastTyped = [:]
    session.numbersRead = []
    session.checking = nil
    session.promptDrafts = [:]
    session.clearedForm = nil
    session.queries = QueryHistory()
    frames = [Frame(ScreenCatalogue.standard.entrance.init(session, last: clerk.id), &session)]
    if isDropped { session.complain(Failure.notConfirmed.wording(session.language)) }
    return effects
  }

  /// Notes the length of a correct PIN. If the PIN was accepted without Enter, an Enter that follows from habit is
  /// ignored.
  mutating func notePINLength(_ length: Int, of clerk: ClerkID, _ now: Instant) {
    ignoresEnterUntil = session.pinLengths[clerk] == nil ? nil : Instant(milliseconds: now.milliseconds + 1500)
    session.pinLengths[clerk] = length
  }

  mutating func signedIn(_ clerk: Clerk, _ now: Instant) -> [Effect] {
    session.clerk = clerk
    session.message = nil
    if let seat = seats.removeValue(forKey: clerk.id) {
      frames = seat.frames
      session.lastTouched = seat.lastTouched
      session.promptDrafts = seat.promptDrafts
      session.clearedForm = seat.clearedForm
      session.lastTyped = seat.lastTyped
      return reopen(leftAt: seat.leftAt, now)
    }
    frames = [Frame(ScreenCatalogue.standard.home.init(), &session)]
    awaitsSeat = true
    return [.ask(.seat(clerk.id))] + appear(now)
  }

  /// Restores the stored seat, unless the clerk has begun to work meanwhile. The first screen of the day is opened on
  /// top if the seat is of another day or nothing was stored.
  mutating func restore(_ state: SeatState, _ now: Instant) -> [Effect] {
    session.lastTouched = session.lastTouched ?? state.lastTouched.flatMap(DossierID.init(hexadecimal:))
    for draft in state.drafts where session.promptDrafts[draft.name] == nil {
      session.promptDrafts[draft.name] = Contents(draft.fields)
    }
    let catalogue = ScreenCatalogue.standard
    guard frames.count == 1, top.screen.isUntouched, top.overlay == nil else {
      // The clerk began to work before the seat was read: her work stays, and a half-filled form is kept as a draft.
      keepReceptions(among: state.screens, now)
      return []
    }
    let kept = state.screens.compactMap { place in
      catalogue.screen(named: place.name)?.init(place: place, session.office, now: now)
    }
    if let first = kept.first, type(of: first).context == .home { frames = kept.map { Frame($0, &session) } }
    return state.day == now.civilDate.iso8601
      ? reopen(leftAt: nil, now) : open(catalogue.greeting.init(), now: now)
  }

  /// Shows the clerk's screens again. Where letters are text it is said so, and a key that she presses out of habit, as if the
  /// list were there, before she can have read it is none.
  private mutating func reopen(leftAt: Instant?, _ now: Instant) -> [Effect] {
    let effects = appear(now)
    guard top.overlay == nil, top.screen.isTyping, session.message == nil else { return effects }
    let time = leftAt.map { " (\($0.civilTime))" } ?? ""
    session.say(
      Words(
        "Mở lại phần đang gõ dở\(time). Esc: về danh sách.", "Open again as you left it\(time). Esc goes to the list."))
    ignoresTypingUntil = now.afterAPause
    return effects
  }
}
