import DossierDomain
import Testing

@Suite struct NumberingTests {
  private static let book = BookID(high: 8, low: 8)
  static let date = moment("2026-11-18T08:15").civilDate

  // swift-format-ignore: NeverForceUnwrap
  static func volume(_ number: Int = 1, year: Int = 2026) -> BookVolume {
    BookVolume(book: book, kind: .copies, year: year, number: number)!
  }

  // swift-format-ignore: NeverForceUnwrap
  static func numbering(_ numbers: [Int], signer: String = "Hồ Văn Nam") -> Numbering {
    Numbering(volume: volume(), date: date, numbers: numbers, signer: signer)!
  }

  // swift-format-ignore: NeverForceUnwrap
  static func opening(_ last: Int = 0) -> BookOpening { BookOpening(volume: volume(), lastOnPaper: last)! }

  private static let lines = [
    CertifiedLine(paper: "Thẻ căn cước", person: "Hồ Thị Mai", pages: 2, copies: 1),
    CertifiedLine(paper: "Bằng tốt nghiệp", pages: 2, copies: 30),
    CertifiedLine(paper: "Thẻ căn cước", person: "Hồ Thị Mai", pages: 2, copies: 3),
  ]

  private static func form(_ procedure: String = "2.000815", _ lines: [CertifiedLine] = lines) -> ReceptionForm {
    var form = ReceptionForm(procedureCode: procedure, owner: Person(name: "Hồ Thị Kăn Tưm"), components: [])
    form.certified = lines
    return form
  }

  /// A batch that was received, at a desk whose book stands at 14.
  private func bench(_ lines: [CertifiedLine] = lines) throws -> DecisionBench {
    var bench = DecisionBench()
    bench.openVolume = .success(OpenVolume(volume: Self.volume(), lastNumber: 14))
    try bench.decide(.receive(Self.form("2.000815", lines)))
    return bench
  }

  // MARK: Numbers and volumes

  @Test func aVolumeIsNamedAsOnItsCover() {
    #expect(Self.volume(3).wording(on: Self.date) == "quyển số 03/2026 - SCT/BS")
    #expect(BookVolume(book: Self.book, kind: .copies, year: 2026, number: 0) == nil)
    #expect(BookVolume(book: Self.book, kind: .copies, year: 1999, number: 1) == nil)
  }

  @Test(arguments: [[], [0], [1, 3], [2, 1], [1, 2, 4], [10_000_000, 10_000_001], Array(1...21)])
  func numbersFollowEachOther(numbers: [Int]) {
    #expect(Numbering(volume: Self.volume(), date: Self.date, numbers: numbers, signer: "Nam") == nil)
  }

  @Test func aNumberIsOfTheYearOfItsDayAndHasASigner() {
    #expect(Numbering(volume: Self.volume(year: 2027), date: Self.date, numbers: [1], signer: "Nam") == nil)
    #expect(Numbering(volume: Self.volume(), date: Self.date, numbers: [1], signer: " ") == nil)
    #expect(Self.numbering([7, 8, 7]).first == 7 && Self.numbering([7, 8, 7]).last == 8)
  }

  // MARK: The reception of a batch

  @Test func aReceptionRecordsItsLinesAndTheSumOfTheirFees() throws {
    let dossier = try #require(try bench().dossier)
    #expect(dossier.certified == Self.lines && dossier.fee == 4000 + 120_000 + 12_000)
    #expect(dossier.caseRecord.fee.map(\.name) == ["Thẻ căn cước", "Bằng tốt nghiệp", "Thẻ căn cước"])
  }

  /// The fee is that of the lines all the same, because the citizen does not wait for an upgrade of another machine.
  @Test func linesThatAnotherMachineCannotReadAreNotRecorded() throws {
    var bench = DecisionBench()
    bench.recordsCertified = false
    try bench.decide(.receive(Self.form()))
    #expect(bench.dossier?.certified.isEmpty == true && bench.dossier?.fee == 136_000)
  }

