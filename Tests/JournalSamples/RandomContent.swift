import DossierDomain

@testable import JournalFormat

/// A seeded generator, so that a failure can be repeated by its seed.
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}

/// Random entries that could be written, for tests of the format's properties.
struct RandomContent {
  var random: SeededGenerator

  init(seed: UInt64) { random = SeededGenerator(seed: seed) }

  mutating func entry() -> Entry {
    Entry(
      reference: reference(),
      previousHash: flip() ? [] : (0..<32).map { _ in UInt8.random(in: 0...255, using: &random) },
      clerk: identifier(), at: instant(), dossier: flip() ? nil : identifier(), base: number(1 << 40),
      group: flip() ? nil : identifier(), content: content())
  }

  mutating func content() -> EntryContent {
    guard below(8) > 0 else {
      return .unknown(kind: UInt32.random(in: 1000...9000, using: &random), payload: bytes(below(40)))
    }
    return knownContent()
  }

  /// One content of each kind that this version knows.
  mutating func oneOfEachKind() -> [EntryContent] { EntryKind.allCases.map { content($0) } }

  /// A reception, then any actions on a dossier.
  mutating func course(length: Int) -> [DossierAction] {
    (1...length).map { number in
      action(number == 1 ? .receive : DossierKind.allCases[below(DossierKind.allCases.count)])
    }
  }

  mutating func knownContent() -> EntryContent { content(EntryKind.allCases[below(EntryKind.allCases.count)]) }

  /// Random content of the kind.
  mutating func content(_ kind: EntryKind) -> EntryContent {
    switch kind {
    case .dossier(let kind): .dossier(action(kind))
    case .office(let kind): .office(action(kind))
    }
  }

  mutating func action(_ kind: DossierKind) -> DossierAction {
    switch kind {
    case .receive: .receive(reception())
    case .submitOnline: .submitOnline(submission())
    case .acceptOnline:
      .acceptOnline(acceptance())
    case .importRow: .importRow(imported())
    case .importUpdate: .importUpdate(imported())
    case .assign: .assign(to: optional { $0.identifier() })
    case .handOver: .handOver(step: pick(), to: optional { $0.identifier() }, fact: optional { $0.stepFact() })
    case .takeOver: .takeOver
    case .addComponent: .addComponent(component())
    case .setComponentForm: .setComponentForm(number: below(20), form: pick(), quantity: below(9))
    case .digitise: .digitise(number: below(20), blobHash: text())
    case .reuse: .reuse(number: below(20), source: text(), from: pick())
    case .replaceByLookup: .replaceByLookup(number: below(20), method: pick(), reference: text())
    case .requestSupplement:
      .requestSupplement(
        items: (0..<below(4)).map { _ in text() }, reason: flip() ? text() : "",
        until: flip() ? CivilDate(dayNumber: 20_000 + below(3_000)) : nil)
    case .receiveSupplement:
      .receiveSupplement(
        received: (0..<below(4)).map { _ in below(20) }, came: (0..<below(3)).map { _ in text() },
        appointment: optional { $0.appointment() })
    case .requestPayment: .requestPayment(title: text(), amount: amount())
    case .recordPayment:
      .recordPayment(amount: below(1_000_000), method: pick(), appointment: optional { $0.appointment() })
    case .refuse: .refuse(reason: text(), legalBasis: text())
    case .withdraw: .withdraw(reason: text())
    case .stop: .stop(reason: text(), legalBasis: text())
    case .extend: .extend(reason: text(), appointment: appointment())
    case .verify: .verify(reason: text(), appointment: appointment())
    case .complete:
      .complete(
        DossierResult(
          approved: flip(), title: text(), documentNumber: text(), signer: text(), reason: text(), blobHash: text()))
    case .reopen: .reopen(reason: text())
    case .handBack: .handBack(recipient: text(), delivery: pick())
    case .note: .note(text())
    case .correct: .correct(field: pick(), value: text(), reason: text())
    case .recomputeAppointment: .recomputeAppointment(appointment(), reason: text())
    case .addCode: .addCode(code())
    case .void: .void(reason: text())
    case .undo: .undo(reference())
    case .settleConflict: .settleConflict(reference())
    case .release: .release(reference())
    case .eraseScan: .eraseScan(blobHash: text(), reason: text())
    case .issuePaper: .issuePaper(paperIssue())
    case .sendToSigner: .sendToSigner(numbering())
    }
  }

