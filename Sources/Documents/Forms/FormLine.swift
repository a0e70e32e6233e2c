/// A line of a file of texts that an office can change.
enum FormLine {
  /// Also a comment, which begins with `#`.
  case empty
  /// `[receipt]`
  case section(String)
  /// `title = Giấy tiếp nhận`
  case value(name: String, text: Substring)
  case unreadable

  /// The lines of a file in their order.
  static func all(in text: String) -> [FormLine] {
    // Some editors begin a file with a byte-order mark.
    (text.hasPrefix("\u{FEFF}") ? text.dropFirst() : text[...])
      .split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).map { FormLine($0.trimmed) }
  }

  private init(_ line: Substring) {
    if line.isEmpty || line.hasPrefix("#") {
      self = .empty
    } else if line.hasPrefix("["), line.hasSuffix("]") {
      self = .section(String(line.dropFirst().dropLast().trimmed))
    } else if let equals = line.firstIndex(of: "=") {
      self = .value(name: String(line[..<equals].trimmed), text: line[line.index(after: equals)...].trimmed)
    } else {
      self = .unreadable
    }
  }
}

extension Substring {
  var trimmed: Substring {
    var text = drop(while: \.isWhitespace)
    while text.last?.isWhitespace == true { text.removeLast() }
    return text
  }
}
