import DossierDomain
import OfficeWork
import Terminal
import VietnameseText

extension Context {
  public static let receive = Context("receive")
}

/// A reception being filled in: procedure, owner, applicant, papers. Everything typed stays over F3, F12, resize and restart.
struct ReceiveState: PlacedScreen {
  static let context = Context.receive
  static var commands: [Command] { ReceiveCommands.list }
  static let isForm = true

  enum Field: Hashable, Sendable {
    case procedure, days, ownerName, number, birth, sex, phone, address, applicant
    case component(Int)
    case delivery, copies, office, summary
  }

  var procedure: ProcedureVersion?
  var texts: [Field: TextField] = [:]
  var sex: Sex?
  var components: [Component] = []
  var delivery = ResultDelivery.atDesk
  var focus = Field.procedure
  /// Procedures that answer what is typed.
  var hits: [ProcedureHit] = []
  var hitWindow = ListWindow()
  /// Who decides; nil where this office does. Citizens may hand in at any desk (NĐ 118/2025).
  var decidingUnit: AdministrativeUnit?
  /// Units that answer what is typed.
  var unitHits: [AdministrativeUnit] = []
  /// On its way to the journal; a second press issues nothing.
  var pending: RequestNumber?
  /// What was issued: the form is done.
  var issued: QueueRow?

  init(procedure: ProcedureVersion? = nil) {
    texts[.procedure] = TextField(maximumLength: 100)
    texts[.days] = TextField(kind: .digits, maximumLength: 3)
    texts[.ownerName] = TextField(maximumLength: 120)
    texts[.number] = TextField(maximumLength: 24)
    texts[.birth] = TextField(kind: .digits, maximumLength: 10)
    texts[.phone] = TextField(kind: .digits, maximumLength: 20)
    texts[.address] = TextField(maximumLength: 200)
    texts[.applicant] = TextField(maximumLength: 120)
    texts[.office] = TextField(maximumLength: 100)
    texts[.copies] = TextField("1", kind: .digits, maximumLength: 3)
    texts[.summary] = TextField(maximumLength: 1000)
    if let procedure { choose(procedure) }
  }

  var isTyping: Bool { issued == nil }
  var usedUpBy: RequestNumber? { pending }

  func text(_ field: Field) -> String {
    var text = texts[field]?.text ?? ""
    while text.last == " " { text.removeLast() }
    return text
  }

  /// In the order of Tab.
  var fields: [Field] {
    [.procedure] + (procedure?.timeLimit == .unknown ? [.days] : [])
      + [.ownerName, .number, .birth, .sex, .phone, .address, .applicant] + components.indices.map { .component($0) }
      + [.delivery, .copies, .office, .summary]
  }

  mutating func choose(_ version: ProcedureVersion) {
    procedure = version
    texts[.procedure]?.replace(with: version.name)
    hits = []
    components = version.components.enumerated().map { Component(number: $0.offset + 1, name: $0.element) }
    focus = version.timeLimit == .unknown ? .days : .ownerName
  }

  mutating func choose(_ unit: AdministrativeUnit) {
    decidingUnit = unit
    texts[.office]?.replace(with: unit.fullName)
    unitHits = []
    focus = .summary
  }

  // MARK: What it will become

  var days: Int? { Int(text(.days)) }

  var form: ReceptionForm {
    let applicant = text(.applicant)
    return ReceptionForm(
      procedureCode: procedure?.code ?? "",
      owner: Person(
        name: text(.ownerName), identityNumber: text(.number).filter { !" .-".contains($0) },
        identityKind: IdentityKind(number: text(.number)), birth: text(.birth), sex: sex,
        phone: text(.phone).filter(\.isNumber), address: text(.address)),
      applicant: applicant.isEmpty ? nil : Person(name: applicant),
      components: components, summary: text(.summary), copies: Int(text(.copies)) ?? 1, delivery: delivery, days: days,
      decidingOffice: decidingUnit.flatMap { OfficeID.ofUnit($0.code) })
  }

  /// The appointment that would be given now; nil while it cannot be known.
  func appointment(_ session: Session, now: Instant) -> Appointment? {
    guard let procedure else { return nil }
    let limit =
      procedure.timeLimit == .unknown ? days.map { TimeLimit.workingDays($0) } ?? .unknown : procedure.timeLimit
    return try? DeadlineRule.appointment(
      limit: limit, receivedAt: now, calendar: session.office.calendar, hours: session.office.office.workingHours)
  }

