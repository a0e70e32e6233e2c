import DossierDomain
import SwiftProtobuf
import Testing

import struct Foundation.Data

@testable import JournalFormat
@testable import JournalSamples

/// Well-formed protobuf with content that no desk may send. It is refused on arrival, and kept raw if the province gave
/// it a place.
@Suite struct MalformedContentTests {
  private static let identifier = Data(repeating: 1, count: 16)
  private static let appointment = Dossier_Journal_Appointment.with { $0.dueAt = 1_795_000_000_000 }

  private static func office(_ hours: [UInt32]) -> any Message {
    Dossier_Journal_OfficeSettings.with { ($0.id, $0.hours) = (identifier, hours) }
  }

  private static func version(_ change: (inout Dossier_Journal_ProcedureVersion) -> Void) -> any Message {
    Dossier_Journal_ProcedureVersion.with {
      ($0.code, $0.name) = ("1.004873", "Tình trạng hôn nhân")
      change(&$0)
    }
  }

  private static func announcement(_ change: (inout Dossier_Journal_Announcement) -> Void) -> any Message {
    Dossier_Journal_Announcement.with {
      ($0.number, $0.title, $0.date) = ("1/QĐ-UBND", "Công bố", 20_700)
      $0.changes = [.with { ($0.code, $0.change, $0.name) = ("1.004873", 2, "Tình trạng hôn nhân") }]
      change(&$0)
    }
  }

  /// - Parameter days: the distance of each day from the one before.
  private static func year(_ days: [UInt32], kinds: [UInt32], year: UInt32 = 2027) -> any Message {
    Dossier_Journal_YearlyDecision.with {
      ($0.year, $0.days, $0.kinds) = (year, days, kinds)
      $0.names = days.map { _ in "Tết" }
      $0.sources = days.map { _ in "QĐ" }
    }
  }

  /// A reception with a case that no version of a procedure could have.
  private static func reception(_ change: (inout Dossier_Journal_CaseRecord) -> Void) -> any Message {
    Dossier_Journal_Receive.with {
      ($0.channel, $0.receivedAt, $0.receivingOffice, $0.decidingOffice) = (
        1, 1_795_000_000_000, identifier, identifier
      )
      $0.owner = Wire.message(Person(name: "Hồ Thị Mơ"))
      $0.code = Wire.message(DossierCode("000.19.45.H50-261118-0031", origin: .office))
      $0.caseRecord.id = "bo-roi"
      change(&$0.caseRecord)
    }
  }

  private static func answer(_ question: String, _ number: UInt32) -> Dossier_Journal_CaseFact {
    .with { ($0.question, $0.answers) = (question, [number]) }
  }

  private static func counted(
    _ quantity: UInt32, _ unitAmount: UInt64, comesTo amount: UInt64?, unit: UInt32 = 1
  ) -> Dossier_Journal_FeeLine {
    .with {
      ($0.quantity, $0.unit, $0.unitAmount) = (quantity, unit, unitAmount)
      if let amount { $0.amount = amount }
    }
  }

  private static func received(_ change: (inout Dossier_Journal_Receive) -> Void) -> any Message {
    Dossier_Journal_Receive.with {
      ($0.channel, $0.receivedAt, $0.receivingOffice, $0.decidingOffice) = (
        1, 1_795_000_000_000, identifier, identifier
      )
      $0.owner = Wire.message(Person(name: "Hồ Thị Mơ"))
      $0.code = Wire.message(DossierCode("000.19.45.H50-261118-0031", origin: .office))
      change(&$0)
    }
  }

  private static func paper(_ change: (inout Dossier_Journal_Component) -> Void) -> any Message {
    received {
      $0.components = [Wire.message(Component(number: 1, name: "Tờ khai", form: .original))]
      change(&$0.components[0])
    }
  }

  private static func issuedPaper(_ change: (inout Dossier_Journal_IssuedPaper) -> Void) -> any Message {
    var message = Dossier_Journal_IssuedPaper.with {
      ($0.form, $0.template, $0.sealed) = ("01", "1", .init(repeating: "a", count: 64))
      $0.number = .with { ($0.count, $0.year, $0.series) = (1, 2026, "7K3QZ0") }
      $0.pageHash = Data(repeating: 1, count: 16)
    }
    change(&message)
    return message
  }

