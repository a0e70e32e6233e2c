import VietnameseText

/// One procedure that answers what was typed.
public struct ProcedureHit: Hashable, Sendable {
  public var version: ProcedureVersion
  public var level: MatchLevel
  /// It was found by what citizens say, not by its name.
  public var isByPhrase: Bool
}

extension Catalogue {
  /// Finds procedures by code, by words of the name (prefix by word, marks optional) or by what citizens say.
  /// Phrases first, then exact, tone-folded, mark-free; what is receivable before what is not. In memory, under a millisecond.
  public func find(_ query: String, limit: Int = 50) -> [ProcedureHit] {
    let wanted = query.folded
    guard !wanted.isEmpty else { return [] }
    var hits = byPhrase(wanted)
    let known = Set(hits.map(\.version.code))
    let exact = query.exactFolded.words
    let toneless = query.toneFolded.words
    let bare = wanted.words
    var byName: [ProcedureHit] = []
    for version in versions where !known.contains(version.code) {
      if version.code.hasPrefix(wanted) {
        byName.append(ProcedureHit(version: version, level: .exact, isByPhrase: false))
        continue
      }
      let name = version.name + " " + version.shortName
      guard !bare.isEmpty, matches(bare, name.folded.words) else { continue }
      let level: MatchLevel =
        matches(exact, name.exactFolded.words)
        ? .exact : matches(toneless, name.toneFolded.words) ? .toneFolded : .markFree
      byName.append(ProcedureHit(version: version, level: level, isByPhrase: false))
    }
    hits += byName.sorted { rank($0) < rank($1) }
    return Array(hits.prefix(limit))
  }

  private func byPhrase(_ wanted: String) -> [ProcedureHit] {
    var codes: [String] = []
    for (phrase, found) in CitizenPhrases.table {
      let folded = phrase.folded
      guard wanted.count >= 3, folded.hasPrefix(wanted) || wanted.contains(folded) else { continue }
      codes += found.filter { !codes.contains($0) }
    }
    return codes.compactMap { version(of: $0) }.map { ProcedureHit(version: $0, level: .exact, isByPhrase: true) }
  }

  private func rank(_ hit: ProcedureHit) -> (Int, UInt8, Int) {
    (hit.version.isReceivable ? 0 : 1, hit.level.rawValue, hit.version.name.count)
  }

  private func matches(_ wanted: [String], _ words: [String]) -> Bool {
    wanted.allSatisfy { prefix in words.contains { $0.hasPrefix(prefix) } }
  }
}
