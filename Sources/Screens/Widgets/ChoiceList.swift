import Terminal

/// A short list of choices, which can also be chosen by their keys: the first nine by their number.
struct ChoiceList {
  struct Item {
    var text: String
    var role = Role.text
  }

  /// Where more than nine can be chosen by a key.
  static let longKeys = Array("1234567890abcdefghijklmnopqrstuvwxyz")

  var items: [Item]
  var chosen: Int
  var keys = Array("123456789")

  init(_ items: [Item], chosen: Int) {
    self.items = items
    self.chosen = chosen
  }

  init(_ texts: [String], chosen: Int) {
    self.init(texts.map { Item(text: $0) }, chosen: chosen)
  }

  /// Draws rows such as `▶ 1 Text`, scrolled so that the chosen one is visible.
  func draw(on surface: inout Surface, row: Int, column: Int, width: Int, height: Int, ground: Ground = .plain) {
    let first = max(0, min(chosen - height / 2, items.count - height))
    for (offset, item) in items.dropFirst(first).prefix(height).enumerated() {
      let (y, index) = (row + offset, first + offset)
      let own = surface.beginListRow(y, column: column, width: width, isChosen: index == chosen, ground: ground)
      if index < keys.count {
        surface.put(String(keys[index]), row: y, column: column + 2, style: Style(.key, on: own))
      }
      surface.put(item.text, row: y, column: column + 4, width: width - 4, style: Style(item.role, on: own))
    }
  }
}
