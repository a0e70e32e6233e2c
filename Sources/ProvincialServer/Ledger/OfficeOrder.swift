import DossierDomain
import JournalFormat

/// The end of one office's order, locked. Only this type gives entries their places. One object serves one order in one
/// transaction; it must not be used from several threads.
final class OfficeOrder {
  let transaction: any ServerTransaction
  private(set) var office: OfficeRecord
  let histories: DossierHistories
  private(set) var clerks: ClerkList
  /// Dossiers that received entries, with their home offices.
  private var touched: [DossierID: OfficeID] = [:]

  /// - Parameter dossiers: the dossiers of the entries that will be added.
  init(_ office: OfficeRecord, dossiers: Set<DossierID>, in transaction: any ServerTransaction) throws {
    self.transaction = transaction
    self.office = office
    histories = try DossierHistories(of: dossiers, office: office.id, in: transaction)
    clerks = try ClerkList(of: office.id, in: transaction)
  }

  /// Gives an entry the next place.
  /// - Parameter home: the home office of its dossier; in any other order the place is a reference.
  func append(_ entry: OrderCandidate, verdict: Verdict, home: OfficeID) throws {
    office.head += 1
    office.rolling = office.rolling.adding(entryHash: entry.hash, verdict: verdict)
    try transaction.run(
      """
      INSERT INTO entry (office, sequence, epoch, epoch_sequence, dossier, bytes, hash, verdict, is_reference, rolling)
      VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
      """,
      [
        .blob(office.id.bytes), .integer(office.head), .blob(entry.reference.epoch.bytes),
        .integer(entry.reference.sequence), entry.dossier.map { .blob($0.bytes) } ?? .null, .blob(entry.bytes),
        .blob(entry.hash), Verdicts.value(verdict), .integer(office.id == home ? 0 : 1), .blob(office.rolling.bytes),
      ])
    if let origin = entry.origin, verdict.counts { try keep(origin, of: entry.reference) }
    switch entry.content {
    case .dossier(let action):
      guard let dossier = entry.dossier else { break }
      histories.add(
        RecordedAction(
          reference: entry.reference, clerk: entry.clerk, at: entry.at, group: entry.group, action: action,
          verdict: verdict), at: office.head, to: dossier)
      touched[dossier] = home
      if verdict.counts { try note(action, of: dossier, at: entry.at) }
      try keepBlobs(of: action, dossier)
    case .office(let action):
      guard verdict.counts else { break }
      try clerks.apply(action, office: office.id, in: transaction)
      if case .setOffice = action { try OfficeAliases.keep(of: office, in: transaction) }
    case .unknown, nil: break
    }
  }

  private func note(_ action: DossierAction, of dossier: DossierID, at moment: Instant) throws {
    // The scan must belong to this dossier: the right to decide about one dossier does not include the papers of
    // another.
    if case .eraseScan(let hash, _) = action, let hash = Hexadecimal.bytes(hash), try holds(hash, dossier) {
      _ = try BlobShelf(office.id, in: transaction).erase(hash, at: moment)
    }
    if let code = action.namedCode { try keep(code, of: dossier) }
    // A dossier that is not void any more bears again what it had left.
    if case .undo = action, let revived = histories.folded(dossier), !revived.isVoid {
      for code in revived.codes { try keep(code, of: dossier) }
    }
    // The released entry counts from now on, with all its consequences.
    if case .release(let reference) = action, let released = histories.action(reference, of: dossier),
      !released.releases
    {
      try note(released, of: dossier, at: moment)
    }
  }

  private func holds(_ hash: [UInt8], _ dossier: DossierID) throws -> Bool {
    try !transaction.rows(
      "SELECT hash FROM blob_dossier WHERE office = $1 AND hash = $2 AND dossier = $3",
      [.blob(office.id.bytes), .blob(hash), .blob(dossier.bytes)]
    ).isEmpty
  }

  /// Records which papers belong to which dossier, because a machine that may hold the dossier may hold its papers.
  private func keepBlobs(of action: DossierAction, _ dossier: DossierID) throws {
    for hash in action.blobHashes {
      try transaction.run(
        "INSERT INTO blob_dossier (office, hash, dossier) VALUES ($1, $2, $3) ON CONFLICT (office, hash, dossier) DO NOTHING",
        [.blob(office.id.bytes), .blob(hash), .blob(dossier.bytes)])
    }
  }

  private func keep(_ code: DossierCode, of dossier: DossierID) throws {
    guard try bearer(of: code) == nil else { return }
    try transaction.run(
      """
      INSERT INTO dossier_code (office, code, dossier) VALUES ($1, $2, $3)
      ON CONFLICT (office, code) DO UPDATE SET dossier = excluded.dossier
      """,
      [.blob(office.id.bytes), .text(code.text), .blob(dossier.bytes)])
  }

