import DossierDomain
import ExchangeModel
import Foundation
import GRDB
import JournalFormat
import OfficeWork

extension ExchangeStore {
  /// Applies a page of the office's order: entries, verdicts, projections and position in one transaction.
  ///
  /// Before it commits, it checks that the page follows the order stored here and that the hash over the whole order
  /// agrees with the province's.
  /// - Throws: `.order` if it does not; nothing is written then.
  public func apply(_ page: OrderedPage) throws(StoreError) -> AppliedPage {
    // A first exchange brings the whole history. A daily exchange is not bulk work, so it needs neither a larger cache
    // nor a complete folding of the search index.
    let response = page.response
    let isBulk = response.places.count > 500 || response.snapshot != nil || response.historyPart != nil
    let take: (Database) throws -> (AppliedPage, [BlobHash]) = { db in
      var application = try PageApplication(db, page)
      let applied = try application.run()
      if !isBulk { try SearchIndex.foldWhenDue(db, SearchIndex.freshLimit, most: SearchIndex.foldStep) }
      return (applied, application.erased)
    }
    let (applied, erased) = isBulk ? try write.many(take) : try write(take)
    if isBulk, applied.position.sequence >= response.head || response.snapshot?.isLast == true {
      try write.settle()
    }
    if !erased.isEmpty {
      folder.remove(erased)
      try write.emptyLog()
    }
    forgetKeys(response)
    // The province has reported how much of this machine's chain it has, and it has no more than is stored here.
    write.end.settle()
    return applied
  }
}

/// One page while it is written to the database.
struct PageApplication {
  let db: Database
  let page: OrderedPage
  var request: ExchangeRequest { page.request }
  var response: ExchangeResponse { page.response }
  var position: LogPosition
  var epochs: [DeviceEpoch: Int64] = [:]
  let currentEpoch: DeviceEpoch?
  var changed: Set<DossierID> = []
  var touchesOffice = false
  /// Something that was decided about procedures has come or has changed.
  var touchesProcedures = false
  var applied: AppliedPage
  /// The snapshot with which this desk began; nil if there is none.
  var snapshot: SnapshotRecord?
  let hasFolded: Bool
  /// The sealed files whose keys were destroyed by the page.
  var erased: [BlobHash] = []
  /// The entries that the page brings with their bytes; read when the journal here is found to differ from one of them.
  var told: [EntryReference: [UInt8]]?
  /// Entries of which this machine's chain shows that it wrote them.
  var proven: [EntryReference: [UInt8]] = [:]

  init(_ db: Database, _ page: OrderedPage) throws {
    self.db = db
    self.page = page
    position = try SyncRecord.position(db)
    currentEpoch = try Data.fetchOne(db, sql: "SELECT epoch FROM device_epoch WHERE is_current = 1")
      .flatMap { DeviceEpoch(bytes: $0) }
    snapshot = try SnapshotRecord.find(db)
    hasFolded = try FoldedDossiers.exist(db)
    applied = AppliedPage(position: position, received: 0, ownPlaced: 0, conflicts: 0, refused: 0, changed: [])
  }

