import DossierDomain
import Foundation
import GRDB
import JournalFormat

extension LocalStore {
  /// Takes a page of the office's order: entries, verdicts, projections and position in one transaction.
  ///
  /// Proves first that the page follows what is here and that the hash over the whole order agrees with the province's.
  /// - Throws: `.order` when it does not; nothing is written then.
  public func apply(_ page: OrderedPage) throws(StoreError) -> AppliedPage {
    // A first exchange brings all there ever was; a day's one is no bulk work and leaves memory and search as they are.
    let isBulk = page.places.count > 500
    let take: (Database) throws -> (AppliedPage, [BlobHash]) = { db in
      var application = try PageApplication(db, page)
      let applied = try application.run()
      if !isBulk { try SearchIndex.foldWhenDue(db, SearchIndex.freshLimit, most: SearchIndex.foldStep) }
      return (applied, application.erased)
    }
    let (applied, erased) = isBulk ? try writeMany(take) : try write(take)
    if isBulk, applied.position.sequence >= page.head { try settleSearch() }
    if !erased.isEmpty { try removeErased(erased) }
    return applied
  }
}

/// One page on its way into the database.
private struct PageApplication {
  private let db: Database
  private let page: OrderedPage
  private var position: LogPosition
  private var epochs: [DeviceEpoch: Int64] = [:]
  private let currentEpoch: DeviceEpoch?
  private var changed: Set<DossierID> = []
  private var codes: [(DossierID, DossierCode)] = []
  private var touchesOffice = false
  private var applied: AppliedPage
  /// Sealed files whose keys were destroyed by it.
  private(set) var erased: [BlobHash] = []

  init(_ db: Database, _ page: OrderedPage) throws {
    self.db = db
    self.page = page
    position = try SyncRecord.position(db)
    currentEpoch = try Data.fetchOne(db, sql: "SELECT epoch FROM device_epoch WHERE is_current = 1")
      .flatMap { DeviceEpoch(bytes: $0) }
    applied = AppliedPage(position: position, received: 0, ownPlaced: 0, conflicts: 0, refused: 0, changed: [])
  }

  mutating func run() throws -> AppliedPage {
    if position.logEpoch != page.logEpoch { try changeLog() }
    guard page.base == position.sequence else { throw OrderFault.gap(expected: position.sequence, got: page.base) }
    for place in page.places { try take(place) }
    guard position.rolling == page.rolling else { throw OrderFault.hashDiffers(at: position.sequence) }
    for grant in page.granted { try take(grant.bytes, grantedAt: grant.officeSequence) }
    try acknowledge()
    let isNewLife = try Lanes.held(db).isEmpty
    try Lanes.take(db, page.lanes, returnedInRequest: page.lanesReturnedInRequest)
    // Numbers that were granted to this life were never issued by an earlier one.
    if isNewLife, !page.lanes.isEmpty { try DoubtfulDates.clear(db) }
    try Books.take(db, page.books, returned: page.booksReturnedInRequest)
    for credential in page.credentials {
      try SignIn.take(db, clerk: credential.clerk, salt: credential.salt, digest: credential.digest)
    }
    if touchesOffice { try OfficeProjection.rebuild(db) }
    try project()
    try SyncRecord.keep(db, position, head: page.head)
    try db.execute(
      sql: "UPDATE log_position SET clock_skew = ?, next_slot = ?, last_answer = ?",
      arguments: [page.clockSkew, page.nextSlot?.milliseconds, page.answeredAt?.milliseconds])
    applied.position = position
    applied.changed = changed
    return applied
  }

  // MARK: A log that was restored

  /// The province lives on from an earlier state. What had a place behind it is without one again: own entries go up once
  /// more, other desks' entries stay until their desks have sent them again.
  private mutating func changeLog() throws {
    guard page.base <= position.sequence else { throw OrderFault.gap(expected: position.sequence, got: page.base) }
    if position.sequence > page.base {
      for id in try Data.fetchAll(
        db, sql: "SELECT DISTINCT dossier FROM entry WHERE office_sequence > ? AND dossier IS NOT NULL",
        arguments: [page.base])
      {
        if let id = DossierID(bytes: id) { changed.insert(id) }
      }
      try db.execute(
        sql: """
          UPDATE entry SET office_sequence = NULL, verdict = NULL,
          delivery = CASE (SELECT is_own FROM device_epoch WHERE id = epoch_id) WHEN 1 THEN 0 ELSE delivery END
          WHERE office_sequence > ?
          """, arguments: [page.base])
      try db.execute(sql: "DELETE FROM withheld WHERE office_sequence > ?", arguments: [page.base])
      touchesOffice = true
    }
    // What was seen beyond it was another order than the present one.
    try db.execute(
      sql: """
        INSERT INTO setting VALUES ('common base', ?) ON CONFLICT (name) DO UPDATE
        SET value = min(CAST(value AS INTEGER), CAST(excluded.value AS INTEGER))
        """, arguments: ["\(page.base)"])
    position = LogPosition(logEpoch: page.logEpoch, sequence: page.base, rolling: try rolling(upTo: page.base))
  }