  private func keep(_ origin: EntryOrigin, of reference: EntryReference) throws {
    try transaction.run(
      """
      INSERT INTO entry_origin (office, epoch, epoch_sequence, hash, by_epoch, by_sequence) VALUES ($1, $2, $3, $4, $5, $6)
      ON CONFLICT (office, epoch, epoch_sequence, hash) DO NOTHING
      """,
      [
        .blob(office.id.bytes), .blob(origin.reference.epoch.bytes), .integer(origin.reference.sequence),
        .blob(origin.hash), .blob(reference.epoch.bytes), .integer(reference.sequence),
      ])
  }

  /// The entry that repeats this one under a new name. It exists if a restored desk was faster than the one from which
  /// it was copied.
  func reissue(of entry: OrderCandidate) throws -> EntryReference? {
    let origin = entry.origin?.reference ?? entry.reference
    let row = try transaction.rows(
      """
      SELECT by_epoch, by_sequence FROM entry_origin WHERE office = $1 AND epoch = $2 AND epoch_sequence = $3 AND hash = $4
      """,
      [
        .blob(office.id.bytes), .blob(origin.epoch.bytes), .integer(origin.sequence),
        .blob(entry.origin?.hash ?? entry.hash),
      ]
    ).first
    guard let row, let epoch = DeviceEpoch(bytes: try row.blob(0)) else { return nil }
    return EntryReference(epoch: epoch, sequence: try row.integer(1))
  }

  /// The dossier that got the code last.
  func holder(of code: DossierCode) throws -> DossierID? {
    try transaction.rows(
      "SELECT dossier FROM dossier_code WHERE office = $1 AND code = $2", [.blob(office.id.bytes), .text(code.text)]
    ).first.flatMap { DossierID(bytes: try $0.blob(0)) }
  }

  /// The dossier that bears this code now. A code that this office has issued stays with its dossier for ever, because it
  /// stands on a paper, except that of a blank receipt: it is that of the paper itself, which is entered again when the dossier
  /// of the first entry is void. The code of another system is free again when the act that gave it was undone or the dossier is
  /// void, as at the desks.
  func bearer(of code: DossierCode) throws -> DossierID? {
    guard let holder = try holder(of: code) else { return nil }
    try histories.read(holder, office: office.id, in: transaction)
    guard code.origin.isOfAnotherSystem else {
      return histories.folded(holder)?.leavesItsBlank == true ? nil : holder
    }
    guard let dossier = histories.folded(holder) else { return nil }
    let borne = dossier.codes.first { $0.text == code.text }
    return borne.map { !$0.origin.isOfAnotherSystem || !dossier.isVoid } ?? false ? holder : nil
  }

  /// Writes an entry of the province itself, such as an online submission, in the province's own chain of this office.
  /// - Returns: the entry, for the orders of other offices that need it too.
  @discardableResult
  func appendOwn(
    _ content: EntryContent, dossier: DossierID?, clerk: ClerkID = ProvinceClerk.id, at now: Instant
  ) throws -> OrderCandidate {
    try office.followStart(in: transaction)
    let entry = Entry(
      reference: EntryReference(epoch: office.serverEpoch, sequence: office.serverSequence + 1),
      previousHash: office.serverHash, clerk: clerk, at: now, dossier: dossier, base: office.head,
      content: content)
    let bytes = try EntryFormat.write(entry)
    guard let candidate = OrderCandidate(bytes) else { throw ServerStoreError.refused("entry") }
    try append(candidate, verdict: .accepted, home: office.id)
    office.serverSequence += 1
    office.serverHash = candidate.hash
    try ProvinceHeads(office.id, in: transaction).note(candidate.reference, hash: candidate.hash, at: now)
    return candidate
  }

  /// Adds the province as an author, before its first entry about a dossier.
  func introduceProvince(at now: Instant) throws {
    guard clerks.clerk(ProvinceClerk.id) == nil, !clerks.isEmpty else { return }
    try appendOwn(.office(.setClerk(ProvinceClerk.clerk)), dossier: nil, at: now)
  }

  /// Stores the new end of the order, and the routing of the changed dossiers. Call it once, at the end. The deciding
  /// office stays as it was at the beginning, unless the dossier was taken over.
  func finish() throws {
    try office.keep(in: transaction)
    for (id, home) in touched {
      guard let dossier = histories.folded(id) else { continue }
      let deciding = try OfficeAliases.resolve(dossier.decidingOffice, in: transaction)
      try transaction.run(
        """
        INSERT INTO dossier (office, id, home, deciding, status, confidential, assignee)
        VALUES ($1, $2, $3, $4, $5, $6, $7)
        ON CONFLICT (office, id) DO UPDATE SET status = excluded.status, confidential = excluded.confidential,
        assignee = excluded.assignee
        """,
        [
          .blob(office.id.bytes), .blob(id.bytes), .blob(home.bytes),
          .blob(deciding.bytes), .integer(Int64(dossier.status.rawValue)),
          .integer(dossier.isConfidential ? 1 : 0), dossier.assignee.map { .blob($0.bytes) } ?? .null,
        ])
    }
  }
}
