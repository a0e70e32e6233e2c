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

  private static func lines(_ words: [Substring], _ width: Int) -> [String] {
    var lines: [String] = []
    var line = ""
    for word in words {
      if !line.isEmpty, Self.width(line) + 1 + Self.width(word) <= width {
        line += " " + word
        continue
      }
      if !line.isEmpty { lines.append(line) }
      let parts = cut(word, width)
      lines += parts.dropLast()
      line = parts.last ?? ""
    }
    return (lines + [line]).map { filled($0, width) }
  }

  /// A word in pieces of so many columns. It is gone through once, because a page from outside may be one long word.
  private static func cut(_ word: Substring, _ width: Int) -> [String] {
    var pieces: [String] = []
    var (piece, columns) = ("", 0)
    for letter in word {
      let more = letter == leader ? shortestLeader : 1
      if columns + more > width, !piece.isEmpty {
        pieces.append(piece)
        (piece, columns) = ("", 0)
      }
      piece.append(letter)
      columns += more
    }
    return pieces + [piece]
  }

  /// With dots that are as few as they may be.
  private static func width(_ text: some StringProtocol) -> Int {
    text.count + text.count { $0 == leader } * (shortestLeader - 1)
  }

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
