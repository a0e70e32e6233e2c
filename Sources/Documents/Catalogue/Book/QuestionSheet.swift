import DossierDomain
import VietnameseText

enum QuestionSheet: RuleSheet {
  enum Column: RuleColumn {
    case code, from, id, text, answers, usual, birth

    static let names = collectedNames()
    static let required: [Column] = [.id, .text, .answers]

    var heading: (vi: String, en: String) {
      switch self {
      case .code: RuleHeading.code
      case .from: RuleHeading.from
      case .id: RuleHeading.id
      case .text: ("Câu hỏi", "Question")
      case .answers: ("Câu trả lời", "Answers")
      case .usual: ("Thường", "Usual")
      case .birth: ("Theo ngày sinh", "By date of birth")
      }
    }

    var otherNames: String {
      switch self {
      case .code: RuleHeading.otherCodes
      case .from: RuleHeading.otherDays
      case .id: RuleHeading.otherIDs
      case .text: "noi dung, noi dung cau hoi, hoi"
      case .answers: "tra loi, cac cau tra loi, cac tra loi, dap an, lua chon, answer"
      case .birth: "ngay sinh, tu tra loi theo ngay sinh, date of birth, birth"
      case .usual: "thuong la, thong thuong, mac dinh, tra loi thuong, cau tra loi thuong, usual answer, default"
      }
    }
  }

  static let sheet = ProcedureBook.Sheet.questions
  static var place: WritableKeyPath<ProcedureRules, [CaseQuestion]> { \.questions }
  static let most = ProcedureRules.mostQuestions
  static let key: [Column] = [.id]
  static let title: [Column] = [.text]

  static func rule(
    _ cells: RuleCells<Column>, _ rules: ProcedureRules
  ) throws(RuleCells<Column>.Fault) -> CaseQuestion {
    let listed = cells.lines(.answers) ?? cells.text(.answers).split(separator: " | ").map(\.trimmingBlanks)
    let (id, answers) = (shortName(cells.text(.id)), listed.filter { !$0.isEmpty })
    let usual = try cells.read(.usual) { (text: String) throws(ProcedureBook.Reason) -> Int? in
      text.isEmpty || text == "?" ? nil : try ConditionText.answer(text, to: id, among: answers)
    }
    let birth = try cells.read(.birth) { (text: String) throws(ProcedureBook.Reason) -> CaseQuestion.Derivation? in
      text.isEmpty || text == "?" ? nil : try derivation(text, of: id, among: answers)
    }
    return CaseQuestion(id: id, text: cells.text(.text), answers: answers, usual: usual, derivation: birth)
  }

  /// `60: quá 60 ngày`: more than so many days after the owner's birth this is the answer.
  private static func derivation(
    _ text: String, of id: String, among answers: [String]
  ) throws(ProcedureBook.Reason) -> CaseQuestion.Derivation {
    let parts = text.split(separator: ":", maxSplits: 1).map(\.trimmingBlanks)
    guard parts.count == 2, let days = Int(parts[0]) else { throw .birthUnreadable(text) }
    return CaseQuestion.Derivation(
      daysSinceBirth: days, answer: try ConditionText.answer(parts[1], to: id, among: answers))
  }

  static func check(_ rule: CaseQuestion, _ rules: ProcedureRules) throws(ProcedureRules.Fault) {
    try rules.check(rule)
  }

  static func text(
    _ column: Column, of rule: CaseQuestion, _ rules: ProcedureRules, _ writing: FactWriting
  ) -> String {
    switch column {
    case .code, .from: ""
    case .id: writing.either(cell: rule.id, shown: "")
    case .text: rule.text
    case .answers: rule.answers.joined(separator: "\n")
    case .usual: rule.usual.map { text(ofAnswer: $0, to: rule, writing) } ?? ""
    case .birth: rule.derivation.map { text($0, of: rule, writing) } ?? ""
    }
  }

  static func keep(_ column: Column, of known: CaseQuestion, in rule: inout CaseQuestion) {
    switch column {
    case .code, .from, .id: break
    case .text: rule.text = known.text
    case .answers: rule.answers = known.answers
    case .usual: rule.usual = known.usual.flatMap { place(ofAnswer: $0, to: known, in: rule) }
    case .birth:
      rule.derivation = known.derivation.flatMap { derivation in
        place(ofAnswer: derivation.answer, to: known, in: rule).map {
          CaseQuestion.Derivation(daysSinceBirth: derivation.daysSinceBirth, answer: $0)
        }
      }
    }
  }

  /// The answers may stand in another order now.
  private static func place(ofAnswer number: Int, to known: CaseQuestion, in rule: CaseQuestion) -> Int? {
    if rule.answers == known.answers { return number }
    guard known.answers.indices.contains(number - 1) else { return nil }
    return rule.answers.firstIndex(of: known.answers[number - 1]).map { $0 + 1 }
  }

  private static func text(
    _ derivation: CaseQuestion.Derivation, of rule: CaseQuestion, _ writing: FactWriting
  ) -> String {
    let days = derivation.daysSinceBirth
    return writing.either(
      cell: "\(days): ",
      shown: writing.pick("sau khi sinh quá \(days) ngày: ", "over \(counted(days, "day")) after the birth: "))
      + text(ofAnswer: derivation.answer, to: rule, writing)
  }

  /// A cell has its number if its text cannot be read again.
  private static func text(ofAnswer number: Int, to rule: CaseQuestion, _ writing: FactWriting) -> String {
    guard rule.answers.indices.contains(number - 1) else { return "\(number)" }
    let text = rule.answers[number - 1]
    let isRead = (try? ConditionText.answer(text, to: rule.id, among: rule.answers)) == number
    return writing.either(cell: isRead ? text : "\(number)", shown: text)
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
  static let most = ProcedureRules.mostCases
  static let key: [Column] = [.id]
  static let title: [Column] = [.name]

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
    _ column: Column, of rule: ProcedureCase, _ rules: ProcedureRules, _ writing: FactWriting
  ) -> String {
    switch column {
    case .code, .from: ""
    case .id: writing.either(cell: rule.id, shown: "")
    case .name: rule.name
    case .condition: text(condition: rule.condition, rules, writing)
    }
  }

  static func keep(_ column: Column, of known: ProcedureCase, in rule: inout ProcedureCase) {
    switch column {
    case .code, .from, .id: break
    case .name: rule.name = known.name
    case .condition: rule.condition = known.condition
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