  private static func numbering(_ change: (inout Dossier_Journal_Numbering) -> Void) -> any Message {
    Dossier_Journal_Numbering.with {
      ($0.book, $0.kind, $0.year, $0.volume, $0.date) = (identifier, 1, 2026, 1, 20_775)
      ($0.numbers, $0.signer) = ([15, 16, 15], "Hồ Văn Nam")
      change(&$0)
    }
  }

  private static func opening(_ change: (inout Dossier_Journal_OpenedBook) -> Void) -> any Message {
    Dossier_Journal_OpenedBook.with {
      ($0.book, $0.kind, $0.year, $0.volume, $0.lastOnPaper) = (identifier, 1, 2026, 1, 14)
      change(&$0)
    }
  }

  private static let certifiedLine = Dossier_Journal_CertifiedLine.with {
    ($0.paper, $0.pages, $0.copies) = ("Bằng tốt nghiệp", 2, 30)
  }

  static let contents: [(EntryKind, any Message, String)] = [
    (.dossier(.receive), reception { $0.id = "Bỏ rơi" }, "case of a reception"),
    (.dossier(.receive), reception { $0.answers = [answer("tre", 0)] }, "case of a reception"),
    (.dossier(.receive), reception { $0.answers = [answer("tre", 21)] }, "case of a reception"),
    (.dossier(.receive), reception { $0.answers = [answer("tre", 1), answer("han", 1)] }, "case of a reception"),
    (.dossier(.receive), reception { $0.answers = [answer("tre", 1), answer("tre", 2)] }, "case of a reception"),
    (.dossier(.receive), reception { $0.fee = .init(repeating: .init(), count: 21) }, "case of a reception"),
    (.dossier(.receive), reception { $0.fee = [.with { $0.amount = .max }] }, "amount"),
    (.dossier(.receive), reception { $0.fee = [counted(3, 8000, comesTo: 24_001)] }, "case of a reception"),
    (.dossier(.receive), reception { $0.fee = [counted(3, 8000, comesTo: nil)] }, "case of a reception"),
    (.dossier(.receive), reception { $0.fee = [counted(10_001, 1, comesTo: 10_001)] }, "case of a reception"),
    (.dossier(.receive), reception { $0.fee = [counted(.max, .max, comesTo: 1)] }, "amount"),
    (.dossier(.receive), reception { $0.fee = [counted(3, 8000, comesTo: 24_000, unit: 3)] }, "Unit 3"),
    (.dossier(.receive), reception { $0.fee = [counted(3, 0, comesTo: nil, unit: 0)] }, "fee line"),
    (.dossier(.receive), reception { $0.fee = [counted(0, 8000, comesTo: nil, unit: 0)] }, "fee line"),
    (.dossier(.receive), reception { $0.reduction = .init(repeating: "x", count: 501) }, "case of a reception"),
    (
      .dossier(.receive), reception { $0.limit = .init(repeating: .with { $0.kind = 1 }, count: 7) },
      "case of a reception"
    ),
    (.dossier(.receive), reception { $0.limit = [.with { ($0.kind, $0.count) = (2, .max) }] }, "case of a reception"),
    (.dossier(.receive), received { $0.owner.kind = 6 }, "Kind 6"),
    (.dossier(.receive), received { $0.owner.identified = 8 }, "LookupMethod 8"),
    (.dossier(.receive), received { $0.owner.relation = 12 }, "Kind 12"),
    (.dossier(.receive), received { $0.owner.oldNumber = "19123456x" }, "person"),
    (.dossier(.receive), received { $0.owner.oldNumber = "1912345678901" }, "person"),
    (.dossier(.receive), received { $0.owner.cardIssued = "01/01/20221" }, "person"),
    (.dossier(.receive), received { $0.owner.cardFurther = .init(repeating: "", count: 6) }, "person"),
    (.dossier(.receive), received { $0.owner.cardFurther = [.init(repeating: "a", count: 201)] }, "person"),
    (
      .dossier(.receive),
      received { ($0.owner.relation, $0.owner.relationText) = (9, .init(repeating: "a", count: 201)) }, "person"
    ),
    (
      .dossier(.receive), received { $0.related = .init(repeating: Wire.message(Person(name: "Hồ")), count: 5) },
      "related persons"
    ),
    (.dossier(.receive), received { $0.deliveryPlace = .init(repeating: "a", count: 301) }, "reception"),
    // A single form, a number too high, the wrong sum, and not the highest form.
    (.dossier(.receive), paper { $0.originals = 1 }, "counts of a paper"),
    (.dossier(.receive), paper { ($0.originals, $0.plainCopies, $0.quantity) = (1, 100, 101) }, "counts of a paper"),
    (.dossier(.receive), paper { ($0.originals, $0.plainCopies, $0.quantity) = (1, 1, 3) }, "counts of a paper"),
    (.dossier(.receive), paper { ($0.certifiedCopies, $0.plainCopies, $0.quantity) = (1, 1, 2) }, "counts of a paper"),
    (.office(.setOffice), office([450, 690, 810]), "working hours"),
    (.office(.setOffice), office([690, 450, 810, 1020]), "working hours"),
    (.office(.setOffice), office([450, 690, 810, 1441]), "working hours"),
    (
      .office(.setClerk), Dossier_Journal_ClerkRecord.with { ($0.id, $0.roles) = (identifier, [77]) }, "Role 77"
    ),
    (.office(.setClerk), Dossier_Journal_ClerkRecord.with { $0.id = Data(repeating: 1, count: 15) }, "identifier"),
    (.office(.confirmClock), Dossier_Journal_ClockConfirmation.with { $0.date = .max }, "date"),
    (.office(.setAbsence), Dossier_Journal_AbsenceRecord.with { ($0.clerk, $0.from) = (identifier, .min) }, "date"),
    (.office(.setProcedure), version { $0.standing = 3 }, "standing of a procedure"),
    (.office(.setProcedure), version { $0.timeLimit = 6 }, "time limit of a procedure"),
    (.office(.setProcedure), version { $0.onlineLevel = 3 }, "online level of a procedure"),
    (.office(.setProcedure), version { $0.code = "1004873" }, "procedure: codeMalformed"),
    (.office(.setProcedure), version { $0.validFrom = .max }, "date"),
    (.office(.announce), announcement { $0.number = "" }, "announcement: numberMissing"),
    (.office(.announce), announcement { $0.date = .max }, "date"),
    (.office(.announce), announcement { $0.file = Data([1]) }, "announcement: hashMalformed"),
    (.office(.announce), announcement { $0.changes[0].change = 4 }, "Kind 4"),
    (.office(.announce), announcement { $0.changes[0].code = "1" }, "announcement: codeMalformed"),
    (
      .office(.announce), announcement { $0.changes = Array(repeating: $0.changes[0], count: 3001) },
      "changes of an announcement"
    ),
    (
      .office(.retractAnnouncement), Dossier_Journal_AnnouncementRetraction.with { $0.number = "1/QĐ" },
      "retraction: reasonMissing"
    ),
    (.office(.setDays), year([0, 1], kinds: [1]), "days of a year"),
    (.office(.setDays), year([367], kinds: [1]), "day of a year"),
    (.office(.setDays), year([3], kinds: [5]), "day of a year"),
    (.office(.setDays), year([3], kinds: [0]), "day of a year"),
    // Two days with the same date, and one of the next year.
    (.office(.setDays), year([3, 0], kinds: [1, 2]), "days of a year: twice"),
    (.office(.setDays), year([366], kinds: [1]), "days of a year: ofAnotherYear"),
    (.dossier(.extend), Dossier_Journal_Plain.with { $0.text = "chờ" }, "appointment"),
    (.dossier(.verify), Dossier_Journal_Verify.with { $0.reason = "hỏi xã cũ" }, "appointment"),
    (.dossier(.recomputeAppointment), Dossier_Journal_Plain(), "appointment"),
    (
      .dossier(.extend),
      Dossier_Journal_Plain.with {
        $0.appointment = appointment
        $0.appointment.pausePolicy = 9
      }, "PausePolicy 9"
    ),
    (.dossier(.handOver), Dossier_Journal_Plain.with { $0.number = 300 }, "ProcessingStep 300"),
    (.dossier(.recordPayment), Dossier_Journal_Plain.with { $0.amount = .max }, "amount"),
    (.dossier(.undo), Dossier_Journal_Plain.with { $0.sequence = 1 }, "identifier"),
    (.dossier(.correct), Dossier_Journal_Plain.with { $0.number = 99 }, "CorrectableField"),
    (.dossier(.setComponentForm), Dossier_Journal_Plain.with { $0.choice = 99 }, "Form 99"),
    (.dossier(.issuePaper), issuedPaper { $0.form = "01 " }, "form of a paper"),
    (.dossier(.issuePaper), issuedPaper { $0.number.series = "7K3QZO" }, "number of a paper"),
    (.dossier(.issuePaper), issuedPaper { $0.number.count = 0 }, "number of a paper"),
    (.dossier(.issuePaper), issuedPaper { $0.replaces = .init() }, "number of a paper"),
    (.dossier(.issuePaper), issuedPaper { $0.replaces = $0.number }, "issued paper"),
    (.dossier(.issuePaper), issuedPaper { $0.pageHash = Data(repeating: 1, count: 32) }, "issued paper"),
    (.dossier(.issuePaper), issuedPaper { $0.sealed = .init(repeating: "A", count: 64) }, "issued paper"),
    (.dossier(.issuePaper), issuedPaper { $0.template = .init(repeating: "1", count: 41) }, "issued paper"),
    (.dossier(.receive), received { $0.certified = .init(repeating: certifiedLine, count: 21) }, "certified lines"),
    (.dossier(.receive), received { $0.certified = [.init()] }, "certified lines"),
    (.dossier(.sendToSigner), numbering { $0.numbers = [15, 17] }, "numbers of a book"),
    (.dossier(.sendToSigner), numbering { $0.numbers = [] }, "numbers of a book"),
    (.dossier(.sendToSigner), numbering { $0.numbers = [.max] }, "numbers of a book"),
    (.dossier(.sendToSigner), numbering { $0.numbers = Array(1...21) }, "numbers of a book"),
    (.dossier(.sendToSigner), numbering { $0.signer = "" }, "numbers of a book"),
    (.dossier(.sendToSigner), numbering { $0.year = 2027 }, "numbers of a book"),
    (.dossier(.sendToSigner), numbering { $0.year = 0 }, "volume of a book"),
    (.dossier(.sendToSigner), numbering { $0.kind = 5 }, "BookKind 5"),
    (.dossier(.sendToSigner), numbering { $0.date = .max }, "date"),
    (.dossier(.sendToSigner), numbering { $0.book = Data() }, "identifier"),
    (.office(.openBook), opening { $0.volume = 100 }, "volume of a book"),
    (.office(.openBook), opening { $0.lastOnPaper = 10_000_001 }, "opening of a book"),
    (.dossier(.importRow), Dossier_Journal_Imported.with { $0.status = 99 }, "status"),
    (.dossier(.addCode), Dossier_Journal_Plain.with { $0.code.origin = 99 }, "Origin 99"),
  ]

