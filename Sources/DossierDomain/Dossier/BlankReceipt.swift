/// A receipt that this desk has printed without contents.
public struct BlankReceipt: Hashable, Sendable {
  public enum State: Hashable, Sendable {
    case unused
    /// A dossier bears its code.
    case used
    /// It will not be used any more.
    case struck(reason: String)
    /// It was printed before these data were restored or copied. Whether it was used meanwhile is not known here.
    case ofEarlierLife
  }

  public var code: DossierCode
  public var printedAt: Instant
  public var state: State

  public init(code: DossierCode, printedAt: Instant, state: State) {
    self.code = code
    self.printedAt = printedAt
    self.state = state
  }
}

