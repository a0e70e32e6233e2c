import DossierDomain

/// An environment for decisions in tests: one dossier, its journal, a clerk and a time.
struct DecisionBench {
  static let office = Office(
    id: OfficeID(high: 1, low: 1), name: "xã La Lay", agencyCode: "000.19.45.H50", unitCode: "19594")
  static let epoch = DeviceEpoch(high: 2, low: 2)

  var clerk = Clerk(id: ClerkID(high: 3, low: 1), name: "Hồ Thị Lan", roles: [.reception, .specialist, .headOfDesk])
  var now: Instant
  var office = DecisionBench.office
  var lastEntryAt: Instant?
  var absences: [Absence] = []
  var opening: OpeningHours?
  var recordsEnteredDays = true
  var recordsCases = true
  var recordsSteps = true
  var recordsPeople = true
  var recordsVisits = true
  var recordsFeeCounts = true
  var recordsSupplementDays = true
  var recordsCertified = true
  var openVolume: Result<OpenVolume, Denial> = .failure(.book(.nothingCertified))
  /// Blank receipts of the desk, and the times in which it recorded nothing.
  var blanks: [BlankReceipt] = []
  var silences: [ClosedRange<Instant>] = []
  /// The dossier in whose place one is received.
  var replaced: Dossier?
  /// Codes that other dossiers bear.
  var borneCodes: Set<String> = []
  /// Other dossiers of the desk.
  var others: [Dossier] = []
  var colleagues: [Clerk] = []
  /// Versions that are in force instead of the catalogue's, each with its hash.
  var procedures: [String: (version: ProcedureVersion, hash: String)] = [:]
  /// Versions that are not in force any more, by their hashes.
  var earlier: [String: ProcedureVersion] = [:]
  var catalogue = Catalogue.starter
  /// The versions are those of the day about which is decided, not of the ordinary day.
  var isCatalogueDated = false
  let id = DossierID(high: 4, low: 4)
  static let reference = EntryReference(epoch: epoch, sequence: 1)
  private(set) var history: [RecordedAction] = []

  init(_ now: String = "2026-11-18T08:15") {
    self.now = moment(now)
  }

  var dossier: Dossier? { Dossier.fold(id: id, entries: history) }

  @discardableResult
  mutating func decide(_ command: DossierCommand, group: GroupID? = nil) throws(Denial) -> DossierAction {
    let action = try decided(command, on: dossier, by: clerk)
    history.append(
      RecordedAction(
        reference: EntryReference(epoch: Self.epoch, sequence: Int64(history.count + 1)), clerk: clerk.id, at: now,
        group: group, action: action))
    return action
  }

  /// The decision about a dossier whose state may differ from its entries.
  func decided(_ command: DossierCommand, on dossier: Dossier?, by clerk: Clerk) throws(Denial) -> DossierAction {
    var context = DecisionContext(
      now: now, clerk: clerk, office: office, absences: absences, calendar: .ordinary, opening: opening,
      calendarHash: "calendar",
      settingsHash: "settings",
      nextCode: .office(agency: Self.office.agencyCode, date: now.civilDate, number: history.count + 1),
      lastEntryAt: lastEntryAt,
      procedure: { [catalogue, isCatalogueDated] code, day in
        procedures[code]
          ?? catalogue.version(of: code, on: isCatalogueDated ? day : Catalogue.day).map { ($0, "hash") }
      })
    context.otherVersion = { earlier[$0.versionHash] }
    context.recordsSteps = recordsSteps
    context.recordsPeople = recordsPeople
    context.colleague = { id in colleagues.first { $0.id == id } }
    context.recordsEnteredDays = recordsEnteredDays
    context.recordsCases = recordsCases
    context.recordsVisits = recordsVisits
    context.recordsFeeCounts = recordsFeeCounts
    context.recordsSupplementDays = recordsSupplementDays
    context.recordsCertified = recordsCertified
    context.openVolume = openVolume
    context.blank = { [blanks] code in blanks.first { $0.code.text == code } }
    context.silences = silences
    context.replaced = replaced
    context.isCodeBorne = { [borneCodes] code, _ in borneCodes.contains(code) }
    context.dossier = { [others] id in others.first { $0.id == id } }
    return try DossierDomain.decide(command, on: dossier, context: context, history: history)
  }

  /// Sets the province's verdict on the last entry.
  mutating func rule(_ verdict: Verdict) { history[history.count - 1].verdict = verdict }

  /// Adds an entry that no rule has decided.
  mutating func record(_ action: DossierAction) {
    history.append(
      RecordedAction(
        reference: EntryReference(epoch: Self.epoch, sequence: Int64(history.count + 1)), clerk: clerk.id, at: now,
        action: action))
  }

  func denial(of command: DossierCommand) -> Denial? {
    var copy = self
    do throws(Denial) {
      try copy.decide(command)
      return nil
    } catch {
      return error
    }
  }

  var last: EntryReference { EntryReference(epoch: Self.epoch, sequence: Int64(history.count)) }

  static func form(_ procedure: String = "1.004873", days: Int? = nil, name: String = "Hồ Thị Kăn Tưm") -> ReceptionForm
  {
    ReceptionForm(
      procedureCode: procedure, owner: Person(name: name),
      components: [Component(number: 1, name: "Tờ khai", form: .original), Component(number: 2, name: "Giấy tờ")],
      days: days)
  }

  /// A dossier in this status, reached by the shortest way that the rules allow.
  static func at(_ status: DossierStatus) throws -> DecisionBench {
    var bench = DecisionBench()
    if status == .registered || status == .refused {
      bench.submitOnline()
    } else {
      try bench.decide(.receive(form()))
    }
    switch status {
    case .registered, .received: break
    case .refused: try bench.decide(.refuse(reason: "thiếu giấy tờ", legalBasis: "NĐ 118/2025"))
    case .inProgress: try bench.decide(.handOver(step: .verification, to: bench.clerk.id))
    case .supplementRequested: try bench.decide(.requestSupplement(items: ["Giấy tờ"]))
    case .paymentRequested: try bench.decide(.requestPayment(title: "Lệ phí", amount: 8000))
    case .withdrawn: try bench.decide(.withdraw(reason: "dân xin rút"))
    case .stopped: try bench.decide(.stop(reason: "quá hạn bổ sung", legalBasis: "NĐ 118/2025"))
    case .completed, .handedBack:
      try bench.decide(.complete(DossierResult(approved: true, title: "Giấy xác nhận")))
      if status == .handedBack { try bench.decide(.handBack(recipient: "Hồ Thị Kăn Tưm", delivery: .atDesk)) }
    }
    return bench
  }

  mutating func submitOnline() {
    let submission = OnlineSubmission(
      portalCode: DossierCode("G22.99-1", origin: .portal), procedure: ProcedureReference(code: "1.004873", name: "x"),
      owner: Person(name: "Lê Thị Mơ"), components: [], submittedAt: now, receivingOffice: Self.office.id,
      decidingOffice: Self.office.id)
    history.append(
      RecordedAction(
        reference: EntryReference(epoch: Self.epoch, sequence: Int64(history.count + 1)), clerk: clerk.id, at: now,
        action: .submitOnline(submission)))
  }
}

func moment(_ text: String) -> Instant { Instant(iso8601: text) ?? Instant(milliseconds: 0) }
