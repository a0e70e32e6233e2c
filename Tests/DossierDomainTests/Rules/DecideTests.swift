import Testing

@testable import DossierDomain

@Suite struct DecideTests {
  @Test func aReceptionGetsCodeAppointmentAndFeeAsFacts() throws {
    var bench = DecisionBench()
    guard case .receive(let reception) = try bench.decide(.receive(DecisionBench.form())) else {
      Issue.record("no reception")
      return
    }
    #expect(reception.code.text == "000.19.45.H50-261118-0001")
    #expect(reception.appointment?.dueAt == moment("2026-11-23T17:00"))
    #expect(reception.fee == nil)
    #expect(reception.appointment?.calendarHash == "calendar")
    #expect(bench.dossier?.status == .received)
  }

  @Test(arguments: [
    ("1.004222", Denial.procedureGuidanceOnly(code: "1.004222")),
    ("2.002621", .procedureEnded(code: "2.002621", replacedBy: "3.000722")),
    ("2.001009", .procedureEnded(code: "2.001009", replacedBy: nil)), ("9.999999", .procedureUnknown(code: "9.999999")),
    ("1.013225", .timeLimitUnknown(code: "1.013225")),
  ])
  func whatIsNotReceivableHereIsRefusedWithItsReason(code: String, expected: Denial) {
    #expect(DecisionBench().denial(of: .receive(DecisionBench.form(code))) == expected)
  }

  @Test func anUnknownTimeLimitTakesTheDaysThatTheClerkGives() throws {
    var bench = DecisionBench()
    try bench.decide(.receive(DecisionBench.form("1.013225", days: 3)))
    #expect(bench.dossier?.dueAt == moment("2026-11-23T17:00"))
    #expect(DecisionBench().denial(of: .receive(DecisionBench.form("1.013225", days: 0))) != nil)
  }

  @Test func aReceptionNeedsANameAndAFullCitizenNumber() {
    #expect(DecisionBench().denial(of: .receive(DecisionBench.form(name: "  "))) == .ownerNameMissing)
    var form = DecisionBench.form()
    form.owner.identityNumber = "04519800121"
    #expect(DecisionBench().denial(of: .receive(form)) == .identityNumberInvalid)
  }

  @Test(arguments: [
    (DossierCommand.requestSupplement(items: [" "]), Denial.itemsMissing),
    (.withdraw(reason: ""), .reasonMissing), (.stop(reason: "a", legalBasis: " "), .legalBasisMissing),
    (.complete(DossierResult(approved: false, title: "a")), .reasonMissing),
    (.digitise(number: 9, blobHash: "a"), .componentUnknown(number: 9)),
    (.recordPayment(amount: -1, method: .cash), .amountInvalid), (.void(reason: ""), .reasonMissing),
    (.correct(field: .ownerIdentityNumber, value: "123", reason: "a"), .identityNumberInvalid),
    (.correct(field: .copies, value: "hai", reason: "a"), .valueInvalid(field: .copies)),
    (.correct(field: .ownerName, value: "Tên", reason: ""), .reasonMissing),
  ])
  func whatIsMissingIsAskedFor(command: DossierCommand, expected: Denial) throws {
    #expect(try DecisionBench.at(.inProgress).denial(of: command) == expected)
  }

  @Test func onlyWhatWasGivenIsTaken() throws {
    #expect(try DecisionBench.at(.received).denial(of: .takeOver) == .notHandedOver)
    var bench = try DecisionBench.at(.inProgress)
    try bench.decide(.takeOver)
    #expect(bench.dossier?.handOvers.last?.takenAt == bench.now)
  }

