import DossierDomain
import VietnameseText

/// The offices that may receive dossiers, or decide them.
enum OfficeSheet: RuleSheet {
  enum Column: RuleColumn {
    case code, from, task, who, cases, condition

    static let names = collectedNames()
    static let required: [Column] = [.task, .who]

    var heading: (vi: String, en: String) {
      switch self {
      case .code: RuleHeading.code
      case .from: RuleHeading.from
      case .task: ("Việc", "Task")
      case .who: ("Cơ quan", "Office")
      case .cases: RuleHeading.cases
      case .condition: RuleHeading.condition
      }
    }

    var otherNames: String {
      switch self {
      case .code: RuleHeading.otherCodes
      case .from: RuleHeading.otherDays
      case .task: "nhiem vu, tham quyen, lam gi"
      case .who: "don vi, noi nhan, noi giai quyet, ten co quan, co quan thuc hien, who"
      case .cases: RuleHeading.otherCases
      case .condition: RuleHeading.otherConditions
      }
    }
  }

  static let sheet = ProcedureBook.Sheet.offices
  static var place: WritableKeyPath<ProcedureRules, [OfficeRule]> { \.offices }
  static let most = ProcedureRules.mostOffices
  static let key: [Column] = [.task, .who, .cases, .condition]

  static func rule(
    _ cells: RuleCells<Column>, _ rules: ProcedureRules
  ) throws(RuleCells<Column>.Fault) -> OfficeRule {
    OfficeRule(
      task: try cells.read(.task, task), who: try cells.read(.who, OfficeText.who),
      applies: try cells.applies(cases: .cases, condition: .condition, rules))
  }

  static func check(_ rule: OfficeRule, _ rules: ProcedureRules) throws(ProcedureRules.Fault) { try rules.check(rule) }

  static func text(_ column: Column, of rule: OfficeRule, _ rules: ProcedureRules, _ writing: FactWriting) -> String {
    switch column {
    case .code, .from: ""
    case .task: tasks.text(rule.task, writing)
    case .who:
      writing.either(cell: OfficeText.text(rule.who, writing), shown: rule.who.wording(writing.language))
    case .cases: text(cases: rule.applies, rules, writing)
    case .condition: text(condition: rule.applies.condition, rules, writing)
    }
  }

  static func keep(_ column: Column, of known: OfficeRule, in rule: inout OfficeRule) {
    switch column {
    case .code, .from: break
    case .task: rule.task = known.task
    case .who: rule.who = known.who
    case .cases: rule.applies.cases = known.applies.cases
    case .condition: rule.applies.condition = known.applies.condition
    }
  }

  private static let tasks = CellChoice<OfficeRule.Task>(words: [
    (.receives, "tiếp nhận", "receives", ["nhan", "nhan ho so", "tiep nhan ho so", "noi nhan", "receive"]),
    (.decides, "giải quyết", "decides", ["quyet dinh", "tham quyen giai quyet", "noi giai quyet", "ky", "decide"]),
  ])

  private static func task(_ text: String) throws(ProcedureBook.Reason) -> OfficeRule.Task {
    guard let task = tasks.value(text) else { throw .taskUnknown(text) }
    return task
  }
}

/// An office in words: a kind of commune, the code of a unit (`19433`, `đơn vị: 19433`), or the name of an office that is
/// no commune. `tên: …` says that the rest is a name, whatever it looks like.
enum OfficeText {
  private static let communes = CellChoice<OfficeRule.Who>(words: [
    (
      .communeOfResidence, "xã nơi cư trú", "commune of residence",
      ["noi cu tru", "ubnd cap xa noi cu tru", "ubnd xa noi cu tru"]
    ),
    (
      .anyCommuneOfProvince, "xã bất kỳ trong tỉnh", "any commune of the province",
      ["moi xa trong tinh", "bat ky xa nao trong tinh", "ubnd cap xa bat ky trong tinh"]
    ),
    (
      .anyCommune, "xã bất kỳ", "any commune",
      ["xa bat ky trong ca nuoc", "moi xa", "bat ky xa nao", "ubnd cap xa bat ky"]
    ),
  ])

  static func who(_ text: String) throws(ProcedureBook.Reason) -> OfficeRule.Who {
    guard !text.isEmpty else { throw .officeMissing }
    if let commune = communes.value(text) { return commune }
    if let unit = text.folded.wholeMatch(of: /(?:(?:don vi|ma don vi|unit)\s*:\s*)?([0-9]+)/) {
      return .unit(String(unit.1))
    }
    // Folding changes no number of characters before the colon, but the name is kept as it is written.
    if let colon = text.firstIndex(of: ":"), ["ten", "name"].contains(text[..<colon].trimmingBlanks.folded) {
      return .named(text[text.index(after: colon)...].trimmingBlanks)
    }
    // A commune that is misspelt is no office of another name.
    let words = text.folded.words
    let isCommune = [["xa"], ["ubnd", "xa"], ["ubnd", "cap", "xa"], ["any", "commune"], ["commune"]].contains {
      words.starts(with: $0)
    }
    guard !isCommune else { throw .officeUnclear(text) }
    return .named(text)
  }

  static func text(_ who: OfficeRule.Who, _ writing: FactWriting) -> String {
    switch who {
    case .communeOfResidence, .anyCommuneOfProvince, .anyCommune: return communes.text(who, writing)
    case .unit(let code): return writing.pick("đơn vị: ", "unit: ") + code
    case .named(let name):
      return (try? self.who(name)) == who ? name : writing.pick("tên: ", "name: ") + name
    }
  }
}
