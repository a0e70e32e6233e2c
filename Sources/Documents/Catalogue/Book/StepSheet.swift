import DossierDomain
import VietnameseText

/// The steps of the internal procedure, in their order.
enum StepSheet: RuleSheet {
  enum Column: RuleColumn {
    case code, from, id, name, step, cases, condition, role, hours, signer, partner

    static let names = collectedNames()
    static let required: [Column] = [.id, .name, .step]

    var heading: (vi: String, en: String) {
      switch self {
      case .code: RuleHeading.code
      case .from: RuleHeading.from
      case .id: RuleHeading.id
      case .name: ("Bước", "Step")
      case .step: ("Loại việc", "Kind of work")
      case .cases: RuleHeading.cases
      case .condition: RuleHeading.condition
      case .role: ("Vai trò", "Role")
      case .hours: ("Giờ làm việc", "Working hours")
      case .signer: ("Người ký", "Signed by")
      case .partner: ("Phối hợp", "Together with")
      }
    }

    var otherNames: String {
      switch self {
      case .code: RuleHeading.otherCodes
      case .from: RuleHeading.otherDays
      case .id: RuleHeading.otherIDs
      case .name: "ten buoc, buoc xu ly, noi dung, noi dung cong viec, cong viec, ten, step name, name"
      case .step: "viec, loai cong viec, loai buoc, giai doan, work, kind"
      case .cases: RuleHeading.otherCases
      case .condition: RuleHeading.otherConditions
      case .role: "nguoi lam, nguoi thuc hien, chuc danh, trach nhiem, who"
      case .hours: "so gio, gio, thoi gian, thoi gian thuc hien, thoi han, thoi han gio, hours"
      case .signer: "nguoi ky duyet, ky, tham quyen ky, signer"
      case .partner: "don vi phoi hop, co quan phoi hop, nguoi phoi hop, partner"
      }
    }
  }

  static let sheet = ProcedureBook.Sheet.steps
  static var place: WritableKeyPath<ProcedureRules, [StepRule]> { \.steps }
  static let most = ProcedureRules.mostSteps
  static let key: [Column] = [.id]
  static let title: [Column] = [.name]

  static func rule(_ cells: RuleCells<Column>, _ rules: ProcedureRules) throws(RuleCells<Column>.Fault) -> StepRule {
    let office = cells.hours
    return StepRule(
      id: shortName(cells.text(.id)), name: cells.text(.name), step: try cells.read(.step, step),
      applies: try cells.applies(cases: .cases, condition: .condition, rules), role: try cells.read(.role, role),
      hours: try cells.read(.hours) { (text: String) throws(ProcedureBook.Reason) in try hours(text, office) },
      signer: cells.text(.signer), partner: cells.text(.partner))
  }

  static func check(_ rule: StepRule, _ rules: ProcedureRules) throws(ProcedureRules.Fault) { try rules.check(rule) }

  static func text(_ column: Column, of rule: StepRule, _ rules: ProcedureRules, _ writing: FactWriting) -> String {
    switch column {
    case .code, .from: ""
    case .id: writing.either(cell: rule.id, shown: "")
    case .name: rule.name
    case .step: works.text(rule.step, writing)
    case .cases: text(cases: rule.applies, rules, writing)
    case .condition: text(condition: rule.applies.condition, rules, writing)
    case .role: rule.role.map { roles.text($0, writing) } ?? ""
    case .hours: writing.period(rule.hours, TimeLimit.hours)
    case .signer: rule.signer
    case .partner: rule.partner
    }
  }

  static func keep(_ column: Column, of known: StepRule, in rule: inout StepRule) {
    switch column {
    case .code, .from, .id: break
    case .name: rule.name = known.name
    case .step: rule.step = known.step
    case .cases: rule.applies.cases = known.applies.cases
    case .condition: rule.applies.condition = known.applies.condition
    case .role: rule.role = known.role
    case .hours: rule.hours = known.hours
    case .signer: rule.signer = known.signer
    case .partner: rule.partner = known.partner
    }
  }

  // MARK: Values

  private static let works = CellChoice<ProcessingStep>(
    words: ProcessingStep.allCases.map { step in
      let others =
        switch step {
        case .reception: ["tiep nhan ho so", "receive"]
        case .verification: ["tham dinh", "xac minh", "xu ly", "giai quyet", "kiem tra", "verify"]
        case .decision: ["ky", "duyet", "phe duyet", "quyet dinh", "trinh ky", "sign"]
        case .handBack: ["tra ket qua cho dan", "tra ho so", "hand back"]
        }
      return (step, step.wording(.vi).lowercased(), step.wording(.en).lowercased(), others)
    })

  private static let roles = CellChoice<Clerk.Role>(
    words: Clerk.Role.allCases.map { role in
      let others =
        switch role {
        case .reception: ["can bo tiep nhan", "cong chuc tiep nhan", "nguoi tiep nhan"]
        case .specialist: ["can bo chuyen mon", "cong chuc chuyen mon", "chuyen vien"]
        case .signingLeader: ["lanh dao", "nguoi ky"]
        case .headOfDesk: ["phu trach", "truong bo phan", "nguoi phu trach"]
        case .administrator: ["quan tri vien", "admin"]
        }
      return (role, role.wording(.vi), role.wording(.en), others)
    })

  private static func step(_ text: String) throws(ProcedureBook.Reason) -> ProcessingStep {
    guard let step = works.value(text) else { throw .workUnknown(text) }
    return step
  }

  private static func role(_ text: String) throws(ProcedureBook.Reason) -> Clerk.Role? {
    if text.isEmpty { return nil }
    guard let role = roles.value(text) else { throw .roleUnknown(text) }
    return role
  }

  /// Days are read where a working day has a whole number of hours and the office is known.
  private static func hours(_ text: String, _ office: WorkingHours?) throws(ProcedureBook.Reason) -> Known<Int> {
    if ProcedureTable.isUnknown(text) { return .unknown }
    let unit = /(?:\s*(gio|h|hours?|ngay|days?)(?:\s+lam\s+viec)?|\s+(working)\s+(hours?|days?))?/
    guard let match = text.folded.wholeMatch(of: /([0-9]{1,5})(.*)/), let count = Int(match.1),
      let said = match.2.wholeMatch(of: unit)
    else { throw .hoursUnreadable(text) }
    guard let word = said.1 ?? said.3, word.hasPrefix("ngay") || word.hasPrefix("day") else { return .known(count) }
    guard let office, office.minutesPerDay > 0, office.minutesPerDay.isMultiple(of: 60) else {
      throw .daysAreNoHours(text)
    }
    return .known(count * (office.minutesPerDay / 60))
  }
}