  @Test func aResultIsHandedBackToSomebody() throws {
    #expect(
      try DecisionBench.at(.completed).denial(of: .handBack(recipient: " ", delivery: .atDesk)) == .recipientMissing)
  }

  @Test func anExtensionIsLaterAndOnlyAsOftenAsTheOfficeAllows() throws {
    var bench = try DecisionBench.at(.inProgress)
    let due = moment("2026-11-23T17:00")
    let sameDay = try #require(CivilDate(year: 2026, month: 11, day: 23))
    #expect(bench.denial(of: .extend(newDue: sameDay, reason: "a")) == .newDueNotLater(than: due))
    try bench.decide(.extend(newDue: sameDay.adding(days: 2), reason: "mất điện"))
    #expect(bench.dossier?.dueAt == moment("2026-11-25T17:00"))
    #expect(bench.dossier?.appointment?.previousDueAt == due)
    #expect(bench.dossier?.missedDueAt == nil)
  }

  /// What is further or longer than the procedure's bounds needs the head of desk; three working days are its period.
  @Test func aFurtherOrLongExtensionIsForTheHead() throws {
    var bench = try DecisionBench.at(.inProgress)
    let head = bench.clerk
    bench.clerk = Clerk(id: ClerkID(high: 3, low: 4), name: "Lê Quốc Đạt", roles: [.specialist])
    let due = try #require(CivilDate(year: 2026, month: 11, day: 23))
    #expect(
      bench.denial(of: .extend(newDue: due.adding(days: 7), reason: "a")) == .headDecides(.longExtension(days: 3)))
    try bench.decide(.extend(newDue: due.adding(days: 3), reason: "mất điện"))
    #expect(bench.denial(of: .extend(newDue: due.adding(days: 7), reason: "a")) == .headDecides(.furtherExtension))
    bench.clerk = head
    #expect(bench.denial(of: .extend(newDue: due.adding(days: 7), reason: " ")) == .reasonMissing)
    #expect(bench.denial(of: .extend(newDue: due.adding(days: 7), reason: "mưa lũ")) == nil)
  }

  /// 28 November is a Saturday. Form 04 is allowed after the date too, and the first missed appointment stays.
  @Test func anExtensionIsToAWorkingDayAndDoesNotHideWhatWasMissed() throws {
    var bench = try DecisionBench.at(.inProgress)
    let saturday = try #require(CivilDate(year: 2026, month: 11, day: 28))
    #expect(
      bench.denial(of: .extend(newDue: saturday, reason: "a")) == .newDueOnDayOff(next: saturday.adding(days: 2)))
    bench.now = moment("2026-11-25T08:00")
    try bench.decide(.extend(newDue: saturday.adding(days: 2), reason: "mất điện"))
    #expect(bench.dossier?.missedDueAt == moment("2026-11-23T17:00"))
    try bench.decide(.complete(DossierResult(approved: true, title: "Giấy xác nhận")))
    #expect(bench.dossier?.punctuality == .late)
  }

  @Test func noPauseBeginsAfterTheAppointment() throws {
    var bench = try DecisionBench.at(.inProgress)
    let due = moment("2026-11-23T17:00")
    bench.now = due
    #expect(bench.denial(of: .requestSupplement(items: ["a"])) == nil)
    bench.now = due.adding(minutes: 1)
    #expect(bench.denial(of: .requestSupplement(items: ["a"])) == .overdueAlready(since: due))
    #expect(bench.denial(of: .requestPayment(title: "phí", amount: 8000)) == .overdueAlready(since: due))
  }

  /// An earlier version let a pause begin after the appointment; the entry stands, and so does the lateness.
  @Test func aPauseThatBeganTooLateLeavesTheDossierLate() throws {
    var bench = try DecisionBench.at(.inProgress)
    bench.now = moment("2026-11-25T08:00")
    bench.record(.requestSupplement(items: ["a"]))
    bench.now = moment("2026-11-26T08:00")
    try bench.decide(.receiveSupplement())
    #expect(bench.dossier?.missedDueAt == moment("2026-11-23T17:00"))
  }

  /// An appointment that passes while the office waits for the citizen is not missed.
  @Test func anAppointmentThatPassesDuringAPauseIsNotMissed() throws {
    var bench = try DecisionBench.at(.inProgress)
    bench.now = moment("2026-11-20T08:00")
    try bench.decide(.requestSupplement(items: ["a"]))
    bench.now = moment("2026-12-10T08:00")
    try bench.decide(.receiveSupplement())
    #expect(bench.dossier?.missedDueAt == nil && bench.dossier?.pausedSince == nil)
  }

  /// Where the procedure says how long the citizen has, that holds; otherwise the office may say it, and need not.
  @Test func theLastDayOfASupplementIsTheProceduresOrTheOffices() throws {
    var bench = try DecisionBench.at(.inProgress)
    bench.now = moment("2026-11-19T08:00")
    let (today, day) = (bench.now.civilDate, bench.now.civilDate.adding(days: 5))
    func until(_ bench: DecisionBench, _ day: CivilDate?, _ bounds: ProcedureBounds?) throws -> CivilDate? {
      var bench = bench
      try bench.decide(.requestSupplement(items: ["Ảnh"], until: day))
      return ProcedureBounds.supplementUntil(of: try #require(bench.dossier), bounds, .ordinary)
    }
    #expect(try until(bench, day, nil) == day && until(bench, nil, ProcedureBounds()) == nil)
    #expect(bench.denial(of: .requestSupplement(items: ["Ảnh"], until: today)) == .supplementDayPassed)
    // Not while a machine of the office could not read it.
    var earlier = bench
    earlier.recordsSupplementDays = false
    #expect(try until(earlier, day, nil) == nil)
    let code = try #require(bench.dossier).procedure.code
    var version = try #require(Catalogue.starter.version(of: code, on: Catalogue.day))
    version.bounds.waitingDays = .known(12)
    bench.procedures[code] = (version, "hash")
    var asked = bench
    try asked.decide(.requestSupplement(items: ["Ảnh"], until: day))
    #expect(try #require(asked.dossier).supplementRequests.map(\.until) == [nil])
    #expect(try until(bench, day, version.bounds) == CivilDate(year: 2026, month: 12, day: 1))
  }

  @Test func aPartialSupplementKeepsTheClockPaused() throws {
    var bench = try DecisionBench.at(.inProgress)
    bench.now = moment("2026-11-19T08:00")
    try bench.decide(.requestSupplement(items: ["Giấy tờ", "Ảnh"]))
    #expect(bench.denial(of: .receiveSupplement(came: ["Đơn"])) == .notRequested("Đơn"))
    bench.now = moment("2026-11-20T08:00")
    try bench.decide(.receiveSupplement(came: ["Giấy tờ"]))
    #expect(bench.dossier?.status == .supplementRequested)
    #expect(bench.dossier?.pausedSince == moment("2026-11-19T08:00"))
    #expect(bench.dossier?.supplementRequests.last?.missing == ["Ảnh"])
    #expect(bench.dossier?.components.last?.form == .photocopy)
    #expect(bench.dossier?.dueAt == moment("2026-11-23T17:00"))
    #expect(bench.denial(of: .receiveSupplement(came: ["Giấy tờ"])) == .notRequested("Giấy tờ"))
    bench.now = moment("2026-11-25T08:00")
    // Naming all that is left is the same as naming nothing: everything came.
    try bench.decide(.receiveSupplement(came: ["Ảnh"]))
    #expect(bench.dossier?.status == .inProgress && bench.dossier?.supplementRequests.last?.missing == [])
    // Four working days were waited for, Friday to Wednesday.
    #expect(bench.dossier?.dueAt == moment("2026-11-27T17:00"))
  }

  @Test func aFurtherRequestForPapersIsForTheHeadWithAReason() throws {
    var bench = try DecisionBench.at(.supplementRequested)
    try bench.decide(.receiveSupplement())
    let head = bench.clerk
    bench.clerk = Clerk(id: ClerkID(high: 3, low: 4), name: "Lê Quốc Đạt", roles: [.specialist])
    #expect(bench.denial(of: .requestSupplement(items: ["b"])) == .headDecides(.furtherSupplement))
    bench.clerk = head
    #expect(bench.denial(of: .requestSupplement(items: ["b"])) == .reasonMissing)
    try bench.decide(.requestSupplement(items: ["b"], reason: "giấy nộp bị mờ"))
    #expect(bench.dossier?.status == .supplementRequested)
  }

  /// No text was found that says what follows when the days for a supplement have passed.
  @Test func stoppingWhilePapersAreAwaitedIsForTheHead() throws {
    var bench = try DecisionBench.at(.supplementRequested)
    let head = bench.clerk
    let stop = DossierCommand.stop(reason: "không bổ sung trong thời hạn", legalBasis: "NĐ 118/2025")
    bench.clerk = Clerk(id: ClerkID(high: 3, low: 4), name: "Lê Quốc Đạt", roles: [.specialist])
    #expect(bench.denial(of: stop) == .headDecides(.stopWhileAwaited))
    bench.clerk = head
    try bench.decide(stop)
    #expect(bench.dossier?.status == .stopped)
    var running = try DecisionBench.at(.inProgress)
    running.clerk = Clerk(id: ClerkID(high: 3, low: 4), name: "Lê Quốc Đạt", roles: [.specialist])
    try running.decide(stop)
    #expect(running.dossier?.status == .stopped)
  }

  @Test func whatWasGivenToSomebodyIsHersHerSubstitutesOrTheHeads() throws {
    var bench = try DecisionBench.at(.received)
    let other = ClerkID(high: 3, low: 7)
    try bench.decide(.handOver(step: .verification, to: other))
    var colleague = bench
    colleague.clerk = Clerk(id: ClerkID(high: 3, low: 8), name: "Lê Quốc Đạt", roles: [.specialist])
    #expect(colleague.denial(of: .takeOver) == .handedToAnother(other))
    let today = colleague.now.civilDate
    colleague.absences = [Absence(clerk: other, from: today, through: today, substitute: colleague.clerk.id)]
    #expect(colleague.denial(of: .takeOver) == nil)
    colleague.absences = []
    colleague.clerk.id = other
    #expect(colleague.denial(of: .takeOver) == nil)
    #expect(bench.denial(of: .takeOver) == nil)
  }

  @Test(arguments: [
    (DossierAction.CorrectableField.ownerBirth, "hôm qua", false), (.ownerBirth, "23/12/1989", true),
    (.ownerBirth, "1989", true), (.ownerPhone, "abc", false), (.ownerPhone, "12", false),
    (.ownerPhone, "0912 345 678", true), (.ownerPhone, "", true), (.ownerName, "12345", false),
    (.ownerName, "Hồ Thị Mơ", true), (.applicantPhone, "0912345678", false), (.applicantName, "7", false),
  ]) func aCorrectionIsAsGoodAsAReception(
    field: DossierAction.CorrectableField, value: String, isTaken: Bool
  ) throws {
    let bench = try DecisionBench.at(.inProgress)
    #expect((bench.denial(of: .correct(field: field, value: value, reason: "gõ nhầm")) == nil) == isTaken)
  }

  @Test func whatCameOnlineIsAcceptedBeforeItIsHandedOn() throws {
    let bench = try DecisionBench.at(.registered)
    #expect(
      bench.denial(of: .handOver(step: .verification, to: nil))
        == .moveNotAllowed(from: .registered, to: .inProgress))
  }

  /// Adoption and denunciations show names only to the assignee and the head of desk, so the receiving clerk becomes
  /// the assignee.
  @Test func whoReceivesAConfidentialDossierHoldsIt() throws {
    var bench = DecisionBench()
    bench.clerk = Clerk(id: ClerkID(high: 3, low: 5), name: "Kray Thị Mơi", roles: [.reception])
    let form = ReceptionForm(procedureCode: "2.001263", owner: Person(name: "Hồ Thị Kín"), components: [])
    try bench.decide(.receive(form))
    #expect(bench.dossier?.assignee == bench.clerk.id)
    #expect(bench.denial(of: .note("đã hẹn")) == nil)
  }

  @Test func aCorrectedApplicantKeepsHerOtherData() throws {
    var bench = DecisionBench()
    let form = ReceptionForm(
      procedureCode: "2.000815", owner: Person(name: "Hồ Thị Mơ"),
      applicant: Person(name: "Lê Văn Sơn", identityNumber: "045088000123", phone: "0912345678", address: "Thôn A"),
      components: [])
    try bench.decide(.receive(form))
    try bench.decide(.correct(field: .applicantName, value: "Lê Văn Sơn Hải", reason: "gõ nhầm"))
    let applicant = try #require(bench.dossier?.applicant)
    #expect(applicant.name == "Lê Văn Sơn Hải" && applicant.identityNumber == "045088000123")
    #expect(applicant.phone == "0912345678" && applicant.address == "Thôn A")
  }

  @Test func aFeeOfNothingIsNoFee() throws {
    let bench = try DecisionBench.at(.inProgress)
    #expect(bench.denial(of: .requestPayment(title: "phí", amount: 0)) == .amountInvalid)
    #expect(bench.denial(of: .requestPayment(title: "phí", amount: nil)) == nil)
  }

  /// Received Wednesday 18 November, due Monday 23. Asked for papers Thursday 08:00, which came the next Monday 08:00: two
  /// working days of 8 hours passed (Thursday, Friday), so the appointment moves to Wednesday.
  @Test func aPauseMovesTheAppointmentByTheWorkingTimeThatPassedAndKeepsBothDates() throws {
    var bench = try DecisionBench.at(.inProgress)
    bench.now = moment("2026-11-19T08:00")
    try bench.decide(.requestSupplement(items: ["Giấy tờ"]))
    #expect(bench.dossier?.pausedSince == bench.now)
    bench.now = moment("2026-11-23T08:00")
    try bench.decide(.receiveSupplement())
    #expect(bench.dossier?.dueAt == moment("2026-11-25T17:00"))
    #expect(bench.dossier?.appointment?.previousDueAt == moment("2026-11-23T17:00"))
    #expect(bench.dossier?.status == .inProgress)
    #expect(bench.dossier?.pausedSince == nil)
  }

  /// A point that is open in the morning only gives no appointment in the afternoon, neither after a pause nor by an
  /// extension, nor when the calendar is corrected; and none on a day on which it is closed.
  @Test func laterAppointmentsAreAtAnHourAtWhichThePointIsOpen() throws {
    var bench = try DecisionBench.at(.inProgress)
    let morning = try #require(OpeningHours.Day(text: "7:00-11:30"))
    var hours = try #require(OpeningHours(week: Array(repeating: morning, count: 5) + [.closed, .closed]))
    let thursday = try #require(CivilDate(year: 2026, month: 11, day: 26))
    hours.special[thursday] = OpeningHours.SpecialDay(.closed, reason: "lũ")
    bench.opening = hours
    bench.now = moment("2026-11-19T08:00")
    try bench.decide(.requestSupplement(items: ["Giấy tờ"]))
    bench.now = moment("2026-11-23T08:00")
    try bench.decide(.receiveSupplement())
    #expect(bench.dossier?.dueAt == moment("2026-11-25T11:30"))
    let friday = thursday.adding(days: 1)
    #expect(bench.denial(of: .extend(newDue: thursday, reason: "mất điện")) == .newDueOnDayOff(next: friday))
    try bench.decide(.extend(newDue: friday, reason: "mất điện"))
    #expect(bench.dossier?.dueAt == moment("2026-11-27T11:30"))
    try bench.decide(.recomputeAppointment(reason: "lịch"))
    #expect(bench.dossier?.dueAt == moment("2026-11-27T11:30"))
  }

  /// A corrected calendar computes an appointment again through its pauses and extensions.
  @Test func anAppointmentIsComputedAgainWithEverythingThatMovedIt() throws {
    var bench = try DecisionBench.at(.inProgress)
    bench.now = moment("2026-11-19T08:00")
    try bench.decide(.requestSupplement(items: ["Giấy tờ"]))
    bench.now = moment("2026-11-23T08:00")
    try bench.decide(.receiveSupplement())
    #expect(bench.dossier?.dueAt == moment("2026-11-25T17:00"))
    try bench.decide(.recomputeAppointment(reason: "lịch"))
    #expect(bench.dossier?.dueAt == moment("2026-11-25T17:00"))
    let friday = try #require(CivilDate(year: 2026, month: 11, day: 27))
    try bench.decide(.extend(newDue: friday, reason: "mất điện"))
    try bench.decide(.recomputeAppointment(reason: "lịch"))
    #expect(bench.dossier?.dueAt == moment("2026-11-27T17:00"))
  }

  /// The days that a clerk entered stay with the dossier, through a pause and an extension too.
  @Test func enteredDaysAreKeptForEachLaterAppointment() throws {
    let version = try #require(
      Catalogue.starter.versions.first { $0.timeLimit == .unknown && $0.isReceivable && !$0.isConfidential })
    var bench = DecisionBench()
    try bench.decide(.receive(DecisionBench.form(version.code, days: 3)))
    let due = bench.dossier?.dueAt
    try bench.decide(.recomputeAppointment(reason: "lịch"))
    #expect(bench.dossier?.dueAt == due && bench.dossier?.appointment?.enteredDays == 3)
    try bench.decide(.handOver(step: .verification, to: bench.clerk.id))
    try bench.decide(.requestSupplement(items: ["Giấy tờ"]))
    bench.now = moment("2026-11-19T08:00")
    try bench.decide(.receiveSupplement())
    let friday = try #require(CivilDate(year: 2026, month: 11, day: 27))
    try bench.decide(.extend(newDue: friday, reason: "mất điện"))
    try bench.decide(.recomputeAppointment(reason: "lịch"))
    #expect(bench.dossier?.dueAt?.civilDate == friday && bench.dossier?.appointment?.enteredDays == 3)
    var known = DecisionBench()
    try known.decide(.receive(DecisionBench.form(days: 3)))
    #expect(known.dossier?.appointment?.enteredDays == nil)
  }

  /// A calendar that was wrong makes no dossier late.
  @Test func anAppointmentThatOnlyAWrongCalendarGaveIsNotMissed() throws {
    var bench = try DecisionBench.at(.inProgress)
    bench.now = moment("2026-11-25T08:00")
    bench.record(.recomputeAppointment(AppointmentFact(dueAt: moment("2026-11-25T17:00")), reason: "24/11 nghỉ"))
    #expect(bench.dossier?.missedDueAt == nil)
    bench.now = moment("2026-11-26T08:00")
    bench.record(.recomputeAppointment(AppointmentFact(dueAt: moment("2026-11-25T17:00")), reason: "lần nữa"))
    #expect(bench.dossier?.missedDueAt == moment("2026-11-25T17:00"))
  }

  @Test func rolesDecideWhoMayDoWhat() throws {
    var bench = try DecisionBench.at(.inProgress)
    bench.clerk = Clerk(id: ClerkID(high: 3, low: 9), name: "Lê Quốc Đạt", roles: [.signingLeader])
    #expect(bench.denial(of: .complete(DossierResult(approved: true, title: "a"))) == nil)
    #expect(bench.denial(of: .assign(to: bench.clerk.id)) == .roleMissing([.headOfDesk]))
    #expect(bench.denial(of: .void(reason: "a")) == .roleMissing([.reception, .headOfDesk]))
    #expect(DecisionBench().denial(of: .receive(DecisionBench.form())) == nil)
  }

  @Test func aConfidentialDossierIsForItsAssigneeAndTheHead() throws {
    var bench = DecisionBench()
    try bench.decide(.receive(DecisionBench.form("2.002396")))
    #expect(bench.dossier?.isConfidential == true)
    bench.clerk = Clerk(id: ClerkID(high: 3, low: 9), name: "Kray Thị Mơi", roles: [.reception, .specialist])
    #expect(bench.denial(of: .note("a")) == .confidential)
  }
}
