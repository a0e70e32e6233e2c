import VietnameseText

/// The program's own typing of Vietnamese letters, for machines without an input method.
public struct OwnTyping: Hashable, Sendable {
  /// The method while it is on.
  public var method: TypingMethod
  public var tonePlace: TypingRules.TonePlace
  public var isOn: Bool

  public init(_ method: TypingMethod = .telex, tonePlace: TypingRules.TonePlace = .old, isOn: Bool = false) {
    self.method = method
    self.tonePlace = tonePlace
    self.isOn = isOn
  }

  /// What is written into a field.
  enum Use: Hashable, Sendable {
    /// Keys are given back where a word is no Vietnamese one.
    case words
    /// Names of people and places, in all languages of the province.
    case names
    /// Codes, addresses of machines, names of files and commands: never changed.
    case codes
  }

  /// Nil if keys are not changed.
  func rules(for use: Use) -> TypingRules? {
    guard isOn else { return nil }
    switch use {
    case .words: return TypingRules(method, tonePlace: tonePlace)
    case .names: return TypingRules(method, tonePlace: tonePlace, givesBack: false)
    case .codes: return nil
    }
  }

  /// What the screen shows of it; empty if it is off.
  var label: String { isOn ? method.rawValue.uppercased() : "" }
}
