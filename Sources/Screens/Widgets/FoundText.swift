import DossierDomain
import OfficeWork
import Terminal
import VietnameseText

extension Surface {
  /// Writes a text of a list and marks what was typed to find it.
  mutating func put(_ text: String, found typed: TypedText, row: Int, column: Int, width: Int, style: Style) {
    put(text, row: row, column: column, width: width, style: style)
    mark(typed, in: text, row: row, column: column, width: Surface.width(of: text) > width ? width - 1 : width)
  }

  /// Writes a person's name and, behind it in another colour, what tells her apart from others of the same name.
  mutating func put(
    _ name: String, _ mark: PersonMark?, found typed: TypedText, row: Int, column: Int, width: Int, style: Style
  ) {
    guard let mark, !mark.text.isEmpty else {
      return put(name, found: typed, row: row, column: column, width: width, style: style)
    }
    let room = max(1, width - Surface.width(of: name))
    put(name + " · " + mark.text, row: row, column: column, width: width, style: style)
    setRole(.muted, row: row, column: column + width - room, width: room)
    self.mark(typed, in: name, row: row, column: column, width: width - room)
  }

  private mutating func mark(_ typed: TypedText, in text: String, row: Int, column: Int, width: Int) {
    for range in typed.ranges(in: text) {
      let start = Surface.width(of: String(text[..<range.lowerBound]))
      let end = min(width, start + Surface.width(of: String(text[range])))
      if start < end { setRole(.match, row: row, column: column + start, width: end - start) }
    }
  }
}

extension QueueRow {
  /// The owner with what tells her apart from others of the same name: `Hồ Thị Lan · 1985 · Thôn Ka Tăng`.
  func markedOwner(_ language: Language) -> String {
    guard let ownerName else { return hiddenOwner(language) }
    return ownerName + (ownerMark.map { " · " + $0.text } ?? "")
  }
}
