/// How a word is composed from its keys.
public struct TypingRules: Hashable, Sendable {
  /// Where the tone of an open oa, oe or uy stands; everything else is written alike in both styles.
  public enum TonePlace: String, CaseIterable, Hashable, Sendable {
    /// hòa, khỏe, thúy
    case old
    /// hoà, khoẻ, thuý
    case new
  }

  public var method: TypingMethod
  public var tonePlace: TonePlace
  /// In Telex, `w` without a vowel before it is ư.
  public var takesBareW: Bool
  /// The keys stand again as they were typed where a word ends that is no syllable. Never in names, whose other
  /// languages have other syllables (Kăn, Đắk).
  public var givesBack: Bool

  public init(_ method: TypingMethod, tonePlace: TonePlace = .old, takesBareW: Bool = true, givesBack: Bool = true) {
    self.method = method
    self.tonePlace = tonePlace
    self.takesBareW = takesBareW
    self.givesBack = givesBack
  }
}

extension TypingRules {
  /// What stands in a field after these keys were typed into it, each of them at its end.
  /// - Parameter keys: `\u{8}` and `\u{7F}` remove one letter.
  public func composed(_ keys: some Sequence<Character>) -> String {
    var engine = TypingEngine(self)
    var text: [Character] = []
    for key in keys {
      let isErasing = key == "\u{8}" || key == "\u{7F}"
      let edit = isErasing ? engine.erase(after: text) : engine.type(key, after: text)
      text.removeLast(edit.removed)
      text += edit.inserted
    }
    return String(text)
  }
}
