import VietnameseText

/// A procedure that matches the typed text.
public struct ProcedureHit: Hashable, Sendable {
  public var version: ProcedureVersion
  public var level: MatchLevel
  /// It was found by a phrase that citizens use, not by its name.
  public var isByPhrase: Bool
}

extension Catalogue {
  /// Finds procedures by code, by words of the name (beginnings of words, marks optional) or by phrases that citizens
  /// use. The order is: matches by phrase, then procedures that can be received, exact before tone-folded before
  /// mark-free matches, short names before long ones.
  ///
  /// The words of all versions are searched, and the version of that day is returned.
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

  /// Finds the phrases that occur in the typed text, the longest first ("lấy chồng nước ngoài" before "lấy chồng"). If
  /// there are none, it finds the phrases that begin with the text, since the clerk may still be typing.
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
  /// True if these words stand next to each other in the array, in this order.
  fileprivate func contains(run: [String]) -> Bool {
    guard !run.isEmpty, run.count <= count else { return false }
    return (0...count - run.count).contains { self[$0..<$0 + run.count].elementsEqual(run) }
  }
}
