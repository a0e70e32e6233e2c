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

  /// "Không rõ", "đã chết": what stands in the place of a name, and is none.
  static func saysUnknown(_ text: String) -> Bool {
    ["khong ro", "khong biet", "khong xac dinh", "chet", "da chet", "mat", "da mat", "mo coi"]
      .contains(text.folded.words.joined(separator: " "))
  }

  /// "nt", "như trên": the value of the row above, which an import does not guess; or what a program writes for
  /// nothing.
  static func refersElsewhere(_ text: String) -> Bool {
    isNull(text) || ["nt", "nhu tren", "n t", "nhu treen"].contains(text.folded.words.joined(separator: " "))
  }

  /// What a program writes for nothing.
  static func isNull(_ text: String) -> Bool {
    ["null", "nil", "undefined", "na", "n a"].contains(text.folded.words.joined(separator: " "))
  }
}

extension String {
  /// Of what is taken in from a cell, in characters.
  static let longestCell = 4000

  /// A cell's text, safe to store and draw.
  var cleanedCell: String { Substring(cleaned(maxLength: Self.longestCell)).trimmingBlanks }

  /// Organisations have tax numbers, and digits in their names.
  var isNameOfOrganisation: Bool {
    let words = " " + folded + " "
    let marked = " " + lowercased() + " "
    return Self.organisations.contains { words.hasPrefix(" \($0) ") }
      || Self.markedOrganisations.contains { marked.hasPrefix(" \($0) ") }
  }

  private static let organisations = [
    "cong ty", "hop tac xa", "htx", "ubnd", "uy ban", "doanh nghiep", "ho kinh doanh", "chi nhanh", "trung tam",
    "ban quan ly", "cong an", "nha may", "to hop tac", "ngan hang", "dnt n", "dntn", "cty", "giao xu",
    "truong mam non", "truong mau giao", "truong mn", "truong tieu hoc", "truong th", "truong trung hoc", "truong thcs",
    "truong thpt", "truong pho thong", "truong ptdt", "truong ptdtbt", "truong ptdtnt", "truong cao dang",
    "truong dai hoc",
  ]

  /// Without their marks these are family names too: Trương, Đới, Phong, Trầm, Chu.
  private static let markedOrganisations = ["trường", "đội", "phòng", "trạm", "hội", "chùa"]
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
