import Crypto
import DossierDomain
import ExchangeModel
import Foundation
import GRDB
import JournalFormat
import OfficeWork
import Testing

@testable import DossierStore

/// The record of full numbers that a screen shows.
@Suite struct NumberReadingStoreTests {
  private let now = OfficeFixture.morning

  private func readings(_ store: LocalStore) throws -> [(clerk: ClerkID, reading: DataReading)] {
    try store.write { db in
      try Data.fetchAll(db, sql: "SELECT bytes FROM entry WHERE dossier IS NULL ORDER BY position").compactMap {
        let entry = try EntryFormat.decodeTrusted(Array($0))
        guard case .office(.recordReading(let reading)) = entry.content else { return nil }
        return (entry.clerk, reading)
      }
    }
  }

  @Test func whoMaySeeThemIsRecordedAndNobodyElse() throws {
    let office = try OfficeFixture()
    let row = try office.receive()
    try office.perform(.assign(to: office.specialist.id), on: row.id)
    try office.store.decisions.readNumbers(
      of: row.id, purpose: " giải quyết  hồ sơ ", by: office.specialist.id, at: now)
    let recorded = try readings(office.store)
    #expect(recorded.map(\.clerk) == [office.specialist.id])
    #expect(
      recorded.map(\.reading) == [
        DataReading(
          what: .show, purpose: "giải quyết hồ sơ", persons: 1, showsNumbers: true,
          hash: Array(SHA256.hash(data: row.id.bytes)))
      ])
    #expect(throws: StoreError.denied(.numbersNotHers)) {
      try office.store.decisions.readNumbers(of: row.id, purpose: "đối chiếu", by: office.reception.id, at: now)
    }
    #expect(throws: StoreError.denied(.reasonMissing)) {
      try office.store.decisions.readNumbers(of: row.id, purpose: " ", by: office.head.id, at: now)
    }
    #expect(throws: StoreError.denied(.dossierUnknown)) {
      try office.store.decisions.readNumbers(of: office.newID(), purpose: "đối chiếu", by: office.head.id, at: now)
    }
    #expect(try readings(office.store).count == 1)
    try office.store.decisions.readNumbers(of: row.id, purpose: "đối chiếu", by: office.head.id, at: now)
    #expect(try readings(office.store).count == 2)
  }

  /// The record goes to the province with the other entries.
  @Test func theRecordIsSentWithTheExchange() throws {
    let office = try OfficeFixture()
    try office.enrol()
    try office.store.write { try MachinesReading.keep($0, OfficeReads(content: .own)) }
    let row = try office.receive()
    func waiting() throws -> Int {
      try office.store.exchange.outgoing(mostEntries: 1000, mostBytes: 1 << 20, today: now.civilDate).ownCount
    }
    let before = try waiting()
    try office.store.decisions.readNumbers(of: row.id, purpose: "đối chiếu", by: office.head.id, at: now)
    #expect(try waiting() == before + 1)
  }
}
