import DossierDomain
import ExchangeModel
import Foundation
import GRDB
import JournalFormat
import Testing

@testable import DossierStore

@Suite struct LargeActTests {
  /// An act is sent as a whole if possible. One that is larger than the province accepts would otherwise keep
  /// everything after it from being sent.
  @Test func anActTooLargeForARequestIsSplit() throws {
    let office = try OfficeFixture()
    try office.enrol()
    let entry = Entry(
      reference: EntryReference(epoch: DeviceEpoch(high: 1, low: 1), sequence: 1), previousHash: [],
      clerk: office.reception.id, at: OfficeFixture.morning, dossier: nil, base: 0,
      group: GroupID(high: 1, low: 1),
      content: .unknown(kind: 9000, payload: [UInt8](repeating: 1, count: 250 << 10)))
    let bytes = try EntryFormat.encode(entry)
    try office.store.write { db in
      for _ in 0..<40 {
        try db.execute(
          sql: """
            INSERT INTO entry (epoch_id, sequence, bytes, hash) SELECT id, last_sequence + 1, ?, ? FROM device_epoch
            WHERE is_current = 1;
            """, arguments: [Data(bytes), Data(entryHash(bytes))])
        try db.execute(sql: "UPDATE device_epoch SET last_sequence = last_sequence + 1 WHERE is_current = 1")
      }
    }
    let outgoing = try office.store.exchange.outgoing(
      mostEntries: 2000, mostBytes: 2 << 20, today: OfficeFixture.morning.civilDate)
    let size = outgoing.request.entries.reduce(0) { $0 + $1.count }
    #expect(outgoing.hasMore)
    #expect((2 << 20...3 << 20).contains(size))
  }
}
