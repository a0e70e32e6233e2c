import Documents
import DossierDomain
import Testing

/// What a signature and a record together say of a paper.
@Suite struct PaperCheckAnswerTests {
  private static let code =
    "A-1||||dossier|2026-11-24T08:45:00+07:00|1/2026-7K3QZ0|receipt|"
    + String(
      repeating: "1", count: 205)

  private static func filed(_ change: (inout FiledPaper) -> Void = { _ in }) throws -> FiledPaper {
    let now = try #require(Instant(iso8601: "2026-11-24T08:45:00+07:00"))
    let (clerk, office) = (ClerkID(high: 1, low: 1), OfficeID(high: 1, low: 1))
    let dossier = Dossier(
      id: DossierID(high: 1, low: 2), codes: [DossierCode("A-1", origin: .office)],
      procedure: ProcedureReference(code: "2.000815", name: "Chứng thực"), owner: Person(name: "Hồ Văn Nam"),
      status: .received, receivingOffice: office, decidingOffice: office,
      lastEntry: EntryReference(epoch: DeviceEpoch(high: 1, low: 1), sequence: 1), lastClerk: clerk, lastChangedAt: now)
    let (form, number) = (try #require(PaperFormID("receipt")), try #require(PaperNumber("1/2026-7K3QZ0")))
    let issue = try #require(
      PaperIssue(
        form: form, template: "1", number: number, pageHash: Array(repeating: 7, count: PaperIssue.hashLength),
        sealed: String(repeating: "ab", count: 32)))
    var filed = FiledPaper(IssuedPaper(issue: issue, at: now, by: clerk), on: dossier, visit: [dossier])
    change(&filed)
    return filed
  }

  private static func check(
    _ place: PaperCheck.Place, revokedAt: Instant? = nil, _ record: PaperCheck.Record?
  ) throws -> PaperCheck {
    PaperCheck(
      at: place, .signed(SealingMachine(name: "Bàn 1", office: "xã La Lay", revokedAt: revokedAt)),
      code: SealedPaperCode(code), record: record)
  }

  private static let places: [PaperCheck.Place] = [.desk, .province]

  @Test(arguments: places) func aRecordedPaperHoldsUnlessSomethingIsKnownAgainstIt(_ place: PaperCheck.Place) throws {
    func answer(isSame: Bool?, _ change: (inout FiledPaper) -> Void = { _ in }) throws -> PaperCheck.Answer {
      try Self.check(place, .here(PaperCheck.Recorded(Self.filed(change), isSame: isSame))).answer
    }
    #expect(try answer(isSame: true) == .holds)
    #expect(try answer(isSame: nil) == .open)
    #expect(try answer(isSame: false) == .doesNotHold)
    #expect(try answer(isSame: true) { $0.replacement = PaperNumber("2/2026-7K3QZ0") } == .doesNotHold)
    #expect(try answer(isSame: true) { $0.void = $0.codes } == .doesNotHold)
    #expect(try answer(isSame: true) { $0.held = .roleMissing } == .doesNotHold)
    #expect(try Self.check(place, .notHere).answer == .open)
  }

  @Test(arguments: places) func aPaperOfARevokedMachineIsJudgedByItsRecord(_ place: PaperCheck.Place) throws {
    let revokedAt = try #require(Instant(iso8601: "2026-12-01T10:00:00+07:00"))
    let same = PaperCheck.Recorded(try Self.filed(), isSame: true)
    let before = try Self.check(place, revokedAt: revokedAt, .here(same))
    let late = PaperCheck.Recorded(try Self.filed { $0.held = .deviceRevoked }, isSame: true)
    let after = try Self.check(place, revokedAt: revokedAt, .here(late))
    let unknown = try Self.check(place, revokedAt: revokedAt, .notHere)
    for check in [before, after, unknown] {
      #expect(check.lines(.vi)[0].contains(revokedAt.clockAndDate) && check.lines(.en)[0].contains("revoked"))
    }
    #expect(before.answer == .holds && before.lines(.vi).contains { $0.contains("trước khi thu hồi máy") })
    #expect(after.answer == .doesNotHold && after.lines(.vi).contains { $0.contains("Tỉnh không tính giấy này") })
    #expect(unknown.answer == .open && unknown.lines(.vi).contains { $0.contains("không rõ") })
    // Nothing is said of a revocation where there is none.
    let usual = try Self.check(place, .here(same))
    #expect(!usual.lines(.vi).contains { $0.contains("thu hồi") })
  }

  @Test func theProvinceAndTheDeskSayWhereItIsRecorded() throws {
    let record = PaperCheck.Record.here(PaperCheck.Recorded(try Self.filed(), isSame: true))
    #expect(try Self.check(.desk, record).lines(.vi).contains { $0.contains("sổ của máy") })
    #expect(try Self.check(.province, record).lines(.vi).contains { $0.contains("sổ của tỉnh") })
  }
  /// For the row of messages, when somebody scans a paper to open its dossier.
  @Test(arguments: Language.allCases) func eachAnswerIsOneSentenceOfItsOwn(_ language: Language) throws {
    func here(isSame: Bool?, _ change: (inout FiledPaper) -> Void = { _ in }) throws -> PaperCheck {
      try Self.check(.desk, .here(PaperCheck.Recorded(Self.filed(change), isSame: isSame)))
    }
    let checks = [
      try here(isSame: true), try here(isSame: nil), try here(isSame: false),
      try here(isSame: true) { $0.replacement = PaperNumber("2/2026-7K3QZ0") },
      try here(isSame: true) { $0.void = $0.codes }, try here(isSame: true) { $0.held = .deviceRevoked },
      try Self.check(.desk, .notHere), try Self.check(.desk, .confidential), PaperCheck(at: .desk, .wrong),
      PaperCheck(at: .desk, .unreadable), PaperCheck(at: .desk, .unknownMachine), PaperCheck(at: .desk, .unsealed),
    ]
    let lines = checks.map { $0.line(language) }
    #expect(Set(lines).count == lines.count && lines.allSatisfy { !$0.contains("\n") && $0.count <= 130 })
    #expect(lines[3].contains("2/2026-7K3QZ0") && lines[4].contains("A-1"))
  }
}
