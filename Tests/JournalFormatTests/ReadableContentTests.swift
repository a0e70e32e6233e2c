import DossierDomain
import SwiftProtobuf
import Testing

@testable import JournalFormat
@testable import JournalSamples

@Suite struct ReadableContentTests {
  @Test func neighboursBecomeOneAndOrderDoesNotMatter() {
    let reads = ReadableContent(revision: 2, kinds: [5...6, 1...3, 4...4, 9...9, 6...7])
    #expect(reads.kinds == [1...7, 9...9])
    #expect(reads.contains(kind: 7, revision: 2) && !reads.contains(kind: 8, revision: 1))
    #expect(!reads.contains(kind: 7, revision: 3))
  }

  @Test func whatBothReadIsInNeitherAlone() {
    let newer = ReadableContent(revision: 3, kinds: [1...40, 100...120])
    let other = ReadableContent(revision: 2, kinds: [1...33, 110...130])
    #expect(newer.intersection(other) == ReadableContent(revision: 2, kinds: [1...33, 110...120]))
    #expect(!other.isSuperset(of: newer) && newer.isSuperset(of: newer.intersection(other)))
  }

  /// A version reads everything that the version before it did.
  @Test func thisVersionReadsWhatVersion02Did() {
    #expect(ReadableContent.own.isSuperset(of: .unsaid))
    for kind in EntryKind.allCases {
      #expect(ReadableContent.own.contains(kind: kind.rawValue, revision: EntryFormat.revision))
    }
  }

  /// A machine that does not know the kind would keep the paper raw, so no other one issues any until its upgrade.
  @Test func anIssuedPaperIsReadableOnlyForThoseThatKnowTheKind() throws {
    var random = RandomContent(seed: 35)
    let content = EntryContent.dossier(random.action(.issuePaper))
    #expect(try EntryFormat.isReadable(content, by: .own))
    #expect(try !EntryFormat.isReadable(content, by: ReadableContent(revision: EntryFormat.revision, kinds: [1...34])))
  }

  /// A version that folds such a row without its births would compute another dossier.
  @Test func whatARegisterAddsToAPersonHasARevisionOfItsOwn() throws {
    var row = ImportedDossier(
      code: DossierCode("A-1", origin: .imported), procedure: ProcedureReference(code: "", name: ""),
      owner: Person(name: "Hồ Một", birth: "1998", sex: .female), status: .inProgress, receivedAt: nil, dueAt: nil,
      resolvedAt: nil, handedBackAt: nil, office: OfficeID(high: 1, low: 2))
    #expect(EntryFormat.revision(of: .dossier(.importUpdate(row))) == 1)
    row.unsaid = [.all, .saysPerson]
    #expect(EntryFormat.revision(of: .dossier(.importUpdate(row))) == EntryFormat.revisionOfImportedPersons)
    let reads = ReadableContent(revision: EntryFormat.revisionOfImportedPersons - 1, kinds: [1...200])
    #expect(try !EntryFormat.isReadable(.dossier(.importUpdate(row)), by: reads))
  }

  /// An office whose other desk knows only the first rules can still decide those.
  @Test func onlyRulesWithLaterFactsNeedTheirRevision() {
    var version = ProcedureVersion(code: "1.001193", name: "Đăng ký khai sinh", field: "Hộ tịch")
    version.rules.limits = [LimitRule(stages: [LimitRule.Stage(limit: .sameDay)])]
    let text = version.canonicalText
    #expect(text.hasSuffix("open\nlimit\t/\t-\t same_day"))
    #expect(EntryFormat.revision(of: .office(.setProcedure(version))) == 1)
    version.rules.limits[0].bounds.extensions = .known(1)
    #expect(version.canonicalText == text + "\tbounds ? ? 1 ?")
    #expect(EntryFormat.revision(of: .office(.setProcedure(version))) == EntryFormat.revisionOfSteps)
    version.rules.limits[0].bounds = ProcedureBounds()
    #expect(version.canonicalText == text)
    version.rules.questions = [
      CaseQuestion(id: "han", text: "Trẻ sinh đã bao lâu?", answers: ["chưa quá 60 ngày", "quá 60 ngày"], usual: 1)
    ]
    let asked = version.canonicalText
    #expect(EntryFormat.revision(of: .office(.setProcedure(version))) == 1)
    version.rules.questions[0].derivation = CaseQuestion.Derivation(daysSinceBirth: 60, answer: 2)
    #expect(version.canonicalText == asked.replacing("\nlimit", with: "\nbirth\than\t60\t2\nlimit"))
    #expect(EntryFormat.revision(of: .office(.setProcedure(version))) == EntryFormat.revisionOfSteps)
    version.rules.questions = []
    version.rules.law = [LegalText(number: "60/2014/QH13", title: "Luật Hộ tịch", article: "Điều 16")]
    #expect(version.canonicalText == text + "\nlaw\t60/2014/QH13\tLuật Hộ tịch\tĐiều 16\t/")
    #expect(EntryFormat.revision(of: .office(.setProcedure(version))) == EntryFormat.revisionOfSteps)
  }

