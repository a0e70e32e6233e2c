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
  /// Phrases first, then what is receivable, exact before tone-folded before mark-free, short names before long ones.
  public func find(_ query: String, limit: Int = 50) -> [ProcedureHit] {
    let wanted = query.folded
    guard !wanted.isEmpty else { return [] }
    let said = byPhrase(wanted)
    let known = Set(said.map(\.version.code))
    var byName: [ProcedureHit] = []
    for version in versions where version.code.hasPrefix(wanted) {
      byName.append(ProcedureHit(version: version, level: .exact, isByPhrase: false))
    }
    if byName.isEmpty {
      for (place, level) in index.matches(query) where !known.contains(versions[place].code) {
        byName.append(ProcedureHit(version: versions[place], level: level, isByPhrase: false))
      }
    }
    return Array((said + byName.sorted { rank($0) < rank($1) }).prefix(limit))
  }

  /// By a phrase that occurs in what was typed, the longest first ("lấy chồng nước ngoài" before "lấy chồng"); else by
  /// those that begin with it, for what is still being typed.
  private func byPhrase(_ wanted: String) -> [ProcedureHit] {
    let words = wanted.words
    let phrases = index.phrases
    var said = phrases.filter { words.contains(run: $0.words) }.sorted { $0.words.count > $1.words.count }
    if wanted.utf8.count >= 3 { said += phrases.filter { $0.folded.hasPrefix(wanted) } }
    var codes: [String] = []
    for code in said.flatMap(\.codes) where !codes.contains(code) { codes.append(code) }
    return codes.compactMap { version(of: $0) }.map { ProcedureHit(version: $0, level: .exact, isByPhrase: true) }
  }

  private func rank(_ hit: ProcedureHit) -> (Int, UInt8, Int) {
    (hit.version.isReceivable ? 0 : 1, hit.level.rawValue, hit.version.name.utf8.count)
  }
}

extension [String] {
  /// True when these words stand in the array side by side and in this order.
  fileprivate func contains(run: [String]) -> Bool {
    guard !run.isEmpty, run.count <= count else { return false }
    return (0...count - run.count).contains { self[$0..<$0 + run.count].elementsEqual(run) }
  }
}
