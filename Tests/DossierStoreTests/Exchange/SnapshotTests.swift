import DossierDomain
import ExchangeModel
import Foundation
import GRDB
import JournalFormat
import OfficeWork
import Testing

@testable import DossierStore

/// How a desk uses dossiers that arrived folded. The simulator and the tests over a real connection cover the transfer.
@Suite struct SnapshotTests {
  private static let epoch = DeviceEpoch(high: 77, low: 1)
  private static let logEpoch = [UInt8](repeating: 7, count: 16)
  private static let moment = LogPosition(logEpoch: logEpoch, sequence: 40, rolling: .zero)

  /// Entries of another desk: a dossier received and withdrawn.
  private static func history(_ office: OfficeFixture, _ id: DossierID, _ code: String) throws -> [[UInt8]] {
    let reception = Reception(
      code: DossierCode(code, origin: .office), procedure: ProcedureReference(code: "2.000815", name: "Chứng thực"),
      owner: Person(name: "Hồ Thị Mai"), channel: .direct, components: [],
      receivedAt: OfficeFixture.morning, appointment: nil, receivingOffice: office.office.id,
      decidingOffice: office.office.id)
    var previous: [UInt8] = []
    return try [DossierAction.receive(reception), .withdraw(reason: "rút")].enumerated().map { index, action in
      let bytes = try EntryFormat.encode(
        Entry(
          reference: EntryReference(epoch: epoch, sequence: Int64(index) + 1), previousHash: previous,
          clerk: office.head.id, at: OfficeFixture.morning, dossier: id, content: .dossier(action)))
      previous = entryHash(bytes)
      return bytes
    }
  }

  private static func folded(_ history: [[UInt8]], _ id: DossierID) throws -> [UInt8] {
    let entries = try history.compactMap { try EntryFormat.decode($0).recorded }
    let folded = try #require(FoldedDossier(id: id, entries: entries, restingSince: Instant(milliseconds: .max)))
    return try FoldedFormat.encode(folded)
  }

  /// A desk that has begun with one folded dossier. Its own settings and clerks were there before.
  /// - Parameter isLast: nothing else of the snapshot is to come.
  private static func desk(isLast: Bool = true) throws -> (office: OfficeFixture, id: DossierID, history: [[UInt8]]) {
    let office = try OfficeFixture()
    try office.enrol()
    let id = office.newID()
    let history = try history(office, id, "000.19.45.H50-261110-0007")
    let signed = Checkpoint(
      office: office.office.id, position: moment, at: OfficeFixture.morning, signature: [1])
    let through = SnapshotMark(moment: signed, aboutOffice: 40, dossier: id)
    _ = try office.store.exchange.apply(
      page(
        base: 0, position: .beginning,
        snapshot: SnapshotPage(
          before: SnapshotMark(moment: signed), through: through, isLast: isLast, left: 0, places: [],
          foldRevision: FoldedDossier.revision, folded: [folded(history, id)])))
    return (office, id, history)
  }

  private static func page(
    base: Int64, position: LogPosition, places: [OrderedEntry] = [], snapshot: SnapshotPage? = nil,
    histories: [OrderedEntry] = [], part: HistoryPart? = nil, asked: [DossierID] = [],
    readable: OfficeReads? = OfficeReads(content: nil)
  ) -> OrderedPage {
    OrderedPage(
      logEpoch: logEpoch, base: base, places: places, rolling: position.rolling, head: position.sequence,
      acknowledged: [], lanes: [], snapshot: snapshot, histories: histories,
      historyPart: part, historiesAsked: asked, readable: readable)
  }

  private func place(_ bytes: [UInt8], at sequence: Int64) -> OrderedEntry {
    OrderedEntry(officeSequence: sequence, verdict: .accepted, content: .bytes(bytes))
  }

