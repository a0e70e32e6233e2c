import DossierDomain
import Foundation
import GRDB
import JournalFormat
import OfficeWork
import VietnameseText

extension ExchangeStore {
  /// One page of this desk's own entries, newest first. Pages continue after a key and not at an offset. A search scans
  /// a limited number of entries and returns how far it got.
  public func outbox(_ query: OutboxQuery) throws(StoreError) -> OutboxPage {
    try read { db in
      var reader = OutboxReader(db: db, query: query)
      var page = try reader.page()
      let marks = try QueueRows.marks(
        ofOwners: page.rows.compactMap { row in row.dossier.flatMap { id in row.ownerName.map { (id, $0) } } }, db)
      for index in page.rows.indices { page.rows[index].ownerMark = page.rows[index].dossier.flatMap { marks[$0] } }
      return page
    }
  }
}

/// Reads the own epochs from the newest entry backwards.
struct OutboxReader {
  /// The number of entries that one search scans. It then returns, so that a newer key press does not have to wait.
  static let mostScanned = 4000

  let db: Database
  let query: OutboxQuery
  private let words: [String]
  private var scanned = 0

  private struct Epoch {
    var id: Int64
    var epoch: DeviceEpoch
    var acknowledged: Int64
  }

  init(db: Database, query: OutboxQuery) {
    self.db = db
    self.query = query
    words = query.text.folded.words
  }

  mutating func page() throws -> OutboxPage {
    var rows: [OutboxRow] = []
    var scannedTo = query.after
    for (epoch, before) in try epochs() {
      let cursor = try cursor(epoch, before: before)
      while let row = try cursor.next() {
        guard rows.count < query.limit, scanned < Self.mostScanned else {
          return OutboxPage(rows: rows, hasMore: true, scannedTo: scannedTo)
        }
        scanned += 1
        scannedTo = EntryReference(epoch: epoch.epoch, sequence: row[EntryColumn.sequence])
        if let made = try make(row, epoch), matches(made) { rows.append(made) }
      }
    }
    return OutboxPage(rows: rows, hasMore: false, scannedTo: scannedTo)
  }

  /// The own epochs, newest first, from the one in which the page begins.
  private func epochs() throws -> [(Epoch, before: Int64)] {
    let all = try Row.fetchAll(
      db, sql: "SELECT id, epoch, acknowledged FROM device_epoch WHERE is_own = 1 ORDER BY is_current DESC, id DESC"
    ).compactMap { row -> Epoch? in
      DeviceEpoch(bytes: row[EpochColumn.epoch] as Data).map {
        Epoch(id: row[EpochColumn.id], epoch: $0, acknowledged: row[EpochColumn.acknowledged])
      }
    }
    guard let after = query.after, let place = all.firstIndex(where: { $0.epoch == after.epoch }) else {
      return all.map { ($0, .max) }
    }
    return all[place...].map { ($0, $0.epoch == after.epoch ? after.sequence : .max) }
  }

  /// The arguments are the epoch, the sequence before which the page begins and, for `recorded` and `sent`, the last
  /// sequence that the province has acknowledged.
  static func condition(_ delivery: EntryDelivery?) -> String {
    let base = "e.epoch_id = ? AND e.sequence < ?"
    return switch delivery {
    case nil: base
    case .recorded?, .sent?: base + " AND e.sequence > ? AND e.delivery = \(delivery == .sent ? 1 : 0)"
    case .acknowledged?: base + " AND e.delivery = 2"
    case .refused?: base + " AND e.verdict IS NOT NULL AND e.delivery = 3"
    }
  }

  static func sql(_ condition: String) -> String {
    """
    SELECT e.sequence, e.bytes, e.delivery, e.verdict, d.code, d.origin, d.owner, d.confidential, d.assignee
    FROM entry e LEFT JOIN dossier d ON d.id = e.dossier WHERE \(condition) ORDER BY e.sequence DESC
    """
  }

  private func cursor(_ epoch: Epoch, before: Int64) throws -> RowCursor {
    var arguments: StatementArguments = [epoch.id, before]
    if query.delivery == .recorded || query.delivery == .sent { arguments += [epoch.acknowledged] }
    return try Row.fetchCursor(
      db.cachedStatement(sql: Self.sql(Self.condition(query.delivery))), arguments: arguments)
  }

  private func make(_ row: Row, _ epoch: Epoch) throws -> OutboxRow? {
    let entry = try EntryFormat.decodeTrusted(Array(row[EntryColumn.bytes] as Data))
    let verdict = try JournalReader.verdict(row[EntryColumn.verdict])
    guard let delivery = EntryDelivery(rawValue: row[EntryColumn.delivery]) else {
      throw StoreError.damaged("entry.delivery")
    }
    let isConfidential = (row[DossierColumn.confidential] as Bool?) ?? false
    let assignee = (row[DossierColumn.assignee] as Data?).flatMap { ClerkID(bytes: $0) }
    let isHidden = isConfidential && !query.viewer.seesConfidential && assignee != query.viewer.clerk
    var action: DossierAction?
    if case .dossier(let made) = entry.content, !isHidden { action = made }
    let code = (row[DossierColumn.code] as String?).map {
      DossierCode($0, origin: DossierCode.Origin(rawValue: row[DossierColumn.origin]) ?? .imported)
    }
    return OutboxRow(
      id: EntryReference(epoch: epoch.epoch, sequence: row[EntryColumn.sequence]), at: entry.at, clerk: entry.clerk,
      dossier: entry.dossier, code: code, action: action, delivery: delivery, verdict: verdict,
      isConfidential: isHidden, ownerName: isHidden ? nil : row[DossierColumn.owner], winner: try winner(of: verdict))
  }

  private func winner(of verdict: Verdict) throws -> OutboxRow.Author? {
    guard case .conflicted(let first, _) = verdict else { return nil }
    let bytes = try Data.fetchOne(
      db.cachedStatement(
        sql: """
          SELECT bytes FROM entry WHERE epoch_id = (SELECT id FROM device_epoch WHERE epoch = ?) AND sequence = ?
          """), arguments: [Data(first.epoch.bytes), first.sequence])
    guard let bytes else { return nil }
    let entry = try EntryFormat.decodeTrusted(Array(bytes))
    return OutboxRow.Author(clerk: entry.clerk, at: entry.at)
  }

  /// Whether each searched word is the beginning of a word of the code, the owner's name or the action in either
  /// language.
  private func matches(_ row: OutboxRow) -> Bool {
    guard !words.isEmpty else { return true }
    let done = Language.allCases.map { language in row.action?.wording(language) { _ in "" } ?? "" }
    let present = ([row.code?.text, row.ownerName].compactMap(\.self) + done).flatMap { $0.folded.words }
    return words.allSatisfy { word in present.contains { $0.hasPrefix(word) } }
  }
}
