import DossierDomain
import OfficeWork

/// Acts leave with what her desk looks like once they are done, so that both are written or neither: what an act has used up
/// never comes back filled in, whenever the power goes.
extension App {
  /// What leaves of these effects. Until an act is answered nothing else is kept of her desk: it would still hold what the act
  /// is about to use up.
  mutating func depart(_ effects: [Effect]) -> [Effect] {
    var isHeldBack = false
    let sent = effects.compactMap { effect -> Effect? in
      guard case .act(let act, _, _) = effect else { return effect }
      if holdsBack(act) {
        isHeldBack = true
        return nil
      }
      if let number = act.codeIssuingRequest { issuing[number] = act }
      if case .undoLast = act { return effect }
      underWay[act.number] = act.clerk
      let isConfirmed = session.running[act.number]?.isConfirmed ?? false
      return .act(act, leaving: awaitsSeat ? nil : seatState, isConfirmed: isConfirmed)
    }
    // What was typed for it is kept like any other draft.
    return (isHeldBack ? sent + saveSeat() : sent).filter { effect in
      guard case .keep(.seat(let clerk, _)) = effect else { return true }
      return !underWay.values.contains(clerk)
    }
  }

  /// Whether an act has to wait; then what it waits for stands over the screen it came from.
  private mutating func holdsBack(_ act: ActEffect) -> Bool {
    guard let reason = ScreenCatalogue.standard.reasonToHold(act, self) else { return false }
    top.overlay = reason
    return true
  }

  /// An act that waits does so no longer.
  /// - Returns: whether there was one.
  @discardableResult
  mutating func dropHeldAct(_ now: Instant) -> Bool {
    guard let number = top.overlay?.heldAct else { return false }
    top.overlay = session.running[number]?.prompt
    // A form that waits for its code does so no longer; no screen asks anything of it.
    _ = receive(.failed(number, .notConfirmed), now)
    return true
  }

  /// Tells the forms of clerks who have locked, too, what came of the act that each waits for.
  mutating func tellWaitingForms(_ answer: Answer) {
    guard let (number, end) = answer.actEnd else { return }
    for (clerk, seat) in seats {
      for (index, frame) in seat.frames.enumerated() where frame.screen.usedUpBy == number {
        // Nothing is said to whoever sits there now.
        var (screen, silent) = (frame.screen, session)
        screen.receive(end, of: number, &silent)
        seats[clerk]?.frames[index].screen = screen
      }
    }
  }

  /// The act is done: what it was made of is no draft any more, unless something else was typed there since.
  mutating func forgetDraft(of act: RunningAct) {
    guard let draft = act.draft else { return }
    if act.clerk == session.clerk?.id {
      if session.promptDrafts[draft.name] == draft.contents { session.promptDrafts[draft.name] = nil }
    } else if seats[act.clerk]?.promptDrafts[draft.name] == draft.contents {
      seats[act.clerk]?.promptDrafts[draft.name] = nil
    }
  }

  /// What waits under a name for another try; nil while an act on its way may use it up.
  func draft(named name: String) -> Contents? {
    guard let contents = session.promptDrafts[name] else { return nil }
    let draft = RunningAct.Draft(name: name, contents: contents)
    return session.running.values.contains { $0.draft == draft } ? nil : contents
  }

  /// Keeps the desk of a clerk, also of one who has locked meanwhile.
  func keepSeat(of clerk: ClerkID) -> [Effect] {
    if clerk == session.clerk?.id { return saveSeat() }
    guard let seat = seats[clerk], !session.office.isReadOnly else { return [] }
    return [.keep(.seat(clerk, seatState(of: seat)))]
  }

  var seatState: SeatState { seatState(of: ownSeat) }

  /// Of whoever sits here.
  var ownSeat: Seat {
    Seat(
      frames: frames, lastTouched: session.lastTouched, promptDrafts: session.promptDrafts,
      clearedForm: session.clearedForm)
  }

  private func seatState(of seat: Seat) -> SeatState {
    var drafts = seat.promptDrafts
    for act in session.running.filter({ underWay[$0.key] != nil }).values {
      if let draft = act.draft, drafts[draft.name] == draft.contents { drafts[draft.name] = nil }
    }
    // A prompt that is open now is kept too: a crash loses none of its words.
    for draft in seat.frames.compactMap({ $0.overlay?.openDraft }) { drafts[draft.name] = draft.contents }
    let screens = seat.frames.map(\.screen).filter { screen in
      screen.usedUpBy.map { underWay[$0] == nil } ?? true
    }
    return SeatState(
      screens: screens.compactMap { $0.place },
      drafts: drafts.sorted { $0.key < $1.key }.map { name, contents in Place(name: name, fields: contents.fields) },
      lastTouched: seat.lastTouched?.hexadecimal, day: lastKeyAt.civilDate.iso8601)
  }
}