  /// A desk that cannot read the case of an accepted submission is not told of one.
  @Test func theCaseOfAnAcceptedSubmissionHasTheRevisionOfSteps() {
    var acceptance = Acceptance(
      code: DossierCode("A-1", origin: .office), receivedAt: Instant(milliseconds: 1_795_500_000_000), appointment: nil)
    #expect(EntryFormat.revision(of: .dossier(.acceptOnline(acceptance))) == 1)
    acceptance.needs = [Acceptance.PaperNeed(paper: 1, need: .required)]
    #expect(EntryFormat.revision(of: .dossier(.acceptOnline(acceptance))) == EntryFormat.revisionOfSteps)
    acceptance.needs = []
    acceptance.caseRecord = CaseRecord(id: "dung-han", name: "Đúng hạn")
    #expect(EntryFormat.revision(of: .dossier(.acceptOnline(acceptance))) == EntryFormat.revisionOfSteps)
  }

  /// A line without a count keeps the bytes and the revision that it had.
  @Test func theCountsOfAFeeHaveTheirRevision() throws {
    var acceptance = Acceptance(
      code: DossierCode("A-1", origin: .office), receivedAt: Instant(milliseconds: 1_795_500_000_000), appointment: nil)
    let words = FeeLine(name: "Phí", kind: .known(.fee), calculation: "3 × 8.000", amount: 24_000)
    acceptance.caseRecord = CaseRecord(fee: [words])
    let plain = EntryContent.dossier(.acceptOnline(acceptance))
    #expect(EntryFormat.revision(of: plain) == EntryFormat.revisionOfSteps)
    let bytes: [UInt8] = try Wire.message(acceptance.caseRecord).serializedBytes()
    #expect(
      bytes == [0x2A, 24, 0x0A, 4] + "Phí".utf8 + [0x10, 1, 0x1A, 10] + "3 × 8.000".utf8 + [0x20, 0xC0, 0xBB, 1])
    acceptance.caseRecord.fee[0].count = FeeLine.Count(3, .copy, at: 8000)
    let counted = EntryContent.dossier(.acceptOnline(acceptance))
    #expect(EntryFormat.revision(of: counted) == EntryFormat.revisionOfFeeCounts)
    let earlier = ReadableContent(revision: EntryFormat.revisionOfFeeCounts - 1, kinds: ReadableContent.own.kinds)
    #expect(try EntryFormat.isReadable(plain, by: earlier) && !EntryFormat.isReadable(counted, by: earlier))
    #expect(try Wire.caseRecord(Wire.message(acceptance.caseRecord)) == acceptance.caseRecord)
  }

  /// A request without a last day keeps its revision and its bytes.
  @Test func theLastDayOfASupplementHasItsRevision() throws {
    let day = try #require(CivilDate(year: 2026, month: 12, day: 24))
    let plain = EntryContent.dossier(.requestSupplement(items: ["Ảnh"]))
    let dated = EntryContent.dossier(.requestSupplement(items: ["Ảnh"], until: day))
    #expect(EntryFormat.revision(of: plain) == 1)
    #expect(EntryFormat.revision(of: dated) == EntryFormat.revisionOfSupplementDays)
    let earlier = ReadableContent(
      revision: EntryFormat.revisionOfSupplementDays - 1, kinds: ReadableContent.own.kinds)
    #expect(try EntryFormat.isReadable(plain, by: earlier) && !EntryFormat.isReadable(dated, by: earlier))
    let bytes: [UInt8] = try CourseFormat.requestSupplement(["Ảnh"], "", nil).serializedBytes()
    #expect(bytes == [0x3A, 5] + "Ảnh".utf8)
    let written = CourseFormat.requestSupplement(["Ảnh"], "", day)
    #expect(try CourseFormat.requestSupplement(written) == .requestSupplement(items: ["Ảnh"], until: day))
    #expect(throws: EntryFormatError.self) { try CourseFormat.requestSupplement(.with { $0.number = .max }) }
  }

  /// A correction that earlier versions know keeps its revision.
  @Test func laterCorrectionsHaveTheirRevision() throws {
    func content(_ field: DossierAction.CorrectableField) -> EntryContent {
      .dossier(.correct(field: field, value: "2", reason: "gõ nhầm"))
    }
    let earlier = ReadableContent(revision: EntryFormat.revisionOfCorrections - 1, kinds: ReadableContent.own.kinds)
    for field in DossierAction.CorrectableField.allCases {
      #expect(EntryFormat.revision(of: content(field)) == (field.rawValue > 9 ? EntryFormat.revisionOfCorrections : 1))
      #expect(try EntryFormat.isReadable(content(field), by: earlier) == (field.rawValue <= 9))
    }
    // They would take an applicant who is taken away for one without a name.
    let emptied = EntryContent.dossier(.correct(field: .applicantName, value: "", reason: "gõ nhầm"))
    #expect(try !EntryFormat.isReadable(emptied, by: earlier))
  }

  /// The steps of an office whose other desk cannot read them leave no trace in its entries.
  @Test func whatNamesAStepHasItsRevision() {
    let fact = StepFact(id: "tham-dinh", name: "Thẩm định", dueAt: nil)
    func revision(_ action: DossierAction) -> UInt32 { EntryFormat.revision(of: .dossier(action)) }
    #expect(revision(.handOver(step: .verification, to: nil)) == 1)
    #expect(revision(.handOver(step: .verification, to: nil, fact: fact)) == EntryFormat.revisionOfSteps)
    var appointment = AppointmentFact(dueAt: Instant(milliseconds: 1), enteredDays: 3)
    #expect(
      revision(.receiveSupplement(received: [], appointment: appointment)) == EntryFormat.revisionOfEnteredDays)
    appointment.stepDueAt = Instant(milliseconds: 2)
    #expect(revision(.receiveSupplement(received: [], appointment: appointment)) == EntryFormat.revisionOfSteps)
    #expect(revision(.recordPayment(amount: 1, method: .cash, appointment: appointment)) == EntryFormat.revisionOfSteps)
    var acceptance = Acceptance(
      code: DossierCode("A", origin: .office), receivedAt: Instant(milliseconds: 1), appointment: nil)
    #expect(revision(.acceptOnline(acceptance)) == 1)
    acceptance.step = fact
    #expect(revision(.acceptOnline(acceptance)) == EntryFormat.revisionOfSteps)
  }

  /// While another machine cannot read one of these facts, none of them may be written.
  @Test func whoCameAndWhatSheGaveHasARevisionOfItsOwn() throws {
    let office = OfficeID(high: 1, low: 1)
    let plain = Reception(
      code: DossierCode("A-1", origin: .office), procedure: ProcedureReference(code: "", name: ""),
      owner: Person(name: "Hồ Một"), applicant: Person(name: "Hồ Hai"), channel: .direct,
      components: [Component(number: 1, name: "Tờ khai", form: .original, quantity: 3)],
      receivedAt: Instant(milliseconds: 1), appointment: nil, receivingOffice: office, decidingOffice: office)
    #expect(EntryFormat.revision(of: .dossier(.receive(plain))) == 1)
    let changes: [(inout Reception) -> Void] = [
      { $0.owner.kind = .householdBusiness }, { $0.owner.identified = .cardSeen }, { $0.owner.oldNumber = "191234567" },
      { $0.owner.card.issued = "01/01/2022" }, { $0.owner.card.further = [""] },
      { $0.applicant?.relation = Relation(.spouse) }, { $0.related = [Person(name: "Hồ Ba")] },
      { $0.isAssisted = true }, { $0.deliveryPlace = "xã Hướng Hiệp" },
      { $0.components[0].take(PaperCounts(originals: 1, plainCopies: 2)) },
    ]
    let earlier = ReadableContent(revision: EntryFormat.revisionOfPeople - 1, kinds: ReadableContent.own.kinds)
    for change in changes {
      var reception = plain
      change(&reception)
      let content = EntryContent.dossier(.receive(reception))
      #expect(EntryFormat.revision(of: content) == EntryFormat.revisionOfPeople)
      #expect(try !EntryFormat.isReadable(content, by: earlier))
    }
    var paper = plain.components[0]
    #expect(EntryFormat.revision(of: .dossier(.addComponent(paper))) == 1)
    paper.take(PaperCounts(originals: 1, plainCopies: 2))
    #expect(EntryFormat.revision(of: .dossier(.addComponent(paper))) == EntryFormat.revisionOfPeople)
  }

  @Test func aVisitHasItsRevisionAndComesBack() throws {
    var reception = Reception(
      code: DossierCode("A", origin: .office), procedure: ProcedureReference(code: "1.004873", name: "x"),
      owner: Person(name: "A"), channel: .direct, components: [], receivedAt: Instant(milliseconds: 1),
      appointment: nil,
      receivingOffice: OfficeID(high: 1, low: 1), decidingOffice: OfficeID(high: 1, low: 1))
    #expect(EntryFormat.revision(of: .dossier(.receive(reception))) == 1)
    reception.visit = DossierID(high: 3, low: 4)
    #expect(EntryFormat.revision(of: .dossier(.receive(reception))) == EntryFormat.revisionOfVisits)
    reception.blankReason = "mất điện"
    #expect(EntryFormat.revision(of: .dossier(.receive(reception))) == EntryFormat.revisionOfBlanks)
    reception.blankReason = ""
    reception.certified = [CertifiedLine(paper: "Bằng tốt nghiệp", pages: 2, copies: 30)]
    #expect(EntryFormat.revision(of: .dossier(.receive(reception))) == EntryFormat.revisionOfCertified)
  }

  /// A machine that does not know the kinds would not know which numbers are used up.
  @Test func numbersOfABookAreTakenOnlyIfAllKnowTheKind() throws {
    var random = RandomContent(seed: 36)
    let reads = ReadableContent(revision: EntryFormat.revision, kinds: [1...35, 100...199])
    for content in [EntryContent.dossier(random.action(.sendToSigner)), .office(random.action(.openBook))] {
      #expect(try EntryFormat.isReadable(content, by: .own) && !EntryFormat.isReadable(content, by: reads))
    }
  }

  @Test(arguments: ["", "1", "1:5", "1:7-3", "x:1-3", "1:1-3,2-4", "1:1-3\n", "01:1-3"])
  func whatIsNotWrittenSoIsNotRead(text: String) { #expect(ReadableContent(text: text) == nil) }

  @Test func itComesBackFromItsText() {
    for reads in [ReadableContent.own, .unsaid, ReadableContent(revision: 9, kinds: [])] {
      #expect(ReadableContent(text: reads.text) == reads)
    }
    for reads in [
      OfficeReads.unsaid, OfficeReads(content: nil), OfficeReads(content: .own, behind: ["Bàn 1", "Bàn 2"]),
    ] { #expect(OfficeReads(text: reads.text) == reads) }
  }

  @Test func whatNobodyWouldTakeIsNotWritten() throws {
    var random = RandomContent(seed: 11)
    var entry = random.entry()
    _ = try EntryFormat.write(entry)
    entry.at = Instant(milliseconds: -3_000_000_000_000)
    #expect(throws: EntryFormatError.malformed("instant")) { try EntryFormat.write(entry) }
    entry = random.entry()
    entry.reference.sequence = EntryFormat.maximumSequence + 1
    #expect(throws: EntryFormatError.malformed("sequence")) { try EntryFormat.write(entry) }
    entry = random.entry()
    entry.base = -1
    #expect(throws: EntryFormatError.malformed("place")) { try EntryFormat.write(entry) }
  }

  @Test func aReasonOfALaterVersionIsKeptAsItWasGiven() {
    for number in UInt8.min...UInt8.max {
      let verdict = Verdict.quarantined(QuarantineReason(rawValue: number))
      #expect(Verdict(bytes: verdict.bytes) == verdict && verdict.bytes == [2, number])
    }
    for number: UInt32 in [0, 1, 2, 3, 99, 100, 109, 110, 999, 1000, 1001, .max] {
      #expect(Matter(number: number).number == number)
    }
  }
}
