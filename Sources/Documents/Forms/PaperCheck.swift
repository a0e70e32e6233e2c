import DossierDomain

/// What is known of a paper by the text of its code, at a desk or at the province.
public struct PaperCheck: Hashable, Sendable {
  public enum Place: Hashable, Sendable {
    case desk, province
  }

  public struct Recorded: Hashable, Sendable {
    public var filed: FiledPaper
    /// Whether this code is the recorded paper's; nil if what could be compared is not here.
    public var isSame: Bool?

    public init(_ filed: FiledPaper, isSame: Bool?) { (self.filed, self.isSame) = (filed, isSame) }
  }

  public enum Record: Hashable, Sendable {
    case here(Recorded)
    case notHere
    /// The dossier is not for everybody's eyes.
    case confidential
  }

  public enum Answer: Hashable, Sendable {
    /// The paper is recorded here with this code, and nothing is known against it. A signature alone does not do: a machine that was
    /// stolen signs as well as before.
    case holds
    /// The paper is changed, invented or replaced, its dossier is void, or the province keeps it back.
    case doesNotHold
    /// Nobody here can say.
    case open
  }

  public var place: Place
  public var verdict: SealVerdict
  /// Nil for other texts.
  public var code: SealedPaperCode?
  /// Nil where nothing is looked up: for a text of another kind, or one that cannot be read.
  public var record: Record?

  public init(at place: Place, _ verdict: SealVerdict, code: SealedPaperCode? = nil, record: Record? = nil) {
    (self.place, self.verdict, self.code, self.record) = (place, verdict, code, record)
  }

  /// - Parameters:
  ///   - text: as a scanner gives it.
  ///   - prove: what a seal proves over a text.
  ///   - find: what is recorded of the paper; what the code says is proven or not.
  public init<Failure: Error>(
    at place: Place, _ text: String,
    prove: (_ seal: String, _ text: String) throws(Failure) -> SealVerdict,
    find: (_ code: SealedPaperCode, _ isProven: Bool) throws(Failure) -> Record?
  ) throws(Failure) {
    self.init(at: place, .noPaper, code: SealedPaperCode(text))
    guard let code else { return }
    verdict = try code.verdict(by: prove)
    if verdict != .unreadable { record = try find(code, isProven) }
  }

  private var isProven: Bool {
    if case .signed = verdict { true } else { false }
  }

  public var recorded: Recorded? {
    if case .here(let recorded) = record { recorded } else { nil }
  }

  public var answer: Answer {
    if verdict == .wrong { return .doesNotHold }
    guard let recorded else { return .open }
    let filed = recorded.filed
    if recorded.isSame == false || filed.replacement != nil || !filed.void.isEmpty || filed.held != nil {
      return .doesNotHold
    }
    return recorded.isSame == true ? .holds : .open
  }
}
