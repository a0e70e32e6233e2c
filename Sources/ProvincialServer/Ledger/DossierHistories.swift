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

  /// Entries that count, before undo; also those that were kept back and released later.
  func counting(_ dossier: DossierID) -> [Placed] {
    let all = histories[dossier] ?? []
    let released = released(dossier)
    return all.filter { $0.recorded.verdict.counts || released.contains($0.recorded.reference) }
  }

  /// What the province let count after it had kept it back.
  func released(_ dossier: DossierID) -> Set<EntryReference> {
    Set(
      (histories[dossier] ?? []).compactMap { placed in
        guard placed.recorded.verdict.counts, case .release(let reference) = placed.recorded.action else { return nil }
        return reference
      })
  }

  func all(_ dossier: DossierID) -> [RecordedAction] { (histories[dossier] ?? []).map(\.recorded) }

  func action(_ reference: EntryReference, of dossier: DossierID) -> DossierAction? {
    histories[dossier]?.first { $0.recorded.reference == reference }?.recorded.action
  }

  /// What the earlier part of an act was found to be, when it came in an exchange before and does not count.
  func refusal(of group: GroupID, by epoch: DeviceEpoch, on dossier: DossierID) -> Verdict? {
    histories[dossier]?.first {
      $0.recorded.group == group && $0.recorded.reference.epoch == epoch && $0.recorded.verdict.refuses
    }?.recorded.verdict
  }

  func folded(_ dossier: DossierID) -> Dossier? {
    Dossier.fold(id: dossier, entries: (histories[dossier] ?? []).map(\.recorded))
  }

  mutating func add(_ recorded: RecordedAction, at place: Int64, to dossier: DossierID) {
    histories[dossier, default: []].append(Placed(place: place, recorded: recorded))
  }
}

extension Verdict {
  /// It has no effect for a reason that concerns the whole act.
  var refuses: Bool {
    switch self {
    case .accepted, .repeated: false
    case .conflicted, .quarantined: true
    }
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
