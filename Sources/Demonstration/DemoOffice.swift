import DossierDomain

/// A plausible office with invented clerks and citizens, made from a seed, for trying the program, for tests and for
/// measurements. Its dates obey the deadline rules, because the rules compute its appointments.
public struct DemoOffice: Sendable {
  /// The entries of one dossier so far, in order.
  public struct Life: Sendable {
    public var id: DossierID
    public var steps: [Step]
  }

  public struct Step: Sendable {
    public var clerk: ClerkID
    public var at: Instant
    public var action: DossierAction
  }

  public let office: Office
  public let clerks: [Clerk]

  private let now: Instant
  private let calendar = WorkingCalendar.standard
  private let procedures: [ProcedureVersion]
  private var random: SeededRandom
  /// Names of scans, apart from all else, so that the office is the same with them and without.
  private var scans: SeededRandom?
  private var plan: DemoPlan
  private var numbers: [CivilDate: Int] = [:]
  private var appointments: [AppointmentKey: Instant] = [:]

  private struct AppointmentKey: Hashable {
    var limit: TimeLimit
    var date: CivilDate
    var isAfterThree: Bool
  }

  /// - Parameters:
  ///   - dossiers: the number of all dossiers. About a hundred are open; the others have been handed back.
  ///   - scans: each digitised paper names a scan, as if another desk had digitised it; the files do not exist.
  public init(seed: UInt64, dossiers: Int, now: Instant, scans: Bool = false) {
    random = SeededRandom(seed: seed)
    self.scans = scans ? SeededRandom(seed: ~seed) : nil
    self.now = now
    office = Office(
      id: OfficeID(high: 0x4C61_4C61_7900_7000 | seed & 0xFFF, low: 0x8000_0000_0001_9594), name: "xã La Lay",
      agencyCode: "000.19.45.H50", unitCode: "19594", requiresPIN: false)
    clerks = Self.staff(seed)
    procedures = Catalogue.starter.versions.filter { $0.isReceivable && $0.timeLimit != .unknown && !$0.isConfidential }
    plan = DemoPlan(dossiers: dossiers, today: now.civilDate, calendar: calendar)
  }

  /// Whether the id belongs to a demo office of any seed, so that no simulator ever works in a real office.
  public static func isDemo(_ id: OfficeID) -> Bool {
    id.high & ~0xFFF == 0x4C61_4C61_7900_7000 && id.low == 0x8000_0000_0001_9594
  }

  private static func staff(_ seed: UInt64) -> [Clerk] {
    let people: [(String, String, Set<Clerk.Role>)] = [
      ("Hồ Thị Lan", "Công chức tư pháp - hộ tịch", [.reception, .specialist]),
      ("Nguyễn Văn Bình", "Công chức địa chính - xây dựng", [.reception, .specialist]),
      ("Kray Thị Mơi", "Công chức văn hóa - xã hội", [.reception, .specialist]),
      ("Trần Hữu Nghĩa", "Phó Giám đốc Trung tâm", [.reception, .specialist, .headOfDesk, .administrator]),
      ("Lê Quốc Đạt", "Phó Chủ tịch UBND xã", [.signingLeader]),
    ]
    return people.enumerated().map { index, person in
      Clerk(
        id: ClerkID(high: 0x0190_0000_0000_7000 | seed & 0xFFF, low: 0x8000_0000_0000_0001 + UInt64(index)),
        name: person.0,
        title: person.1, roles: person.2)
    }
  }

  /// The next dossier, the oldest first; nil when all have been made.
  public mutating func next() -> Life? {
    guard let item = plan.next() else { return nil }
    return life(of: item)
  }

  private mutating func life(of item: DemoPlan.Item) -> Life {
    var version = random.pick(procedures)
    var receivedAt: Instant
    if let due = item.due {
      (version, receivedAt) = reception(dueOn: due)
    } else {
      receivedAt = item.day.instant(atMinute: workingMinute())
    }
    if receivedAt > now { receivedAt = now.adding(minutes: -5 - random.below(60)) }
    let id = DossierID.version7(at: receivedAt, random: (random.next(), random.next()))
    if item.stage == .online { return submitted(id, version, receivedAt) }
    return received(id, version, receivedAt, item.stage)
  }

  /// A procedure and a time of reception that give an appointment on this day.
  private mutating func reception(dueOn due: CivilDate) -> (ProcedureVersion, Instant) {
    for _ in 0..<40 {
      let version = random.pick(procedures)
      var day = due
      for _ in 0..<45 {
        let isWorked = (try? calendar.isWorkingDay(day)) ?? false
        let instant = day.instant(atMinute: 480 + random.below(180))
        if isWorked, instant < now, appointment(version.timeLimit, instant)?.civilDate == due {
          return (version, instant)
        }
        day = day.adding(days: -1)
      }
    }
    return (procedures[0], due.instant(atMinute: 480))
  }

  private mutating func workingMinute() -> Int {
    random.chance(60) ? 425 + random.below(260) : 815 + random.below(200)
  }