  mutating func action(_ kind: OfficeKind) -> OfficeAction {
    switch kind {
    case .setOffice:
      .setOffice(
        Office(
          id: identifier(), name: text(), agencyCode: text(), unitCode: text(),
          workingHours: WorkingHours(morning: 400..<700 + below(60), afternoon: 800..<1000 + below(90)),
          restsOn24November: flip(), extensionLimit: below(4), requiresPIN: flip(), idleLockMinutes: below(60),
          wholePeriodProcedures: Set((0..<below(3)).map { _ in text() }), ownCodesFrom: optional { $0.date() }))
    case .setClerk:
      .setClerk(
        Clerk(
          id: identifier(), name: text(), title: text(), roles: Set((0..<below(6)).map { _ in pick() }),
          isActive: flip()))
    case .setAbsence:
      .setAbsence(Absence(clerk: identifier(), from: date(), through: date(), substitute: optional { $0.identifier() }))
    case .clearAbsence: .clearAbsence(identifier(), from: date())
    case .confirmClock: .confirmClock(date())
    case .mapClerk: .mapClerk(identifier(), to: identifier())
    case .setDays: .setDays(decision())
    case .setProcedure: .setProcedure(procedure())
    case .setProcedureRules: .setProcedure(procedureWithRules())
    case .setOpeningWeek: .setOpeningWeek(openingWeek())
    case .setOpeningDay:
      .setOpeningDay(
        OpeningDay(
          point: String(text().prefix(50)), date: date(), day: optional { $0.openingDay() },
          reason: String(text().prefix(50)), countsForLimits: flip()))
    case .announce: .announce(announcement())
    case .retractAnnouncement:
      .retractAnnouncement(
        AnnouncementRetraction(
          number: "\(1 + below(9999))/QĐ-UBND", date: date(), reason: "a" + String(text().prefix(100))))
    case .printBlanks: .printBlanks(blanks())
    case .strikeBlanks: .strikeBlanks(blanks(), reason: "a" + String(text().prefix(100)))
    case .openBook: .openBook(bookOpening())
    case .recordReading:
      .recordReading(
        DataReading(
          what: pick(), purpose: text(), persons: below(100_000), showsNumbers: flip(),
          hash: bytes(DataReading.hashLength)))
    }
  }

  mutating func announcement() -> Announcement {
    Announcement(
      number: "\(1 + below(9999))/QĐ-UBND", date: date(), title: "a" + String(text().prefix(100)),
      signer: String(text().prefix(50)), fileHash: optional { $0.bytes(Announcement.hashLength) },
      changes: (0..<below(5)).map { place in
        let brings = flip()
        return Announcement.Change(
          code: "1.\(100_000 + 100_000 * place + below(90_000))", kind: pick(),
          name: brings ? "" : String(text().prefix(100)), versionHash: brings ? bytes(Announcement.hashLength) : nil)
      }, internalProcedures: below(50))
  }

  private mutating func blanks() -> BlankReceipts {
    let numbers = Set((0...below(20)).map { _ in 1 + below(9999) }).sorted()
    // There is at least one number, and the agency code is one.
    return BlankReceipts(agency: "000.19.45.H\(10 + below(90))", date: date(), numbers: numbers) ?? blanks()
  }

  private mutating func openingDay() -> OpeningHours.Day {
    let hours = [420..<690 - below(60), 810..<1020 + below(60)]
    return OpeningHours.Day(Array(hours.prefix(below(3)))) ?? .closed
  }

  private mutating func openingWeek() -> OpeningWeek {
    let days = (0..<7).map { _ in openingDay() }
    // Seven days and a short name are always a week.
    guard let week = OpeningWeek(point: String(text().prefix(50)), days: days) else { return openingWeek() }
    return week
  }

