import DossierDomain

/// What is different between the rules of two versions that stand in one sheet.
enum RuleDifference {
  private static let longestText = 120

  /// A rule that is recognised by its key is told column by column, any other as a whole.
  static func lines<Kind: RuleSheet>(
    _ kind: Kind.Type, _ old: ProcedureRules, _ new: ProcedureRules, _ language: Language
  ) -> [String] {
    let name = Kind.sheet.name(language)
    func told(_ rule: Kind.Rule, _ rules: ProcedureRules) -> Told { Told(kind, rule, rules, language) }
    let (before, after) = (
      old[keyPath: Kind.place].map { told($0, old) }, new[keyPath: Kind.place].map { told($0, new) }
    )
    guard before != after else { return [] }
    var (gone, come) = (before, [Told]())
    for rule in after {
      if let place = gone.firstIndex(of: rule) { gone.remove(at: place) } else { come.append(rule) }
    }
    guard !gone.isEmpty || !come.isEmpty else {
      return [language.pick("\(name): đổi thứ tự", "\(name): in another order")]
    }
    var lines: [String] = []
    var added: [Told] = []
    for rule in come {
      let same = gone.filter { $0.key == rule.key }
      guard same.count == 1, come.count(where: { $0.key == rule.key }) == 1, let known = same.first else {
        added.append(rule)
        continue
      }
      gone.removeAll { $0 == known }
      lines += rule.changes(from: known, kind, language).map { name + ": " + $0 }
    }
    // Two that read alike differ in a short name, which is said then.
    let alike = Set(gone.map(\.line)).intersection(added.map(\.line))
    func told(_ rule: Told) -> String {
      short(alike.contains(rule.line) ? "\(rule.key): \(rule.line)" : rule.line)
    }
    return lines + gone.map { "\(name): − " + told($0) } + added.map { "\(name): + " + told($0) }
  }

  /// A rule in words. Two are the same if their cells are: a case that got another name changes no rule of it.
  private struct Told: Equatable {
    var key: String
    var title: String
    var line: String
    /// By the columns of the sheet.
    var cells: [String]
    var shown: [String]

    init<Kind: RuleSheet>(_ kind: Kind.Type, _ rule: Kind.Rule, _ rules: ProcedureRules, _ language: Language) {
      let columns = Array(Kind.Column.allCases)
      let (cell, shown) = (FactWriting.cell(language), FactWriting.shown(language))
      key = BookWriting.line(kind, Kind.key, of: rule, rules, cell)
      title = BookWriting.line(kind, Kind.title, of: rule, rules, shown)
      line = BookWriting.line(kind, columns, of: rule, rules, shown)
      cells = columns.map { Kind.text($0, of: rule, rules, cell) }
      self.shown = columns.map { Kind.text($0, of: rule, rules, shown) }
    }

    static func == (one: Told, other: Told) -> Bool { one.cells == other.cells }

    func changes<Kind: RuleSheet>(from known: Told, _ kind: Kind.Type, _ language: Language) -> [String] {
      zip(Kind.Column.allCases, cells.indices).compactMap { column, place in
        guard known.cells[place] != cells[place] else { return nil }
        let heading = FactWriting.shown(language).heading(column.heading)
        let start = known.title.isEmpty ? heading : "\(short(known.title)): \(heading)"
        // What people are shown may be the same, if only short names are others.
        let texts = known.shown[place] == shown[place] ? (known.cells, cells) : (known.shown, shown)
        return "\(start): \(short(texts.0[place])) → \(short(texts.1[place]))"
      }
    }
  }

  /// One line that is not too long for a terminal.
  static func short(_ text: String) -> String {
    let line = text.split(whereSeparator: \.isNewline).joined(separator: " / ")
    return line.isEmpty ? "–" : line.count > longestText ? line.prefix(longestText) + "…" : line
  }
}

extension ProcedureRules {
  /// How many rows of it the sheet would have.
  func count<Kind: RuleSheet>(_ kind: Kind.Type) -> Int { self[keyPath: Kind.place].count }
}