  private mutating func appointment(_ limit: TimeLimit, _ receivedAt: Instant) -> Instant? {
    let key = AppointmentKey(
      limit: limit, date: receivedAt.civilDate, isAfterThree: receivedAt.minuteOfDay > DeadlineRule.threeOClock)
    if let known = appointments[key] { return known }
    guard
      let computed = try? DeadlineRule.appointment(
        limit: limit, receivedAt: receivedAt, calendar: calendar, hours: office.workingHours)
    else { return nil }
    if appointments.count > 4000 { appointments = [:] }
    appointments[key] = computed.dueAt
    return computed.dueAt
  }

  private mutating func code(_ receivedAt: Instant) -> DossierCode {
    let date = receivedAt.civilDate
    numbers[date, default: 0] += 1
    return .office(agency: office.agencyCode, date: date, number: numbers[date] ?? 1)
  }

  private mutating func components(of version: ProcedureVersion, isComplete: Bool) -> [Component] {
    version.components.enumerated().map { index, name in
      let form: Component.Form =
        isComplete || random.chance(70) ? random.pick([.original, .photocopy, .certifiedCopy]) : .missing
      let isDigitised = form != .missing && random.chance(76)
      return Component(
        number: index + 1, name: name, form: form, digitisation: isDigitised ? .digitised : .none,
        blobHash: isDigitised ? scanName() : "")
    }
  }

  private mutating func scanName() -> String {
    guard var scans else { return "" }
    defer { self.scans = scans }
    return (0..<4).map { _ in String(scans.next() | 1 << 63, radix: 16) }.joined()
  }

  private mutating func submitted(_ id: DossierID, _ version: ProcedureVersion, _ at: Instant) -> Life {
    let owner = DemoPeople.person(&random)
    let submission = OnlineSubmission(
      portalCode: DossierCode("G22.99-\(at.civilDate.compact)-\(100_000 + random.below(900_000))", origin: .portal),
      procedure: ProcedureReference(code: version.code, name: version.name), owner: owner,
      components: components(of: version, isComplete: true).map { component in
        var electronic = component
        electronic.form = .electronic
        electronic.digitisation = .digitised
        return electronic
      }, submittedAt: at, receivingOffice: office.id, decidingOffice: office.id)
    return Life(id: id, steps: [Step(clerk: clerks[0].id, at: at, action: .submitOnline(submission))])
  }

  private mutating func received(
    _ id: DossierID, _ version: ProcedureVersion, _ at: Instant, _ stage: DemoPlan.Stage
  ) -> Life {
    let receptionist = clerks[random.below(3)].id
    let specialist = clerks[random.below(4)].id
    let owner = DemoPeople.person(&random)
    let due = appointment(version.timeLimit, at)
    let isIncomplete = stage == .supplement
    let reception = Reception(
      code: code(at), procedure: ProcedureReference(code: version.code, name: version.name), owner: owner,
      applicant: random.chance(15) ? DemoPeople.person(&random) : nil, channel: random.chance(10) ? .postal : .direct,
      components: components(of: version, isComplete: !isIncomplete), receivedAt: at,
      appointment: due.map { AppointmentFact(dueAt: $0) }, fee: version.fee.value, receivingOffice: office.id,
      decidingOffice: office.id)
    var steps = [Step(clerk: receptionist, at: at, action: .receive(reception))]
    func add(_ clerk: ClerkID, afterMinutes minutes: Int, _ action: DossierAction) {
      let last = steps.last?.at ?? at
      let planned = (try? calendar.adding(workingMinutes: minutes, to: last, hours: office.workingHours)) ?? last
      steps.append(Step(clerk: clerk, at: min(planned, now), action: action))
    }
    guard stage != .unassigned else { return Life(id: id, steps: steps) }
    add(receptionist, afterMinutes: 5, .handOver(step: .verification, to: specialist))
    switch stage {
    case .online, .unassigned, .inProgress: break
    case .decision: add(specialist, afterMinutes: 30, .handOver(step: .decision, to: clerks[4].id))
    case .supplement:
      let missing = reception.components.filter(\.isMissing).map(\.name)
      add(
        specialist, afterMinutes: 40, .requestSupplement(items: missing.isEmpty ? ["Bản chính để đối chiếu"] : missing))
    case .payment: add(specialist, afterMinutes: 40, .requestPayment(title: "Lệ phí", amount: version.fee.value))
    case .completed, .handedBack:
      let length = due.map { calendar.workingMinutes(from: at, to: $0, hours: office.workingHours) } ?? 240
      // A few dossiers are late, as in a real office.
      let share = random.chance(1) ? 115 : 30 + random.below(60)
      add(
        specialist, afterMinutes: max(10, length * share / 100),
        .complete(DossierResult(approved: true, title: version.name)))
      if stage == .handedBack {
        add(receptionist, afterMinutes: 30 + random.below(300), .handBack(recipient: owner.name, delivery: .atDesk))
      }
    }
    return Life(id: id, steps: steps)
  }
}
