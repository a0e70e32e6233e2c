import DossierDomain
import Testing

@testable import JournalFormat

@Suite struct AnnouncementFormatTests {
  private func entry(_ announcement: Announcement) -> Entry {
    Entry(
      reference: EntryReference(epoch: DeviceEpoch(high: 1, low: 2), sequence: 7), previousHash: [],
      clerk: ClerkID(high: 3, low: 4), at: Instant(milliseconds: 1_795_000_000_000), dossier: nil,
      content: .office(.announce(announcement)))
  }

  private func announcement(_ count: Int, nameLength: Int = 0) -> Announcement {
    Announcement(
      number: "1/QĐ-UBND", date: CivilDate(dayNumber: 20_700), title: String(repeating: "ề", count: 500),
      signer: String(repeating: "ề", count: 500), fileHash: [UInt8](repeating: 7, count: 32),
      changes: (0..<count).map { place in
        Announcement.Change(
          code: "1.\(100_000 + place).H99999999", kind: .amended, name: String(repeating: "a", count: nameLength),
          versionHash: [UInt8](repeating: UInt8(place & 0xFF), count: 32))
      })
  }

  /// All procedures of a province are one entry.
  @Test func aProvincesProceduresFitAnEntry() throws {
    let bytes = try EntryFormat.write(entry(announcement(2057)))
    #expect(bytes.count < EntryFormat.maximumBytes / 2)
  }

  /// Whatever the domain permits can be written.
  @Test func theLargestAnnouncementFitsAnEntry() throws {
    let largest = try announcement(Announcement.mostChanges, nameLength: 19).checked()
    let bytes = try EntryFormat.write(entry(largest))
    #expect(bytes.count <= EntryFormat.maximumBytes)
    #expect(throws: Announcement.Fault.namesTooLong) {
      try announcement(Announcement.mostChanges, nameLength: 20).checked()
    }
  }
}
