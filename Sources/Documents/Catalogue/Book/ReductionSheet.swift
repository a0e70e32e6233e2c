import DossierDomain
import VietnameseText

enum ReductionSheet: RuleSheet {
  enum Column: RuleColumn {
    case code, from, id, reason, proof, percent, cases, condition

    static let names = collectedNames()
    static let required: [Column] = [.id, .reason, .percent]

    var heading: (vi: String, en: String) {
      switch self {
      case .code: RuleHeading.code
      case .from: RuleHeading.from
      case .id: RuleHeading.id
      case .reason: ("Đối tượng", "Who")
      case .proof: ("Giấy tờ chứng minh", "Proof")
      case .percent: ("Mức giảm (%)", "Reduction (%)")
      case .cases: RuleHeading.cases
      case .condition: RuleHeading.condition
      }
    }

    var otherNames: String {
      switch self {
      case .code: RuleHeading.otherCodes
      case .from: RuleHeading.otherDays
      case .id: RuleHeading.otherIDs
      case .reason: "ly do, ly do giam, doi tuong duoc giam, doi tuong mien giam, reason"
      case .proof: "chung minh, giay to, can cu"
      case .percent: "muc giam, giam, phan tram, phan tram giam, ty le giam, percent, reduction"
      case .cases: RuleHeading.otherCases
      case .condition: RuleHeading.otherConditions
      }
    }
  }

  static let sheet = ProcedureBook.Sheet.reductions
  static var place: WritableKeyPath<ProcedureRules, [FeeReduction]> { \.reductions }
  static let most = ProcedureRules.mostReductions
  static let key: [Column] = [.id]
  static let title: [Column] = [.reason]

  static func rule(
    _ cells: RuleCells<Column>, _ rules: ProcedureRules
  ) throws(RuleCells<Column>.Fault) -> FeeReduction {
    FeeReduction(
      id: shortName(cells.text(.id)), reason: cells.text(.reason), proof: cells.text(.proof),
      percent: try cells.read(.percent, percent),
      applies: try cells.applies(cases: .cases, condition: .condition, rules))
  }

  static func check(_ rule: FeeReduction, _ rules: ProcedureRules) throws(ProcedureRules.Fault) {
    try rules.check(rule)
  }

  static func text(
    _ column: Column, of rule: FeeReduction, _ rules: ProcedureRules, _ writing: FactWriting
  ) -> String {
    switch column {
    case .code, .from: ""
    case .id: writing.either(cell: rule.id, shown: "")
    case .reason: rule.reason
    case .proof: rule.proof
    case .percent: "\(rule.percent) %"
    case .cases: text(cases: rule.applies, rules, writing)
    case .condition: text(condition: rule.applies.condition, rules, writing)
    }
  }

  static func keep(_ column: Column, of known: FeeReduction, in rule: inout FeeReduction) {
    switch column {
    case .code, .from, .id: break
    case .reason: rule.reason = known.reason
    case .proof: rule.proof = known.proof
    case .percent: rule.percent = known.percent
    case .cases: rule.applies.cases = known.applies.cases
    case .condition: rule.applies.condition = known.applies.condition
    }
  }

  /// A cell that a spreadsheet shows as "100%" holds 1. So 1 is read only with its sign, and other parts of one not at
  /// all.
  private static func percent(_ text: String) throws(ProcedureBook.Reason) -> Int {
    if ["mien", "exempt"].contains(text.folded) { return 100 }
    let match = text.wholeMatch(of: /([0-9]{1,3})\s*(%)?/)
    guard let match, let percent = Int(match.1), match.2 != nil || percent != 1 else { throw .percentUnreadable(text) }
    return percent
  }
}
