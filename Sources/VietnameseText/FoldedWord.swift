/// One word in the forms of the three levels of closeness.
public struct FoldedWord: Hashable, Sendable {
  public var exact: String
  public var toneless: String
  public var bare: String

  public init(_ word: String) {
    exact = word.exactFolded
    toneless = word.toneFolded
    bare = word.folded
  }

  /// How closely the beginning of this word matches the typed text; nil if it does not.
  public func level(ofPrefix typed: FoldedWord) -> MatchLevel? {
    guard bare.hasPrefix(typed.bare) else { return nil }
    return exact.hasPrefix(typed.exact) ? .exact : toneless.hasPrefix(typed.toneless) ? .toneFolded : .markFree
  }
}
