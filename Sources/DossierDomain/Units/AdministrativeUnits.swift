import VietnameseText

/// The commune-level units of the province in both eras, to recognise the addresses of old papers.
public struct AdministrativeUnits: Sendable {
  public let units: [AdministrativeUnit]
  private let entries: [Entry]

  /// A unit with the names by which it is found.
  private struct Entry: Sendable {
    var words: [FoldedWord]
    /// The names without blanks, because "Đa Krông" and "Đakrông" are the same name.
    var joinedNames: [String]
  }

  private struct Rank: Comparable {
    var isFormer: Bool
    var isPartOfName: Bool
    var level: MatchLevel

    static func < (left: Self, right: Self) -> Bool {
      (left.isFormer ? 1 : 0, left.isPartOfName ? 1 : 0, left.level)
        < (right.isFormer ? 1 : 0, right.isPartOfName ? 1 : 0, right.level)
    }
  }

  init(units: [AdministrativeUnit]) {
    self.units = units
    entries = units.map { unit in
      let names = [unit.name, unit.district?.name ?? ""]
      return Entry(
        words: names.flatMap(\.words).map(FoldedWord.init),
        joinedNames: names.map { $0.folded.words.joined() }.filter { !$0.isEmpty })
    }
  }

  /// The 78 units of Quảng Trị and the 265 units that they replaced, read on first use.
  public static let quangTri = AdministrativeUnits(units: currentUnits() + formerUnits())

  public func unit(code: String, era: AdministrativeUnit.Era) -> AdministrativeUnit? {
    units.first { $0.era == era && $0.code == code }
  }

  /// The present unit that a former unit belongs to; for an existing unit, the unit itself.
  public func today(of unit: AdministrativeUnit) -> AdministrativeUnit? {
    guard let successor = unit.successorCode else { return unit }
    return self.unit(code: successor, era: .twoLevels)
  }

  /// Finds units by beginnings of words of their name or former district; marks and blanks are optional. Existing units
  /// come before former ones, whole names before parts, closer matches before others.
  public func find(_ query: String, limit: Int = 50) -> [AdministrativeUnit] {
    let typed = query.normalisedVietnamese.words.map(FoldedWord.init)
    guard !typed.isEmpty else { return [] }
    let joined = typed.map(\.bare).joined()
    var found: [(rank: Rank, place: Int)] = []
    for (place, entry) in entries.enumerated() {
      let byBlanks: MatchLevel? = entry.joinedNames.contains { $0.hasPrefix(joined) } ? .markFree : nil
      guard let level = level(of: entry, typed) ?? byBlanks else { continue }
      let isFormer = units[place].era == .threeLevels
      found.append((Rank(isFormer: isFormer, isPartOfName: entry.joinedNames.first != joined, level: level), place))
    }
    return found.sorted { ($0.rank, $0.place) < ($1.rank, $1.place) }.prefix(limit).map { units[$0.place] }
  }

  private func level(of entry: Entry, _ typed: [FoldedWord]) -> MatchLevel? {
    var worst = MatchLevel.exact
    for word in typed {
      guard let best = entry.words.compactMap({ $0.level(ofPrefix: word) }).min() else { return nil }
      worst = max(worst, best)
    }
    return worst
  }
}
