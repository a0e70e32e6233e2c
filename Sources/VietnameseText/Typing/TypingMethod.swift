/// How Vietnamese letters are typed on a keyboard that lacks them.
public enum TypingMethod: String, CaseIterable, Hashable, Sendable {
  case telex, vni

  /// What a key can do to the word before it. Where it finds nothing to change, it is a letter or a digit.
  enum Action {
    case tone(Tone)
    /// Puts a mark on one of these letters.
    case mark([(base: Unicode.Scalar, shape: TypedLetter.Shape)])
    case stroke
  }

  private static let rules: [TypingMethod: [(key: Unicode.Scalar, action: Action)]] = [
    .telex: [
      ("z", .tone(.level)), ("f", .tone(.huyen)), ("r", .tone(.hoi)), ("x", .tone(.nga)), ("s", .tone(.sac)),
      ("j", .tone(.nang)), ("a", .mark([("a", .circumflex)])), ("e", .mark([("e", .circumflex)])),
      ("o", .mark([("o", .circumflex)])), ("w", .mark([("a", .breve), ("o", .horn), ("u", .horn)])), ("d", .stroke),
    ],
    .vni: [
      ("0", .tone(.level)), ("2", .tone(.huyen)), ("3", .tone(.hoi)), ("4", .tone(.nga)), ("1", .tone(.sac)),
      ("5", .tone(.nang)), ("6", .mark([("a", .circumflex), ("e", .circumflex), ("o", .circumflex)])),
      ("7", .mark([("o", .horn), ("u", .horn)])), ("8", .mark([("a", .breve)])), ("9", .stroke),
    ],
  ]

  private static let telexActions = actions(of: .telex)
  private static let vniActions = actions(of: .vni)

  /// By the value of the key in ASCII.
  private static func actions(of method: TypingMethod) -> [Action?] {
    var table = [Action?](repeating: nil, count: 128)
    for (key, action) in rules[method] ?? [] { table[Int(key.value)] = action }
    return table
  }

  /// - Parameter key: in lower case.
  func action(of key: Unicode.Scalar) -> Action? {
    guard key.value < 128 else { return nil }
    return switch self {
    case .telex: Self.telexActions[Int(key.value)]
    case .vni: Self.vniActions[Int(key.value)]
    }
  }
}
