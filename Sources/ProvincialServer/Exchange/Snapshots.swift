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
  /// The budget of one page.
  let budget: AnswerBudget
  /// The device can ask for the histories of dossiers that a page leaves out.
  let takesParts: Bool
  var rules: Rules

  private var device: DeviceRecord { handDown.device }
  private var transaction: any ServerTransaction { handDown.transaction }

  /// Greater than every identifier, because dossiers are sent in descending order of their identifiers.
  private static let beyondAll = [UInt8](repeating: 0xFF, count: 17)

  /// - Returns: nil if the device has to get the order itself: the order is empty, a dossier is too large for a page and
  ///     the device cannot ask for it later, or the mark is of another office, of another life of the log or not signed
  ///     by this province.
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
    var page = Page(mark: mark, budget: budget)
    try tellOffice(&page)
    while page.mark.aboutOffice == mark.moment.position.sequence, !page.isLast, !isFull(page) {
      let next = try next(after: page.mark)
      page.isLast = next.isEmpty
      if let first = next.first, !budget.fits(entries: first.entries, bytes: first.bytes) {
        guard takesParts else { return nil }
        guard page.budget.draw(first.dossier.bytes.count) else { break }
        page.mark.dossier = first.dossier
        page.leftOut.append(first.dossier)
        continue
      }
      let dossiers = fitting(next, page.budget)
      guard let last = dossiers.last else { break }
      for (dossier, rows) in try rows(after: page.mark, through: last.dossier) where !isFull(page) {
        try tell(dossier, rows, folding: foldRevision == FoldedDossier.revision, &page)
      }
    }
    return SnapshotPage(
      before: mark, through: page.mark, isLast: page.isLast, left: try left(after: page.mark.dossier),
      places: page.places, foldRevision: FoldedDossier.revision, folded: page.folded, leftOut: page.leftOut)
  }

  private struct Page {
    var mark: SnapshotMark
    var budget: AnswerBudget
    var places: [OrderedEntry] = []
    var folded: [[UInt8]] = []
    var leftOut: [DossierID] = []
    var isLast = false
  }

  /// A page is limited in bytes and in number, because places with only a hash are small.
  private func isFull(_ page: Page) -> Bool {
    budget.bytes - page.budget.bytes >= rules.pageBytes || page.budget.entries == 0
  }

  /// Settings, clerks and absences come first, because a desk needs them first.
  private func tellOffice(_ page: inout Page) throws {
    let end = page.mark.moment.position.sequence
    guard page.mark.aboutOffice < end else { return }
    let isWhole = try handDown.entries.read(
      .office, after: page.mark.aboutOffice, through: end, most: page.budget.entries
    ) { row in
      let (place, size) = try handDown.place(row)
      guard !isFull(page), page.budget.draw(size) else { return false }
      page.places.append(place)
      return true
    }
    page.mark.aboutOffice = isWhole ? end : page.places.last?.officeSequence ?? end
  }

  private struct Size {
    var dossier: DossierID
    var entries: Int
    var bytes: Int
  }

  /// The sizes of the next dossiers, with their entries up to the moment. A dossier with more entries than a page has is
  /// not counted to its end.
  private func next(after mark: SnapshotMark) throws -> [Size] {
    let most = budget.entries + 1
    let rows = try transaction.rows(
      """
      SELECT dossier, length(bytes) FROM entry WHERE office = $1 AND dossier < $2 AND sequence <= $3
      ORDER BY dossier DESC, sequence DESC LIMIT $4
      """,
      [
        .blob(device.office.bytes), .blob(mark.dossier?.bytes ?? Self.beyondAll),
        .integer(mark.moment.position.sequence), .integer(Int64(most)),
      ])
    var sizes: [Size] = []
    for row in rows {
      let dossier = try dossier(row, 0)
      if sizes.last?.dossier != dossier { sizes.append(Size(dossier: dossier, entries: 0, bytes: 0)) }
      sizes[sizes.count - 1].entries += 1
      sizes[sizes.count - 1].bytes += Int(try row.integer(1))
    }
    // The last dossier may have further entries.
    if rows.count == most, sizes.count > 1 { sizes.removeLast() }
    return sizes
  }

  private func fitting(_ sizes: [Size], _ budget: AnswerBudget) -> ArraySlice<Size> {
    var (entries, bytes) = (0, 0)
    return sizes.prefix { size in
      entries += size.entries
      bytes += size.bytes
      return budget.fits(entries: entries, bytes: bytes)
    }
  }

  /// The dossiers after the mark down to this one, each with its entries in order.
  private func rows(after mark: SnapshotMark, through last: DossierID) throws -> [(DossierID, [ServerRow])] {
    let rows = try transaction.rows(
      """
      SELECT \(EntryRows.columns) FROM entry WHERE office = $1 AND dossier < $2 AND dossier >= $3 AND sequence <= $4
      ORDER BY dossier DESC, sequence DESC
      """,
      [
        .blob(device.office.bytes), .blob(mark.dossier?.bytes ?? Self.beyondAll), .blob(last.bytes),
        .integer(mark.moment.position.sequence),
      ])
    var groups: [(DossierID, [ServerRow])] = []
    for row in rows {
      let dossier = try dossier(row, 3)
      if groups.last?.0 == dossier { groups[groups.count - 1].1.append(row) } else { groups.append((dossier, [row])) }
    }
    return groups.map { ($0, $1.reversed()) }
  }

  private func dossier(_ row: ServerRow, _ column: Int) throws -> DossierID {
    guard let dossier = DossierID(bytes: try row.blob(column)) else {
      throw ServerStoreError.unexpectedRow(column: column)
    }
    return dossier
  }

  /// Expects a dossier whose entries fit into the page. They are sent if its fold does not.
  private func tell(_ dossier: DossierID, _ rows: [ServerRow], folding: Bool, _ page: inout Page) throws {
    page.mark.dossier = dossier
    let rest = Instant(milliseconds: page.mark.moment.at.milliseconds - rules.restDays * 86_400_000)
    if folding, let folded = try folded(dossier, rows, restingSince: rest), page.budget.draw(folded.count) {
      return page.folded.append(folded)
    }
    for row in rows {
      let (place, size) = try handDown.place(row)
      _ = page.budget.draw(size)
      page.places.append(place)
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