  mutating func procedure() -> ProcedureVersion {
    var version = ProcedureVersion(
      code: "1.\(100_000 + below(900_000))", name: "a" + String(text().prefix(100)), field: String(text().prefix(100)),
      standing: [.inForce, .guidanceOnly, .ended(replacedBy: nil), .ended(replacedBy: "3.000722")][below(4)],
      validFrom: flip() ? .known(CivilDate(dayNumber: 20_000 + below(900))) : .unknown,
      validTo: flip() ? .known(CivilDate(dayNumber: 21_000 + below(900))) : .unknown,
      onlineLevel: flip() ? .known(flip() ? .full : .partial) : .unknown,
      timeLimit: [
        .sameDay, .workingDays(1 + below(60)), .calendarDays(1 + below(60)), .hours(1 + below(60)), .unknown,
      ][below(5)],
      components: (0..<below(5)).map { _ in String(text().prefix(100)) },
      fee: flip() ? .known(below(100_000)) : .unknown,
      isChecked: flip(), note: String(text().prefix(100)), isConfidential: flip())
    if flip() {
      version.bounds.supplements = .known(below(3))
      version.bounds.waitingDays = flip() ? .known(below(60)) : .unknown
      version.bounds.extensions = flip() ? .known(below(3)) : .unknown
      version.bounds.extensionDays = flip() ? .known(below(30)) : .unknown
      version.hasPaperResult = flip()
    }
    return version
  }

  private mutating func decision() -> YearlyDecision {
    let year = 2024 + below(8)
    let first = CivilDate(year: year, month: 1, day: 1)?.dayNumber ?? 0
    let days = Set((0..<below(20)).map { _ in first + below(365) })
    let rows = days.map { day in
      CalendarRow(
        date: CivilDate(dayNumber: day), kind: CalendarRow.Kind.allCases.randomElement(using: &random) ?? .holiday,
        name: text(), source: text())
    }
    return (try? YearlyDecision(year: year, rows: rows)) ?? decision()
  }

  mutating func bytes(_ count: Int) -> [UInt8] {
    (0..<count).map { _ in UInt8.random(in: 0...255, using: &random) }
  }

  mutating func below(_ bound: Int) -> Int { Int.random(in: 0..<bound, using: &random) }
}

extension RandomContent {
  private mutating func flip() -> Bool { Bool.random(using: &random) }
  private mutating func number(_ bound: Int64) -> Int64 { Int64.random(in: 0..<bound, using: &random) }
  private mutating func amount() -> Int? { flip() ? nil : below(5_000_000) }
  private mutating func instant() -> Instant { Instant(milliseconds: number(4_000_000_000_000)) }
  private mutating func date() -> CivilDate { CivilDate(dayNumber: below(40_000)) }

  mutating func optional<Value>(_ make: (inout Self) -> Value) -> Value? { flip() ? nil : make(&self) }

  private mutating func pick<Choice: CaseIterable>() -> Choice {
    let all = Array(Choice.allCases)
    return all[below(all.count)]
  }

  private mutating func identifier<Subject>() -> Identifier<Subject> {
    Identifier(high: random.next(), low: random.next())
  }

  private mutating func reference() -> EntryReference {
    EntryReference(epoch: identifier(), sequence: 1 + number(1 << 40))
  }

  private mutating func text() -> String {
    let words = ["Hồ Thị", "Kăn", "đất ở", "bản sao", "x", "12/2024", "“trích”", "\u{301}", "thôn A Rồng"]
    return (0..<below(5)).map { _ in words[below(words.count)] }.joined(separator: " ")
  }

  private mutating func code() -> DossierCode { DossierCode(text(), origin: pick()) }

  private mutating func procedure() -> ProcedureReference {
    ProcedureReference(code: text(), name: text(), versionHash: text())
  }

