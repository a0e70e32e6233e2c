import Terminal
import VietnameseText

/// The line editor: the keys of desktops and those of readline.
extension TextField {
  /// - Parameter typing: how letters are composed; nil if they stand as they come.
  /// - Returns: false if the field does not use the key.
  public mutating func press(_ key: Key, typing: TypingRules? = nil) -> Bool {
    switch key {
    case .character(let character): type(character, typing)
    case .backspace: if cursor > 0 { erase(typing) }
    case .control("u"): cut(0..<cursor)
    default: return kind != .secret && pressWithin(key)
    }
    return true
  }

  /// The cursor leaves the field, so its last word is finished.
  mutating func finish() {
    past.endWord()
    guard var engine else { return }
    let edit = engine.finish(after: Array(text.prefix(cursor)))
    if fits(edit) { apply(edit) }
    self.engine = nil
  }

  /// Handles the keys of a visible text.
  private mutating func pressWithin(_ key: Key) -> Bool {
    switch key {
    case .delete:
      if cursor < text.count {
        remember(.word)
        remove(cursor..<cursor + 1)
      }
    case .left: move(to: max(0, cursor - 1))
    case .right: move(to: min(text.count, cursor + 1))
    case .home, .control("a"): move(to: 0)
    case .end, .control("e"): move(to: text.count)
    case .wordLeft, .alt("b"): move(to: wordStart)
    case .wordRight, .alt("f"): move(to: wordEnd)
    case .control("w"), .wordBackspace: cut(wordStart..<cursor)
    case .wordDelete, .alt("d"): cut(cursor..<wordEnd)
    case .control("k"): cut(cursor..<text.count)
    case .control("y") where !cut.isEmpty: insert(cut)
    case .control("z"), .control("_"): return undo()
    default: return false
    }
    return true
  }

  // MARK: Typing

  private mutating func type(_ character: Character, _ typing: TypingRules?) {
    remember(.word)
    defer { if character == " " { past.endWord() } }
    guard kind == .text, let typing, text.count < maximumLength else {
      engine = nil
      put(String(character))
      return
    }
    var engine = engine.flatMap { $0.rules == typing ? $0 : nil } ?? TypingEngine(typing)
    let edit = engine.type(character, after: Array(text.prefix(cursor)))
    if edit.removed == 0 && edit.inserted == [character] || !fits(edit) {
      // One letter as it came may be a mark that belongs to the letter before it.
      put(String(character))
    } else {
      apply(edit)
    }
    self.engine = engine
  }

  private mutating func erase(_ typing: TypingRules?) {
    remember(.word)
    guard kind == .text, let typing, var engine, engine.rules == typing else {
      engine = nil
      remove(cursor - 1..<cursor)
      return
    }
    apply(engine.erase(after: Array(text.prefix(cursor))))
    self.engine = engine
  }

  private func fits(_ edit: TypingEngine.Edit) -> Bool {
    text.count - edit.removed + edit.inserted.count <= maximumLength
  }

  private mutating func apply(_ edit: TypingEngine.Edit) {
    guard edit.removed > 0 || !edit.inserted.isEmpty else { return }
    let characters = Array(text)
    let start = max(0, cursor - edit.removed)
    let head = characters[..<start] + edit.inserted
    text = String(head + characters[cursor...])
    cursor = head.count
  }

  // MARK: Cutting and undoing

  mutating func remember(_ part: EditHistory.Part) {
    guard kind != .secret else { return }
    past.remember(EditHistory.Step(text: text, cursor: cursor), part)
  }

  private mutating func undo() -> Bool {
    while let step = past.back() {
      guard step.text != text else { continue }
      (text, cursor, engine) = (step.text, step.cursor, nil)
      return true
    }
    return false
  }

  private mutating func move(to place: Int) {
    past.endWord()
    cursor = place
  }

  private mutating func cut(_ range: Range<Int>) {
    guard !range.isEmpty else { return }
    remember(.whole)
    // A secret must not come back into another field.
    if kind != .secret { cut = String(Array(text)[range]) }
    remove(range)
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

  private var wordEnd: Int {
    let characters = Array(text)
    var place = cursor
    while place < characters.count, characters[place] == " " { place += 1 }
    while place < characters.count, characters[place] != " " { place += 1 }
    return place
  }
}
