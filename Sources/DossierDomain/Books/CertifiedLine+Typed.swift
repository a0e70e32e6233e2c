import ReferenceData
import VietnameseText

extension CertifiedLine {
  /// What is wrong with a typed line.
  public enum Fault: Error, Hashable, Sendable {
    case paperMissing
    /// Pages and copies must both be said, because a forgotten one would be a wrong fee.
    case countsMissing
    case countImpossible
  }

  /// A line as a clerk types it: `bang 2 30` is a diploma of 2 pages, 30 copies. A person whom the paper names stands behind a
  /// stroke, `bang / Hồ Thị Mai 2 30`, and a kind that has no short word is written in full.
  public init(typed text: String) throws(Fault) {
    var words = text.cleaned(maxLength: 400).split(whereSeparator: \.isWhitespace)[...]
    guard !words.isEmpty else { throw .paperMissing }
    guard let copies = words.popLast().flatMap({ Self.count($0) }),
      let pages = words.popLast().flatMap({ Self.count($0) })
    else { throw .countsMissing }
    let parts = words.joined(separator: " ").split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
    let named = parts.first.map(String.init) ?? ""
    let line = CertifiedLine(
      paper: Self.kinds[named.nameKey] ?? named, person: parts.count > 1 ? String(parts[1]) : "", pages: pages,
      copies: copies
    ).tidied
    guard line.paper.contains(where: \.isLetter) else { throw .paperMissing }
    guard line.isBounded else { throw .countImpossible }
    self = line
  }

  /// As it would be typed again.
  public var typed: String {
    let word = Self.shortWords[paper] ?? paper
    return (person.isEmpty ? word : "\(word) / \(person)") + " \(pages) \(copies)"
  }

  private static func count(_ word: Substring) -> Int? {
    guard word.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
    // More digits than any count has are a count too, and an impossible one.
    return Int(word) ?? .max
  }

  private static let table: [(word: String, name: String)] = CertifiedPaperKinds.table.split(separator: "\n")
    .compactMap { line in
      let cells = line.split(separator: "\t").map(String.init)
      return cells.count == 2 ? (cells[0], cells[1]) : nil
    }

  private static let kinds = Dictionary(table.map { ($0.word, $0.name) }) { first, _ in first }
  private static let shortWords = Dictionary(table.map { ($0.name, $0.word) }) { first, _ in first }

  /// The kinds that have a short word, for help and completion.
  public static var shortKinds: [(word: String, name: String)] { table }
}

extension CertifiedLine.Fault {
  public func wording(_ language: Language) -> String {
    switch self {
    case .paperMissing:
      language.pick("Gõ loại giấy, số trang, số bản: bang 2 30", "Type kind of paper, pages, copies: bang 2 30")
    case .countsMissing:
      language.pick(
        "Sau loại giấy gõ số trang bản chính rồi số bản: bang 2 30",
        "Behind the kind type pages of the original, then copies: bang 2 30")
    case .countImpossible:
      language.pick(
        "Số trang, số bản từ 1 đến \(FeeQuantities.most)", "Pages and copies are from 1 to \(FeeQuantities.most)")
    }
  }
}
