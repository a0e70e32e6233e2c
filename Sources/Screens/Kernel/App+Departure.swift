import DossierDomain
import OfficeWork

/// An act is sent together with the seat as it will be once the act is done, and both are written in one transaction. A
/// power cut can therefore never restore a form that an act has already used.
extension App {
  /// The effects that are sent now. Until an act is answered, no other state of the clerk's seat is stored, because it
  /// would still hold the form that the act is about to use.
  mutating func depart(_ effects: [Effect]) -> [Effect] {
    var isHeldBack = false
    let sent = effects.compactMap { effect -> Effect? in
      guard case .act(let act, _, _) = effect else { return effect }
      if holdsBack(act) {
        isHeldBack = true
        return nil
      }
      if act.isRefusable { refusable[act.number] = act }
      guard act.usesForms else { return effect }
      underWay[act.number] = act.clerk
      let isConfirmed = session.running[act.number]?.isConfirmed ?? false
      return .act(act, leaving: awaitsSeat ? nil : seatState, isConfirmed: isConfirmed)
    }
    // The text typed for a held act is stored like any other draft.
    return (isHeldBack ? sent + saveSeat() : sent).filter { effect in
      guard case .keep(.seat(let clerk, _)) = effect else { return true }
      return !underWay.values.contains(clerk)
    }
  }

  /// Whether an act has to wait. If so, the question that it waits for is put over the screen that it came from.
  private mutating func holdsBack(_ act: ActEffect) -> Bool {
    guard let reason = ScreenCatalogue.standard.reasonToHold(act, self) else { return false }
    top.overlay = reason
    return true
  }

  /// Drops the act that waits for an answer.
  /// - Returns: whether an act was waiting.
  @discardableResult
  mutating func dropHeldAct(_ now: Instant) -> Bool {
    guard let number = top.overlay?.heldAct else { return false }
    top.overlay = session.running[number]?.prompt
    // A form that waits for a code must stop waiting. No screen asks a question about this failure.
    _ = receive(.failed(number, .notConfirmed), now)
    return true
  }

  /// Passes the outcome of an act to the forms that wait for it, including those of clerks who have locked.
  mutating func tellWaitingForms(_ answer: Answer) {
    guard let (number, end) = answer.actEnd else { return }
    for (clerk, seat) in seats {
      for (index, frame) in seat.frames.enumerated() where frame.screen.usedUpBy == number {
        // A copy of the session is used, so that no message is shown to the clerk who is signed in now.
        var (screen, silent) = (frame.screen, session)
        screen.receive(end, of: number, &silent)
        seats[clerk]?.frames[index].screen = screen
      }
    }
  }

  mutating func forgetDraft(of act: RunningAct) {
    if act.clerk == session.clerk?.id {
      act.draft?.useUp(&session.promptDrafts)
    } else if var drafts = seats[act.clerk]?.promptDrafts {
      act.draft?.useUp(&drafts)
      seats[act.clerk]?.promptDrafts = drafts
    }
  }

  /// The draft with this name; nil while an act that was sent may use it.
  func draft(named name: String) -> Contents? {
    guard let contents = session.promptDrafts[name] else { return nil }
    let isUsed = session.running.values.contains { $0.draft?.name == name && $0.draft?.contents == contents }
    return isUsed ? nil : contents
  }

  /// Stores the seat of a clerk, even if she has locked meanwhile.
  func keepSeat(of clerk: ClerkID) -> [Effect] {
    if clerk == session.clerk?.id { return saveSeat() }
    guard let seat = seats[clerk], !session.office.isReadOnly else { return [] }
    return [.keep(.seat(clerk, seatState(of: seat)))]
  }

  var seatState: SeatState { seatState(of: ownSeat) }

  /// The seat of the clerk who is signed in.
  var ownSeat: Seat {
    Seat(
      frames: frames, lastTouched: session.lastTouched, promptDrafts: session.promptDrafts,
      clearedForm: session.clearedForm, lastTyped: session.lastTyped, leftAt: lastKeyAt)
  }

  private func seatState(of seat: Seat) -> SeatState {
    var drafts = seat.promptDrafts
    for act in session.running.filter({ underWay[$0.key] != nil }).values {
      act.draft?.useUp(&drafts)
    }
    // An open prompt is stored too, so that a crash loses none of its text.
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
