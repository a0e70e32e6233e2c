import DossierDomain
import ExchangeModel
import Foundation
import GRDB
import JournalFormat
import OfficeWork
import Testing

@testable import DossierStore

/// Entries of other machines that the province lost in a restore wait here for their author and do not count until
/// then.
@Suite struct LostPlaceTests {
  /// A desk whose order ends with its own dossier; the restored province still has this much of the order.
  private struct Scene {
    let office: OfficeFixture
    let own: QueueRow
    let kept: LogPosition
    let colleague = DossierID(high: 0x0190_0000_0000_7000, low: 0x8000_0000_0000_0042)

    init() throws {
      office = try OfficeFixture()
      try office.enrol()
      own = try office.receive()
      try office.exchange()
      kept = try office.store.read { try SyncRecord.position($0) }
    }

    /// A page of places after a position.
    func page(_ contents: [[UInt8]], behind base: LogPosition? = nil, log: UInt8? = nil) throws -> OrderedPage {
      var position = try base ?? office.store.read { try SyncRecord.position($0) }
      let first = position.sequence
      var places: [OrderedEntry] = []
      for bytes in contents {
        position.sequence += 1
        position.rolling = position.rolling.adding(entryHash: entryHash(bytes), verdict: .accepted)
        places.append(OrderedEntry(officeSequence: position.sequence, verdict: .accepted, content: .bytes(bytes)))
      }
      return OrderedPage(
        logEpoch: log.map { [UInt8](repeating: $0, count: 16) } ?? position.logEpoch, base: first, places: places,
        rolling: position.rolling, head: position.sequence, acknowledged: [], lanes: [])
    }

    /// A colleague's chain: her reception, and a note on the office's own dossier.
    func chain(note: String) throws -> [[UInt8]] {
      let epoch = DeviceEpoch(high: 77, low: 77)
      let reception = Reception(
        code: DossierCode("260101-7777", origin: .office),
        procedure: ProcedureReference(code: "1.001193", name: "Đăng ký khai sinh"),
        owner: Person(name: "Kăn Đôi"), channel: .direct, components: [], receivedAt: OfficeFixture.morning,
        appointment: nil, assignee: nil, isConfidential: false, receivingOffice: office.office.id,
        decidingOffice: office.office.id)
      let first = try EntryFormat.encode(
        Entry(
          reference: EntryReference(epoch: epoch, sequence: 1), previousHash: [], clerk: office.head.id,
          at: OfficeFixture.morning, dossier: colleague, base: kept.sequence, content: .dossier(.receive(reception))))
      let second = try EntryFormat.encode(
        Entry(
          reference: EntryReference(epoch: epoch, sequence: 2), previousHash: entryHash(first), clerk: office.head.id,
          at: OfficeFixture.morning, dossier: own.id, base: kept.sequence, content: .dossier(.note(note))))
      return [first, second]
    }

    func notes() throws -> [String] {
      try office.store.queue.card(own.id, viewer: office.headViewer)?.dossier.notes.map(\.text) ?? []
    }

    func held(_ id: DossierID) throws -> [QuarantineReason]? {
      try office.store.queue.card(id, viewer: office.headViewer)?.dossier.held.map(\.reason)
    }

    func check() throws {
      #expect(try office.store.upkeep.verify().faults.isEmpty)
      let dump = try office.dump()
      try office.store.upkeep.rebuild()
      #expect(try office.dump() == dump)
    }
  }

  @Test func itWaitsForItsAuthorAndCountsAgainWithHer() throws {
    let scene = try Scene()
    let chain = try scene.chain(note: "b")
    _ = try scene.office.store.exchange.apply(scene.page(chain))
    #expect(try scene.notes() == ["b"])
    // No machine has signed it, so nobody can hand it in for its author.
    _ = try scene.office.store.exchange.apply(scene.page([], behind: scene.kept, log: 2))
    #expect(try scene.notes().isEmpty)
    #expect(try scene.held(scene.own.id) == [.authorAwaited])
    #expect(try scene.held(scene.colleague) == [.authorAwaited])
    try scene.check()
    _ = try scene.office.store.exchange.apply(scene.page(chain))
    #expect(try scene.notes() == ["b"])
    #expect(try scene.held(scene.colleague) == [])
    try scene.check()
  }

