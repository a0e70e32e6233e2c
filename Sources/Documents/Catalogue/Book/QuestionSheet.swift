import DossierDomain
import VietnameseText

enum QuestionSheet: RuleSheet {
  enum Column: RuleColumn {
    case code, from, id, text, answers

    static let names = collectedNames()
    static let required: [Column] = [.id, .text, .answers]

    var heading: (vi: String, en: String) {
      switch self {
      case .code: RuleHeading.code
      case .from: RuleHeading.from
      case .id: RuleHeading.id
      case .text: ("Câu hỏi", "Question")
      case .answers: ("Câu trả lời", "Answers")
      }
    }

    var otherNames: String {
      switch self {
      case .code: RuleHeading.otherCodes
      case .from: RuleHeading.otherDays
      case .id: RuleHeading.otherIDs
      case .text: "noi dung, noi dung cau hoi, hoi"
      case .answers: "tra loi, cac cau tra loi, cac tra loi, dap an, lua chon, answer"
      }
    }
  }

  static let sheet = ProcedureBook.Sheet.questions
  static var place: WritableKeyPath<ProcedureRules, [CaseQuestion]> { \.questions }

  static func rule(
    _ cells: RuleCells<Column>, _ rules: ProcedureRules
  ) throws(RuleCells<Column>.Fault) -> CaseQuestion {
    let answers = cells.lines(.answers) ?? cells.text(.answers).split(separator: " | ").map(\.trimmingBlanks)
    return CaseQuestion(
      id: shortName(cells.text(.id)), text: cells.text(.text), answers: answers.filter { !$0.isEmpty })
  }

  static func check(_ rule: CaseQuestion, _ rules: ProcedureRules) throws(ProcedureRules.Fault) {
    try rules.check(rule)
  }

  static func text(
    _ column: Column, of rule: CaseQuestion, _ rules: ProcedureRules, _ language: Language
  ) -> String {
    switch column {
    case .code, .from: ""
    case .id: rule.id
    case .text: rule.text
    case .answers: rule.answers.joined(separator: "\n")
    }
  }
}

enum CaseSheet: RuleSheet {
  enum Column: RuleColumn {
    case code, from, id, name, condition

    static let names = collectedNames()
    static let required: [Column] = [.id, .name]

    var heading: (vi: String, en: String) {
      switch self {
      case .code: RuleHeading.code
      case .from: RuleHeading.from
      case .id: RuleHeading.id
      case .name: ("Trường hợp", "Case")
      case .condition: RuleHeading.condition
      }
    }

    var otherNames: String {
      switch self {
      case .code: RuleHeading.otherCodes
      case .from: RuleHeading.otherDays
      case .id: RuleHeading.otherIDs
      case .name: "ten truong hop, ten, case name, name"
      case .condition: RuleHeading.otherConditions
      }
    }
  }

  static let sheet = ProcedureBook.Sheet.cases
  static var place: WritableKeyPath<ProcedureRules, [ProcedureCase]> { \.cases }

  static func rule(
    _ cells: RuleCells<Column>, _ rules: ProcedureRules
  ) throws(RuleCells<Column>.Fault) -> ProcedureCase {
    ProcedureCase(
      id: shortName(cells.text(.id)), name: cells.text(.name), condition: try cells.condition(.condition, rules))
  }

  static func check(_ rule: ProcedureCase, _ rules: ProcedureRules) throws(ProcedureRules.Fault) {
    try rules.check(rule)
  }

  static func text(
    _ column: Column, of rule: ProcedureCase, _ rules: ProcedureRules, _ language: Language
  ) -> String {
    switch column {
    case .code, .from: ""
    case .id: rule.id
    case .name: rule.name
    case .condition: text(condition: rule.condition, rules, language)
    }
  }
}

/// The columns that several sheets of rules have.
enum RuleHeading {
  static let code = (vi: "Mã thủ tục", en: "Procedure code")
  static let otherCodes = "ma, ma so, ma so thu tuc, ma tthc, ma so tthc, ma thu tuc hanh chinh, code, procedure"
  static let from = (vi: "Hiệu lực từ", en: "Valid from")
  static let otherDays = "tu ngay, hieu luc tu ngay, co hieu luc tu, ngay hieu luc, ngay co hieu luc, ap dung tu"
  static let id = (vi: "Tên ngắn", en: "Short name")
  static let otherIDs = "ten tat, ky hieu, id"
  static let cases = (vi: "Trường hợp", en: "Cases")
  static let otherCases = "cac truong hop, truong hop ap dung, ap dung cho truong hop, case"
  static let condition = (vi: "Khi", en: "When")
  static let otherConditions = "dieu kien, khi nao, dieu kien ap dung, condition"
}
