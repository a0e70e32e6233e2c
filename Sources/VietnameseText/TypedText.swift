/// How well a text answers what somebody typed. The best comes first: by its words, then by their marks.
public struct TextMatch: Hashable, Comparable, Sendable {
  public enum Extent: UInt8, Comparable, Sendable {
    /// The typed words are the whole text.
    case whole
    /// The typed words stand together in the text, or are a name without some of its middle names.
    case together
    /// Each typed word is a word of the text.
    case words
    /// Each typed word is the beginning of a word of the text.
    case beginnings

    public static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
  }

  public var extent: Extent
  public var level: MatchLevel

  public init(_ extent: Extent, _ level: MatchLevel) {
    self.extent = extent
    self.level = level
  }

  /// The place among all matches, the best first. Hundreds of matches are sorted at each letter, so one number is compared.
  public var order: Int { Int(extent.rawValue) << 2 | Int(level.rawValue) }

  public static func < (left: Self, right: Self) -> Bool { left.order < right.order }
}

/// The words that somebody typed to find something, folded once for many comparisons.
public struct TypedText: Hashable, Sendable {
  public let words: [FoldedWord]

  public init(_ text: String) {
    words = text.normalisedVietnamese.words.map { FoldedWord($0) }
  }

  /// How well the text answers; nil if a typed word is not the beginning of any of its words, or if nothing was typed.
  /// - Parameter isName: the text is a person's name, whose middle names people leave out.
  public func match(in text: String, isName: Bool = false) -> TextMatch? {
    let source = text.normalisedVietnamese
    // "H'Len Niê" has the words h, len, niê, and those of people who type no apostrophe: hlen, niê.
    let forms = [source.words, source.split(separator: " ").map { $0.words.joined() }]
      .map { form in form.map { FoldedWord($0) } }
    guard !words.isEmpty else { return nil }
    var worst = MatchLevel.exact
    for word in words {
      guard let best = forms.joined().compactMap({ $0.level(ofPrefix: word) }).min() else { return nil }
      worst = max(worst, best)
    }
    let extents = forms.map { extent(in: $0.map(\.bare), isName: isName) }
    return TextMatch(extents.min() ?? .beginnings, worst)
  }

  private func extent(in present: [String], isName: Bool) -> TextMatch.Extent {
    let typed = words.map(\.bare)
    if typed == present { return .whole }
    if present.contains(run: typed) { return .together }
    if isName, typed.first == present.first, present.contains(inOrder: typed) { return .together }
    return typed.allSatisfy { present.contains($0) } ? .words : .beginnings
  }

  /// The parts of a text that a list shows as found: the beginnings of words that were typed.
  public func ranges(in text: String) -> [Range<String.Index>] {
    guard !words.isEmpty else { return [] }
    return text.split(separator: " ").flatMap { part in
      // A part with an apostrophe is found from its first letter on, too.
      let runs = part.split { !($0.isLetter || $0.isNumber) }
      let found = runs.compactMap { longest(at: $0.startIndex, in: part, through: $0.endIndex) }
      return found.isEmpty ? [longest(at: part.startIndex, in: part, through: part.endIndex)].compactMap { $0 } : found
    }
  }

  private func longest(
    at start: String.Index, in part: Substring, through end: String.Index
  ) -> Range<String.Index>? {
    let letters = part[start..<end].indices.filter { part[$0].isLetter || part[$0].isNumber }
    let bare = String(letters.map { part[$0] }).folded
    // One letter of the text is one letter of its folded form.
    guard bare.count == letters.count,
      let typed = words.filter({ bare.hasPrefix($0.bare) }).max(by: { $0.bare.utf8.count < $1.bare.utf8.count }),
      let last = letters.prefix(typed.bare.count).last
    else { return nil }
    return start..<part.index(after: last)
  }
}

extension Array where Element: Equatable {
  /// Whether these elements stand next to each other in the array, in this order.
  @inlinable
  public func contains(run: [Element]) -> Bool {
    guard !run.isEmpty, run.count <= count else { return false }
    return (0...count - run.count).contains { start in run.indices.allSatisfy { self[start + $0] == run[$0] } }
  }
}

extension [String] {
  /// Whether these words stand in the array in this order, with others between them.
  fileprivate func contains(inOrder wanted: [String]) -> Bool {
    var rest = wanted[...]
    for word in self where word == rest.first { rest = rest.dropFirst() }
    return rest.isEmpty
  }
}

extension StringProtocol {
  /// The letters and digits of a name without marks, blanks, apostrophes and hyphens, so that one key finds the same
  /// name however it is written.
  public var nameKey: String { folded.words.joined() }
}
