import DossierDomain
import OfficeWork

/// Who sits at the desk: signing in, locking, and finding everything as it was.
extension App {
  /// What to do first. A one-clerk office that switched the PIN off is not asked who is there.
  public mutating func start() -> [Effect] {
    guard !session.office.office.requiresPIN, session.signInClerks.count == 1, case .signIn(var screen) = top.screen
    else { return [] }
    let effects = screen.accept(session)
    top.screen = .signIn(screen)
    return effects
  }

  /// Clears the screen and asks who is there. Everything that was open waits for its clerk.
  mutating func lock() -> [Effect] {
    guard let clerk = session.clerk else { return [] }
    let isDropped = dropHeldAct(lastKeyAt)
    let effects = saveDesk() + [.signIn(.leave(clerk.id))]
    awaitsDesk = false
    desks[clerk.id] = ownDesk
    session.clerk = nil
    session.message = nil
    session.lastTouched = nil
    session.lastAct = nil
    session.promptDrafts = [:]
    session.clearedForm = nil
    frames = [Frame(.signIn(SignInState(chosen: session.signInClerks.firstIndex { $0.id == clerk.id } ?? 0)))]
    if isDropped { session.complain(Failure.notConfirmed.wording(session.language)) }
    return effects
  }

  mutating func signedIn(_ clerk: Clerk, _ now: Instant) -> [Effect] {
    if case .signIn(let signIn) = top.screen, signIn.sentLength > 0 {
      ignoresEnterUntil = session.pinLengths[clerk.id] == nil ? nil : Instant(milliseconds: now.milliseconds + 1500)
      session.pinLengths[clerk.id] = signIn.sentLength
    }
    session.clerk = clerk
    session.message = nil
    if let desk = desks.removeValue(forKey: clerk.id) {
      frames = desk.frames
      session.lastTouched = desk.lastTouched
      session.promptDrafts = desk.promptDrafts
      session.clearedForm = desk.clearedForm
      return appear(now)
    }
    frames = [Frame(.queue(QueueState()))]
    awaitsDesk = true
    return [.ask(.desk(clerk.id))] + appear(now)
  }

  /// Puts back what was kept, if the clerk has not begun to work meanwhile. Over what another day left, and where nothing
  /// was kept, stands the first screen of the day.
  mutating func restore(_ state: DeskState, _ now: Instant) -> [Effect] {
    session.lastTouched = session.lastTouched ?? state.lastTouched.flatMap(DossierID.init(hexadecimal:))
    for draft in state.drafts where session.promptDrafts[draft.name] == nil {
      session.promptDrafts[draft.name] = draft.all("answer")
    }
    guard frames.count == 1, case .queue(let queue) = top.screen, queue.isUntouched, top.overlay == nil else {
      // She was quicker than the disk: what she does stays, and a half-filled form waits as a draft.
      let name = Context.receive.rawValue
      if session.promptDrafts[name] == nil, let form = state.screens.last(where: { $0.name == name }) {
        session.promptDrafts[name] = DeskState(screens: [form]).encodedLines
      }
      return []
    }
    let kept = state.screens.compactMap { ScreenState(place: $0, session.office, now: now) }.map { Frame($0) }
    if case .queue = kept.first?.screen { frames = kept }
    return state.day == now.civilDate.iso8601 ? appear(now) : open(.dayStart(DayStartState()), now: now)
  }
}

extension Identifier {
  /// Reads 32 hexadecimal digits.
  init?(hexadecimal text: String) {
    guard text.utf8.count == 32, let high = UInt64(text.prefix(16), radix: 16),
      let low = UInt64(text.suffix(16), radix: 16)
    else { return nil }
    self.init(high: high, low: low)
  }
}
