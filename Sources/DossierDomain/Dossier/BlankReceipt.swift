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

extension BlankReceipt.State {
  /// It may still lie in the drawer.
  public var isOpen: Bool {
    switch self {
    case .unused, .ofEarlierLife: true
    case .used, .struck: false
    }
  }

  /// Nil unless it was struck.
  public var reason: String? {
    if case .struck(let reason) = self { reason } else { nil }
  }

  /// For programs.
  public var name: String {
    switch self {
    case .unused: "unused"
    case .used: "used"
    case .struck: "struck"
    case .ofEarlierLife: "ofEarlierLife"
    }
  }

  public func wording(_ language: Language) -> String {
    switch self {
    case .unused: language.pick("chưa dùng", "unused")
    case .used: language.pick("đã nhập", "entered")
    case .struck(let reason): language.pick("đã hủy: \(reason)", "struck: \(reason)")
    case .ofEarlierLife: language.pick("in trước khi phục hồi, không dùng được", "of before a restore, not valid")
    }
  }
}
