import DossierDomain
import JournalFormat

/// An entry that is kept back: it has a place and no effect.
public struct QuarantinedEntry: Hashable, Sendable {
  public var officeSequence: Int64
  public var reference: EntryReference
  public var reason: QuarantineReason
  public var dossier: DossierID?
  public var clerk: ClerkID?
  public var at: Instant?
  /// The code that it would give its dossier; nil if it gives none.
  public var code: String?
}

extension Administration {
  /// The entries of an office that are kept back and not released, in order.
  public func quarantined(in office: OfficeID) throws -> [QuarantinedEntry] {
    try store.read { transaction in
      var waiting: [QuarantinedEntry] = []
      var histories: [DossierID: DossierHistories] = [:]
      for row in try transaction.rows(
        """
        SELECT sequence, epoch, epoch_sequence, dossier, bytes, verdict FROM entry
        WHERE office = $1 AND verdict IS NOT NULL ORDER BY sequence
        """, [.blob(office.bytes)])
      {
        guard case .quarantined(let reason) = try Verdicts.read(row, 5), let epoch = DeviceEpoch(bytes: try row.blob(1))
        else { continue }
        let reference = EntryReference(epoch: epoch, sequence: try row.integer(2))
        let dossier = try row.optionalBlob(3).flatMap { DossierID(bytes: $0) }
        if let dossier {
          let history =
            try histories[dossier] ?? DossierHistories(of: [dossier], office: office, in: transaction)
          histories[dossier] = history
          if history.released(dossier).contains(reference) { continue }
        }
        let entry = try? EntryFormat.decodeTrusted(try row.blob(4))
        waiting.append(
          QuarantinedEntry(
            officeSequence: try row.integer(0), reference: reference, reason: reason, dossier: dossier,
            clerk: entry?.clerk, at: entry?.at, code: entry?.recorded?.action.namedCode?.text))
      }
      return waiting
    }
  }

  /// Releases an entry that was kept back, in every office's order that contains it. The other entries of its act are
  /// released too.
  /// - Returns: how many entries were released.
  @discardableResult
  public func release(placeAt sequence: Int64, of office: OfficeID, at now: Instant) throws -> Int {
    try store.transaction { transaction in
      let row = try transaction.rows(
        "SELECT dossier, verdict, bytes FROM entry WHERE office = $1 AND sequence = $2",
        [.blob(office.bytes), .integer(sequence)]
      ).first
      guard let row, case .quarantined(let reason) = try Verdicts.read(row, 1) else {
        throw AdministrationError.notQuarantined
      }
      guard reason != .unreadable, let dossier = try row.optionalBlob(0).flatMap({ DossierID(bytes: $0) }),
        let entry = try? EntryFormat.decodeTrusted(try row.blob(2))
      else { throw AdministrationError.notReleasable }
      return try release(entry, of: dossier, office, now, transaction)
    }
  }

  private func release(
    _ entry: Entry, of dossier: DossierID, _ office: OfficeID, _ now: Instant, _ transaction: any ServerTransaction
  ) throws -> Int {
    let route = try transaction.rows(
      "SELECT home, deciding FROM dossier WHERE office = $1 AND id = $2", [.blob(office.bytes), .blob(dossier.bytes)]
    ).first
    let others = try [route?.blob(0), route?.blob(1)].compactMap { $0 }.compactMap { OfficeID(bytes: $0) }
    var released = 0
    for id in Set(others + [office]).sorted() {
      guard let record = try OfficeRecord.lock(id, in: transaction) else { continue }
      let order = try OfficeOrder(record, dossiers: [dossier], in: transaction)
      let done = order.histories.released(dossier)
      let act = order.histories.all(dossier).filter { recorded in
        guard case .quarantined = recorded.verdict, !done.contains(recorded.reference) else { return false }
        return recorded.reference == entry.reference
          || (entry.group != nil && recorded.group == entry.group
            && recorded.reference.epoch == entry.reference.epoch)
      }
      guard !act.isEmpty else { continue }
      try order.introduceProvince(at: now)
      for recorded in act {
        try order.appendOwn(.dossier(.release(recorded.reference)), dossier: dossier, at: now)
      }
      try order.finish()
      if id == office { released = act.count }
    }
    return released
  }
}