  @Test func aFoldedDossierIsWorkedWithLikeAnother() throws {
    let (office, id, _) = try Self.desk()
    #expect(
      try office.store.exchange.outgoing(mostEntries: 9, mostBytes: 9999, today: OfficeFixture.morning.civilDate)
        .request.position
        == Self.moment)
    let card = try #require(try office.store.queue.card(id, viewer: office.headViewer))
    #expect(card.dossier.owner.name == "Hồ Thị Mai" && card.timeline.isEmpty && card.isFolded)
    #expect(try office.store.queue.findByCode("0007", viewer: office.headViewer).map(\.id) == [id])
    #expect(try office.perform(.note("đã tra"), on: id).delivery == .recorded)
    #expect(try office.store.queue.card(id, viewer: office.headViewer)?.dossier.notes.count == 1)
    #expect(try office.store.upkeep.verify().faults.isEmpty)
    let before = try dump(office.store)
    try office.store.upkeep.rebuild()
    #expect(try dump(office.store) == before)
  }

  @Test func aRegisterRowOfAFoldedDossierIsNoNewOne() throws {
    let (office, id, _) = try Self.desk()
    let row = ImportedDossier(
      code: DossierCode("000.19.45.H50-261110-0007", origin: .imported),
      procedure: ProcedureReference(code: "2.000815", name: "Chứng thực"), owner: Person(name: "Hồ Thị Mai"),
      status: .withdrawn, receivedAt: OfficeFixture.morning, dueAt: nil, resolvedAt: nil, handedBackAt: nil,
      office: office.office.id)
    #expect(
      try office.store.decisions.importRegister([RowToImport(row)], by: office.head.id, at: OfficeFixture.morning) == [
        .unchanged
      ])
    var changed = row
    changed.owner.name = "Hồ Thị Mãi"
    // The dossier was received at a desk, so the journal is more reliable than a register.
    #expect(
      try office.store.decisions.importRegister([RowToImport(changed)], by: office.head.id, at: OfficeFixture.morning)
        == [
          .unchanged
        ])
    #expect(try office.store.queue.card(id, viewer: office.headViewer)?.dossier.owner.name == "Hồ Thị Mai")
  }

  @Test func itsEntriesTakeItsPlaceWhenTheyCome() throws {
    let (office, id, history) = try Self.desk()
    try office.perform(.note("đã tra"), on: id)
    let before = try office.store.queue.card(id, viewer: office.headViewer)?.dossier
    try office.store.exchange.wantHistory(of: id)
    #expect(try outgoing(office).request.histories == [id])
    let applied = try office.store.exchange.apply(
      Self.page(
        base: 40, position: Self.moment, histories: [place(history[0], at: 11), place(history[1], at: 12)], asked: [id])
    )
    #expect(!applied.wantsHistories)
    let card = try #require(try office.store.queue.card(id, viewer: office.headViewer))
    #expect(card.dossier == before && card.timeline.count == 3 && !card.isFolded)
    #expect(try outgoing(office).request.histories.isEmpty)
    #expect(try office.store.upkeep.verify().faults.isEmpty)
  }

  /// A province that an operator took back to a version without histories says nothing of them. The wish waits until it
  /// is upgraded, because the dossier may be shown without an undo until then, but not within the same exchange.
  @Test func theWishForAHistoryOutlastsAProvinceThatDoesNotKnowIt() throws {
    let (office, id, _) = try Self.desk()
    try office.store.exchange.wantHistory(of: id)
    let early = Self.page(base: 40, position: Self.moment, asked: [id], readable: nil)
    #expect(try !office.store.exchange.apply(early).wantsHistories)
    #expect(try outgoing(office).request.histories == [id])
    #expect(try !office.store.exchange.apply(Self.page(base: 40, position: Self.moment, asked: [id])).wantsHistories)
    #expect(try outgoing(office).request.histories.isEmpty)
  }

  /// Until the last part has come, the dossier is shown as it was folded, and each part is asked for once.
  @Test func aHistoryInPartsTakesItsPlaceWithTheLastPart() throws {
    let (office, id, history) = try Self.desk()
    try office.store.exchange.wantHistory(of: id)
    #expect(try outgoing(office).request.takesParts)
    let before = try office.store.queue.card(id, viewer: office.headViewer)?.dossier
    let first = Self.page(
      base: 40, position: Self.moment, histories: [place(history[0], at: 11)],
      part: HistoryPart(dossier: id, after: 0, through: 11, isLast: false), asked: [id])
    // The same part a second time changes nothing.
    for _ in 0..<2 {
      #expect(try office.store.exchange.apply(first).wantsHistories)
      let card = try #require(try office.store.queue.card(id, viewer: office.headViewer))
      #expect(card.dossier == before && card.isFolded)
      #expect(try outgoing(office).request.historyParts == [id: 11])
    }
    let applied = try office.store.exchange.apply(
      Self.page(
        base: 40, position: Self.moment, histories: [place(history[1], at: 12)],
        part: HistoryPart(dossier: id, after: 11, through: 12, isLast: true), asked: [id]))
    #expect(!applied.wantsHistories)
    let card = try #require(try office.store.queue.card(id, viewer: office.headViewer))
    #expect(card.dossier == before && card.timeline.count == 2 && !card.isFolded)
    #expect(try outgoing(office).request.histories.isEmpty)
    #expect(try office.store.read { try HistoryParts.entries($0, of: id, after: 0, limit: 9) }.isEmpty)
    #expect(try office.store.upkeep.verify().faults.isEmpty)
  }

  /// In the order of a restored province the entries may have other places.
  @Test func afterARestoreAHistoryIsAskedForFromItsBeginning() throws {
    let (office, id, history) = try Self.desk()
    try office.store.exchange.wantHistory(of: id)
    _ = try office.store.exchange.apply(
      Self.page(
        base: 40, position: Self.moment, histories: [place(history[0], at: 11)],
        part: HistoryPart(dossier: id, after: 0, through: 11, isLast: false), asked: [id]))
    _ = try office.store.exchange.apply(
      OrderedPage(
        logEpoch: [UInt8](repeating: 8, count: 16), base: 40, places: [], rolling: Self.moment.rolling, head: 40,
        histories: [place(history[1], at: 12)],
        historyPart: HistoryPart(dossier: id, after: 11, through: 12, isLast: true), historiesAsked: [id]))
    #expect(try outgoing(office).request.historyParts.isEmpty)
    #expect(try outgoing(office).request.histories == [id])
    #expect(try office.store.queue.card(id, viewer: office.headViewer)?.isFolded == true)
  }

  /// While the rest of the snapshot comes, no histories do, which says nothing about them.
  @Test func aDossierThatAnEarlierPageLeftOutIsStillAskedFor() throws {
    let office = try OfficeFixture()
    try office.enrol()
    let id = office.newID()
    let signed = Checkpoint(office: office.office.id, position: Self.moment, at: OfficeFixture.morning, signature: [1])
    let marks = [
      SnapshotMark(moment: signed), SnapshotMark(moment: signed, aboutOffice: 40, dossier: id),
      SnapshotMark(moment: signed, aboutOffice: 40, dossier: DossierID(high: .max, low: .max)),
    ]
    for (index, leftOut) in [[id], []].enumerated() {
      let page = SnapshotPage(
        before: marks[index], through: marks[index + 1], isLast: index == 1, left: 0, places: [],
        foldRevision: FoldedDossier.revision, folded: [], leftOut: leftOut)
      _ = try office.store.exchange.apply(
        Self.page(base: 0, position: .beginning, snapshot: page, asked: index == 0 ? [] : [id]))
    }
    #expect(try outgoing(office).request.histories == [id])
  }

  /// A dossier that is too large for a page of the snapshot is asked for, and is there when all of it has come, as a part
  /// or at once.
  @Test(arguments: [true, false]) func aDossierThatWasLeftOutIsAskedFor(isPart: Bool) throws {
    let office = try OfficeFixture()
    try office.enrol()
    let id = office.newID()
    let history = try Self.history(office, id, "000.19.45.H50-261110-0008")
    let signed = Checkpoint(office: office.office.id, position: Self.moment, at: OfficeFixture.morning, signature: [1])
    let page = SnapshotPage(
      before: SnapshotMark(moment: signed), through: SnapshotMark(moment: signed, aboutOffice: 40, dossier: id),
      isLast: true, left: 0, places: [], foldRevision: FoldedDossier.revision, folded: [], leftOut: [id])
    #expect(try office.store.exchange.apply(Self.page(base: 0, position: .beginning, snapshot: page)).wantsHistories)
    #expect(try outgoing(office).request.histories == [id])
    _ = try office.store.exchange.apply(
      Self.page(
        base: 40, position: Self.moment, histories: [place(history[0], at: 11), place(history[1], at: 12)],
        part: isPart ? HistoryPart(dossier: id, after: 0, through: 12, isLast: true) : nil, asked: [id]))
    #expect(try office.store.queue.card(id, viewer: office.headViewer)?.timeline.count == 2)
    #expect(try outgoing(office).request.histories.isEmpty)
  }

  @Test func whatTheProvinceDoesNotTellIsNotAskedForEver() throws {
    let (office, id, _) = try Self.desk()
    try office.store.exchange.wantHistory(of: id)
    _ = try office.store.exchange.apply(Self.page(base: 40, position: Self.moment, asked: [id]))
    #expect(try outgoing(office).request.histories.isEmpty)
  }

  @Test func anUndoneStepBehindTheFoldNeedsTheHistory() throws {
    let (office, id, history) = try Self.desk()
    let undo = try EntryFormat.encode(
      Entry(
        reference: EntryReference(epoch: Self.epoch, sequence: 3), previousHash: entryHash(history[1]),
        clerk: office.head.id, at: OfficeFixture.morning, dossier: id,
        content: .dossier(.undo(EntryReference(epoch: Self.epoch, sequence: 2)))))
    var position = Self.moment
    position.sequence = 41
    position.rolling = position.rolling.adding(entryHash: entryHash(undo), verdict: .accepted)
    let applied = try office.store.exchange.apply(
      Self.page(base: 40, position: position, places: [place(undo, at: 41)]))
    #expect(applied.wantsHistories)
    #expect(try outgoing(office).request.histories == [id])
    _ = try office.store.exchange.apply(
      Self.page(
        base: 41, position: position, histories: [place(history[0], at: 11), place(history[1], at: 12)], asked: [id]))
    #expect(try office.store.queue.card(id, viewer: office.headViewer)?.dossier.status == .received)
  }

  @Test func foldsOfOtherRulesAreAskedForInFull() throws {
    let (office, id, _) = try Self.desk()
    try office.store.write { db in
      try db.execute(sql: "UPDATE folded SET revision = 1")
      try db.execute(sql: "UPDATE setting SET value = '1' WHERE name = 'fold-rules'")
    }
    _ = try office.store.begin(at: OfficeFixture.morning)
    while try office.store.upkeep.refold() {}
    #expect(try outgoing(office).request.histories == [id])
  }

  @Test func aChangedFoldIsFound() throws {
    let (office, id, _) = try Self.desk()
    try office.store.write { try $0.execute(sql: "UPDATE folded SET hash = zeroblob(32)") }
    #expect(try office.store.upkeep.verify().faults == [.foldedChanged(id)])
  }

  @Test func aProvinceThatLostTheMomentTellsTheOrderFromItsBeginning() throws {
    let (office, id, history) = try Self.desk()
    var position = try loseMoment(office)
    #expect(try outgoing(office).request.position == position)
    #expect(try outgoing(office).request.beginning == nil)
    // Until its entries arrive the dossier is available as a fold, afterwards by its entries.
    #expect(try office.store.queue.card(id, viewer: office.headViewer)?.isFolded == true)
    try tell(history, of: &position, to: office)
    let card = try #require(try office.store.queue.card(id, viewer: office.headViewer))
    #expect(!card.isFolded && card.timeline.count == 2 && card.dossier.status == .withdrawn)
    #expect(try office.store.upkeep.verify().faults.isEmpty)
  }

  /// What only the lost order had is nowhere else, so no desk may go on showing it.
  @Test(arguments: [true, false]) func aFoldWithoutEntriesInTheOrderEndsWithTheLostOne(isLast: Bool) throws {
    let (office, id, history) = try Self.desk(isLast: isLast)
    // A desk that waits for the rest of its snapshot has no place yet, so it is told the first ones at once.
    var position =
      isLast ? try loseMoment(office) : LogPosition(logEpoch: Self.laterEpoch, sequence: 0, rolling: .zero)
    let others = try (78...79).map {
      try office.foreignEntry(.note("khác"), on: office.newID(), by: office.head, epoch: $0).bytes
    }
    try tell([others[0]], of: &position, head: 2, to: office)
    // The next place may bring its entries.
    #expect(try office.store.queue.card(id, viewer: office.headViewer)?.isFolded == true)
    try office.store.exchange.wantHistory(of: id)
    try tell([others[1]], of: &position, to: office)
    #expect(try office.store.queue.card(id, viewer: office.headViewer) == nil)
    #expect(try office.store.queue.findByCode("0007", viewer: office.headViewer).isEmpty)
    #expect(try outgoing(office).request.histories.isEmpty)
    #expect(try office.store.upkeep.verify().faults.isEmpty)
    let before = try dump(office.store)
    try office.store.upkeep.rebuild()
    #expect(try dump(office.store) == before)
    // Its author comes at last.
    try tell(history, of: &position, to: office)
    let card = try #require(try office.store.queue.card(id, viewer: office.headViewer))
    #expect(!card.isFolded && card.timeline.count == 2 && card.dossier.status == .withdrawn)
  }

  private static let laterEpoch = [UInt8](repeating: 8, count: 16)

  /// The province was restored to its fifth place, before the moment of the snapshot.
  private func loseMoment(_ office: OfficeFixture) throws -> LogPosition {
    var page = Self.page(base: 5, position: .beginning)
    (page.response.logEpoch, page.response.head) = (Self.laterEpoch, 5)
    let applied = try office.store.exchange.apply(page)
    #expect(applied.position == LogPosition(logEpoch: Self.laterEpoch, sequence: 0, rolling: .zero))
    return applied.position
  }

  /// The next entries of the order of the restored province.
  /// - Parameter head: the last place of the order; nil for the last of these.
  private func tell(
    _ entries: [[UInt8]], of position: inout LogPosition, head: Int64? = nil, to office: OfficeFixture
  ) throws {
    let base = position.sequence
    var places: [OrderedEntry] = []
    for bytes in entries {
      position.sequence += 1
      position.rolling = position.rolling.adding(entryHash: entryHash(bytes), verdict: .accepted)
      places.append(place(bytes, at: position.sequence))
    }
    var page = Self.page(base: base, position: position, places: places)
    (page.response.logEpoch, page.response.head) = (position.logEpoch, head ?? position.sequence)
    _ = try office.store.exchange.apply(page)
  }

  private func outgoing(_ office: OfficeFixture) throws -> Outgoing {
    try office.store.exchange.outgoing(mostEntries: 9, mostBytes: 9999, today: OfficeFixture.morning.civilDate)
  }

  private func dump(_ store: LocalStore) throws -> [String] {
    var lines: [String] = []
    try store.upkeep.canonicalDump { lines.append($0) }
    return lines
  }
}
