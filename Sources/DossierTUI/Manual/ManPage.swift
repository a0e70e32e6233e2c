/// Converts a page of docs/manual into the input of `man`. It supports only the Markdown that these pages use:
/// headings, paragraphs, lists, tables, verbatim blocks, and `code` and **bold** within a line. The text before the
/// first section is for readers of the file and is left out, because a manual page begins with the name.
struct ManPage {
  private var lines: [String] = []

  /// - Parameter insertions: the texts, ready for `man`, that replace lines such as `<!-- name -->`.
  static func text(_ markdown: String, inserting insertions: [String: String] = [:]) -> String {
    var page = ManPage()
    page.read(markdown.split(separator: "\n", omittingEmptySubsequences: false), insertions)
    return page.lines.joined(separator: "\n")
  }

  private mutating func read(_ source: [Substring], _ insertions: [String: String]) {
    var isVerbatim = false
    let start = source.firstIndex { $0.hasPrefix("## ") } ?? source.startIndex
    for (number, line) in source.enumerated().dropFirst(start) {
      if line.hasPrefix("```") {
        isVerbatim.toggle()
        lines += isVerbatim ? [".PP", ".RS 4", ".nf"] : [".fi", ".RE"]
      } else if isVerbatim {
        lines.append(Self.guarded(Self.escaped(line)))
      } else if line.hasPrefix("<!-- ") {
        if let inserted = insertions[String(line.dropFirst(5).prefix { $0 != " " })] { lines.append(inserted) }
      } else if line.hasPrefix("|") {
        let next = number + 1 < source.count ? source[number + 1] : ""
        // Without the frame of a table its headings and the line below them are useless.
        if !line.hasPrefix("|--"), !next.hasPrefix("|--") { appendRow(line) }
      } else {
        appendProse(line)
      }
    }
  }

  private mutating func appendProse(_ line: Substring) {
    if line.hasPrefix("### ") {
      lines.append(".SS " + Self.styled(line.dropFirst(4)))
    } else if line.hasPrefix("## ") {
      lines.append(".SH " + Self.styled(Substring(line.dropFirst(3).uppercased())))
    } else if line.hasPrefix("# ") {
      // The title is in the header of the page already.
    } else if line.hasPrefix("- ") {
      lines += [".IP \\(bu 2", Self.guarded(Self.styled(line.dropFirst(2)))]
    } else if line.isEmpty {
      if let last = lines.last, !last.hasPrefix(".SH"), !last.hasPrefix(".SS"), last != ".PP" { lines.append(".PP") }
    } else {
      lines.append(Self.guarded(Self.styled(line.drop { $0 == " " })))
    }
  }

  private mutating func appendRow(_ line: Substring) {
    let cells = Self.cells(line).map { Self.styled(Substring($0)) }
    guard let first = cells.first else { return }
    lines += [
      ".TP", Self.guarded(first), Self.guarded(cells.dropFirst().filter { !$0.isEmpty }.joined(separator: "; ")),
    ]
  }

  /// `\|` is a bar within a cell.
  private static func cells(_ line: Substring) -> [String] {
    var cells = [""]
    var isEscaped = false
    for character in line.dropFirst() {
      if character == "|", !isEscaped {
        cells.append("")
      } else if character != "\\" || isEscaped {
        cells[cells.count - 1].append(character)
      }
      isEscaped = character == "\\" && !isEscaped
    }
    return cells.dropLast().map { cell in
      let start = cell.drop { $0 == " " }
      return String(start.prefix(start.count - start.reversed().prefix { $0 == " " }.count))
    }
  }

  private static func escaped(_ text: Substring) -> String {
    var result = ""
    for character in text {
      switch character {
      case "\\": result += "\\e"
      case "-": result += "\\-"
      default: result.append(character)
      }
    }
    return result
  }

  /// `man` would read a line that begins with a dot or an apostrophe as a command.
  private static func guarded(_ line: String) -> String {
    line.hasPrefix(".") || line.hasPrefix("'") ? "\\&" + line : line
  }

  private static func styled(_ text: Substring) -> String {
    var result = ""
    var rest = text
    var isBold = false
    while let character = rest.first {
      if character == "`" {
        let code = rest.dropFirst().prefix { $0 != "`" }
        result += "\\fB" + escaped(code) + "\\fR"
        rest = rest.dropFirst(code.count + 2)
      } else if rest.hasPrefix("**") {
        isBold.toggle()
        result += isBold ? "\\fB" : "\\fR"
        rest = rest.dropFirst(2)
      } else if character == "[", let end = rest.firstIndex(of: "]"), rest[end...].hasPrefix("](") {
        result += escaped(rest[rest.index(after: rest.startIndex)..<end])
        rest = rest[end...].drop { $0 != ")" }.dropFirst()
      } else {
        result += escaped(rest.prefix(1))
        rest = rest.dropFirst()
      }
    }
    return result
  }
}
