import Terminal
import VietnameseText

/// One line of text being typed. Never loses what was typed; a value, so that a copy is a draft.
public struct TextField: Hashable, Sendable {
  public enum Kind: Hashable, Sendable {
    case text
    /// Digits, blanks and dots; nothing else is taken.
    case digits
  }

  public private(set) var text: String
  public let kind: Kind
  public let maximumLength: Int
  /// In characters from the beginning.
  private var cursor: Int

  public init(_ text: String = "", kind: Kind = .text, maximumLength: Int = 500) {
    self.text = text
    self.kind = kind
    self.maximumLength = maximumLength
    cursor = text.count
  }

  public var isEmpty: Bool { text.isEmpty }

  /// - Returns: false when the key is none of the field's.
  public mutating func press(_ key: Key) -> Bool {
    switch key {
    case .character(let character): insert(String(character))
    case .backspace: if cursor > 0 { remove(cursor - 1..<cursor) }
    case .delete: if cursor < text.count { remove(cursor..<cursor + 1) }
    case .left: cursor = max(0, cursor - 1)
    case .right: cursor = min(text.count, cursor + 1)
    case .home, .control("a"): cursor = 0
    case .end, .control("e"): cursor = text.count
    case .control("u"): remove(0..<cursor)
    case .control("w"): remove(wordStart..<cursor)
    default: return false
    }
    return true
  }

  /// Types or pastes; what the field does not take is left out, and so is what goes beyond its length.
  public mutating func insert(_ raw: String) {
    var clean = raw.cleaned(maxLength: maximumLength)
    // A combining mark that is typed after its letter joins it.
    if clean.isEmpty, raw.unicodeScalars.allSatisfy({ (0x300...0x36F).contains($0.value) }) { clean = raw }
    if kind == .digits { clean = clean.filter { $0.isNumber || " ./-".contains($0) } }
    let head = (text.prefix(cursor) + clean).normalisedVietnamese
    let tail = String(text.suffix(text.count - cursor))
    guard head.count + tail.count <= maximumLength else {
      let room = maximumLength - text.count
      if room > 0, clean.count > room { insert(String(clean.prefix(room))) }
      return
    }
    text = head + tail
    cursor = head.count
  }

  public mutating func replace(with newText: String) {
    text = String(newText.prefix(maximumLength))
    cursor = text.count
  }

  /// Draws the text in `width` columns, scrolled so that the cursor shows; sets the real cursor when it is active.
  public func draw(
    on surface: inout Surface, row: Int, column: Int, width: Int, isActive: Bool, placeholder: String = "",
    ground: Ground = .field
  ) {
    guard width > 1 else { return }
    surface.fill(row: row, column: column, width: width, height: 1, style: Style(.input, on: ground))
    if text.isEmpty {
      surface.put(placeholder, row: row, column: column, width: width, style: Style(.placeholder, on: ground))
    }
    var start = 0
    let before = Array(text.prefix(cursor))
    // A field that is left shows its beginning.
    while isActive, Surface.width(of: String(before[start...])) >= width { start += 1 }
    let visible = String(text.dropFirst(start))
    var fitting = visible
    while Surface.width(of: fitting) > width { fitting.removeLast() }
    surface.put(fitting, row: row, column: column, width: width, style: Style(.input, on: ground))
    if isActive {
      surface.cursor = Position(row: row, column: column + Surface.width(of: String(before[start...])))
    }
  }

  private mutating func remove(_ range: Range<Int>) {
    let characters = Array(text)
    text = String(characters[..<range.lowerBound] + characters[range.upperBound...])
    cursor = range.lowerBound
  }

  private var wordStart: Int {
    let characters = Array(text.prefix(cursor))
    var place = cursor
    while place > 0, characters[place - 1] == " " { place -= 1 }
    while place > 0, characters[place - 1] != " " { place -= 1 }
    return place
  }
}