  mutating func run() throws -> AppliedPage {
    if position.logEpoch != response.logEpoch {
      // A change of the log epoch means that the province was restored. The first answer of all is not such a change.
      if !position.logEpoch.isEmpty { try tellSignaturesAgain() }
      try changeLog()
    }
    // The order did not fit to the places here, so all of it was asked for anew.
    if request.position == .beginning, response.base == 0, position.sequence != 0 || position.rolling != .zero {
      try requireSigned(upTo: response.head)
      try forgetOrder()
    }
    if let part = response.snapshot {
      try take(part)
    } else {
      // The province continues without the snapshot that was begun.
      if snapshot?.isComplete == false { try giveUpSnapshot() }
      try takePlaces()
    }
    for (hash, code) in page.seals {
      try db.cachedStatement(sql: "INSERT OR REPLACE INTO seal VALUES (?, ?)")
        .execute(arguments: [Data(hash), Data(code)])
    }
    for grant in response.granted { try take(grant.bytes, grantedAt: grant.officeSequence) }
    try takeHistories()
    try acknowledge()
    try takeUnplaced()
    try MachinesReading.keep(db, response.readable ?? .unsaid, own: request.reads)
    let isNewLife = try Lanes.held(db).isEmpty
    try Lanes.take(db, page.lanes, returnedInRequest: request.lanesReturned)
    // A life without granted numbers gets its first ones here. No earlier life has issued these numbers, so no day is
    // in doubt any more.
    if isNewLife, !page.lanes.isEmpty { try DoubtfulDates.clear(db) }
    try BookTable.take(db, response.books, returned: Set(request.books.filter(\.isReturned).map(\.book)))
    try takeSignatures()
    try awaitAuthors()
    try forgetLostFolds()
    if touchesOffice { try OfficeProjection.rebuild(db, withProcedures: touchesProcedures) }
    try project()
    try SyncRecord.keep(db, position, head: response.head)
    try db.execute(
      sql: "UPDATE log_position SET clock_skew = ?, next_slot = ?, last_answer = ?",
      arguments: [page.clockSkew, response.nextSlot?.milliseconds, response.serverTime.milliseconds])
    applied.position = position
    applied.changed = changed
    applied.wantsHistories = try answersHistories && !FoldedDossiers.wanted(db, limit: 1).isEmpty
    return applied
  }

  // MARK: Acknowledgements and projections

  private mutating func acknowledge() throws {
    for head in response.acknowledged {
      let epoch = Data(head.epoch.bytes)
      let own = try Row.fetchOne(
        db,
        sql: """
          SELECT d.is_current, d.last_sequence, d.acknowledged,
          (SELECT hash FROM entry WHERE epoch_id = d.id AND sequence = ?) AS hash FROM device_epoch d WHERE epoch = ? AND is_own = 1
          """, arguments: [head.lastSequence, epoch])
      guard let own else { continue }
      // In an earlier life the province may have more entries than a restore left here. In the present life a longer
      // chain shows that this database is an older image, or that another machine uses a copy of it. A head with a
      // different hash does not acknowledge the entries stored here, so it is ignored.
      let isLonger = head.lastSequence > own[EpochColumn.lastSequence] as Int64
      if isLonger, own[EpochColumn.isCurrent] {
        throw OrderFault.forked(EntryReference(epoch: head.epoch, sequence: own[EpochColumn.lastSequence] + 1))
      }
      guard head.lastSequence == 0 || isLonger || Data(head.lastHash) == own[EntryColumn.hash] as Data? else {
        continue
      }
      applied.acknowledged += max(
        0,
        Int(min(head.lastSequence, own[EpochColumn.lastSequence] as Int64) - (own[EpochColumn.acknowledged] as Int64)))
      try db.execute(
        sql: "UPDATE device_epoch SET acknowledged = min(?, last_sequence) WHERE epoch = ? AND is_own = 1",
        arguments: [head.lastSequence, epoch])
    }
  }

  private func project() throws {
    for id in changed {
      let record = try JournalReader.record(db, of: id)
      if record.needsHistory { try FoldedDossiers.want(db, id, true) }
      guard let dossier = record.dossier else {
        try DossierProjection.remove(db, id)
        continue
      }
      let rid = try DossierProjection.replace(db, dossier, searchLimit: .max)
      // It is found by those of undone acts too, as after a rebuild.
      for code in record.namedCodes where !dossier.codes.contains(code) {
        try DossierProjection.keep(code, of: rid, db)
      }
    }
  }
}

extension Verdict {
  /// The delivery state for an entry with this verdict: 2 acknowledged, 3 refused or without effect.
  var delivery: Int {
    switch self {
    case .accepted, .repeated: Int(EntryDelivery.acknowledged.rawValue)
    case .conflicted, .quarantined: Int(EntryDelivery.refused.rawValue)
    }
  }
}