  @Test func whatItsMachineHasSignedIsHandedInBeforeAnythingWaits() throws {
    let scene = try Scene()
    let chain = try scene.chain(note: "b")
    let device = DeviceID(high: 8, low: 8)
    let head = MachineHead(
      device: device, epoch: DeviceEpoch(high: 77, low: 77), sequence: 2, hash: entryHash(chain[1]),
      at: OfficeFixture.morning, signature: [UInt8](repeating: 1, count: 64))
    let key = try #require(SigningPublicKey(bytes: [2] + [UInt8](repeating: 5, count: 32)))
    var page = try scene.page(chain)
    page.response.signatures = Signatures(heads: [head], machines: [Machine(device: device, name: "Bàn 2", key: key)])
    page.response.signaturesThrough = 1
    _ = try scene.office.store.exchange.apply(page)
    // A restored province reports an older head than before.
    var restored = try scene.page([], behind: scene.kept, log: 2)
    restored.response.signatures = Signatures(heads: [
      MachineHead(
        device: device, epoch: head.epoch, sequence: 1, hash: entryHash(chain[0]), at: head.at,
        signature: head.signature)
    ])
    restored.response.signaturesThrough = 1
    _ = try scene.office.store.exchange.apply(restored)
    #expect(try scene.notes() == ["b"])
    let today = OfficeFixture.morning.civilDate
    let outgoing = try scene.office.store.exchange.outgoing(mostEntries: 1, mostBytes: 1, today: today)
    #expect(outgoing.request.witnessedHeads == [head])
    #expect(outgoing.request.witnessedMachines.map(\.key) == [key])
    #expect(outgoing.request.entries == chain)
    // The province does not accept the entries, so they wait for their author from now on.
    var answer = try scene.page([])
    answer.request.epochs = outgoing.request.epochs
    _ = try scene.office.store.exchange.apply(answer)
    #expect(try scene.notes().isEmpty)
  }

  /// The disk here has changed the hash of an entry and not its bytes, which the next entry of its chain names.
  @Test func anEntryWhoseHashAloneIsDamagedIsHandedInForItsAuthor() throws {
    let scene = try Scene()
    let chain = try scene.chain(note: "b")
    let device = DeviceID(high: 8, low: 8)
    let head = MachineHead(
      device: device, epoch: DeviceEpoch(high: 77, low: 77), sequence: 2, hash: entryHash(chain[1]),
      at: OfficeFixture.morning, signature: [UInt8](repeating: 1, count: 64))
    let key = try #require(SigningPublicKey(bytes: [2] + [UInt8](repeating: 5, count: 32)))
    var page = try scene.page(chain)
    page.response.signatures = Signatures(heads: [head], machines: [Machine(device: device, name: "Bàn 2", key: key)])
    page.response.signaturesThrough = 1
    _ = try scene.office.store.exchange.apply(page)
    let right = Data(entryHash(chain[0]))
    try scene.office.store.write { db in
      try db.execute(
        sql: "UPDATE entry SET hash = ? WHERE hash = ?", arguments: [Data(repeating: 7, count: 32), right])
    }
    _ = try scene.office.store.exchange.apply(scene.page([], behind: scene.kept, log: 2))
    let today = OfficeFixture.morning.civilDate
    let outgoing = try scene.office.store.exchange.outgoing(mostEntries: 1, mostBytes: 1, today: today)
    #expect(outgoing.request.witnessedHeads == [head])
    #expect(outgoing.request.entries == chain)
    let (whole, aside) = try scene.office.store.read { db in
      (
        try Int.fetchOne(db, sql: "SELECT count(*) FROM entry WHERE hash = ?", arguments: [right]),
        try Int.fetchOne(db, sql: "SELECT count(*) FROM forked_entry")
      )
    }
    #expect(whole == 1 && aside == 0)
  }

  /// A machine writes different entries with the same references after the province has lost the first ones.
  @Test(arguments: [0, 1]) func anotherEntryOfTheSameNameTakesItsPlace(_ different: Int) throws {
    let scene = try Scene()
    let chain = try scene.chain(note: "b")
    _ = try scene.office.store.exchange.apply(scene.page(chain))
    _ = try scene.office.store.exchange.apply(scene.page([], behind: scene.kept, log: 2))
    let other = try scene.chain(note: "c")
    let first = try EntryFormat.encode(
      Entry(
        reference: EntryReference(epoch: DeviceEpoch(high: 77, low: 77), sequence: 1), previousHash: [],
        clerk: scene.office.head.id, at: OfficeFixture.morning, dossier: scene.own.id, base: scene.kept.sequence,
        content: .dossier(.note("d"))))
    _ = try scene.office.store.exchange.apply(scene.page(different == 0 ? [first] : other))
    #expect(try scene.notes() == [different == 0 ? "d" : "c"])
    #expect(try scene.held(scene.own.id) == [])
    // If the first entry of her dossier is no longer in the journal, nothing of it is found.
    let query = SearchQuery(text: "Kăn Đôi", limit: 5, viewer: scene.office.headViewer)
    let found = try scene.office.store.search.find(query)
    #expect(found.rows.isEmpty == (different == 0))
    #expect((try scene.held(scene.colleague) == nil) == (different == 0))
    let aside = try scene.office.store.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM forked_entry") }
    #expect(aside == (different == 0 ? 2 : 1))
    try scene.check()
  }

  private static let epoch = DeviceEpoch(high: 77, low: 77)

  private func beside(_ scene: Scene) throws -> [[UInt8]] {
    try scene.office.store.read { db in
      try Data.fetchAll(db, sql: "SELECT bytes FROM forked_entry ORDER BY rowid").map { Array($0) }
    }
  }

