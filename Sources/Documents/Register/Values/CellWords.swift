import VietnameseText

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
