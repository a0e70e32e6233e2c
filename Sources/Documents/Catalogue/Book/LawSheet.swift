import DossierDomain
import VietnameseText

/// The texts of law on which procedures rest.
enum LawSheet: RuleSheet {
  enum Column: RuleColumn {
    case code, from, number, title, article, cases, condition

    static let names = collectedNames()
    static let required: [Column] = [.number]

    var heading: (vi: String, en: String) {
      switch self {
      case .code: RuleHeading.code
      case .from: RuleHeading.from
      case .number: ("Số, ký hiệu", "Number")
      case .title: ("Tên văn bản", "Title")
      case .article: ("Điều, khoản", "Article")
      case .cases: RuleHeading.cases
      case .condition: RuleHeading.condition
      }
    }

    var otherNames: String {
      switch self {
      case .code: RuleHeading.otherCodes
      case .from: RuleHeading.otherDays
      case .number: "so ky hieu, so van ban, so hieu, so hieu van ban, so va ky hieu, can cu, can cu phap ly, van ban"
      case .title: "ten, trich yeu, ten goi, name"
      case .article: "dieu, dieu khoan, khoan, vi tri, articles"
      case .cases: RuleHeading.otherCases
      case .condition: RuleHeading.otherConditions
      }
    }
  }

  static let sheet = ProcedureBook.Sheet.law
  static var place: WritableKeyPath<ProcedureRules, [LegalText]> { \.law }
  static let most = ProcedureRules.mostTexts
  static let key: [Column] = [.number, .article, .cases, .condition]

  static func rule(_ cells: RuleCells<Column>, _ rules: ProcedureRules) throws(RuleCells<Column>.Fault) -> LegalText {
    LegalText(
      number: cells.text(.number), title: cells.text(.title), article: cells.text(.article),
      applies: try cells.applies(cases: .cases, condition: .condition, rules))
  }

  static func check(_ rule: LegalText, _ rules: ProcedureRules) throws(ProcedureRules.Fault) { try rules.check(rule) }

  static func text(_ column: Column, of rule: LegalText, _ rules: ProcedureRules, _ writing: FactWriting) -> String {
    switch column {
    case .code, .from: ""
    case .number: rule.number
    case .title: rule.title
    case .article: rule.article
    case .cases: text(cases: rule.applies, rules, writing)
    case .condition: text(condition: rule.applies.condition, rules, writing)
    }
  }

  static func keep(_ column: Column, of known: LegalText, in rule: inout LegalText) {
    switch column {
    case .code, .from: break
    case .number: rule.number = known.number
    case .title: rule.title = known.title
    case .article: rule.article = known.article
    case .cases: rule.applies.cases = known.applies.cases
    case .condition: rule.applies.condition = known.applies.condition
    }
  }
}
