import DossierDomain
import VietnameseText

enum FeeSheet: RuleSheet {
  enum Column: RuleColumn {
    case code, from, cases, condition, name, kind, amount

    static let names = collectedNames()
    static let required: [Column] = [.name, .amount]

    var heading: (vi: String, en: String) {
      switch self {
      case .code: RuleHeading.code
      case .from: RuleHeading.from
      case .cases: RuleHeading.cases
      case .condition: RuleHeading.condition
      case .name: ("Khoản thu", "Item")
      case .kind: ("Loại", "Kind")
      case .amount: ("Mức thu", "Amount")
      }
    }

    var otherNames: String {
      switch self {
      case .code: RuleHeading.otherCodes
      case .from: RuleHeading.otherDays
      case .cases: RuleHeading.otherCases
      case .condition: RuleHeading.otherConditions
      case .name: "ten khoan thu, ten, khoan, noi dung thu, name"
      case .kind: "loai khoan thu, loai thu, phi hay le phi, phi hoac le phi"
      case .amount: "so tien, muc thu dong, so tien dong, muc phi, muc thu vnd, so tien vnd, amount vnd"
      }
    }
  }

  static let sheet = ProcedureBook.Sheet.fees
  static var place: WritableKeyPath<ProcedureRules, [FeeItem]> { \.fees }
  static let most = ProcedureRules.mostFees
  static let key: [Column] = [.name, .cases, .condition]

  static func rule(
    _ cells: RuleCells<Column>, _ rules: ProcedureRules
  ) throws(RuleCells<Column>.Fault) -> FeeItem {
    FeeItem(
      name: cells.text(.name), kind: try cells.read(.kind, kind),
      applies: try cells.applies(cases: .cases, condition: .condition, rules),
      amount: try cells.read(.amount, AmountText.amount))
  }

  static func check(_ rule: FeeItem, _ rules: ProcedureRules) throws(ProcedureRules.Fault) { try rules.check(rule) }

  static func text(_ column: Column, of rule: FeeItem, _ rules: ProcedureRules, _ writing: FactWriting) -> String {
    switch column {
    case .code, .from: ""
    case .cases: text(cases: rule.applies, rules, writing)
    case .condition: text(condition: rule.applies.condition, rules, writing)
    case .name: rule.name
    case .kind: rule.kind.value.map { kinds.text($0, writing) } ?? writing.unknown
    case .amount: AmountText.text(rule.amount, writing)
    }
  }

  static func keep(_ column: Column, of known: FeeItem, in rule: inout FeeItem) {
    switch column {
    case .code, .from: break
    case .cases: rule.applies.cases = known.applies.cases
    case .condition: rule.applies.condition = known.applies.condition
    case .name: rule.name = known.name
    case .kind: rule.kind = known.kind
    case .amount: rule.amount = known.amount
    }
  }

  private static let kinds = CellChoice<FeeItem.Kind>(words: [
    (.fee, "phí", "fee", []), (.charge, "lệ phí", "charge", []),
  ])

  private static func kind(_ text: String) throws(ProcedureBook.Reason) -> Known<FeeItem.Kind> {
    if ProcedureTable.isUnknown(text) { return .unknown }
    guard let kind = kinds.value(text) else { throw .kindUnknown(text) }
    return .known(kind)
  }
}

/// An amount in words: `15.000`, `8.000 mỗi bản`, `10.000 mỗi trường hợp`,
/// `trang: 2.000; 2.000; 1.000; tối đa 200.000 mỗi bản`, `?`.
enum AmountText {
  static func amount(_ text: String) throws(ProcedureBook.Reason) -> FeeItem.Amount {
    if ProcedureTable.isUnknown(text) { return .unknown }
    let folded = text.folded
    if let pages = folded.wholeMatch(of: /(?:trang|pages?)\s*:\s*(.*)/) {
      guard let amount = self.pages(pages.1) else { throw .amountUnreadable(text) }
      return amount
    }
    if let each = folded.wholeMatch(of: /(.+?)\s*(?:\/|\s(?:moi|each|per)\s)\s*(ban|copy|truong hop|matter)/) {
      guard let rate = ProcedureTable.amount(String(each.1)) else { throw .amountUnreadable(text) }
      return .each(rate, ["ban", "copy"].contains(each.2) ? .copy : .matter)
    }
    guard let amount = ProcedureTable.amount(text) else { throw .amountUnreadable(text) }
    return .fixed(amount)
  }

  private static func pages(_ text: Substring) -> FeeItem.Amount? {
    var rates = text.split(separator: ";", omittingEmptySubsequences: false).map(\.trimmingBlanks)
    var cap: Int?
    if let last = rates.last?.wholeMatch(
      of: /(?:toi da|at most)\s+(.+?)(?:\s*(?:\/|\s(?:moi|each|per)\s)\s*(?:ban|copy))?/)
    {
      guard let most = ProcedureTable.amount(String(last.1)) else { return nil }
      cap = most
      rates.removeLast()
    }
    let amounts = rates.compactMap(ProcedureTable.amount)
    return amounts.count == rates.count && !amounts.isEmpty ? .pages(rates: amounts, cap: cap) : nil
  }

  static func text(_ amount: FeeItem.Amount, _ writing: FactWriting) -> String {
    switch amount {
    case .unknown: return writing.unknown
    case .fixed(let amount): return writing.money(amount)
    case .each(let rate, .copy): return writing.money(rate) + writing.pick(" mỗi bản", " each copy")
    case .each(let rate, .matter): return writing.money(rate) + writing.pick(" mỗi trường hợp", " each matter")
    case .pages(let rates, let cap):
      let most = cap.map {
        writing.pick("tối đa \(writing.money($0)) mỗi bản", "at most \(writing.money($0)) each copy")
      }
      return writing.pick("trang: ", "pages: ")
        + (rates.map(writing.money) + [most].compactMap { $0 }).joined(separator: "; ")
    }
  }
}
