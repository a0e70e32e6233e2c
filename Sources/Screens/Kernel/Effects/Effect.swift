/// What a screen wants done, in one family for each way of running it. `DossierTUI` runs an effect and answers with an
/// `Event`.
public enum Effect: Hashable, Sendable {
  /// Concerns the program and its terminal; the session runs it at once.
  case program(ProgramEffect)
  /// A question to the store; nothing is written.
  case ask(AskEffect)
  /// Everything that may write to the journal.
  /// - Parameters:
  ///   - leaving: the clerk's seat once the act is done, stored in the same transaction; nil leaves the stored seat
  ///     unchanged. The kernel adds it when the act is sent.
  ///   - isConfirmed: the clerk has just given her PIN for the act; the kernel sets it.
  case act(ActEffect, leaving: SeatState? = nil, isConfirmed: Bool = false)
  case exchange(ExchangeEffect)
  case signIn(SignInEffect)
  /// Papers and printers.
  case device(DeviceEffect)
  /// Data that is stored beside the journal.
  case keep(KeepEffect)

  /// Whether it must not happen by the letters of a scanner or a paste: it would write an entry, sign somebody in, print
  /// or end the program. Such an effect waits until it is clear that a hand pressed the key.
  public var waitsForAHand: Bool {
    switch self {
    case .act, .signIn, .program(.quit), .device(.printOut), .device(.printBlanks), .device(.takeOff): true
    case .program, .ask, .exchange, .keep, .device: false
    }
  }
}
