import DossierDomain

extension ProcedureBook {
  /// What recording one version of the book would change.
  public struct Change: Sendable {
    public enum Kind: CaseIterable, Hashable, Sendable {
      case new, furtherVersion, changed, unchanged
    }

    public var kind: Kind
    public var version: ProcedureVersion
    /// The one that is replaced or, before a further version, the one in force on its first day.
    var known: ProcedureVersion?

    public init(kind: Kind, version: ProcedureVersion, known: ProcedureVersion?) {
      (self.kind, self.version, self.known) = (kind, version, known)
    }
  }

  /// In the order of the table of procedures.
  public func changes(from catalogue: Catalogue, on today: CivilDate) -> [Change] {
    let known = Dictionary(grouping: catalogue.versions, by: \.code)
    return versions.map { version in
      let ofCode = known[version.code, default: []]
      if let replaced = ofCode.first(where: { $0.validFrom == version.validFrom }) {
        return Change(kind: replaced == version ? .unchanged : .changed, version: version, known: replaced)
      }
      let inForce = catalogue.version(of: version.code, on: version.validFrom.value ?? today)
      return Change(kind: ofCode.isEmpty ? .new : .furtherVersion, version: version, known: inForce)
    }
  }
}

extension ProcedureBook.Change.Kind {
  public func wording(_ language: Language) -> String {
    switch self {
    case .new: language.pick("thủ tục mới", "new procedures")
    case .furtherVersion: language.pick("phiên bản mới", "further versions")
    case .changed: language.pick("thay đổi", "changed")
    case .unchanged: language.pick("không đổi", "unchanged")
    }
  }
}

extension ProcedureBook.Change {
  private static let mostLines = 30

  /// What is different, a line each: columns with their old and new text, also those of a rule that stays the same one, and
  /// rules that go (−) and come (+). A new procedure is told by how many rules it has.
  public func lines(_ language: Language) -> [String] {
    guard let known else { return [counts(language)].filter { !$0.isEmpty } }
    let writing = FactWriting.shown(language)
    var lines: [String] = []
    for column in ProcedureTable.Column.allCases {
      let (old, new) = (column.text(of: known, writing), column.text(of: version, writing))
      guard old != new else { continue }
      lines.append(
        "\(writing.heading(column.heading)): \(RuleDifference.short(old)) → \(RuleDifference.short(new))")
    }
    for case let kind? in ProcedureBook.Sheet.allCases.map(\.rules) {
      lines += RuleDifference.lines(kind, known.rules, version.rules, language)
    }
    let more = lines.count - Self.mostLines
    return lines.prefix(Self.mostLines)
      + (more > 0 ? [language.pick("… và \(more) điểm khác nữa", "… and \(more) differences more")] : [])
  }

  private func counts(_ language: Language) -> String {
    ProcedureBook.Sheet.allCases.compactMap { sheet in
      let count = sheet.rules.map { version.rules.count($0) } ?? 0
      return count == 0 ? nil : "\(sheet.name(language)): \(count)"
    }
    .joined(separator: ", ")
  }
}
