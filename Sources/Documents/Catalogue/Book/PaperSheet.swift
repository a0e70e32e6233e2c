import DossierDomain
import VietnameseText

enum PaperSheet: RuleSheet {
  enum Column: RuleColumn {
    case code, from, cases, condition, name, need, form, count, formNumber, replacedBy, portalCode, note

    static let names = collectedNames()
    static let required: [Column] = [.name]

    var heading: (vi: String, en: String) {
      switch self {
      case .code: RuleHeading.code
      case .from: RuleHeading.from
      case .cases: RuleHeading.cases
      case .condition: RuleHeading.condition
      case .name: ("Giấy tờ", "Paper")
      case .need: ("Cần", "Need")
      case .form: ("Hình thức", "Form")
      case .count: ("Số bản", "Copies")
      case .formNumber: ("Số mẫu", "Form number")
      case .replacedBy: ("Thay bằng", "Replaced by")
      case .portalCode: ("Mã trên cổng", "Portal code")
      case .note: ("Ghi chú", "Note")
      }
    }

    var otherNames: String {
      switch self {
      case .code: RuleHeading.otherCodes
      case .from: RuleHeading.otherDays
      case .cases: RuleHeading.otherCases
      case .condition: RuleHeading.otherConditions
      case .name: "ten giay to, ten, thanh phan, ten thanh phan, thanh phan ho so, giay to phai nop, paper name, name"
      case .need: "muc can, yeu cau, bat buoc, bat buoc hay khong, required"
      case .form: "hinh thuc nop, dang nop, loai ban"
      case .count: "so luong, so ban nop, so luong ban, count"
      case .formNumber: "mau so, so mau don, ma mau, mau don, mau to khai"
      case .replacedBy: "duoc thay bang, thay the bang, giay to thay the, khai thac tu"
      case .portalCode: "ma thanh phan, ma thanh phan ho so, ma giay to"
      case .note: "luu y"
      }
    }
  }

  static let sheet = ProcedureBook.Sheet.papers
  static var place: WritableKeyPath<ProcedureRules, [PaperRule]> { \.papers }
  static let most = ProcedureRules.mostPapers
  static let key: [Column] = [.name, .cases, .condition]

  static func rule(
    _ cells: RuleCells<Column>, _ rules: ProcedureRules
  ) throws(RuleCells<Column>.Fault) -> PaperRule {
    PaperRule(
      name: cells.text(.name), need: try cells.read(.need, need),
      applies: try cells.applies(cases: .cases, condition: .condition, rules), form: try cells.read(.form, form),
      count: try cells.read(.count, count), formNumber: cells.text(.formNumber),
      replacedBy: cells.text(.replacedBy), portalCode: cells.text(.portalCode), note: cells.text(.note))
  }

  static func check(_ rule: PaperRule, _ rules: ProcedureRules) throws(ProcedureRules.Fault) {
    try rules.check(rule)
  }

  static func text(
    _ column: Column, of rule: PaperRule, _ rules: ProcedureRules, _ writing: FactWriting
  ) -> String {
    switch column {
    case .code, .from: ""
    case .cases: text(cases: rule.applies, rules, writing)
    case .condition: text(condition: rule.applies.condition, rules, writing)
    case .name: rule.name
    case .need:
      switch rule.need {
      case .byName: ""
      case .required: writing.pick("bắt buộc", "required")
      case .oneOf(let group):
        writing.pick("một trong: ", "one of: ") + writing.either(cell: group, shown: rules.papers(of: group))
      }
    case .form: rule.form.value.map { forms.text($0, writing) } ?? writing.unknown
    case .count: writing.copies(rule.count)
    case .formNumber: rule.formNumber
    case .replacedBy: rule.replacedBy
    case .portalCode: rule.portalCode
    case .note: rule.note
    }
  }

  static func keep(_ column: Column, of known: PaperRule, in rule: inout PaperRule) {
    switch column {
    case .code, .from: break
    case .cases: rule.applies.cases = known.applies.cases
    case .condition: rule.applies.condition = known.applies.condition
    case .name: rule.name = known.name
    case .need: rule.need = known.need
    case .form: rule.form = known.form
    case .count: rule.count = known.count
    case .formNumber: rule.formNumber = known.formNumber
    case .replacedBy: rule.replacedBy = known.replacedBy
    case .portalCode: rule.portalCode = known.portalCode
    case .note: rule.note = known.note
    }
  }

  // MARK: Values

  private static let forms = CellChoice<PaperRule.Form>(words: [
    (.original, "bản chính", "original", ["chinh", "ban goc"]),
    (.certifiedCopy, "bản sao chứng thực", "certified copy", ["ban sao co chung thuc", "sao chung thuc"]),
    (.copy, "bản sao", "copy", ["sao", "ban chup", "photo"]),
    (.shown, "xuất trình", "shown", ["show"]),
    (.electronic, "điện tử", "electronic", ["ban dien tu"]),
    (.lookup, "khai thác", "looked up", ["tra cuu", "khai thac du lieu", "look up"]),
  ])

  private static func form(_ text: String) throws(ProcedureBook.Reason) -> Known<PaperRule.Form> {
    if ProcedureTable.isUnknown(text) { return .unknown }
    guard let form = forms.value(text) else { throw .formUnknown(text) }
    return .known(form)
  }

  private static func need(_ text: String) throws(ProcedureBook.Reason) -> PaperRule.Need {
    let folded = text.folded
    if folded.isEmpty { return .byName }
    if ["bat buoc", "required", "co", "x"].contains(folded) { return .required }
    guard let match = folded.wholeMatch(of: /(?:mot trong|one of)\s*:?\s*(.*)/), !match.1.isEmpty else {
      throw .needUnknown(text)
    }
    return .oneOf(shortName(String(match.1)))
  }

  private static func count(_ text: String) throws(ProcedureBook.Reason) -> Known<Int> {
    if ProcedureTable.isUnknown(text) { return .unknown }
    guard let count = Int(text) else { throw .countUnreadable(text) }
    return .known(count)
  }
}

extension ProcedureRules {
  /// The papers of a group of which one is enough.
  fileprivate func papers(of group: String) -> String {
    papers.filter { $0.need == .oneOf(group) }.map(\.name).joined(separator: " / ")
  }
}
