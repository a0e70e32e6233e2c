/// Breaks a text into lines between its words. A no-break space keeps words together, and a word that is longer than a line
/// is cut.
struct TextFlow {
  /// Dots as they are read aloud.
  static let spokenLeader = "....."

  /// Stands for dots as far as the end of the line. It is a character that no cleaned text has.
  static let leader: Character = "\u{F8FF}"
  private static let shortestLeader = 3

  private let paragraphs: [[Substring]]

  init(_ text: String) {
    paragraphs = text.split(separator: "\n", omittingEmptySubsequences: false).map { $0.split(separator: " ") }
  }

  var longestWord: Int { paragraphs.joined().map { Self.width($0) }.max() ?? 0 }

  func lines(_ width: Int) -> [String] { paragraphs.flatMap { Self.lines($0, max(1, width)) } }

  /// Each letter is looked at once: a page from another machine may be one word of many thousand letters.
  private static func lines(_ words: [Substring], _ width: Int) -> [String] {
    var lines: [String] = []
    var line = ""
    var taken = 0
    for word in words {
      let wanted = Self.width(word)
      if !line.isEmpty, taken + 1 + wanted <= width {
        line += " " + word
        taken += 1 + wanted
        continue
      }
      if !line.isEmpty { lines.append(line) }
      (line, taken) = ("", 0)
      for letter in word {
        let wanted = Self.width(letter)
        if !line.isEmpty, taken + wanted > width {
          lines.append(line)
          (line, taken) = ("", 0)
        }
        line.append(letter)
        taken += wanted
      }
    }
    return (lines + [line]).map { filled($0, width) }
  }

  /// With dots that are as few as they may be.
  private static func width(_ text: some StringProtocol) -> Int { text.reduce(0) { $0 + width($1) } }

  private static func width(_ letter: Character) -> Int { letter == leader ? shortestLeader : 1 }

  private static func filled(_ line: String, _ width: Int) -> String {
    let blank = line.replacing("\u{A0}", with: " ")
    guard let last = blank.lastIndex(of: leader) else { return blank }
    // The last one goes to the end of the line.
    let room = shortestLeader + max(0, width - Self.width(blank))
    let (before, after) = (blank[..<last], blank[blank.index(after: last)...])
    let short = String(repeating: ".", count: shortestLeader)
    return before.replacing(String(leader), with: short) + String(repeating: ".", count: room) + after
  }
}
