/// What ArgumentParser itself says on help pages and about wrong arguments, in Vietnamese. It says it in English only and
/// without a way to replace it, so its text is compared with templates. A sentence without a template stays in English.
enum ArgumentWording {
  /// A width at which ArgumentParser breaks no line, because a template is compared with a whole one.
  static let unwrapped = 1 << 20

  /// A text of ArgumentParser and its translation. `…` stands for what differs, in the same order in both.
  struct Template {
    let english: String
    let vietnamese: String

    init(_ english: String, _ vietnamese: String) {
      self.english = english
      self.vietnamese = vietnamese
    }
  }

  /// What can be wrong with the arguments. The first template that fits is taken.
  static let messages = [
    Template("Unknown option '…'. Did you mean '…'?", "Không có tùy chọn '…'. Có phải là '…' không?"),
    Template("Unknown option '…'", "Không có tùy chọn '…'."),
    Template("Invalid option: …", "Tùy chọn viết sai: …"),
    Template("Missing value for '…'", "Thiếu giá trị của '…'."),
    Template("Missing expected argument '…'", "Còn thiếu '…'."),
    Template("Unexpected argument '…'", "Không hiểu '…': không có lệnh hay giá trị nào như vậy ở đây."),
    Template("… unexpected arguments: '…'", "Không hiểu … mục sau: '…'."),
    Template(
      "The option '…' does not take any value, but '…' was specified.",
      "Tùy chọn '…' không có giá trị, nhưng lại ghi '…'."),
    Template(
      "The value '…' is invalid for '…'. Please provide one of the following:\n…",
      "Giá trị '…' không dùng được cho '…'. Hãy chọn một trong:\n…"),
    Template(
      "The value '…' is invalid for '…'. Please provide one of … and ….",
      "Giá trị '…' không dùng được cho '…'. Hãy chọn … hoặc …."),
    Template(
      "The value '…' is invalid for '…'. Please provide one of … or ….",
      "Giá trị '…' không dùng được cho '…'. Hãy chọn … hoặc …."),
    Template("The value '…' is invalid for '…'", "Giá trị '…' không dùng được cho '…'."),
    Template(
      "Can't generate completion scripts for '…'.\nPlease use --generate-completion-script=<shell> with one of:\n…",
      "Không làm được tệp gợi ý lệnh cho '…'.\nHãy dùng --generate-completion-script=<shell> với một trong:\n…"),
    Template(
      "Can't autodetect a supported shell.\nPlease use --generate-completion-script=<shell> with one of:\n…",
      "Không nhận ra shell đang dùng.\nHãy dùng --generate-completion-script=<shell> với một trong:\n…"),
  ]

  /// The lines of a help page and those below an error. The blanks keep the explanations in their column.
  static let lines = [
    Template("OVERVIEW: Show subcommand help information.", "MÔ TẢ: Xem trợ giúp của một lệnh."),
    Template("OVERVIEW: …", "MÔ TẢ: …"),
    Template("USAGE: …", usageLabel + "…"),
    Template("ARGUMENTS:", "THAM SỐ:"),
    Template("OPTIONS:", "TÙY CHỌN:"),
    Template("SUBCOMMANDS:", "CÁC LỆNH:"),
    Template("  See '… <subcommand>' for detailed help.", "  Xem kỹ một lệnh: … <lệnh>"),
    Template("  See '…' for more information.", "  Xem thêm: …"),
    Template("Help:  …", "Giải thích:  …"),
    Template("Usage: …", "Cách dùng: …"),
    Template("…  Show help information.", "…  Xem trợ giúp này."),
    Template("…  Show the version.", "…  Xem phiên bản."),
    Template("… (default)  …", "… (mặc định) …"),
    Template("…(values: …; default: …)", "…(giá trị: …; mặc định: …)"),
    Template("…(values: …)", "…(giá trị: …)"),
    Template("…(default: …)", "…(mặc định: …)"),
  ]

  private static let usageLabel = "CÁCH DÙNG: "
  /// What a usage line says for a part that it does not name.
  private static let parts = [
    Template("<options>", "<tùy-chọn>"), Template("<subcommand>", "<lệnh>"), Template("<subcommands>", "<lệnh>"),
  ]
  /// Where ArgumentParser begins the explanation of an argument or command.
  private static let explanationColumn = 26

  /// A help page or an error in Vietnamese; any other text unchanged, such as the version or a completion script.
  /// - Parameters:
  ///   - full: the parser's full message, not wrapped.
  ///   - message: the part of an error that says what is wrong.
  ///   - columns: the width in which a help page is wrapped.
  static func vietnamese(_ full: String, message: String, columns: Int) -> String {
    if full.hasPrefix("OVERVIEW: ") || full.hasPrefix("USAGE: ") {
      return translatedLines(full[...]).map { wrapped($0, in: columns) }.joined(separator: "\n")
    }
    let error = "Error: " + message
    guard full.hasPrefix(error) else { return full }
    return "Lỗi: " + translated(message[...], by: messages)
      + translatedLines(full.dropFirst(error.count)).joined(separator: "\n")
  }

  private static func translatedLines(_ text: Substring) -> [String] {
    text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      let isUsage = line.hasPrefix("USAGE: ") || line.hasPrefix("Usage: ")
      let translation = translated(line, by: lines)
      guard isUsage else { return translation }
      return parts.reduce(translation) { $0.replacing($1.english, with: $1.vietnamese) }
    }
  }

  private static func translated(_ text: Substring, by templates: [Template]) -> String {
    for template in templates {
      if let translation = template.applied(to: text) { return translation }
    }
    return String(text)
  }

  /// Breaks a line at blanks, as ArgumentParser does. A usage line stays whole.
  private static func wrapped(_ line: String, in columns: Int) -> String {
    let indent = line.hasPrefix("  ") ? explanationColumn : 0
    guard line.count > columns, columns > indent, !line.hasPrefix(usageLabel) else { return line }
    var rows: [String] = []
    var row = String(line.prefix(indent))
    var hasWords = false
    for word in line.dropFirst(indent).split(separator: " ", omittingEmptySubsequences: false) {
      if hasWords, row.count + 1 + word.count > columns {
        rows.append(row)
        row = String(repeating: " ", count: indent)
        hasWords = false
      }
      row += (hasWords ? " " : "") + word
      hasWords = true
    }
    return (rows + [row]).joined(separator: "\n")
  }
}

extension ArgumentWording.Template {
  /// The translation with what differs; nil if the text has another form.
  func applied(to text: Substring) -> String? {
    let literals = english.split(separator: "…", omittingEmptySubsequences: false)
    guard let first = literals.first, let last = literals.last, literals.count > 1 else {
      return text == english ? vietnamese : nil
    }
    guard text.hasPrefix(first) else { return nil }
    var rest = text.dropFirst(first.count)
    var holes: [Substring] = []
    for literal in literals.dropFirst().dropLast() {
      guard let place = rest.firstRange(of: literal) else { return nil }
      holes.append(rest[..<place.lowerBound])
      rest = rest[place.upperBound...]
    }
    guard rest.hasSuffix(last) else { return nil }
    holes.append(rest.dropLast(last.count))
    let words = vietnamese.split(separator: "…", omittingEmptySubsequences: false)
    return zip(words, holes + [""]).map { $0 + $1 }.joined()
  }
}
