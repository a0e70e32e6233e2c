/// A pressed key, independent of the bytes that the terminal sent for it.
public enum Key: Hashable, Sendable {
  case character(Character)
  /// A letter with Ctrl, in lower case.
  case control(Character)
  case alt(Character)
  case function(Int)
  case enter, tab, backTab, escape, backspace, delete, insert
  case up, down, left, right, home, end, pageUp, pageDown
  case shiftUp, shiftDown
  /// An arrow, Delete or Backspace with Ctrl or Alt; they move and delete by words.
  case wordLeft, wordRight, wordDelete, wordBackspace
  /// Ctrl with Enter, if the terminal distinguishes it.
  case controlEnter
}

extension Key {
  /// The key without Ctrl or Alt, for what knows no words; nil if it is one of these already.
  public var byOne: Key? {
    switch self {
    case .wordLeft: .left
    case .wordRight: .right
    case .wordDelete: .delete
    case .wordBackspace: .backspace
    case .character, .control, .alt, .function, .enter, .tab, .backTab, .escape, .backspace, .delete, .insert, .up,
      .down, .left, .right, .home, .end, .pageUp, .pageDown, .shiftUp, .shiftDown, .controlEnter:
      nil
    }
  }

  private static let named: [(name: String, key: Key, label: String)] = [
    ("enter", .enter, "Enter"), ("tab", .tab, "Tab"), ("s-tab", .backTab, "Shift+Tab"), ("esc", .escape, "Esc"),
    ("bs", .backspace, "←"), ("del", .delete, "Del"), ("ins", .insert, "Ins"), ("up", .up, "↑"), ("down", .down, "↓"),
    ("left", .left, "◀"), ("right", .right, "▶"), ("home", .home, "Home"), ("end", .end, "End"),
    ("pgup", .pageUp, "PgUp"), ("pgdn", .pageDown, "PgDn"), ("s-up", .shiftUp, "Shift+↑"),
    ("s-down", .shiftDown, "Shift+↓"), ("c-enter", .controlEnter, "^Enter"), ("space", .character(" "), "Space"),
    ("lt", .character("<"), "<"), ("c-left", .wordLeft, "^◀"), ("c-right", .wordRight, "^▶"),
    ("c-del", .wordDelete, "^Del"), ("a-bs", .wordBackspace, "Alt+←"),
  ]

  /// A key by its name in a script: `x`, `<enter>`, `<F3>`, `<C-s>`, `<A-x>`.
  public init?(name: some StringProtocol) {
    if name.count == 1, let character = name.first {
      self = .character(character)
      return
    }
    guard name.hasPrefix("<"), name.hasSuffix(">") else { return nil }
    let inner = name.dropFirst().dropLast()
    let lower = inner.lowercased()
    if let known = Self.named.first(where: { $0.name == lower }) {
      self = known.key
    } else if lower.hasPrefix("c-"), inner.count == 3, let letter = lower.last {
      self = .control(letter)
    } else if lower.hasPrefix("a-"), inner.count == 3, let letter = inner.last {
      self = .alt(letter)
    } else if lower.hasPrefix("f"), let number = Int(lower.dropFirst()), (1...12).contains(number) {
      self = .function(number)
    } else {
      return nil
    }
  }

  /// The label in a hint bar.
  public var label: String {
    switch self {
    case .character(let character): character == " " ? "Space" : character.uppercased()
    case .control(let letter): "^" + letter.uppercased()
    case .alt(let letter): "Alt+" + letter.uppercased()
    case .function(let number): "F\(number)"
    default: Self.named.first { $0.key == self }?.label ?? ""
    }
  }
}
