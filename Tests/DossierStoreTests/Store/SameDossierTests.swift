import DossierDomain
import JournalFormat
import OfficeWork
import Testing

@testable import DossierStore

/// The register of a system that is used beside this program comes back: no dossier of this office becomes two.
@Suite struct SameDossierTests {
  private let fixture: OfficeFixture
  private let received: QueueRow

  init() throws {
    fixture = try OfficeFixture()
    var office = fixture.office
    office.ownCodesFrom = OfficeFixture.morning.civilDate.adding(days: 30)
    try fixture.store.write { [fixture] db in
      var writer = try JournalWriter(db)
      try writer.append(
        .office(.setOffice(office)), dossier: nil, clerk: fixture.head.id, at: OfficeFixture.morning, group: nil)
      try OfficeProjection.apply(db, .setOffice(office), from: .init(position: 0, at: OfficeFixture.morning))
      try writer.finish()
    }
    received = try fixture.receive("Hồ Thị Kăn Tưm")
  }

  private func row(
    _ code: String = "H50.19-261125-0031", name: String = "HỒ THỊ KĂN TƯM", procedure: String? = nil,
    day: Int = 0, number: String = "", note: String = ""
  ) -> RowToImport {
    var owner = Person(name: name)
    owner.identityNumber = number
    return RowToImport(
      ImportedDossier(
        code: DossierCode(code, origin: .imported),
        procedure: ProcedureReference(code: procedure ?? received.procedureCode, name: "Thủ tục"), owner: owner,
        status: .inProgress, receivedAt: OfficeFixture.morning.civilDate.adding(days: day).instant(atMinute: 500),
        dueAt: nil, resolvedAt: nil, handedBackAt: nil, note: note, office: fixture.office.id))
  }

  private func take(
    _ rows: RowToImport..., agreement: ImportAgreement = [], at now: Instant = OfficeFixture.morning
  ) throws -> [ImportOutcome] {
    try fixture.store.decisions.importRegister(rows, agreement: agreement, by: fixture.head.id, at: now)
  }

  private func denial(of command: DossierCommand, on id: DossierID) throws -> Denial? {
    let act = Act(dossier: id, commands: [command])
    guard
      case .denied(_, let denial) = try fixture.store.decisions.perform(
        [act], by: fixture.head.id, at: OfficeFixture.morning
      ).first
    else { return nil }
    return denial
  }

