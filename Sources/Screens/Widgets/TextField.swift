import Terminal
import VietnameseText

/// One line of text being typed. It never loses typed text, and it is a value, so that a copy is a draft.
public struct TextField: Hashable, Sendable {
  public enum Kind: Hashable, Sendable {
    case text
    /// Digits, blanks and the separators of dates and numbers; other characters are ignored.
    case digits
    /// Digits only.
    case number
    /// Drawn as dots. The text is accepted exactly as typed, and the cursor stays at its end because nobody could see
    /// it.
    case secret
  }

  public internal(set) var text: String
  public let kind: Kind
  public let maximumLength: Int
  /// In characters from the beginning.
  public internal(set) var cursor: Int
  /// Composes letters; nil until a key was pressed for it.
  var engine: TypingEngine?
  var past = EditHistory()
  /// What was cut last, for ^Y.
  var cut = ""

  public init(_ text: String = "", kind: Kind = .text, maximumLength: Int = 500) {
    self.text = String(text.prefix(maximumLength))
    self.kind = kind
    self.maximumLength = maximumLength
    cursor = self.text.count
  }

  public var isEmpty: Bool { text.isEmpty }

  /// Types or pastes. Characters that the field does not accept are left out, and so is text beyond the maximum length.
  public mutating func insert(_ raw: String) {
    remember(.whole)
    engine = nil
    put(raw)
  }

  public mutating func replace(with newText: String) {
    text = String(newText.prefix(maximumLength))
    cursor = text.count
    (engine, past) = (nil, EditHistory())
  }

  /// What nobody has typed gives way to the key that is typed next. Undoing brings both back in one step.
  mutating func giveWay() {
    remember(.word)
    (text, cursor, engine) = ("", 0, nil)
  }

  /// Another writing of what was typed. Undoing gives it back as it was.
  mutating func rewrite(as newText: String) {
    remember(.whole)
    text = String(newText.prefix(maximumLength))
    (cursor, engine) = (text.count, nil)
  }

  mutating func put(_ raw: String) {
    let accepted = accepted(of: raw)
    let before = String(text.prefix(cursor))
    let tail = String(text.suffix(text.count - cursor))
    let head = joined(before, accepted)
    guard head.count + tail.count <= maximumLength else {
      let free = maximumLength - text.count
      if free > 0, accepted.count > free { put(String(accepted.prefix(free))) }
      return
    }
    text = head + tail
    cursor = head.count
  }

  /// The part of a text that the field accepts.
  private func accepted(of raw: String) -> String {
    switch kind {
    case .secret: return raw.filter { !$0.isNewline }
    case .number: return raw.filter { $0.isASCII && $0.isNumber }
    case .digits: return raw.cleaned(maxLength: maximumLength).filter { $0.isNumber || " ./-".contains($0) }
    case .text:
      let clean = raw.cleaned(maxLength: maximumLength)
      // A combining mark that is typed after its letter is joined with it.
      let isMark = clean.isEmpty && raw.unicodeScalars.allSatisfy { (0x300...0x36F).contains($0.value) }
      return isMark ? raw : clean
    }
  }

  private func joined(_ head: String, _ accepted: String) -> String {
    switch kind {
    case .secret: head + accepted
    case .text, .digits, .number: (head + accepted).normalisedVietnamese
    }
  }
}

extension TextField {
  /// Draws the text in `width` columns, scrolled so that the cursor is visible; places the terminal's cursor if the
  /// field is active.
  public func draw(
    on surface: inout Surface, row: Int, column: Int, width: Int, isActive: Bool, placeholder: String = "",
    ground: Ground = .field
  ) {
    guard width > 1 else { return }
    surface.fill(row: row, column: column, width: width, height: 1, style: Style(.input, on: ground))
    if text.isEmpty {
      surface.put(placeholder, row: row, column: column, width: width, style: Style(.placeholder, on: ground))
    }
    let shown = kind == .secret ? text.map { _ in Character("•") } : Array(text)
    let columns = shown.map { Surface.width(of: String($0)) }
    // A field without the cursor shows its beginning.
    var start = isActive ? cursor : 0
    var before = 0
    while start > 0, before + columns[start - 1] < width {
      start -= 1
      before += columns[start]
    }
    var (end, used) = (start, 0)
    while end < shown.count, used + columns[end] <= width {
      used += columns[end]
      end += 1
    }
    surface.put(String(shown[start..<end]), row: row, column: column, width: width, style: Style(.input, on: ground))
    if isActive { surface.cursor = Position(row: row, column: column + before) }
  }
}
