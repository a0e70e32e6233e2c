import DossierDomain
import ExchangeModel
import Foundation
import JournalFormat
import PostgresForTests
import SyncProtocol
import Testing

@testable import ProvincialServer

@Suite struct ConcurrencyContractTests {
  @Test(arguments: StoreKind.allCases) func eightPushersMakeOneOrderWithoutGaps(_ kind: StoreKind) async throws {
    let province = try TestProvince(kind)
    var desks: [TestDesk] = []
    for _ in 0..<8 { desks.append(try province.desk()) }
    let done = try await withThrowingTaskGroup(of: TestDesk.self) { group in
      for (index, desk) in desks.enumerated() {
        group.addTask {
          var desk = desk
          for round in 0..<10 {
            for number in 0..<3 {
              try desk.receive(
                TestDesk.dossier(UInt64(index * 1000 + round * 10 + number)), code: "A-\(index)-\(round)-\(number)")
            }
            // Applying an answer checks the order up to there: it has no gaps, and its hash agrees.
            try desk.exchange(province)
          }
          return desk
        }
      }
      var done: [TestDesk] = []
      for try await desk in group { done.append(desk) }
      return done
    }
    var positions: Set<Int64> = []
    for var desk in done {
      while try desk.exchange(province).head > desk.position.sequence {}
      #expect(desk.waiting.isEmpty)
      positions.insert(desk.position.sequence)
    }
    #expect(positions == Set([245]))
    let all = done.flatMap(\.lanes)
    for (index, block) in all.enumerated() { #expect(!all[(index + 1)...].contains { $0.overlaps(block) }) }
  }

  @Test func aConnectionThatIsCutIsMadeAgain() throws {
    let url = try TestPostgres.shared().empty() + "&application_name=cut"
    let store = try PostgresServerStore(url: url, connections: 2)
    let other = try PostgresServerStore(url: url, connections: 1)
    let province = try TestProvince(store: store)
    var desk = try province.desk()
    try desk.receive(TestDesk.dossier(1), code: "A-1")
    _ = try other.transaction {
      try $0.rows(
        """
        SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity
        WHERE pid <> pg_backend_pid() AND application_name = current_setting('application_name')
        AND datname = current_database() AND query LIKE '%COMMIT%'
        """, [])
    }
    try desk.exchange(province)
    #expect(desk.waiting.isEmpty)
  }

  @Test func aFullDiskKeepsNothingOfAnExchangeAndLosesNothing() throws {
    let folder = NSTemporaryDirectory() + "province-test-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let store = try SQLiteServerStore(path: folder + "/province.sqlite")
    let province = try TestProvince(store: store)
    var desk = try province.desk()
    try desk.exchange(province)
    let before = try province.administration.offices()
    func limit(_ pages: String) throws {
      _ = try store.transaction { try $0.rows("PRAGMA max_page_count = \(pages)", []) }
    }
    try limit("1")
    for number in 1...400 { try desk.receive(TestDesk.dossier(UInt64(number)), code: "A-\(number)") }
    #expect(throws: ServerStoreError.diskFull) { try desk.exchange(province) }
    #expect(try province.administration.offices() == before)
    try limit("1000000")
    try desk.exchange(province)
    #expect(desk.waiting.isEmpty)
  }

  /// Opening a database of the first version adds the tables, columns and indexes that it lacks.
  @Test(arguments: StoreKind.allCases) func aDatabaseOfAnEarlierVersionIsBroughtUp(_ kind: StoreKind) throws {
    let folder = NSTemporaryDirectory() + "province-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let url = kind == .postgresql ? try TestPostgres.shared().empty() : ""
    func open() throws -> any ServerStore {
      kind == .sqlite
        ? try SQLiteServerStore(path: folder + "/server.sqlite") : try PostgresServerStore(url: url, connections: 1)
    }
    let store = try open()
    try store.transaction { transaction in
      try transaction.run("DROP INDEX dossier_decided_elsewhere", [])
      for table in [
        "yearly_decision", "decided_day", "office_decision", "procedure_decision", "office_procedures",
        "unplaced_entry",
        "blob_arrival", "blob_arrival_part", "statement", "machine_head", "clerk_key", "unit_code",
      ] {
        try transaction.run("DROP TABLE \(table)", [])
      }
      try transaction.run("ALTER TABLE beginning DROP COLUMN ends_at", [])
      for column in [
        "device DROP COLUMN reads", "device DROP COLUMN handed_through", "device DROP COLUMN late_entries",
        "device DROP COLUMN late_bytes", "lane DROP COLUMN granted_on", "log_epoch DROP COLUMN witness_until",
        "office DROP COLUMN signed", "device DROP COLUMN public_key", "device DROP COLUMN serial",
        "device DROP COLUMN everybody", "device DROP COLUMN clerks_since", "enrolment_code DROP COLUMN clerks",
        "credential DROP COLUMN public_key", "credential DROP COLUMN wrapped_key",
        "credential DROP COLUMN key_signature", "credential DROP COLUMN is_initial", "book DROP COLUMN held_since",
        "adoption DROP COLUMN clerks", "withheld DROP COLUMN was_held",
      ] { try transaction.run("ALTER TABLE \(column)", []) }
      switch kind {
      case .sqlite: _ = try transaction.rows("PRAGMA user_version = 1", [])
      case .postgresql: try transaction.run("UPDATE meta SET value = $1 WHERE name = 'schema'", [.blob([1])])
      }
    }
    store.close()
    let again = try open()
    // The index and the table exist again, since dropping them succeeds.
    try again.transaction { transaction in
      _ = try transaction.run("DROP INDEX dossier_decided_elsewhere", [])
      _ = try transaction.run("DROP TABLE yearly_decision", [])
    }
    again.close()
  }

  @Test func aDatabaseOfANewerVersionIsNotTouched() throws {
    let url = try TestPostgres.shared().empty()
    let store = try PostgresServerStore(url: url, connections: 1)
    try store.transaction { _ = try $0.run("UPDATE meta SET value = $1 WHERE name = 'schema'", [.blob([99])]) }
    #expect(throws: ServerStoreError.newerSchema) { try PostgresServerStore(url: url, connections: 1) }
  }

  @Test func valuesNeverComeOutInErrors() throws {
    let store = try PostgresServerStore(url: TestPostgres.shared().empty(), connections: 1)
    do {
      try store.transaction { transaction in
        for _ in 0..<2 {
          try transaction.run("INSERT INTO meta (name, value) VALUES ($1, $2)", [.text("Hồ Thị Lan"), .blob([1])])
        }
      }
      Issue.record("a duplicate key was taken")
    } catch {
      #expect(!"\(error)".contains("Lan"))
      #expect("\(error)".contains("23505"))
    }
  }

  @Test func aServerThatIsNotThereIsSaidToBe() {
    #expect(throws: ServerStoreError.self) {
      try PostgresServerStore(url: "postgresql://nobody@/none?host=/nowhere", connections: 1)
    }
  }
}