  private func rolling(upTo sequence: Int64) throws -> RollingHash {
    var rolling = RollingHash.zero
    let places = try Row.fetchCursor(
      db,
      sql: """
        SELECT office_sequence, hash, verdict FROM entry WHERE office_sequence BETWEEN 1 AND ?
        UNION ALL SELECT office_sequence, hash, verdict FROM withheld WHERE office_sequence <= ? ORDER BY 1
        """, arguments: [sequence, sequence])
    while let place = try places.next() {
      rolling = rolling.adding(entryHash: Array(place[1] as Data), verdict: try JournalReader.verdict(place[2]))
    }
    return rolling
  }

  // MARK: Places

  private mutating func take(_ place: OrderedEntry) throws {
    guard place.officeSequence == position.sequence + 1 else {
      throw OrderFault.gap(expected: position.sequence + 1, got: place.officeSequence)
    }
    let verdict = place.verdict.counts ? nil : Data(place.verdict.bytes)
    let hash: [UInt8]
    switch place.content {
    case .withheld(let withheld):
      hash = withheld
      try db.cachedStatement(sql: "INSERT OR REPLACE INTO withheld VALUES (?, ?, ?)")
        .execute(arguments: [place.officeSequence, Data(hash), verdict])
    case .own(let reference): hash = try placeOwn(reference, at: place, verdict)
    case .bytes(let bytes):
      hash = entryHash(bytes)
      try insert(bytes, hash, officeSequence: place.officeSequence, place.verdict)
      applied.received += 1
    }
    position.sequence = place.officeSequence
    position.rolling = position.rolling.adding(entryHash: hash, verdict: place.verdict)
  }

  private mutating func placeOwn(_ reference: EntryReference, at place: OrderedEntry, _ verdict: Data?) throws
    -> [UInt8]
  {
    let row = try Row.fetchOne(
      db.cachedStatement(
        sql: """
          SELECT e.position, e.hash, e.dossier, d.is_own FROM entry e JOIN device_epoch d ON d.id = e.epoch_id
          WHERE e.epoch_id = ? AND e.sequence = ?
          """),
      arguments: [try epochID(reference.epoch), reference.sequence])
    guard let row else { throw OrderFault.forked(reference) }
    count(place.verdict)
    try db.cachedStatement(
      sql: "UPDATE entry SET office_sequence = ?, verdict = ?, delivery = ? WHERE position = ?"
    ).execute(arguments: [place.officeSequence, verdict, place.verdict.delivery, row[0] as Int64])
    if let id = (row[2] as Data?).flatMap({ DossierID(bytes: $0) }) {
      changed.insert(id)
    } else {
      touchesOffice = true
    }
    if row[3] as Bool { applied.ownPlaced += 1 }
    return Array(row[1] as Data)
  }

  private mutating func insert(
    _ bytes: [UInt8], _ hash: [UInt8], officeSequence: Int64, _ verdict: Verdict
  ) throws {
    let entry = try EntryFormat.decodePlaced(bytes)
    let epoch = try epochID(entry.reference.epoch)
    let known = try Row.fetchOne(
      db.cachedStatement(sql: "SELECT position, hash, delivery FROM entry WHERE epoch_id = ? AND sequence = ?"),
      arguments: [epoch, entry.reference.sequence])
    let verdictData = verdict.counts ? nil : Data(verdict.bytes)
    if let known {
      // From before the province was restored, or of an own epoch that a restore of this desk had cut off.
      guard Array(known[1] as Data) == hash else { throw OrderFault.forked(entry.reference) }
      try db.cachedStatement(
        sql: "UPDATE entry SET office_sequence = ?, verdict = ?, delivery = ? WHERE position = ?"
      ).execute(arguments: [officeSequence, verdictData, verdict.delivery, known[0] as Int64])
    } else {
      // Written in this life, but not here: this database also runs elsewhere.
      guard entry.reference.epoch != currentEpoch else { throw OrderFault.forked(entry.reference) }
      try db.cachedStatement(
        sql: """
          INSERT INTO entry (epoch_id, sequence, dossier, bytes, hash, delivery, office_sequence, verdict)
          VALUES (?, ?, ?, ?, ?, ?, ?, ?)
          """
      ).execute(
        arguments: [
          epoch, entry.reference.sequence, entry.dossier.map { Data($0.bytes) }, Data(bytes), Data(hash),
          verdict.delivery, officeSequence, verdictData,
        ])
      if case .unknown(let kind, _) = entry.content {
        try UnreadEntries.note(db, kind, entry.revision, at: db.lastInsertedRowID)
      }
      try lengthen(entry.reference, hash)
      if let origin = entry.origin, verdict.counts { try dropRepeated(origin, by: entry.reference) }
    }
    if verdict.counts, let id = entry.dossier, case .dossier(let action) = entry.content {
      erased += try BlobTable.note(db, action, of: id, at: entry.at)
    }
    note(entry, verdict)
  }