  @Test(arguments: contents.indices) func itIsRefusedAndKeptRawAtItsPlace(_ index: Int) throws {
    let (kind, message, fault) = Self.contents[index]
    var random = RandomContent(seed: UInt64(index))
    var entry = random.entry()
    entry.revision = EntryFormat.revision
    entry.content = .unknown(kind: kind.rawValue, payload: try message.serializedBytes())
    let bytes = try EntryFormat.encode(entry)
    let error = #expect(throws: EntryFormatError.self) { try EntryFormat.decode(bytes) }
    guard case .malformed(let reason) = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(reason.contains(fault))
    #expect(try EntryFormat.decodePlaced(bytes) == entry)
    #expect(try EntryFormat.decodeTrusted(bytes) == entry)
  }

  /// The fields do not form a message.
  @Test func bytesThatAreNoProtobufHaveNoName() throws {
    let bytes: [UInt8] = [0x0A, 0x7F, 1]
    #expect(throws: EntryFormatError.self) { try EntryFormat.decode(bytes) }
    #expect(EntryFormat.name(of: bytes) == nil)
    #expect(EntryFormat.author(of: bytes) == nil)
    #expect(throws: EntryFormatError.self) { try EntryFormat.base(of: bytes) }
  }

  /// A known kind with an unknown further field. Content that is not fully known must not be folded.
  @Test func contentThatWouldBeWrittenOtherwiseIsKeptRawAtItsPlace() throws {
    var random = RandomContent(seed: 13)
    var entry = random.entry()
    entry.revision = EntryFormat.revision
    entry.content = .unknown(kind: DossierKind.note.rawValue, payload: [0x2A, 0x01, 0x61, 0xF8, 0x07, 0x01])
    let bytes = try EntryFormat.encode(entry)
    #expect(throws: EntryFormatError.notCanonical) { try EntryFormat.decode(bytes) }
    #expect(try EntryFormat.decodePlaced(bytes) == entry)
    #expect(throws: EntryFormatError.notCanonical) { try EntryFormat.decodePlaced(bytes + [0x48, 0x01]) }
  }

