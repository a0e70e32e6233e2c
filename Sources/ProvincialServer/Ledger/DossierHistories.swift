import DossierDomain
import JournalFormat

/// The entries of some dossiers of one office, in its order, with the places that they have. Each entry is looked at once
/// when it comes; a question about a dossier costs what it has to answer, not the length of its history.
///
/// A class, because everything that works on an order in one transaction sees the same histories and none of it copies them.
final class DossierHistories {
  fileprivate struct Placed {
    var place: Int64
    var recorded: RecordedAction
  }

  fileprivate struct ActKey: Hashable {
    var group: GroupID
    var epoch: DeviceEpoch
  }

  fileprivate struct History {
    var fold: GrowingFold
    /// Some entry begins it. That never changes back.
    var isBegun = false
    var indexes: [EntryReference: Int] = [:]
    var places: [Int64] = []
    /// What the province let count after it had kept it back.
    var released: Set<EntryReference> = []
    /// Counting entries that can stand in the way of others, by who wrote them, each in order of their places.
    var deciding: [DeviceEpoch: [Placed]] = [:]
    var refusals: [ActKey: Verdict] = [:]
  }

  private var histories: [DossierID: History] = [:]
  /// One statement for all sizes: what is missing is filled up with repetitions.
  private static let chunk = 64

  /// Entries applied to folds so far: what the judging has cost.
  var applied: Int { histories.values.reduce(0) { $0 + $1.fold.applied } }

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
        add(recorded, at: try row.integer(0), to: dossier)
      }
    }
  }

  func isKnown(_ dossier: DossierID) -> Bool { histories[dossier]?.indexes.isEmpty == false }

  /// Whether there is a dossier at all, also one whose beginning the province keeps back.
  func isBegun(_ dossier: DossierID) -> Bool { histories[dossier]?.isBegun == true }

  /// What the province let count after it had kept it back.
  func released(_ dossier: DossierID) -> Set<EntryReference> { histories[dossier]?.released ?? [] }

  func all(_ dossier: DossierID) -> [RecordedAction] { histories[dossier]?.fold.entries ?? [] }

  func action(_ reference: EntryReference, of dossier: DossierID) -> DossierAction? {
    recorded(reference, of: dossier)?.action
  }

  private func recorded(_ reference: EntryReference, of dossier: DossierID) -> RecordedAction? {
    guard let history = histories[dossier], let index = history.indexes[reference] else { return nil }
    return history.fold.entries[index]
  }

  /// The action of an entry that counts, before undo; also of one that was kept back and released later.
  func countingAction(_ reference: EntryReference, of dossier: DossierID) -> DossierAction? {
    guard let recorded = recorded(reference, of: dossier) else { return nil }
    let counts = recorded.verdict.counts || histories[dossier]?.released.contains(reference) == true
    return counts ? recorded.action : nil
  }

  /// Counting entries that can stand in the way of one whose author had seen the order up to `base`, her own epoch, and
  /// of others as much as `heads` says; in order.
  func unseen(
    of dossier: DossierID, by author: DeviceEpoch, base: Int64, heads: [DeviceEpoch: Int64]
  ) -> [RecordedAction] {
    var unseen: [Placed] = []
    for (epoch, entries) in histories[dossier]?.deciding ?? [:] where epoch != author {
      let seen = heads[epoch] ?? 0
      for placed in entries.reversed() {
        guard placed.place > base else { break }
        if placed.recorded.reference.sequence > seen { unseen.append(placed) }
      }
    }
    return unseen.sorted { $0.place < $1.place }.map(\.recorded)
  }

  /// What the earlier part of an act was found to be, when it came in an exchange before and does not count.
  func refusal(of group: GroupID, by epoch: DeviceEpoch, on dossier: DossierID) -> Verdict? {
    histories[dossier]?.refusals[ActKey(group: group, epoch: epoch)]
  }

  func folded(_ dossier: DossierID) -> Dossier? { histories[dossier]?.fold.dossier() }

  /// As it would be behind further entries that have no place yet.
  func folded(_ dossier: DossierID, then pending: [RecordedAction]) -> Dossier? {
    if pending.isEmpty { return folded(dossier) }
    return Dossier.fold(id: dossier, entries: all(dossier) + pending)
  }

  func add(_ recorded: RecordedAction, at place: Int64, to dossier: DossierID) {
    histories[dossier, default: History(fold: GrowingFold(id: dossier))].add(recorded, at: place)
  }
}

extension DossierHistories.History {
  fileprivate mutating func add(_ recorded: RecordedAction, at place: Int64) {
    indexes[recorded.reference] = fold.entries.count
    places.append(place)
    fold.append(recorded)
    if !isBegun { isBegun = fold.dossier() != nil }
    if recorded.verdict.counts {
      decide(recorded, at: place)
      if case .release(let reference) = recorded.action { release(reference) }
    } else if recorded.verdict.refuses, let group = recorded.group {
      let act = DossierHistories.ActKey(group: group, epoch: recorded.reference.epoch)
      refusals[act] = refusals[act] ?? recorded.verdict
    }
  }

  private mutating func decide(_ recorded: RecordedAction, at place: Int64) {
    guard Collision.decides(recorded.action) else { return }
    var entries = deciding.removeValue(forKey: recorded.reference.epoch) ?? []
    // Almost always the last one; what is released stands at its old place.
    let index = entries.lastIndex { $0.place < place }.map { $0 + 1 } ?? 0
    entries.insert(DossierHistories.Placed(place: place, recorded: recorded), at: index)
    deciding[recorded.reference.epoch] = entries
  }

  private mutating func release(_ reference: EntryReference) {
    guard released.insert(reference).inserted, let index = indexes[reference], !fold.entries[index].verdict.counts
    else {
      return
    }
    decide(fold.entries[index], at: places[index])
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
