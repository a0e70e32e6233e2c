import VietnameseText

/// One word in the forms of the three levels of closeness.
struct FoldedWord: Hashable, Sendable {
  var exact: String
  var toneless: String
  var bare: String

  init(_ word: String) {
    exact = word.exactFolded
    toneless = word.toneFolded
    bare = word.folded
  }

  /// How closely the beginning of this word matches the typed text; nil if it does not.
  func level(ofPrefix typed: FoldedWord) -> MatchLevel? {
    guard bare.hasPrefix(typed.bare) else { return nil }
    return exact.hasPrefix(typed.exact) ? .exact : toneless.hasPrefix(typed.toneless) ? .toneFolded : .markFree
  }
}
