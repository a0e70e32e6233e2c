/// What a screen wants done: one family for each way of doing it. `DossierTUI` runs it and answers with an `Event`.
public enum Effect: Hashable, Sendable {
  /// Of the program and its terminal; the session runs it at once.
  case program(ProgramEffect)
  /// A question to the store; nothing is written.
  case ask(AskEffect)
  /// Everything that may write the journal. Held 50 ms while a burst of keys may still be coming.
  /// - Parameters:
  ///   - leaving: what is kept of her desk once it is done, in the same transaction; nil leaves that as it is. The kernel adds
  ///     it as the act leaves.
  ///   - isConfirmed: she has just given her PIN for it; the kernel says so.
  case act(ActEffect, leaving: SeatState? = nil, isConfirmed: Bool = false)
  case exchange(ExchangeEffect)
  case signIn(SignInEffect)
  /// What is kept beside the journal.
  case keep(KeepEffect)

  /// It would make an entry, so it waits until it is clear that a hand pressed the key.
  public var writesJournal: Bool {
    if case .act = self { true } else { false }
  }
}
