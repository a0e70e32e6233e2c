import DossierDomain

/// Writes the rules of some versions.
struct BookWriting {
  private let versions: [ProcedureVersion]
  private let language: Language
  /// Codes of which a row has to say the first day.
  private let severalVersions: Set<String>

  init(_ versions: [ProcedureVersion], _ language: Language) {
    (self.versions, self.language) = (versions, language)
    severalVersions = Set(Dictionary(grouping: versions, by: \.code).filter { $0.value.count > 1 }.keys)
  }

  func rows<Kind: RuleSheet>(_ kind: Kind.Type) -> [[String]] {
    [Kind.Column.allCases.map { language.pick($0.heading.vi, $0.heading.en) }]
      + versions.flatMap { version in
        version.rules[keyPath: Kind.place].map { rule in
          Kind.Column.allCases.map { text($0, rule, kind, version) }
        }
      }
  }

  private func text<Kind: RuleSheet>(
    _ column: Kind.Column, _ rule: Kind.Rule, _ kind: Kind.Type, _ version: ProcedureVersion
  ) -> String {
    if column == .code { return version.code }
    if column == .from {
      return severalVersions.contains(version.code) ? version.validFrom.value?.slashed ?? "?" : ""
    }
    return Kind.text(column, of: rule, version.rules, .cell(language))
  }

  /// What a rule says in some columns, in words on one line.
  static func line<Kind: RuleSheet>(
    _ kind: Kind.Type, _ columns: [Kind.Column], of rule: Kind.Rule, _ rules: ProcedureRules, _ writing: FactWriting
  ) -> String {
    columns.map { Kind.text($0, of: rule, rules, writing) }.filter { !$0.isEmpty && $0 != writing.unknown }
      .joined(separator: " | ").split(whereSeparator: \.isNewline).joined(separator: " / ")
  }
}
