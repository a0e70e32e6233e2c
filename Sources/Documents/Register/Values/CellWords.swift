import VietnameseText

/// Words that stand in cells in place of a value.
enum CellWords {
  /// "Không có", "chưa có", "–": there is no value.
  static func saysNone(_ text: String) -> Bool {
    let words = text.folded.words.joined(separator: " ")
    return words.isEmpty
      || ["khong", "khong co", "chua co", "chua", "k", "ko", "x", "none", "trong", "de trong"].contains(words)
  }

  /// "Chưa trả", "chưa": what the column is about has not happened.
  static func saysNotYet(_ text: String) -> Bool {
    let words = text.folded.words
    return words.first == "chua" && words.count <= 4 && !text.contains(where: \.isNumber)
  }

  /// "nt", "như trên": the value of the row above, which an import does not guess; or what a program writes for
  /// nothing.
  static func refersElsewhere(_ text: String) -> Bool {
    let words = text.folded.words.joined(separator: " ")
    return ["nt", "nhu tren", "n t", "nhu treen", "null", "nil", "undefined", "na", "n a"].contains(words)
  }
}

extension String {
  /// A cell's text, safe to store and draw.
  var cleanedCell: String { Substring(cleaned(maxLength: 4000)).trimmingBlanks }

  /// Organisations have tax numbers, and digits in their names.
  var isNameOfOrganisation: Bool {
    let words = " " + folded + " "
    return [
      "cong ty", "hop tac xa", "htx", "truong", "ubnd", "uy ban", "doanh nghiep", "ho kinh doanh", "chi nhanh",
      "trung tam", "hoi",
      "ban quan ly", "cong an", "tram", "nha may", "to hop tac", "doi", "ngan hang", "phong", "dnt n", "dntn", "cty",
      "giao xu", "chua",
    ].contains { words.hasPrefix(" \($0) ") }
  }
}

extension Substring {
  /// The text without blanks at both ends.
  var trimmingBlanks: String {
    var slice = self
    while slice.first == " " { slice.removeFirst() }
    while slice.last == " " { slice.removeLast() }
    return String(slice)
  }
}
