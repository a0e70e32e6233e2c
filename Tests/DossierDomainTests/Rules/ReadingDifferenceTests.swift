import DossierDomain
import Testing

/// Rows that earlier versions read otherwise, and rows that say something else.
@Suite struct ReadingDifferenceTests {
  private static func row(_ change: (inout ImportedDossier) -> Void = { _ in }) -> ImportedDossier {
    var row = ImportedDossier(
      code: DossierCode("000.19.45.H50-261103-0001", origin: .imported),
      procedure: ProcedureReference(code: "1.004837", name: "Đăng ký giám hộ"),
      owner: Person(
        name: "Hồ Thị Kăn", identityNumber: "045098001236", phone: "0912345678", address: "Thôn A Ngo, xã La Lay"),
      status: .handedBack, receivedAt: Instant(iso8601: "2026-11-03T07:00"),
      dueAt: Instant(iso8601: "2026-11-06T17:00"), resolvedAt: Instant(iso8601: "2026-11-05T17:00"),
      handedBackAt: Instant(iso8601: "2026-11-05T17:00"), note: "Đã gọi", office: OfficeID(high: 9, low: 9))
    change(&row)
    return row
  }

  /// The facts that differ by their reading only; nil if the row says something else, or nothing new.
  private func facts(stored: ImportedDossier, read: ImportedDossier = row()) throws -> [ReadingDifference]? {
    let entry = RecordedAction(
      reference: EntryReference(epoch: DeviceEpoch(high: 3, low: 3), sequence: 1), clerk: ClerkID(high: 1, low: 1),
      at: Instant(milliseconds: 1), action: .importRow(stored))
    let dossier = try #require(Dossier.fold(id: DossierID(high: 2, low: 2), entries: [entry]))
    return importUpdate(read, of: dossier, history: [entry])?.readingDifferences(from: dossier)
  }

  private static let sameCells: [(ImportedFacts, @Sendable (inout ImportedDossier) -> Void)] = [
    (.ownerNumber, { $0.owner.identityNumber = "45098001236" }),
    (.ownerNumber, { $0.owner.identityNumber = "45098001236.0" }),
    (.ownerNumber, { $0.owner.identityNumber = "045 098 001 236" }),
    (.ownerPhone, { $0.owner.phone = "912345678" }),
    (.ownerPhone, { $0.owner.phone = "+84 912 345 678" }),
    (.ownerName, { $0.owner.name = "HỒ THỊ KĂN" }),
    // Letters that were encoded twice.
    (.ownerName, { $0.owner.name = "Há»“ Thá»‹ KÄƒn" }),
    (.ownerName, { $0.owner.name = "'Hồ  Thị Kăn" }),
    (.due, { $0.dueAt = Instant(iso8601: "2026-11-06T00:00") }),
    (.due, { $0.dueAt = Instant(iso8601: "2026-06-11T17:00") }),
    (.received, { $0.receivedAt = Instant(iso8601: "2026-11-03T00:00") }),
    (
      .outcome,
      {
        $0.handedBackAt = Instant(iso8601: "2026-11-05T00:00")
        $0.resolvedAt = $0.handedBackAt
      }
    ),
    (.procedure, { $0.procedure = ProcedureReference(code: "", name: "1.004837 - Đăng ký giám hộ") }),
    (.procedure, { $0.procedure = ProcedureReference(code: "", name: "Đăng ký giám hộ") }),
    (.note, { $0.note = "đã gọi." }),
  ]

  @Test(arguments: sameCells.indices) func aCellThatIsReadOtherwiseIsNoNews(place: Int) throws {
    let (fact, change) = Self.sameCells[place]
    #expect(try facts(stored: Self.row(change))?.map(\.fact) == [fact])
  }

  /// The number and the telephone stood in the cell of the address.
  @Test func numbersAmongAnAddressAreTakenOutOfIt() throws {
    let stored = Self.row {
      $0.owner.identityNumber = ""
      $0.owner.phone = ""
      $0.owner.address = "Thôn A Ngo, xã La Lay, CCCD 045098001236, ĐT: 0912.345.678"
    }
    #expect(try facts(stored: stored)?.map(\.fact) == [.ownerNumber, .ownerPhone, .ownerAddress])
  }

  @Test func numbersOfPersonsAreMasked() throws {
    let difference = try #require(try facts(stored: Self.row { $0.owner.identityNumber = "45098001236" })?.first)
    #expect(difference.stored == "450•••••236" && difference.read == "045••••••236")
  }

  private static let news: [@Sendable (inout ImportedDossier) -> Void] = [
    { $0.owner.identityNumber = "045098001237" },
    { $0.owner.identityNumber = "" },
    { $0.owner.phone = "0912345679" },
    { $0.owner.name = "Hồ Thị Kan" },
    { $0.owner.address = "Thôn A Ngo" },
    { $0.owner.address = "Thôn A Ngo, xã La Lay, huyện Đakrông" },
    { $0.dueAt = Instant(iso8601: "2026-11-07T00:00") },
    { $0.dueAt = Instant(iso8601: "2026-11-06T09:00") },
    { $0.dueAt = nil },
    { $0.status = .completed },
    { $0.copies = 2 },
    { $0.procedure = ProcedureReference(code: "1.004838", name: "Đăng ký giám hộ") },
    { $0.note = "" },
    // Something new beside something that is only read otherwise.
    {
      $0.owner.name = "HỒ THỊ KĂN"
      $0.owner.phone = ""
    },
  ]

  @Test(arguments: news.indices) func whatSaysSomethingElseIsNews(place: Int) throws {
    #expect(try facts(stored: Self.row(Self.news[place])) == nil)
  }

  /// The export of a register hides the owners of confidential dossiers; reading it again must not lose them.
  @Test func aHiddenOwnerChangesNothing() throws {
    let entry = RecordedAction(
      reference: EntryReference(epoch: DeviceEpoch(high: 3, low: 3), sequence: 1), clerk: ClerkID(high: 1, low: 1),
      at: Instant(milliseconds: 1), action: .importRow(Self.row()))
    let dossier = try #require(Dossier.fold(id: DossierID(high: 2, low: 2), entries: [entry]))
    let hidden = Self.row {
      $0.owner = Person(name: ImportedDossier.hiddenOwner)
      $0.note = ""
    }
    #expect(importUpdate(hidden, of: dossier, history: [entry]) == nil)
    var later = hidden
    later.copies = 2
    #expect(importUpdate(later, of: dossier, history: [entry])?.unsaid == ImportedFacts.all.subtracting(.copies))
  }
}
