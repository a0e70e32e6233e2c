import VietnameseText

/// Words that stand in cells in place of a value.
enum CellWords {
  /// "Không có", "chưa có", "–": there is no value.
  static func saysNone(_ text: String) -> Bool {
    guard text.mayBeginWith("kcxntd") else { return false }
    let words = text.folded.words.joined(separator: " ")
    return words.isEmpty
      || ["khong", "khong co", "chua co", "chua", "k", "ko", "x", "none", "trong", "de trong"].contains(words)
  }

  /// "Chưa trả", "chưa": what the column is about has not happened.
  static func saysNotYet(_ text: String) -> Bool {
    guard text.mayBeginWith("c") else { return false }
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
    guard text.mayBeginWith("nu") else { return false }
    return isNull(text) || ["nt", "nhu tren", "n t", "nhu treen"].contains(text.folded.words.joined(separator: " "))
  }

  /// What a program writes for nothing.
  static func isNull(_ text: String) -> Bool {
    guard text.mayBeginWith("nu") else { return false }
    return ["null", "nil", "undefined", "na", "n a"].contains(text.folded.words.joined(separator: " "))
  }
}

extension String {
  /// Of what is taken in from a cell, in characters.
  static let longestCell = 4000

  /// A cell's text, safe to store and draw.
  var cleanedCell: String { Substring(cleaned(maxLength: Self.longestCell)).trimmingBlanks }

  /// Whether the first word can begin with one of these small letters, without looking at more than one byte: most cells
  /// begin with a letter or digit that says no.
  fileprivate func mayBeginWith(_ letters: StaticString) -> Bool {
    guard let first = utf8.first else { return true }
    switch first {
    case 0x30...0x39: return false
    case 0x41...0x5A, 0x61...0x7A: return letters.withUTF8Buffer { $0.contains(first | 0x20) }
    default: return true
    }
  }

  /// The text with one blank in place of several, and none at its ends.
  var withSingleBlanks: String {
    var before: UInt8 = 0x20
    let hasOther = utf8.contains { byte in
      defer { before = byte }
      return byte == 0x20 && before == 0x20
    }
    return hasOther || before == 0x20 ? split(separator: " ").joined(separator: " ") : self
  }

  /// `contains` for a sign of ASCII, without looking at characters where it is nowhere.
  func contains(sign: Character) -> Bool {
    guard let byte = sign.asciiValue, utf8.contains(byte) else { return false }
    return contains { $0 == sign }
  }

  /// Organisations have tax numbers, and digits in their names.
  var isNameOfOrganisation: Bool {
    let words = folded + " "
    if Self.organisations.contains(where: { words.hasBytePrefix($0) }) { return true }
    guard Self.bareOrganisations.contains(where: { words.hasBytePrefix($0) }) else { return false }
    let marked = lowercased() + " "
    return Self.markedOrganisations.contains { marked.hasPrefix($0 + " ") }
  }

  private func hasBytePrefix(_ prefix: String) -> Bool { utf8.starts(with: prefix.utf8) }

  private static let organisations = [
    "cong ty", "hop tac xa", "htx", "ubnd", "uy ban", "doanh nghiep", "ho kinh doanh", "chi nhanh", "trung tam",
    "ban quan ly", "cong an", "nha may", "to hop tac", "ngan hang", "dnt n", "dntn", "cty", "giao xu",
    "truong mam non", "truong mau giao", "truong mn", "truong tieu hoc", "truong th", "truong trung hoc", "truong thcs",
    "truong thpt", "truong pho thong", "truong ptdt", "truong ptdtbt", "truong ptdtnt", "truong cao dang",
    "truong dai hoc",
  ].map { $0 + " " }

  /// Without their marks these are family names too: Trương, Đới, Phong, Trầm, Chu.
  private static let markedOrganisations = ["trường", "đội", "phòng", "trạm", "hội", "chùa"]
  private static let bareOrganisations = markedOrganisations.map { $0.folded + " " }
}

extension Substring {
  /// The text without blanks at both ends.
  var trimmingBlanks: String {
    if utf8.first != 0x20, utf8.last != 0x20 { return String(self) }
    var slice = self
    while slice.first == " " { slice.removeFirst() }
    while slice.last == " " { slice.removeLast() }
    return String(slice)
  }
}