  private mutating func person() -> Person {
    var person = Person(
      name: text(), kind: pick(), identityNumber: text(), identityKind: pick(), birth: text(),
      sex: optional { $0.pick() }, phone: text(), address: text(), email: text(), relative: text())
    guard flip() else { return person }
    person.identified = optional { $0.pick() }
    person.oldNumber = flip() ? "19\(1_000_000 + below(9_000_000))" : ""
    person.card = CardFacts(issued: flip() ? "01/01/2024" : "", further: (0..<below(6)).map { _ in text() })
    person.relation = optional { Relation($0.pick(), text: $0.text()) }
    return person
  }

  private mutating func component() -> Component {
    var component = Component(
      number: below(20), name: text(), form: pick(), quantity: below(9), digitisation: pick(), blobHash: text(),
      source: text(), lookupMethod: optional { $0.pick() },
      need: [.byName, .required, .oneOf("a"), .shown, .lookedUp][below(5)])
    if flip() { component.take(PaperCounts(originals: below(3), certifiedCopies: below(3), plainCopies: below(100))) }
    return component
  }

  private mutating func components() -> [Component] { (0..<below(4)).map { _ in component() } }

  private mutating func appointment() -> AppointmentFact {
    AppointmentFact(
      dueAt: instant(), previousDueAt: optional { $0.instant() }, calendarHash: text(), settingsHash: text(),
      pausePolicy: optional { $0.flip() ? .prolonged : .wholePeriod }, enteredDays: optional { 1 + $0.below(365) },
      stepDueAt: optional { $0.instant() })
  }

  private mutating func stepFact() -> StepFact {
    StepFact(id: text(), name: text(), dueAt: optional { $0.instant() })
  }

  private mutating func reception() -> Reception {
    var reception = Reception(
      code: code(), procedure: procedure(), owner: person(), applicant: optional { $0.person() }, channel: pick(),
      components: components(), summary: text(), copies: below(9), receivedAt: instant(),
      appointment: optional { $0.appointment() }, delivery: pick(), fee: amount(),
      assignee: optional { $0.identifier() },
      isConfidential: flip(), receivingOffice: identifier(), decidingOffice: identifier())
    if flip() { reception.caseRecord = caseRecord() }
    reception.step = optional { $0.stepFact() }
    reception.visit = optional { $0.identifier() }
    if flip() { reception.blankReason = String(text().prefix(100)) }
    if flip() { reception.certified = certifiedLines() }
    guard flip() else { return reception }
    reception.related = (0..<below(5)).map { _ in person() }
    (reception.isAssisted, reception.deliveryPlace) = (flip(), text())
    return reception
  }

  private mutating func acceptance() -> Acceptance {
    var acceptance = Acceptance(
      code: code(), receivedAt: instant(), appointment: optional { $0.appointment() }, fee: amount(),
      assignee: optional { $0.identifier() })
    acceptance.step = optional { $0.stepFact() }
    if flip() { acceptance.caseRecord = caseRecord() }
    acceptance.needs = (0..<below(3)).map { number in
      Acceptance.PaperNeed(paper: number + 1, need: [.byName, .required, .oneOf("a"), .shown, .lookedUp][below(5)])
    }
    return acceptance
  }

  private mutating func submission() -> OnlineSubmission {
    OnlineSubmission(
      portalCode: code(), procedure: procedure(), owner: person(), applicant: optional { $0.person() },
      components: components(), summary: text(), submittedAt: instant(), isConfidential: flip(),
      receivingOffice: identifier(), decidingOffice: identifier())
  }

  private mutating func imported() -> ImportedDossier {
    ImportedDossier(
      code: code(), procedure: procedure(), owner: person(), status: pick(), copies: below(9),
      decidingOfficeName: text(), receivedAt: optional { $0.instant() }, dueAt: optional { $0.instant() },
      resolvedAt: optional { $0.instant() }, handedBackAt: optional { $0.instant() }, delivery: optional { $0.pick() },
      note: text(), isConfidential: flip(), office: identifier(), unsaid: ImportedFacts(rawValue: UInt32(below(2048))))
  }
}