  /// What was issued again under a new name counts once. The first one has no place any more, or none yet; until the
  /// province has ruled on it, it is taken for what it is.
  private func dropRepeated(_ origin: EntryOrigin, by reference: EntryReference) throws {
    try db.cachedStatement(
      sql: """
        UPDATE entry SET verdict = ? WHERE office_sequence IS NULL AND hash = ? AND sequence = ?
        AND epoch_id = (SELECT id FROM device_epoch WHERE epoch = ?)
        """
    ).execute(
      arguments: [
        Data(Verdict.repeated(of: reference).bytes), Data(origin.hash), origin.reference.sequence,
        Data(origin.reference.epoch.bytes),
      ])
  }

  /// An own epoch of an earlier life grows when the province brings back what a restore had cut off.
  private func lengthen(_ reference: EntryReference, _ hash: [UInt8]) throws {
    try db.cachedStatement(
      sql: """
        UPDATE device_epoch SET last_sequence = ?, last_hash = ? WHERE epoch = ? AND is_own = 1 AND last_sequence = ?
        """
    ).execute(
      arguments: [reference.sequence, Data(hash), Data(reference.epoch.bytes), reference.sequence - 1])
  }

  /// What was withheld before: its place and its hash are known already.
  private mutating func take(_ bytes: [UInt8], grantedAt officeSequence: Int64) throws {
    let hash = entryHash(bytes)
    let row = try Row.fetchOne(
      db, sql: "SELECT hash, verdict FROM withheld WHERE office_sequence = ?", arguments: [officeSequence])
    guard let row else { return }
    guard Array(row[0] as Data) == hash else { throw OrderFault.hashDiffers(at: officeSequence) }
    let verdict = try JournalReader.verdict(row[1])
    try db.execute(sql: "DELETE FROM withheld WHERE office_sequence = ?", arguments: [officeSequence])
    try insert(bytes, hash, officeSequence: officeSequence, verdict)
    applied.received += 1
  }

  private mutating func note(_ entry: Entry, _ verdict: Verdict) {
    if let id = entry.dossier {
      changed.insert(id)
      if let code = entry.recorded?.action.namedCode { codes.append((id, code)) }
    } else {
      touchesOffice = true
    }
    count(verdict)
  }

  private mutating func count(_ verdict: Verdict) {
    switch verdict {
    case .accepted, .repeated: break
    case .conflicted: applied.conflicts += 1
    case .quarantined: applied.refused += 1
    }
  }

  private mutating func epochID(_ epoch: DeviceEpoch) throws -> Int64 {
    if let id = epochs[epoch] { return id }
    let data = Data(epoch.bytes)
    if try Int64.fetchOne(db, sql: "SELECT id FROM device_epoch WHERE epoch = ?", arguments: [data]) == nil {
      try db.execute(
        sql: """
          INSERT INTO device_epoch (epoch, last_sequence, last_hash, is_own, is_current) VALUES (?, 0, x'', 0, 0)
          """, arguments: [data])
    }
    let id = try Int64.fetchOne(db, sql: "SELECT id FROM device_epoch WHERE epoch = ?", arguments: [data]) ?? 0
    epochs[epoch] = id
    return id
  }

  // MARK: What follows

  private func acknowledge() throws {
    for head in page.acknowledged {
      let epoch = Data(head.epoch.bytes)
      let own = try Row.fetchOne(
        db,
        sql: """
          SELECT d.is_current, d.last_sequence,
          (SELECT hash FROM entry WHERE epoch_id = d.id AND sequence = ?) FROM device_epoch d WHERE epoch = ? AND is_own = 1
          """, arguments: [head.sequence, epoch])
      guard let own else { continue }
      // Of an earlier life the province may have more than a restore left here. In this life a longer or another chain
      // is another machine's, and says nothing of what is written here.
      let isLonger = head.sequence > own[1] as Int64
      guard head.sequence == 0 || (isLonger ? !(own[0] as Bool) : Data(head.hash) == own[2] as Data?) else { continue }
      try db.execute(
        sql: "UPDATE device_epoch SET acknowledged = min(?, last_sequence) WHERE epoch = ? AND is_own = 1",
        arguments: [head.sequence, epoch])
    }
  }

  private func project() throws {
    var rids: [DossierID: Int64] = [:]
    for id in changed {
      guard let dossier = try JournalReader.dossier(db, id)?.dossier else { continue }
      rids[id] = try DossierProjection.replace(db, dossier, searchLimit: .max)
    }
    for (id, code) in codes {
      guard let rid = rids[id] else { continue }
      try DossierProjection.keep(code, of: rid, db)
    }
  }
}

extension Verdict {
  /// How far an entry with this verdict is: 2 acknowledged, 3 refused or without effect.
  fileprivate var delivery: Int {
    switch self {
    case .accepted, .repeated: Int(EntryDelivery.acknowledged.rawValue)
    case .conflicted, .quarantined: Int(EntryDelivery.refused.rawValue)
    }
  }
}