  @Test func onlyCopiesHaveLines() {
    let bench = DecisionBench()
    #expect(bench.denial(of: .receive(Self.form("1.004873"))) == .book(.nothingCertified))
    let wrong = CertifiedLine(paper: "Bằng", pages: 0, copies: 1)
    #expect(bench.denial(of: .receive(Self.form("2.000815", [wrong]))) == .book(.lineInvalid))
    let many = Array(repeating: Self.lines[0], count: CertifiedLine.most + 1)
    #expect(bench.denial(of: .receive(Self.form("2.000815", many))) == .book(.tooManyLines))
  }

  // MARK: On the way to the signer

  @Test func theNumbersAreTakenWhenTheBatchGoesToTheSigner() throws {
    var bench = try bench()
    let action = try bench.decide(.sendToSigner(signer: " Hồ Văn Nam "))
    #expect(action == .sendToSigner(Self.numbering([15, 16, 15])))
    let dossier = try #require(bench.dossier)
    #expect(dossier.standingNumbering == Self.numbering([15, 16, 15]))
    #expect(dossier.status == .inProgress)
    #expect(bench.denial(of: .sendToSigner(signer: "Nam")) == .book(.numberedBefore(Self.numbering([15, 16, 15]))))
  }

  @Test func whatIsMissingIsSaid() throws {
    var bench = try bench()
    #expect(bench.denial(of: .sendToSigner(signer: " ")) == .book(.signerMissing))
    bench.openVolume = .failure(.book(.notOpen(.copies, year: 2026)))
    #expect(bench.denial(of: .sendToSigner(signer: "Nam")) == .book(.notOpen(.copies, year: 2026)))
    #expect(try self.bench([]).denial(of: .sendToSigner(signer: "Nam")) == .book(.linesMissing))
    #expect(try DecisionBench.at(.received).denial(of: .sendToSigner(signer: "Nam")) == .book(.nothingCertified))
  }

  @Test func aBookThatThisDeskDoesNotHoldGivesNoNumber() throws {
    var bench = try bench()
    for (holding, denial) in [
      (RegisterBook.Holding.elsewhere, BookDenial.notHeld(.copies)), (.closed, .closed(.copies, lastKnown: 14)),
    ] {
      bench.openVolume = .success(OpenVolume(volume: Self.volume(), lastNumber: 14, holding: holding))
      #expect(bench.denial(of: .sendToSigner(signer: "Nam")) == .book(denial))
    }
  }

  @Test func theDaysInABookNeverGoBack() throws {
    var bench = try bench()
    let later = Self.date.adding(days: 1)
    bench.openVolume = .success(OpenVolume(volume: Self.volume(), lastNumber: 14, lastDate: later))
    #expect(bench.denial(of: .sendToSigner(signer: "Nam")) == .book(.dateBackwards(before: later)))
    bench.now = moment("2026-11-19T08:00")
    #expect(bench.denial(of: .sendToSigner(signer: "Nam")) == nil)
  }

  /// A paper may bear it.
  @Test func aNumberIsUsedUpEvenIfItIsUndone() throws {
    var bench = try bench()
    try bench.decide(.sendToSigner(signer: "Hồ Văn Nam"))
    try bench.decide(.undo(bench.last))
    var dossier = try #require(bench.dossier)
    #expect(dossier.standingNumbering == nil && dossier.status == .received)
    #expect(dossier.numberings.map(\.struck) == [.undone])
    bench.openVolume = .success(OpenVolume(volume: Self.volume(), lastNumber: 16))
    try bench.decide(.sendToSigner(signer: "Hồ Văn Nam"))
    dossier = try #require(bench.dossier)
    #expect(dossier.numberings.map(\.struck) == [.undone, nil])
    #expect(dossier.standingNumbering?.numbers == [17, 18, 17])
  }

