import DossierDomain
import ExchangeModel
import JournalFormat
import SyncProtocol

/// Sends a new desk the state of its office at one moment of the order: dossiers at rest as folds, everything else as
/// entries. A page depends only on its mark and on parts of the order that never change, so any process can compute the
/// next one.
struct Snapshots {
  /// The size of a page, and the time after which a dossier is at rest.
  struct Rules: Hashable, Sendable {
    /// Bytes of entries and folds before compression. That is about 50 KB on the network, so that little is lost if the
    /// connection breaks.
    var pageBytes = 512 << 10
    /// A dossier that has ended is sent as entries until nobody has changed it for this many days.
    var restDays: Int64 = 30

    static let standard = Rules()
  }

  let handDown: HandDown
  let authority: ProvinceAuthority
  let limits: SyncLimits
  var rules: Rules

  private var device: DeviceRecord { handDown.device }
  private var transaction: any ServerTransaction { handDown.transaction }

  /// The number of entries that are read at once.
  private static let slice: Int64 = 2000
  /// Greater than every identifier, because dossiers are sent in descending order of their identifiers.
  private static let beyondAll = [UInt8](repeating: 0xFF, count: 17)

  /// - Returns: nil if the device has to get the order itself: the order is empty, a page would be too large, or the
  ///     mark is of another office, of another life of the log or not signed by this province.
  func page(
    _ beginning: ExchangeRequest.Beginning, of office: OfficeRecord, logEpoch: [UInt8], now: Instant
  ) throws -> SnapshotPage? {
    switch beginning {
    case .snapshot(let revision):
      guard office.head > 0 else { return nil }
      let position = LogPosition(logEpoch: logEpoch, sequence: office.head, rolling: office.rolling)
      var moment = Checkpoint(office: office.id, position: position, at: now, signature: [])
      moment.signature = try authority.sign(moment.signedBytes)
      return try page(after: SnapshotMark(moment: moment), foldRevision: revision)
    case .rest(let mark, let revision):
      guard mark.moment.office == office.id, mark.moment.position.logEpoch == logEpoch,
        authority.hasSigned(mark.moment.signedBytes, mark.moment.signature)
      else { return nil }
      return try page(after: mark, foldRevision: revision)
    }
  }

  private func page(after mark: SnapshotMark, foldRevision: UInt32) throws -> SnapshotPage? {
    var page = Page(mark: mark)
    try tellOffice(&page)
    while page.mark.aboutOffice == mark.moment.position.sequence, !page.isLast, !isFull(page) {
      let dossiers = try next(after: page.mark)
      page.isLast = dossiers.isEmpty
      for (dossier, rows) in dossiers where !isFull(page) {
        try tell(dossier, rows, folding: foldRevision == FoldedDossier.revision, &page)
      }
    }
    guard page.places.count <= limits.entries else { return nil }
    return SnapshotPage(
      before: mark, through: page.mark, isLast: page.isLast, left: try left(after: page.mark.dossier),
      places: page.places, foldRevision: FoldedDossier.revision, folded: page.folded)
  }

  private struct Page {
    var mark: SnapshotMark
    var places: [OrderedEntry] = []
    var folded: [[UInt8]] = []
    var size = 0
    var isLast = false
  }

  /// A page is limited in bytes and in number, because places with only a hash are small.
  private func isFull(_ page: Page) -> Bool {
    page.size >= rules.pageBytes || max(page.places.count, page.folded.count) >= limits.entries / 2
  }

  /// Settings, clerks and absences come first, because a desk needs them first.
  private func tellOffice(_ page: inout Page) throws {
    let end = page.mark.moment.position.sequence
    guard page.mark.aboutOffice < end else { return }
    let rows = try transaction.rows(
      """
      SELECT \(HandDown.columns) FROM entry WHERE office = $1 AND dossier IS NULL AND sequence > $2 AND sequence <= $3
      ORDER BY sequence LIMIT $4
      """,
      [
        .blob(device.office.bytes), .integer(page.mark.aboutOffice), .integer(end), .integer(Self.slice),
      ])
    for row in rows {
      let (place, size) = try handDown.place(row)
      page.places.append(place)
      page.size += size
    }
    page.mark.aboutOffice = rows.count < Self.slice ? end : page.places.last?.officeSequence ?? end
  }