  @Test func anEntryHasAWholeHashOfTheOneBeforeAndAWholeOrigin() throws {
    var random = RandomContent(seed: 11)
    var entry = random.entry()
    entry.previousHash = [1, 2, 3]
    let short = try EntryFormat.encode(entry)
    #expect(throws: EntryFormatError.malformed("previous hash")) { try EntryFormat.decode(short) }
    entry.previousHash = []
    entry.origin = EntryOrigin(reference: entry.reference, hash: [1])
    let origin = try EntryFormat.encode(entry)
    #expect(throws: EntryFormatError.malformed("origin")) { try EntryFormat.decode(origin) }
  }

  @Test func theActAndTheBaseAreReadWithoutTheContent() throws {
    var random = RandomContent(seed: 12)
    var entry = random.entry()
    entry.base = 41
    entry.group = GroupID(high: 7, low: 7)
    entry.content = .unknown(kind: 4711, payload: [1])
    let (sequence, act) = try EntryFormat.base(of: EntryFormat.encode(entry))
    #expect(sequence == 41 && act == EntryAct(group: GroupID(high: 7, low: 7), dossier: entry.dossier))
    entry.group = nil
    #expect(try EntryFormat.base(of: EntryFormat.encode(entry)).act == nil)
  }

  @Test func aFoldHasACodeAPlaceAndAStatus() throws {
    let bytes = try FoldedFormat.encode(#require(FoldedFormatTests.folded(seed: 3)))
    for change: (inout Dossier_Journal_Folded) -> Void in [
      { $0.codes = [] }, { $0.lastSequence = 0 }, { $0.status = 99 }, { $0.lastChangedAt = .max }, { $0.id = Data() },
      { $0.deliveryPlace = String(repeating: "a", count: Reception.longestPlace + 1) },
    ] {
      var message = try Dossier_Journal_Folded(serializedBytes: bytes)
      change(&message)
      let changed: [UInt8] = try message.serializedBytes()
      #expect(throws: EntryFormatError.self) { try FoldedFormat.decodeTrusted(changed) }
    }
    let long = [UInt8](repeating: 0, count: EntryFormat.maximumBytes + 1)
    #expect(throws: EntryFormatError.tooLarge(long.count)) { try FoldedFormat.decode(long) }
    var folded = try #require(FoldedFormatTests.folded(seed: 3))
    folded.dossier.summary = String(repeating: "a", count: EntryFormat.maximumBytes)
    #expect(throws: EntryFormatError.self) { try FoldedFormat.encode(folded) }
  }

  // MARK: Verdicts

  @Test(
    arguments: [
      [], [0, 0], [1], [2], [2, 1, 1], [3, 1], [4], [UInt8](repeating: 1, count: 32),
      // A matter is a number of 32 bits, but this one is 2^32.
      [1] + [UInt8](repeating: 7, count: 24) + [0, 0, 0, 1, 0, 0, 0, 0],
    ] as [[UInt8]])
  func bytesThatAreNoVerdictAreNone(_ bytes: [UInt8]) { #expect(Verdict(bytes: bytes) == nil) }

  @Test func aVerdictComesBackFromItsBytes() {
    let reference = EntryReference(epoch: DeviceEpoch(high: 1, low: 2), sequence: 1 << 40)
    for verdict: Verdict in [
      .accepted, .conflicted(with: reference, over: .component(3)), .conflicted(with: reference, over: .other(50)),
      .quarantined(.codeTaken), .quarantined(.other(200)), .repeated(of: reference),
    ] { #expect(Verdict(bytes: verdict.bytes) == verdict) }
  }
}