  @Test(arguments: [
    (Verdict.conflicted(with: DecisionBench.reference, over: .course), BookNumbering.Struck.conflicted),
    (.quarantined(.roleMissing), .held),
  ])
  func whatDoesNotCountIsListedAsStruck(verdict: Verdict, struck: BookNumbering.Struck) throws {
    var bench = try bench()
    try bench.decide(.sendToSigner(signer: "Hồ Văn Nam"))
    bench.rule(verdict)
    let dossier = try #require(bench.dossier)
    #expect(dossier.numberings.map(\.struck) == [struck] && dossier.standingNumbering == nil)
    #expect(dossier.numberings.compactMap { dossier.whyStruck($0, .vi) } == [struck.wording(.vi)])
  }

  @Test func theNumbersOfAVoidDossierDoNotStand() throws {
    var bench = try bench()
    try bench.decide(.sendToSigner(signer: "Hồ Văn Nam"))
    try bench.decide(.void(reason: "nhập nhầm"))
    let dossier = try #require(bench.dossier)
    #expect(dossier.standingNumbering == nil)
    #expect(dossier.numberings.compactMap { dossier.whyStruck($0, .vi) } == ["Hủy hồ sơ: nhập nhầm"])
  }
}

@Suite struct BookOpeningTests {
  private static let book = BookID(high: 8, low: 8)

  private func open(
    _ form: BookOpeningForm, after open: OpenVolume? = nil
  ) throws(BookDenial) -> (volume: Int, last: Int) {
    let opening = try form.opening(of: Self.book, after: open, today: NumberingTests.date)
    return (opening.volume.number, opening.lastOnPaper)
  }

  private func form(volume: Int? = nil, last: Int? = nil, takesOver: Bool = false) -> BookOpeningForm {
    BookOpeningForm(kind: .copies, year: 2026, volume: volume, lastOnPaper: last, takesOver: takesOver)
  }

  private func standing(_ holding: RegisterBook.Holding) -> OpenVolume {
    OpenVolume(volume: NumberingTests.volume(2), lastNumber: 40, holding: holding)
  }

  @Test func aBookThatWasBegunOnPaperGoesOnBehindItsLastNumber() throws {
    #expect(throws: BookDenial.lastNumberMissing) { try open(form()) }
    #expect(try open(form(last: 0)) == (1, 0))
    #expect(try open(form(volume: 3, last: 712)) == (3, 712))
    #expect(throws: BookDenial.impossible) { try open(form(last: -1)) }
    #expect(throws: BookDenial.impossible) { try open(form(volume: 100, last: 1)) }
  }

  @Test func onlyABookOfThisYearIsOpened() {
    #expect(throws: BookDenial.otherYear(2026)) { try open(BookOpeningForm(kind: .copies, year: 2027, lastOnPaper: 0)) }
  }

  @Test func theNumbersOfAHeldBookAreKnown() throws {
    #expect(throws: BookDenial.lastNumberKnown(40)) { try open(form(), after: standing(.held)) }
    #expect(throws: BookDenial.lastNumberKnown(40)) { try open(form(last: 41), after: standing(.held)) }
    #expect(throws: BookDenial.lastNumberKnown(40)) { try open(form(volume: 3, last: 41), after: standing(.held)) }
    #expect(try open(form(volume: 3), after: standing(.held)) == (3, 40))
    #expect(throws: BookDenial.volumeNotNext(next: 3)) { try open(form(volume: 4), after: standing(.held)) }
  }

  @Test func restoredDataAskForTheLastNumberOnPaper() throws {
    #expect(throws: BookDenial.closed(.copies, lastKnown: 40)) { try open(form(), after: standing(.closed)) }
    #expect(throws: BookDenial.lastNumberTooLow(known: 40)) { try open(form(last: 39), after: standing(.closed)) }
    #expect(try open(form(last: 43), after: standing(.closed)) == (2, 43))
  }

  @Test func aBookOfAnotherMachineIsTakenOverOnPurposeOnly() throws {
    #expect(throws: BookDenial.notHeld(.copies)) { try open(form(last: 43), after: standing(.elsewhere)) }
    #expect(throws: BookDenial.lastNumberMissing) { try open(form(takesOver: true), after: standing(.elsewhere)) }
    #expect(try open(form(last: 43, takesOver: true), after: standing(.elsewhere)) == (2, 43))
  }
}