  @Test func theRowOfADossierReceivedHereIsNoNewOne() throws {
    let before = try fixture.dump()
    #expect(try take(row()) == [.sameAs(received.code)])
    #expect(try fixture.store.decisions.outcomes(ofImporting: [row()]) == [.sameAs(received.code)])
    #expect(try fixture.dump() == before)
    #expect(try take(row(), agreement: .sameDossiers) == [.sameAs(received.code)])
    let codes = try fixture.store.queue.card(received.id, viewer: Viewer(fixture.head))?.dossier.codes.map(\.text)
    #expect(codes == [received.code.text, "H50.19-261125-0031"])
    // It is found by the other code, and the next register changes nothing.
    #expect(
      try fixture.store.queue.findByCode("H50.19-261125-0031", viewer: Viewer(fixture.head)).map(\.id)
        == [received.id])
    #expect(try take(row()) == [.unchanged])
    #expect(try fixture.store.office.dossierCount() == 1)
    #expect(try fixture.store.upkeep.verify().faults.isEmpty)
  }

  /// However long ago it was received: what was forgotten for months is not there yet either.
  @Test func whatTheOtherSystemMayLackIsReadFromTheFirstDayOn() throws {
    func found(_ first: CivilDate?, _ isOwnCodeFirst: Bool = true) throws -> [String] {
      var codes: [String] = []
      try fixture.store.reports.forEachDossier(
        receivedFrom: first, through: OfficeFixture.morning.civilDate.adding(days: 400), isOwnCodeFirst: isOwnCodeFirst
      ) { codes.append($0.code.text) }
      return codes
    }
    #expect(try take(row("H50.19-251125-0001", name: "Hồ Văn Khác", day: -365)) == [.imported])
    #expect(try found(nil) == [received.code.text])
    #expect(try found(nil, false) == ["H50.19-251125-0001", received.code.text])
    #expect(try found(OfficeFixture.morning.civilDate.adding(days: 1)) == [])
  }

  @Test func itsOwnCodeInTheNoteSaysItWhateverElseDiffers() throws {
    #expect(
      try take(row(procedure: "9.999999", day: 1, note: "gấp; " + received.code.note)) == [.sameAs(received.code)])
    // Any file can name a code.
    #expect(try take(row("A-9", name: "Lê Văn Chín", note: received.code.note)) == [.imported])
  }

  @Test func anotherPersonProcedureDayOrNumberIsANewDossier() throws {
    #expect(try take(row("A-1", name: "Hồ Thị Kăn Tâm")) == [.imported])
    #expect(try take(row("A-2", procedure: "9.999999")) == [.imported])
    #expect(try take(row("A-3", day: -5)) == [.imported])
    try fixture.perform(
      .correct(field: .ownerIdentityNumber, value: "045190001234", reason: "bổ sung"), on: received.id)
    #expect(try take(row("A-4", number: "045190009999")) == [.imported])
    #expect(try take(row("A-5", number: "045190001234")) == [.sameAs(received.code)])
  }

  @Test func whichOfSeveralItIsSaysNobodyForThem() throws {
    let second = try fixture.receive("Hồ Thị Kăn Tưm")
    #expect(try take(row()) == [.sameAsSeveral([received.code, second.code])])
    // Two rows of one file are two dossiers: once the first is known, the other is the other one.
    #expect(
      try take(row(note: received.code.note), row("H50.19-261125-0032"), agreement: .sameDossiers)
        == [.sameAs(received.code), .sameAs(second.code)])
  }

  @Test func ofTwoRowsForOneDossierNeitherIsTaken() throws {
    #expect(
      try take(row(), row("H50.19-261125-0032"), agreement: .sameDossiers)
        == [.sameAsSeveral([received.code]), .sameAsSeveral([received.code])])
  }

  /// A row without the code must not take the dossier that another row names, in whatever order they stand.
  @Test(arguments: [false, true]) func theRowThatNamesTheDossierIsTheOne(isFirst: Bool) throws {
    let named = row(note: received.code.note)
    let other = row("H50.19-261125-0032", day: 1)
    let outcomes: [ImportOutcome] = [.sameAs(received.code), .imported]
    #expect(
      try take(isFirst ? named : other, isFirst ? other : named, agreement: .sameDossiers)
        == (isFirst ? outcomes : outcomes.reversed()))
  }

  @Test func anyOtherCodeInANoteSaysNothing() throws {
    #expect(
      try take(
        row(note: DossierCode("000.19.45.H50-251125-0777", origin: .office).note), row("H50.19-261125-0032"),
        agreement: .sameDossiers)
        == [.sameAsSeveral([received.code]), .sameAsSeveral([received.code])])
  }

  /// Rows of one file that are taken in apart.
  @Test func claimsAreThoseOfTheWholeFile() throws {
    let rows = [row(), row("H50.19-261125-0032")]
    let decisions = fixture.store.decisions
    var claims = ReceivedClaims()
    for row in rows { claims = try #require(try decisions.claims(of: [row], adding: claims)) }
    for row in rows {
      #expect(try decisions.outcomes(ofImporting: [row], claims: claims) == [.sameAsSeveral([received.code])])
    }
  }

  @Test func theDayItselfComesBeforeTheDayBefore() throws {
    let tomorrow = OfficeFixture.morning.adding(minutes: 1440)
    let next = try fixture.receive("Hồ Thị Kăn Tưm", at: tomorrow)
    #expect(try take(row(day: 1), at: tomorrow) == [.sameAs(next.code)])
    #expect(try take(row(), at: tomorrow) == [.sameAs(received.code)])
  }

  /// A code that was taken back is borne by nobody, so the right dossier may get it.
  @Test func anUndoneCodeIsFree() throws {
    let second = try fixture.receive("Lê Văn Hai")
    let code = DossierCommand.addCode(DossierCode("H50.19-261125-0031", origin: .imported))
    try fixture.perform(code, on: received.id)
    _ = try fixture.store.decisions.undoLast(by: fixture.head.id, at: OfficeFixture.morning)
    #expect(try denial(of: code, on: second.id) == nil)
  }

  /// The series of the office ends at the day of the change-over for the other system, and begins there for this one.
  @Test func theOfficesOwnSeriesIsTheOtherSystemsUntilThatDay() throws {
    #expect(received.code.origin == .provisional)
    func add(_ code: String) throws -> Denial? {
      try denial(of: .addCode(DossierCode(code, origin: .imported)), on: received.id)
    }
    #expect(try add("000.19.45.H50-270301-0004") == .codeOfThisOffice(agency: "000.19.45.H50"))
    #expect(try add("000.19.45.H50-0004") == .codeOfThisOffice(agency: "000.19.45.H50"))
    #expect(try add("000.19.45.H50-261124-0004") == nil)
    let day = OfficeFixture.morning.civilDate.adding(days: 30)
    #expect(try denial(of: .issueCode, on: received.id) == .codesNotOursYet(from: day))
  }

  @Test func aCodeIsOfOneDossier() throws {
    let second = try fixture.receive("Lê Văn Hai")
    let code = DossierCommand.addCode(DossierCode("H50.19-261125-0031", origin: .imported))
    try fixture.perform(code, on: received.id)
    for id in [received.id, second.id] {
      #expect(try denial(of: code, on: id) == .codeInUse("H50.19-261125-0031"))
    }
  }

  @Test func aDossierThatWasDoneBeforeTheChangeOverStaysClosed() throws {
    #expect(try take(row("A-7", name: "Hồ Văn Bảy")) == [.imported])
    let id = try #require(
      try fixture.store.queue.findByCode("A-7", viewer: Viewer(fixture.head)).first?.id)
    #expect(try denial(of: .closeAsDoneBefore, on: received.id) == .notImported)
    try fixture.perform(.closeAsDoneBefore, on: id)
    func dossier() throws -> Dossier? {
      try fixture.store.queue.card(id, viewer: Viewer(fixture.head))?.dossier
    }
    #expect(try dossier()?.status == .handedBack)
    #expect(try dossier()?.resolvedAt == nil && dossier()?.handBack == nil)
    // The register still calls it open.
    #expect(try take(row("A-7", name: "Hồ Văn Bảy")) == [.unchanged])
    #expect(try dossier()?.status == .handedBack)
    let day = OfficeFixture.morning.civilDate
    let report = try fixture.store.reports.report(from: day, through: day, now: OfficeFixture.morning)
    #expect(report.received.resolvedWithoutAppointment == 1 && report.received.openInTime == 1)
    let next = try fixture.store.reports.report(
      from: day.adding(days: 1), through: day.adding(days: 1), now: OfficeFixture.morning.adding(minutes: 1440))
    #expect(next.carriedOver.all == 1)
    #expect(try fixture.store.upkeep.verify().faults.isEmpty)
  }
}
