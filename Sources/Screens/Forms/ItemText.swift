/// A text of several items with semicolons between them. An item that is only a number stands for the thing with this
/// number in a list that is shown beside the text.
struct ItemText: Equatable {
  private(set) var text: String
  /// The things of the list, numbered from 1.
  let names: [String]

  init(_ text: String, names: [String]) {
    self.text = text
    self.names = names
  }

  /// The items without blanks around them; empty ones are left out.
  private var items: [String] {
    text.split(separator: ";").compactMap { item in
      let head = item.drop(while: \.isWhitespace)
      let end = head.lastIndex { !$0.isWhitespace }
      return end.map { String(head[...$0]) }
    }
  }

  /// Index of the thing that an item stands for, by its number or its name; nil for another text.
  private func index(_ item: String) -> Int? {
    if let number = Int(item.filter { !$0.isWhitespace }), names.indices.contains(number - 1) { return number - 1 }
    return names.firstIndex(of: item)
  }

  /// The items, with names in the place of numbers.
  var named: [String] { items.map { item in index(item).map { names[$0] } ?? item } }

  /// The same text for another list: a number would mean something else there. A name with a semicolon would become two
  /// items, so its number stays.
  var textOfNames: String {
    items.map { item in index(item).map { names[$0].contains(";") ? item : names[$0] } ?? item }.joined(separator: "; ")
  }

  func isTicked(_ index: Int) -> Bool { items.contains { self.index($0) == index } }

  /// Whether the next character begins a new item.
  var isAtStart: Bool { text.last { !$0.isWhitespace }.map { $0 == ";" } ?? true }

  /// Adds the number of a thing behind the other numbers, or removes it.
  mutating func toggle(_ index: Int) {
    let wasAtStart = isAtStart
    let numbers = items.filter { self.index($0) != nil }
    let texts = items.filter { self.index($0) == nil }
    let kept = numbers.filter { self.index($0) != index }
    let all = kept + (kept.count == numbers.count ? [String(index + 1)] : []) + texts
    text = all.joined(separator: "; ") + (!all.isEmpty && (wasAtStart || texts.isEmpty) ? "; " : "")
  }
}