  /// What stands in the way of issuing, by field, in the order of the form.
  func problems(_ language: Language) -> [(field: Field, sentence: String)] {
    var found: [(Field, String)] = []
    if let procedure {
      if let denial = procedure.denial { found.append((.procedure, denial.wording(language))) }
      if procedure.timeLimit == .unknown, !(days.map { (1...365).contains($0) } ?? false) {
        found.append((.days, Denial.timeLimitUnknown(code: procedure.code).wording(language)))
      }
    } else {
      found.append((.procedure, language.pick("Hãy chọn thủ tục.", "Choose the procedure.")))
    }
    if !text(.ownerName).contains(where: \.isLetter) {
      found.append((.ownerName, Denial.ownerNameMissing.wording(language)))
    }
    if IdentityKind.isMistyped(text(.number)) {
      found.append((.number, Denial.identityNumberInvalid.wording(language)))
    }
    if decidingUnit == nil, !text(.office).isEmpty {
      found.append(
        (
          .office,
          language.pick(
            "Hãy chọn nơi giải quyết trong danh sách, hoặc xóa trắng ô này.",
            "Choose the deciding office from the list, or clear the field.")
        ))
    }
    return found
  }

  var mismatches: [CitizenNumber.Mismatch] {
    (try? CitizenNumber(text(.number)))?.mismatches(sex: sex, birth: text(.birth)) ?? []
  }

  /// What does not fit together, though it may be right; where the number was issued when all fits.
  func warnings(_ language: Language) -> String? {
    guard let number = try? CitizenNumber(text(.number)) else { return nil }
    let found = mismatches
    guard !found.isEmpty else { return number.provinceName.map { language.pick("nơi cấp: \($0)", "issued: \($0)") } }
    return language.pick("xem lại: ", "check: ") + found.map { $0.wording(language) }.joined(separator: ", ")
  }

  // MARK: Kept places

  private static let kept: [(String, Field)] = [
    ("search", .procedure), ("days", .days), ("owner", .ownerName), ("number", .number), ("birth", .birth),
    ("phone", .phone), ("address", .address), ("applicant", .applicant), ("copies", .copies), ("office", .office),
    ("summary", .summary),
  ]

  var place: Place? {
    guard issued == nil else { return nil }
    var fields = Self.kept.map { Place.Field($0.0, texts[$0.1]?.text ?? "") }
    if let procedure { fields.append(Place.Field("procedure", procedure.code)) }
    if let decidingUnit { fields.append(Place.Field("unit", decidingUnit.code)) }
    if let sex { fields.append(Place.Field("sex", String(sex.rawValue))) }
    fields.append(Place.Field("delivery", String(delivery.rawValue)))
    fields += components.map { Place.Field("form", String($0.form.rawValue)) }
    return Place(name: Self.context.name, fields: fields)
  }

  init(place: Place, _ office: OfficeSnapshot, now: Instant) {
    self.init(place: place, office.catalogue, now: now)
  }

  init(place: Place, _ catalogue: Catalogue, now: Instant) {
    self.init(procedure: place["procedure"].flatMap { catalogue.version(of: $0, on: now.civilDate) })
    for (key, field) in Self.kept { if let value = place[key] { texts[field]?.replace(with: value) } }
    decidingUnit = place["unit"].flatMap { AdministrativeUnits.quangTri.unit(code: $0, era: .twoLevels) }
    sex = place["sex"].flatMap { UInt8($0) }.flatMap(Sex.init(rawValue:))
    delivery = place["delivery"].flatMap { UInt8($0) }.flatMap(ResultDelivery.init(rawValue:)) ?? .atDesk
    for (index, form) in place.all("form").enumerated() where components.indices.contains(index) {
      components[index].form = UInt8(form).flatMap(Component.Form.init(rawValue:)) ?? .missing
    }
  }

  /// At most a procedure was chosen.
  var isBare: Bool {
    Self.kept.allSatisfy { [.copies, .procedure].contains($0.1) || text($0.1).isEmpty }
      && components.allSatisfy { $0.form == .missing } && sex == nil
  }

  /// Nothing was typed yet.
  var isEmpty: Bool { procedure == nil && Self.kept.allSatisfy { text($0.1).isEmpty || $0.1 == .copies } }
}