  private func keep(_ scene: Scene, _ bytes: [UInt8], hash: [UInt8]?) throws -> [[UInt8]] {
    try scene.office.store.write { db in
      try ForkedEntries.keep(db, Data(Self.epoch.bytes), 2, Data(bytes), hash.map { Data($0) })
    }
    return try beside(scene)
  }

  /// What a disk has made of an entry is kept until bytes come that agree with its hash; the next damage changes nothing.
  @Test func wholeBytesBesideTheJournalReplaceDamagedOnes() throws {
    let scene = try Scene()
    let whole = try scene.chain(note: "b")[1]
    var damaged = whole
    damaged[damaged.count - 1] ^= 1
    #expect(try keep(scene, damaged, hash: entryHash(whole)) == [damaged])
    #expect(try keep(scene, whole, hash: entryHash(whole)) == [whole])
    #expect(try keep(scene, damaged, hash: entryHash(whole)) == [whole])
    #expect(try keep(scene, damaged, hash: nil) == [whole])
    #expect(try keep(scene, whole, hash: entryHash(whole)) == [whole])
  }

  /// Both of two valid entries of one name are evidence. Their number is bounded, and what the province has sealed stays.
  @Test func everyEntryOfANameIsKept() throws {
    let scene = try Scene()
    let all = try (0...ForkedEntries.most).map { try scene.chain(note: "ghi \($0)")[1] }
    for (number, bytes) in all.dropLast().enumerated() {
      #expect(try keep(scene, bytes, hash: entryHash(bytes)) == Array(all[...number]))
    }
    #expect(try scene.office.store.upkeep.verify().keptBeside == ForkedEntries.most)
    try scene.office.store.write { db in
      try db.execute(sql: "INSERT INTO seal VALUES (?, ?)", arguments: [Data(entryHash(all[0])), Data([1])])
    }
    let last = all[ForkedEntries.most]
    #expect(try keep(scene, last, hash: entryHash(last)) == [all[0]] + all[2...])
  }

  /// What an earlier version kept stays.
  @Test func theUpgradeKeepsWhatWasThere() throws {
    let scene = try Scene()
    let bytes = try scene.chain(note: "b")[1]
    try scene.office.store.write { db in
      try db.execute(
        sql: """
          DROP TABLE forked_entry;
          CREATE TABLE forked_entry (
            epoch BLOB NOT NULL, sequence INTEGER NOT NULL, bytes BLOB NOT NULL, PRIMARY KEY (epoch, sequence)) STRICT
          """)
      try db.execute(
        sql: "INSERT INTO forked_entry VALUES (?, 2, ?)", arguments: [Data(Self.epoch.bytes), Data(bytes)])
      try ForkedEntries.migrate(db)
    }
    let other = try scene.chain(note: "c")[1]
    #expect(try keep(scene, other, hash: entryHash(other)) == [bytes, other])
  }

  /// The good bytes come into the journal again after damaged ones were set aside, and lose their name to another entry.
  @Test func theSetAsideEntryIsKeptAsItWasWritten() throws {
    let scene = try Scene()
    let chain = try scene.chain(note: "b")
    let epoch = DeviceEpoch(high: 77, low: 77)
    var damaged = Data(chain[1])
    damaged[damaged.count - 1] ^= 1
    try scene.office.store.write { try ForkedEntries.keep($0, Data(epoch.bytes), 2, damaged, nil) }
    _ = try scene.office.store.exchange.apply(scene.page(chain))
    _ = try scene.office.store.exchange.apply(scene.page([], behind: scene.kept, log: 2))
    _ = try scene.office.store.exchange.apply(scene.page(scene.chain(note: "c")))
    let aside = try scene.office.store.read { db in
      try Data.fetchOne(db, sql: "SELECT bytes FROM forked_entry WHERE sequence = 2")
    }
    #expect(aside == Data(chain[1]))
  }

  /// Entries after one that no desk could read do not continue the chain of the entry that took its reference.
  @Test func whatDoesNotFollowIsKeptBesideTheJournal() throws {
    let scene = try Scene()
    let chain = try scene.chain(note: "b")
    _ = try scene.office.store.exchange.apply(scene.page([chain[1]]))
    _ = try scene.office.store.exchange.apply(scene.page([], behind: scene.kept, log: 2))
    #expect(try scene.held(scene.own.id) == [.authorAwaited])
    let first = try EntryFormat.encode(
      Entry(
        reference: EntryReference(epoch: DeviceEpoch(high: 77, low: 77), sequence: 1), previousHash: [],
        clerk: scene.office.head.id, at: OfficeFixture.morning, dossier: scene.own.id, base: scene.kept.sequence,
        content: .dossier(.note("d"))))
    _ = try scene.office.store.exchange.apply(scene.page([first]))
    #expect(try scene.notes() == ["d"])
    #expect(try scene.held(scene.own.id) == [])
    try scene.check()
  }
}