  /// The next dossiers with all their entries up to the moment, each in order.
  private func next(after mark: SnapshotMark) throws -> [(DossierID, [ServerRow])] {
    let rows = try rows(
      "dossier < $2", mark.dossier?.bytes ?? Self.beyondAll, mark.moment, limit: Self.slice)
    var dossiers = try grouped(rows)
    guard rows.count == Self.slice, let last = dossiers.popLast() else { return dossiers }
    // The last dossier may continue behind the slice.
    guard dossiers.isEmpty else { return dossiers }
    return try grouped(self.rows("dossier = $2", last.0.bytes, mark.moment, limit: .max))
  }

  private func rows(
    _ condition: String, _ dossier: [UInt8], _ moment: Checkpoint, limit: Int64
  ) throws -> [ServerRow] {
    try transaction.rows(
      """
      SELECT \(HandDown.columns) FROM entry WHERE office = $1 AND \(condition) AND sequence <= $3
      ORDER BY dossier DESC, sequence DESC LIMIT $4
      """,
      [.blob(device.office.bytes), .blob(dossier), .integer(moment.position.sequence), .integer(limit)])
  }

  private func grouped(_ rows: [ServerRow]) throws -> [(DossierID, [ServerRow])] {
    var groups: [(DossierID, [ServerRow])] = []
    for row in rows {
      guard let dossier = DossierID(bytes: try row.blob(3)) else { throw ServerStoreError.unexpectedRow(column: 3) }
      if groups.last?.0 == dossier { groups[groups.count - 1].1.append(row) } else { groups.append((dossier, [row])) }
    }
    return groups.map { ($0, $1.reversed()) }
  }

  private func tell(_ dossier: DossierID, _ rows: [ServerRow], folding: Bool, _ page: inout Page) throws {
    page.mark.dossier = dossier
    let rest = Instant(milliseconds: page.mark.moment.at.milliseconds - rules.restDays * 86_400_000)
    if folding, let folded = try folded(dossier, rows, restingSince: rest) {
      page.folded.append(folded)
      page.size += folded.count
      return
    }
    for row in rows {
      let (place, size) = try handDown.place(row)
      page.places.append(place)
      page.size += size
    }
  }

  /// Nil if the dossier has to be sent as entries.
  private func folded(_ dossier: DossierID, _ rows: [ServerRow], restingSince rest: Instant) throws -> [UInt8]? {
    guard try handDown.permission.allows(dossier) else { return nil }
    var history: [RecordedAction] = []
    for row in rows {
      // No fold is sent if the desk has written some of the entries, because it has these already, or if an entry
      // cannot be read here, because the desk may be able to read it.
      guard let epoch = DeviceEpoch(bytes: try row.blob(1)), handDown.heads[epoch].map({ $0 == 0 }) ?? true,
        let entry = try? EntryFormat.decodeTrusted(row.blob(4)),
        let recorded = entry.recorded(as: try Verdicts.read(row, 6))
      else { return nil }
      history.append(recorded)
    }
    return FoldedDossier(id: dossier, entries: history, restingSince: rest).flatMap { try? FoldedFormat.encode($0) }
  }

  private func left(after dossier: DossierID?) throws -> Int {
    Int(
      try transaction.rows(
        "SELECT count(*) FROM dossier WHERE office = $1 AND id < $2",
        [.blob(device.office.bytes), .blob(dossier?.bytes ?? Self.beyondAll)]
      ).first?.integer(0) ?? 0)
  }
}

extension HandDown {
  /// The limit for bytes of entries in one answer to a request for histories.
  private static let mostHistoryBytes = 1 << 20

  /// All places up to `sequence` of the dossiers that the device has as folds, as many as fit, without the dossiers
  /// that the device may not hold.
  func histories(of dossiers: [DossierID], upTo sequence: Int64, limit: Int) throws -> [OrderedEntry] {
    var places: [OrderedEntry] = []
    var size = 0
    for dossier in dossiers where try permission.allows(dossier) {
      let rows = try transaction.rows(
        """
        SELECT \(Self.columns) FROM entry WHERE office = $1 AND dossier = $2 AND sequence <= $3 ORDER BY sequence
        """, [.blob(device.office.bytes), .blob(dossier.bytes), .integer(sequence)])
      guard places.isEmpty || places.count + rows.count <= limit, size < Self.mostHistoryBytes else { break }
      for row in rows {
        let (place, bytes) = try place(row)
        places.append(place)
        size += bytes
      }
    }
    return places
  }
}
