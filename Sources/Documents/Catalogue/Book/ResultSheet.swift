import DossierDomain
import VietnameseText

/// What a procedure gives at its end.
enum ResultSheet: RuleSheet {
  enum Column: RuleColumn {
    case code, from, cases, condition, name, kind, series, validity, portalCode

    static let names = collectedNames()
    static let required: [Column] = [.name]

    var heading: (vi: String, en: String) {
      switch self {
      case .code: RuleHeading.code
      case .from: RuleHeading.from
      case .cases: RuleHeading.cases
      case .condition: RuleHeading.condition
      case .name: ("Kết quả", "Result")
      case .kind: ("Dạng", "Kind")
      case .series: ("Ký hiệu số", "Number series")
      case .validity: ("Giá trị sử dụng", "Validity")
      case .portalCode: ("Mã trên cổng", "Portal code")
      }
    }

    var otherNames: String {
      switch self {
      case .code: RuleHeading.otherCodes
      case .from: RuleHeading.otherDays
      case .cases: RuleHeading.otherCases
      case .condition: RuleHeading.otherConditions
      case .name: "ten ket qua, ket qua giai quyet, ket qua thuc hien, ten giay, ten, result name, name"
      case .kind: "dang ket qua, loai, loai ket qua, hinh thuc, form"
      case .series: "ky hieu, so va ky hieu, so ky hieu, day so, series"
      case .validity: "thoi han su dung, gia tri, thoi han gia tri, hieu luc cua giay, han su dung, valid for"
      case .portalCode: "ma ket qua, ma giay to ket qua, ma ket qua tren cong, ma giay to"
      }
    }
  }

  static let sheet = ProcedureBook.Sheet.results
  static var place: WritableKeyPath<ProcedureRules, [ResultRule]> { \.results }
  static let most = ProcedureRules.mostResults
  static let key: [Column] = [.name, .cases, .condition]

  static func rule(
    _ cells: RuleCells<Column>, _ rules: ProcedureRules
  ) throws(RuleCells<Column>.Fault) -> ResultRule {
    ResultRule(
      name: cells.text(.name), kind: try cells.read(.kind, kind),
      applies: try cells.applies(cases: .cases, condition: .condition, rules), series: cells.text(.series),
      validity: try cells.read(.validity, validity), portalCode: cells.text(.portalCode))
  }

  static func check(_ rule: ResultRule, _ rules: ProcedureRules) throws(ProcedureRules.Fault) { try rules.check(rule) }

  static func text(_ column: Column, of rule: ResultRule, _ rules: ProcedureRules, _ writing: FactWriting) -> String {
    switch column {
    case .code, .from: ""
    case .cases: text(cases: rule.applies, rules, writing)
    case .condition: text(condition: rule.applies.condition, rules, writing)
    case .name: rule.name
    case .kind: rule.kind.value.map { kinds.text($0, writing) } ?? writing.unknown
    case .series: rule.series
    case .validity:
      switch rule.validity.value {
      case .months(let count)?: writing.pick("\(count) tháng", count == 1 ? "1 month" : "\(count) months")
      case .unlimited?: writing.pick("không thời hạn", "unlimited")
      case nil: writing.unknown
      }
    case .portalCode: rule.portalCode
    }
  }

  static func keep(_ column: Column, of known: ResultRule, in rule: inout ResultRule) {
    switch column {
    case .code, .from: break
    case .cases: rule.applies.cases = known.applies.cases
    case .condition: rule.applies.condition = known.applies.condition
    case .name: rule.name = known.name
    case .kind: rule.kind = known.kind
    case .series: rule.series = known.series
    case .validity: rule.validity = known.validity
    case .portalCode: rule.portalCode = known.portalCode
    }
  }

  // MARK: Values

  private static let kinds = CellChoice<ResultRule.Kind>(words: [
    (.paper, "giấy", "paper", ["ban giay", "giay to", "van ban giay"]),
    (.electronic, "điện tử", "electronic", ["ban dien tu", "van ban dien tu"]),
    (.noPaper, "không có giấy", "no paper", ["khong giay", "khong co giay to", "ghi vao so", "none"]),
  ])

  private static func kind(_ text: String) throws(ProcedureBook.Reason) -> Known<ResultRule.Kind> {
    if ProcedureTable.isUnknown(text) { return .unknown }
    guard let kind = kinds.value(text) else { throw .resultKindUnknown(text) }
    return .known(kind)
  }

  private static func validity(_ text: String) throws(ProcedureBook.Reason) -> Known<ResultRule.Validity> {
    if ProcedureTable.isUnknown(text) { return .unknown }
    let folded = text.folded
    if ["khong thoi han", "vo thoi han", "khong co thoi han", "unlimited"].contains(folded) {
      return .known(.unlimited)
    }
    guard let match = folded.wholeMatch(of: /([0-9]{1,4})\s*(thang|months?|nam|years?)/),
      let count = Int(match.1)
    else { throw .validityUnreadable(text) }
    return .known(.months(match.2.hasPrefix("n") || match.2.hasPrefix("y") ? count * 12 : count))
  }
}
