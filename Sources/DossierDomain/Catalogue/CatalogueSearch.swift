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
  ///
  /// A procedure is found by the words of all its versions, and shown in the one of that day.
  public func find(_ query: String, on date: CivilDate, limit: Int = 50) -> [ProcedureHit] {
    let wanted = query.folded
    guard !wanted.isEmpty else { return [] }
    let said = byPhrase(wanted, date)
    let versions = versions
    var known = Set(said.map(\.version.code))
    var byName: [ProcedureHit] = []
    func add(_ code: String, _ level: MatchLevel) {
      guard known.insert(code).inserted, let version = version(of: code, on: date) else { return }
      byName.append(ProcedureHit(version: version, level: level, isByPhrase: false))
    }
    for version in versions where version.code.hasPrefix(wanted) { add(version.code, .exact) }
    if byName.isEmpty {
      for (place, level) in index.matches(query).sorted(by: { $0.level < $1.level }) {
        add(versions[place].code, level)
      }
    }
    return Array((said + byName.sorted { rank($0) < rank($1) }).prefix(limit))
  }

  /// By a phrase that occurs in what was typed, the longest first ("lấy chồng nước ngoài" before "lấy chồng"); else by
  /// those that begin with it, for what is still being typed.
  private func byPhrase(_ wanted: String, _ date: CivilDate) -> [ProcedureHit] {
    let words = wanted.words
    let phrases = index.phrases
    var said = phrases.filter { words.contains(run: $0.words) }.sorted { $0.words.count > $1.words.count }
    if wanted.utf8.count >= 3 { said += phrases.filter { $0.folded.hasPrefix(wanted) } }
    var codes: [String] = []
    for code in said.flatMap(\.codes) where !codes.contains(code) { codes.append(code) }
    return codes.compactMap { version(of: $0, on: date) }.map {
      ProcedureHit(version: $0, level: .exact, isByPhrase: true)
    }
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
