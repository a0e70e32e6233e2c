import Terminal

/// Breaks text at blanks into lines of at most `width` columns; a longer word is cut.
func wrapped(_ text: String, width: Int) -> [String] {
  wrapped(text, width: width) { Surface.width(of: String($0)) }
}

/// - Parameter columns: the width of one letter. It is called once per letter, because a word from outside may be very
///   long.
func wrapped(_ text: String, width: Int, columns: (Character) -> Int) -> [String] {
  guard width > 0 else { return [] }
  return text.split(separator: "\n", omittingEmptySubsequences: false).flatMap { paragraph in
    var lines = LineBreaker(width: width)
    for word in paragraph.split(separator: " ") { lines.append(word.map { ($0, columns($0)) }) }
    return lines.finished
  }
}

/// Puts short items into lines of at most `width` columns; none of them is broken.
func lines(of items: [String], apart gap: String, width: Int) -> [String] {
  items.reduce(into: [String]()) { lines, item in
    if let last = lines.last, Surface.width(of: last + gap + item) <= width {
      lines[lines.count - 1] = last + gap + item
    } else {
      lines.append(item)
    }
  }
}

/// Fills one line after the other and tracks the width of the last one.
private struct LineBreaker {
  typealias Letter = (character: Character, columns: Int)

  let width: Int
  private var done: [String] = []
  private var line = ""
  private var used = 0

  init(width: Int) {
    self.width = width
  }

  var finished: [String] { done + [line] }

  mutating func append(_ word: [Letter]) {
    let needed = word.reduce(0) { $0 + $1.columns }
    if !line.isEmpty {
      if used + 1 + needed > width { endLine() } else { put((" ", 1)) }
    }
    // A letter that is wider than the whole line gets a line of its own.
    for letter in word {
      if used + letter.columns > width, !line.isEmpty { endLine() }
      put(letter)
    }
  }

  private mutating func put(_ letter: Letter) {
    line.append(letter.character)
    used += letter.columns
  }

  private mutating func endLine() {
    done.append(line)
    line = ""
    used = 0
  }
}
