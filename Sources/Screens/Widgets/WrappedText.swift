import Terminal

/// Breaks text at blanks into lines of at most `width` columns; a word that is longer is cut.
func wrapped(_ text: String, width: Int) -> [String] {
  guard width > 0 else { return [] }
  var lines: [String] = []
  for paragraph in text.split(separator: "\n", omittingEmptySubsequences: false) {
    var line = ""
    for word in paragraph.split(separator: " ") {
      var rest = String(word)
      if !line.isEmpty, Surface.width(of: line) + 1 + Surface.width(of: rest) > width {
        lines.append(line)
        line = ""
      }
      while Surface.width(of: rest) > width {
        var head = rest
        while Surface.width(of: head) > width { head.removeLast() }
        lines.append(head)
        rest = String(rest.dropFirst(head.count))
      }
      line += line.isEmpty ? rest : " " + rest
    }
    lines.append(line)
  }
  return lines
}
