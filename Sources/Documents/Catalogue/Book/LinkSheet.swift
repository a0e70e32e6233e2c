import DossierDomain
import VietnameseText

/// How procedures belong to each other.
enum LinkSheet: RuleSheet {
  enum Column: RuleColumn {
    case code, from, kind, other, paper, cases, condition

    static let names = collectedNames()
    static let required: [Column] = [.kind, .other]

    var heading: (vi: String, en: String) {
      switch self {
      case .code: RuleHeading.code
      case .from: RuleHeading.from
      case .kind: ("Quan hệ", "Link")
      case .other: ("Thủ tục kia", "Other procedure")
      case .paper: ("Là giấy tờ", "As paper")
      case .cases: RuleHeading.cases
      case .condition: RuleHeading.condition
      }
    }

    var otherNames: String {
      switch self {
      case .code: RuleHeading.otherCodes
      case .from: RuleHeading.otherDays
      case .kind: "loai, loai lien thong, loai quan he, lien he, kind"
      case .other:
        "ma thu tuc kia, thu tuc lien quan, ma thu tuc lien quan, thu tuc lien thong, ma thu tuc lien thong, other code"
      case .paper: "giay to, ten giay to, giay to cua thu tuc kia, paper"
      case .cases: RuleHeading.otherCases
      case .condition: RuleHeading.otherConditions
      }
    }
  }

  static let sheet = ProcedureBook.Sheet.links
  static var place: WritableKeyPath<ProcedureRules, [ProcedureLink]> { \.links }
  static let most = ProcedureRules.mostLinks
  static let key: [Column] = [.kind, .other, .paper, .cases, .condition]

  static func rule(
    _ cells: RuleCells<Column>, _ rules: ProcedureRules
  ) throws(RuleCells<Column>.Fault) -> ProcedureLink {
    let kind: ProcedureLink.Kind
    switch try cells.read(.kind, word) {
    case .contains: kind = .contains
    case .usuallyFollowedBy: kind = .usuallyFollowedBy
    case .resultIsPaper: kind = .resultIsPaper(cells.text(.paper))
    }
    if !cells.text(.paper).isEmpty {
      guard case .resultIsPaper = kind else {
        throw RuleCells<Column>.Fault(column: .paper, reason: .paperOfNoResult(cells.text(.paper)))
      }
    }
    return ProcedureLink(
      kind: kind, code: cells.text(.other),
      applies: try cells.applies(cases: .cases, condition: .condition, rules))
  }

  static func check(_ rule: ProcedureLink, _ rules: ProcedureRules) throws(ProcedureRules.Fault) {
    try rules.check(rule)
  }

  static func text(
    _ column: Column, of rule: ProcedureLink, _ rules: ProcedureRules, _ writing: FactWriting
  ) -> String {
    switch column {
    case .code, .from: ""
    case .kind: words.text(Word(rule.kind), writing)
    case .other: rule.code
    case .paper: if case .resultIsPaper(let paper) = rule.kind { paper } else { "" }
    case .cases: text(cases: rule.applies, rules, writing)
    case .condition: text(condition: rule.applies.condition, rules, writing)
    }
  }

  static func keep(_ column: Column, of known: ProcedureLink, in rule: inout ProcedureLink) {
    switch column {
    case .code, .from: break
    case .kind: rule.kind = known.kind
    case .other: rule.code = known.code
    case .paper: if Word(rule.kind) == Word(known.kind) { rule.kind = known.kind }
    case .cases: rule.applies.cases = known.applies.cases
    case .condition: rule.applies.condition = known.applies.condition
    }
  }

  /// A kind without the paper that it may name.
  private enum Word: Hashable {
    case contains, resultIsPaper, usuallyFollowedBy

    init(_ kind: ProcedureLink.Kind) {
      switch kind {
      case .contains: self = .contains
      case .resultIsPaper: self = .resultIsPaper
      case .usuallyFollowedBy: self = .usuallyFollowedBy
      }
    }
  }

  private static let words = CellChoice<Word>(words: [
    (.contains, "gồm", "contains", ["bao gom", "lien thong", "contain"]),
    (
      .resultIsPaper, "kết quả là giấy tờ của", "result is paper",
      ["ket qua la giay", "ket qua la giay to", "ket qua dung cho", "result is a paper of"]
    ),
    (
      .usuallyFollowedBy, "thường làm tiếp", "followed by",
      ["lam tiep", "tiep theo", "thuong tiep theo", "sau do", "usually followed by"]
    ),
  ])

  private static func word(_ text: String) throws(ProcedureBook.Reason) -> Word {
    guard let word = words.value(text) else { throw .linkUnknown(text) }
    return word
  }
}
