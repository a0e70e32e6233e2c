import ReferenceData
import VietnameseText

/// A procedure that matches the typed text.
public struct ProcedureHit: Hashable, Sendable {
  public var version: ProcedureVersion
  public var match: TextMatch
  /// It was found by a phrase that citizens use, not by its name.
  public var isByPhrase: Bool
}

extension Catalogue {
  /// Finds procedures by code, by words of the name (beginnings of words, marks optional), by the initials of a name or
  /// by phrases that citizens use; words may have the spelling of their region. The order is: matches by phrase, then
  /// procedures that can be received, the best match first, short names before long ones.
  ///
  /// The words of all versions are searched, and the version of that day is returned.
  public func find(_ query: String, on date: CivilDate, limit: Int = 50) -> [ProcedureHit] {
    let wanted = query.folded
    guard !wanted.isEmpty else { return [] }
    let written = WordVariants.written(query)
    let said = byPhrase(wanted, written.folded, date)
    let versions = rows
    var known = Set(said.map(\.version.code))
    var byName: [ProcedureHit] = []
    func add(_ code: String, _ match: TextMatch) {
      guard known.insert(code).inserted, let version = version(of: code, on: date) else { return }
      byName.append(ProcedureHit(version: version, match: match, isByPhrase: false))
    }
    for version in versions where version.code.hasPrefix(wanted) { add(version.code, TextMatch(.whole, .exact)) }
    if byName.isEmpty {
      var found = index.matches(query)
      if written != query { found += index.matches(written) }
      found += index.initials(wanted, areAll: found.isEmpty)
      for (place, match) in found.sorted(by: { $0.match < $1.match }) { add(versions[place].code, match) }
    }
    return Array((said + byName.sorted { rank($0) < rank($1) }).prefix(limit))
  }

  /// Finds the phrases that occur in the typed text, the longest first ("lấy chồng nước ngoài" before "lấy chồng"). If
  /// there are none, it finds the phrases that begin with the text, since the clerk may still be typing.
  /// - Parameter written: the typed text in the spelling of the phrases.
  private func byPhrase(_ wanted: String, _ written: String, _ date: CivilDate) -> [ProcedureHit] {
    let forms = written == wanted ? [wanted] : [wanted, written]
    let typed = forms.map(\.words)
    let phrases = index.phrases
    var said = phrases.filter { phrase in typed.contains { $0.contains(run: phrase.words) } }
      .sorted { $0.words.count > $1.words.count }
    if wanted.utf8.count >= 3 {
      said += phrases.filter { phrase in forms.contains { phrase.folded.hasPrefix($0) } }
    }
    var hits: [ProcedureHit] = []
    for phrase in said {
      let extent: TextMatch.Extent =
        typed.contains(phrase.words) ? .whole : typed.contains { $0.contains(run: phrase.words) } ? .words : .beginnings
      for code in phrase.codes where !hits.contains(where: { $0.version.code == code }) {
        guard let version = version(of: code, on: date) else { continue }
        hits.append(ProcedureHit(version: version, match: TextMatch(extent, .exact), isByPhrase: true))
      }
    }
    return hits
  }

  private func rank(_ hit: ProcedureHit) -> (Int, Int, Int) {
    (hit.version.isReceivable ? 0 : 1, hit.match.order, hit.version.name.utf8.count)
  }
}
