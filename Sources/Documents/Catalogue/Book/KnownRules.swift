import DossierDomain

/// What is known of the rules of one version in one sheet. A row whose sheet lacks columns keeps what is known there, if it
/// is one of the known rules.
struct KnownRules<Kind: RuleSheet> {
  private let rules: [Kind.Rule]
  private let missing: [Kind.Column]
  private let key: [Kind.Column]
  private let said: [Kind.Column]
  /// Places in `rules` by the texts of the key's columns, and of all columns that the sheet has.
  private var byKey: [[String]: [Int]] = [:]
  private var byAll: [[String]: [Int]] = [:]
  /// Something would stand in a missing column.
  private(set) var hasFacts = false

  init(_ known: ProcedureRules, without missing: [Kind.Column]) {
    rules = known[keyPath: Kind.place]
    self.missing = missing
    key = Kind.key.filter { !missing.contains($0) }
    said = Kind.Column.allCases.filter { $0 != .code && $0 != .from && !missing.contains($0) }
    for (place, rule) in rules.enumerated() {
      byKey[Self.texts(key, rule, known), default: []].append(place)
      byAll[Self.texts(said, rule, known), default: []].append(place)
    }
    hasFacts = rules.contains { rule in
      zip(missing, Self.texts(missing, rule, known)).contains { Kind.isFact($1, in: $0) }
    }
  }

  /// - Parameter rows: all rows of the version.
  /// - Returns: for each row the rule with what is known; nil if it is none of the known ones, or not certainly one.
  func completed(_ rows: [Kind.Rule], _ rules: ProcedureRules) -> [Kind.Rule?] {
    let keys = rows.map { Self.texts(key, $0, rules) }
    let counts = keys.reduce(into: [:]) { $0[$1, default: 0] += 1 }
    return zip(rows, keys).map { row, key in
      let same = byKey[key, default: []]
      if same.count == 1, counts[key] == 1 { return completed(row, same, rules) }
      return completed(row, byAll[Self.texts(said, row, rules), default: []], rules)
    }
  }

  /// Nil unless all of these known rules say the same in the missing columns, and it still fits: a known condition may
  /// name a question that the book no longer asks.
  private func completed(_ row: Kind.Rule, _ places: [Int], _ rules: ProcedureRules) -> Kind.Rule? {
    let completed = Set(
      places.map { place in
        missing.reduce(into: row) { Kind.keep($1, of: self.rules[place], in: &$0) }
      })
    guard completed.count == 1, let rule = completed.first else { return nil }
    do throws(ProcedureRules.Fault) { try Kind.check(rule, rules) } catch { return nil }
    return rule
  }

  private static func texts(_ columns: [Kind.Column], _ rule: Kind.Rule, _ rules: ProcedureRules) -> [String] {
    columns.map { Kind.text($0, of: rule, rules, .cell(.vi)) }
  }
}
