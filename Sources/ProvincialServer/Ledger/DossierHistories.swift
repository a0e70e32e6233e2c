import DossierDomain
import JournalFormat

/// The entries of some dossiers of one office, in its order, with the places that they have.
struct DossierHistories {
  struct Placed {
    var place: Int64
    var recorded: RecordedAction
  }

  private var histories: [DossierID: [Placed]] = [:]
  /// One statement for all sizes: what is missing is filled up with repetitions.
  private static let chunk = 64

  init(of dossiers: Set<DossierID>, office: OfficeID, in transaction: any ServerTransaction) throws {
    let list = (0..<Self.chunk).map { "$\($0 + 2)" }.joined(separator: ", ")
    let sql = """
      SELECT sequence, bytes, verdict FROM entry WHERE office = $1 AND dossier IN (\(list)) ORDER BY sequence
      """
    var rest = Array(dossiers)[...]
    while let first = rest.first {
      let part = rest.prefix(Self.chunk)
      rest = rest.dropFirst(Self.chunk)
      let padded = Array(part) + Array(repeating: first, count: Self.chunk - part.count)
      for row in try transaction.rows(sql, [.blob(office.bytes)] + padded.map { .blob($0.bytes) }) {
        let entry = try? EntryFormat.decodeTrusted(try row.blob(1))
        guard let entry, let recorded = entry.recorded(as: try Verdicts.read(row, 2)), let dossier = entry.dossier
        else {
          continue
        }
        histories[dossier, default: []].append(Placed(place: try row.integer(0), recorded: recorded))
      }
    }
  }

  func isKnown(_ dossier: DossierID) -> Bool { histories[dossier]?.isEmpty == false }

  /// Entries that count, before undo.
  func counting(_ dossier: DossierID) -> [Placed] { (histories[dossier] ?? []).filter { $0.recorded.verdict.counts } }

  func folded(_ dossier: DossierID) -> Dossier? {
    Dossier.fold(id: dossier, entries: (histories[dossier] ?? []).map(\.recorded))
  }

  mutating func add(_ recorded: RecordedAction, at place: Int64, to dossier: DossierID) {
    histories[dossier, default: []].append(Placed(place: place, recorded: recorded))
  }
}

/// Verdicts as they are stored: nothing for "accepted".
enum Verdicts {
  static func read(_ row: ServerRow, _ column: Int) throws -> Verdict {
    guard let bytes = try row.optionalBlob(column) else { return .accepted }
    guard let verdict = Verdict(bytes: bytes) else { throw ServerStoreError.unexpectedRow(column: column) }
    return verdict
  }

  static func value(_ verdict: Verdict) -> ServerValue { verdict.counts ? .null : .blob(verdict.bytes) }
}
