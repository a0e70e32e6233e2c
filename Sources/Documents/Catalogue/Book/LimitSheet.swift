import DossierDomain
import VietnameseText

enum LimitSheet: RuleSheet {
  enum Column: RuleColumn {
    case code, from, cases, condition, stages, verification, supplements, waitingDays, extensions, extensionDays

    static let names = collectedNames()
    static let required: [Column] = [.stages]

    var heading: (vi: String, en: String) {
      switch self {
      case .code: RuleHeading.code
      case .from: RuleHeading.from
      case .cases: RuleHeading.cases
      case .condition: RuleHeading.condition
      case .stages: ("Thời hạn", "Time limit")
      case .verification: ("Thêm khi xác minh", "More for verification")
      case .supplements: ProcedureTable.Column.supplements.heading
      case .waitingDays: ProcedureTable.Column.waitingDays.heading
      case .extensions: ProcedureTable.Column.extensions.heading
      case .extensionDays: ProcedureTable.Column.extensionDays.heading
      }
    }

    var otherNames: String {
      switch self {
      case .code: RuleHeading.otherCodes
      case .from: RuleHeading.otherDays
      case .cases: RuleHeading.otherCases
      case .condition: RuleHeading.otherConditions
      case .stages: "thoi gian, thoi gian giai quyet, thoi han giai quyet, cac buoc, cac giai doan, limit, stages"
      case .verification: "xac minh, them neu xac minh, thoi han xac minh, verification"
      case .supplements, .waitingDays, .extensions, .extensionDays: ""
      }
    }
  }

  static let sheet = ProcedureBook.Sheet.limits
  static var place: WritableKeyPath<ProcedureRules, [LimitRule]> { \.limits }
  static let most = ProcedureRules.mostLimits
  static let key: [Column] = [.cases, .condition]

  static func rule(
    _ cells: RuleCells<Column>, _ rules: ProcedureRules
  ) throws(RuleCells<Column>.Fault) -> LimitRule {
    let lines = cells.lines(.stages)
    var bounds = ProcedureBounds()
    bounds.supplements = try cells.read(.supplements, bound)
    bounds.waitingDays = try cells.read(.waitingDays, bound)
    bounds.extensions = try cells.read(.extensions, bound)
    bounds.extensionDays = try cells.read(.extensionDays, bound)
    return LimitRule(
      applies: try cells.applies(cases: .cases, condition: .condition, rules),
      stages: try cells.read(.stages) { (text: String) throws(ProcedureBook.Reason) in
        try StagesText.stages(lines ?? StagesText.parts(text))
      },
      verification: cells.text(.verification).isEmpty ? nil : try cells.read(.verification, StagesText.limit),
      bounds: bounds)
  }

  private static func bound(_ text: String) throws(ProcedureBook.Reason) -> Known<Int> {
    do throws(ProcedureTable.Reason) { return try ProcedureTable.bound(text) } catch { throw .procedure(error) }
  }

  /// That more time is given but nobody knows how much, is another fact than that none is given.
  static func isFact(_ text: String, in column: Column) -> Bool {
    !text.isEmpty && (text != "?" || column == .verification)
  }

  static func check(_ rule: LimitRule, _ rules: ProcedureRules) throws(ProcedureRules.Fault) { try rules.check(rule) }

  static func text(_ column: Column, of rule: LimitRule, _ rules: ProcedureRules, _ writing: FactWriting) -> String {
    switch column {
    case .code, .from: ""
    case .cases: text(cases: rule.applies, rules, writing)
    case .condition: text(condition: rule.applies.condition, rules, writing)
    case .stages: StagesText.text(rule.stages, writing)
    case .verification: rule.verification.map { StagesText.text($0, writing) } ?? ""
    case .supplements: writing.times(rule.bounds.supplements)
    case .waitingDays: writing.period(rule.bounds.waitingDays, TimeLimit.calendarDays)
    case .extensions: writing.times(rule.bounds.extensions)
    case .extensionDays: writing.period(rule.bounds.extensionDays, TimeLimit.workingDays)
    }
  }

  static func keep(_ column: Column, of known: LimitRule, in rule: inout LimitRule) {
    switch column {
    case .code, .from: break
    case .cases: rule.applies.cases = known.applies.cases
    case .condition: rule.applies.condition = known.applies.condition
    case .stages: rule.stages = known.stages
    case .verification: rule.verification = known.verification
    case .supplements: rule.bounds.supplements = known.bounds.supplements
    case .waitingDays: rule.bounds.waitingDays = known.bounds.waitingDays
    case .extensions: rule.bounds.extensions = known.bounds.extensions
    case .extensionDays: rule.bounds.extensionDays = known.bounds.extensionDays
    }
  }
}

/// The stages of a limit: `5 ngày làm việc`, or `Niêm yết: 7 ngày; Đăng ký: trong ngày`. A cell may have them on lines
/// instead.
enum StagesText {
  static func parts(_ text: String) -> [String] {
    text.split(separator: ";").map(\.trimmingBlanks).filter { !$0.isEmpty }
  }

  static func stages(_ parts: [String]) throws(ProcedureBook.Reason) -> [LimitRule.Stage] {
    guard !parts.isEmpty else { throw .rule(.limitMissing) }
    var stages: [LimitRule.Stage] = []
    for part in parts {
      // No limit contains a colon, a name may.
      let colon = part.lastIndex(of: ":")
      let name = colon.map { part[..<$0].trimmingBlanks } ?? ""
      let words = colon.map { part[part.index(after: $0)...].trimmingBlanks } ?? part
      stages.append(LimitRule.Stage(name: name, limit: try limit(words)))
    }
    return stages
  }

  static func limit(_ text: String) throws(ProcedureBook.Reason) -> TimeLimit {
    // A stage without its limit was forgotten.
    guard !text.isEmpty else { throw .procedure(.limitUnreadable(text)) }
    do throws(ProcedureTable.Reason) { return try ProcedureTable.limit(text) } catch { throw .procedure(error) }
  }

  static func text(_ stages: [LimitRule.Stage], _ writing: FactWriting) -> String {
    let parts = stages.map { ($0.name.isEmpty ? "" : $0.name + ": ") + text($0.limit, writing) }
    let line = parts.joined(separator: "; ")
    if (try? self.stages(self.parts(line))) == stages { return line }
    // A cell with a line end is divided by nothing else, so that a name may contain a semicolon.
    return parts.map { $0 + "\n" }.joined()
  }

  static func text(_ limit: TimeLimit, _ writing: FactWriting) -> String {
    limit == .unknown ? writing.unknown : limit.wording(writing.language)
  }
}
