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
  private static let longestText = 120

  /// What is different, a line each: columns with their old and new text, rules that go (−) and come (+). A new procedure
  /// is told by how many rules it has.
  public func lines(_ language: Language) -> [String] {
    guard let known else { return [counts(language)].filter { !$0.isEmpty } }
    var lines: [String] = []
    for column in ProcedureTable.Column.allCases {
      let (old, new) = (column.text(of: known, language), column.text(of: version, language))
      guard old != new else { continue }
      let heading = language.pick(column.heading.vi, column.heading.en)
      lines.append("\(heading): \(Self.short(old)) → \(Self.short(new))")
    }
    for sheet in ProcedureBook.Sheet.allCases {
      lines += difference(sheet, sheet.rules(of: known, language), sheet.rules(of: version, language), language)
    }
    let more = lines.count - Self.mostLines
    return lines.prefix(Self.mostLines)
      + (more > 0 ? [language.pick("… và \(more) điểm khác nữa", "… and \(more) differences more")] : [])
  }

  private func difference(
    _ sheet: ProcedureBook.Sheet, _ old: [String], _ new: [String], _ language: Language
  ) -> [String] {
    guard old != new else { return [] }
    let name = sheet.name(language)
    var (gone, come) = (old, [String]())
    for line in new {
      if let place = gone.firstIndex(of: line) { gone.remove(at: place) } else { come.append(line) }
    }
    guard !gone.isEmpty || !come.isEmpty else {
      return [language.pick("\(name): đổi thứ tự", "\(name): in another order")]
    }
    return gone.map { "\(name): − \(Self.short($0))" } + come.map { "\(name): + \(Self.short($0))" }
  }

  private func counts(_ language: Language) -> String {
    ProcedureBook.Sheet.allCases.compactMap { sheet in
      let count = sheet.rules(of: version, language).count
      return count == 0 ? nil : "\(sheet.name(language)): \(count)"
    }
    .joined(separator: ", ")
  }

  private static func short(_ text: String) -> String {
    text.isEmpty ? "–" : text.count > longestText ? text.prefix(longestText) + "…" : text
  }
}

extension ProcedureBook.Sheet {
  /// The rules of a version that stand in this sheet, each in words.
  fileprivate func rules(of version: ProcedureVersion, _ language: Language) -> [String] {
    switch self {
    case .procedures: []
    case .questions: BookWriting.lines(QuestionSheet.self, of: version, language)
    case .cases: BookWriting.lines(CaseSheet.self, of: version, language)
    case .papers: BookWriting.lines(PaperSheet.self, of: version, language)
    case .fees: BookWriting.lines(FeeSheet.self, of: version, language)
    case .reductions: BookWriting.lines(ReductionSheet.self, of: version, language)
    case .limits: BookWriting.lines(LimitSheet.self, of: version, language)
    }
  }
}
