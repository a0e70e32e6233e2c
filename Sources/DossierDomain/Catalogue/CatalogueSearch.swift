import ReferenceData
import VietnameseText

/// A procedure that matches the typed text.
public struct ProcedureHit: Hashable, Sendable {
  public var version: ProcedureVersion
  public var match: TextMatch
  /// It was found by a phrase that citizens use, not by its name.
  public var isByPhrase: Bool
  /// It is listed with the others of its field (lĩnh vực), which was typed.
  public var isByField = false
}

extension Catalogue {
  /// Finds procedures by code, by words of the name (beginnings of words, marks optional), by the initials of a name,
  /// by phrases that citizens use or by their field; words may have the spelling of their region. The order is: matches by
  /// phrase, then procedures that can be received, the best match first, short names before long ones, then the others of
  /// the fields. If the whole name or the code of a field was typed, its procedures come first, in the same order.
  ///
  /// The words of all versions are searched, and the version of that day is returned. The rules of the starter catalogue are
  /// read only for what is returned.
  /// - Parameter limit: of those that are not listed by their field.
  public func find(_ query: String, on date: CivilDate, limit: Int = 50) -> [ProcedureHit] {
    let wanted = query.folded
    guard !wanted.isEmpty else { return [] }
    let written = WordVariants.written(query)
    let said = byPhrase(wanted, written.folded, date)
    let versions = rows
    var known = Set(said.map(\.version.code))
    var byName: [ProcedureHit] = []
    func add(_ code: String, _ match: TextMatch) {
      guard known.insert(code).inserted, let version = row(of: code, on: date) else { return }
      byName.append(ProcedureHit(version: version, match: match, isByPhrase: false))
    }
    for code in index.codes(ofPortalID: wanted) { add(code, TextMatch(.whole, .exact)) }
    for version in versions where version.code.hasPrefix(wanted) { add(version.code, TextMatch(.whole, .exact)) }
    if byName.isEmpty {
      var found = index.matches(query)
      if written != query { found += index.matches(written) }
      found += index.initials(wanted, areAll: found.isEmpty)
      for (place, match) in found.sorted(by: { $0.match < $1.match }) { add(versions[place].code, match) }
    }
    let hits = said + byName.sorted { rank($0) < rank($1) }
    let fields = index.fields(query)
    guard !fields.isEmpty else { return hits.prefix(limit).map { completed($0, date) } }
    let whole = Set(fields.filter(\.isWhole).map(\.name))
    let others = hits.filter { !whole.contains($0.version.field) }.prefix(limit)
    var listed = Set(hits.filter { whole.contains($0.version.field) }.map(\.version.code) + others.map(\.version.code))
    func members(_ field: (name: String, codes: [String], isWhole: Bool)) -> [ProcedureHit] {
      let found = field.isWhole ? hits.filter { $0.version.field == field.name } : []
      let rest: [ProcedureHit] = field.codes.compactMap { code in
        guard !listed.contains(code), let version = row(of: code, on: date), version.field == field.name else {
          return nil
        }
        listed.insert(code)
        return ProcedureHit(version: version, match: TextMatch(.beginnings, .markFree), isByPhrase: false)
      }
      return (found + rest.sorted { rank($0) < rank($1) }).map { hit in
        var hit = hit
        hit.isByField = true
        return hit
      }
    }
    let first = fields.filter(\.isWhole).flatMap(members)
    let last = fields.filter { !$0.isWhole }.flatMap(members)
    return (first + others + last).map { completed($0, date) }
  }

  private func completed(_ hit: ProcedureHit, _ date: CivilDate) -> ProcedureHit {
    var hit = hit
    hit.version = version(of: hit.version.code, on: date) ?? hit.version
    return hit
  }

  /// Finds the phrases that occur in the typed text, the longest first ("lấy chồng nước ngoài" before "lấy chồng"). If
  /// there are none, it finds the phrases that begin with the text, since the clerk may still be typing.
  /// - Parameter written: the typed text in the spelling of the phrases.
  private func byPhrase(_ wanted: String, _ written: String, _ date: CivilDate) -> [ProcedureHit] {
    let forms = written == wanted ? [wanted] : [wanted, written]
    let typed = forms.map(\.words)
    let phrases = index.phrases
    var said = phrases.filter { phrase in typed.contains { $0.contains(run: phrase.words) } }
      .sorted { ($0.words.count, $0.words == typed[0] ? 1 : 0) > ($1.words.count, $1.words == typed[0] ? 1 : 0) }
    if wanted.utf8.count >= 3 {
      said += phrases.filter { phrase in forms.contains { phrase.folded.hasPrefix($0) } }
    }
    var hits: [ProcedureHit] = []
    for phrase in said {
      let extent: TextMatch.Extent =
        typed.contains(phrase.words) ? .whole : typed.contains { $0.contains(run: phrase.words) } ? .words : .beginnings
      for code in phrase.codes where !hits.contains(where: { $0.version.code == code }) {
        guard let version = row(of: code, on: date) else { continue }
        hits.append(ProcedureHit(version: version, match: TextMatch(extent, .exact), isByPhrase: true))
      }
    }
    return hits
  }

  private func rank(_ hit: ProcedureHit) -> (Int, Int, Int) {
    (hit.version.isReceivable ? 0 : 1, hit.match.order, hit.version.name.utf8.count)
  }
}
