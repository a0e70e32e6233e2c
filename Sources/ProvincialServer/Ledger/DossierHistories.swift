import DossierDomain
import JournalFormat

/// The entries of some dossiers of one office, in its order, with their places. Each entry is examined once when it is
/// added, so that the cost of a query depends on its result and not on the length of the history.
///
/// It is a class, so that everything that works on an order in one transaction uses the same histories without copying
/// them.
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
    /// Whether an entry begins it. It never becomes false again.
    var isBegun = false
    var indexes: [EntryReference: Int] = [:]
    var places: [Int64] = []
    /// The entries that the province has released.
    var released: Set<EntryReference> = []
    /// The counting entries that can collide with others, by their author's epoch, each in the order of their places.
    var deciding: [DeviceEpoch: [Placed]] = [:]
    var refusals: [ActKey: Verdict] = [:]
  }

  private var histories: [DossierID: History] = [:]
  /// One statement is used for all sizes: missing values are filled with repetitions.
  private static let chunk = 64

  /// The number of entries applied to folds so far, as a measure of cost.
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

  /// Reads a further dossier, if it was not read yet.
  func read(_ dossier: DossierID, office: OfficeID, in transaction: any ServerTransaction) throws {
    guard histories[dossier] == nil else { return }
    let one = try DossierHistories(of: [dossier], office: office, in: transaction)
    histories[dossier] = one.histories[dossier]
  }

  func isKnown(_ dossier: DossierID) -> Bool { histories[dossier]?.indexes.isEmpty == false }

  /// Whether the dossier exists, even if its first entry is kept back.
  func isBegun(_ dossier: DossierID) -> Bool { histories[dossier]?.isBegun == true }

  /// The entries of the dossier that the province has released.
  func released(_ dossier: DossierID) -> Set<EntryReference> { histories[dossier]?.released ?? [] }

  func all(_ dossier: DossierID) -> [RecordedAction] { histories[dossier]?.fold.entries ?? [] }

  func action(_ reference: EntryReference, of dossier: DossierID) -> DossierAction? {
    recorded(reference, of: dossier)?.action
  }

  private func recorded(_ reference: EntryReference, of dossier: DossierID) -> RecordedAction? {
    guard let history = histories[dossier], let index = history.indexes[reference] else { return nil }
    return history.fold.entries[index]
  }

  /// The action of an entry that counts, before undo; an entry that was released counts too.
  func countingAction(_ reference: EntryReference, of dossier: DossierID) -> DossierAction? {
    guard let recorded = recorded(reference, of: dossier) else { return nil }
    let counts = recorded.verdict.counts || histories[dossier]?.released.contains(reference) == true
    return counts ? recorded.action : nil
  }

  /// The counting entries that can collide with one whose author had seen the order up to `base`, all of her own epoch,
  /// and of other epochs as much as `heads` says; in order.
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

  /// The verdict of the earlier part of an act that came in another exchange; nil if it counts.
  func refusal(of group: GroupID, by epoch: DeviceEpoch, on dossier: DossierID) -> Verdict? {
    histories[dossier]?.refusals[ActKey(group: group, epoch: epoch)]
  }

  func folded(_ dossier: DossierID) -> Dossier? { histories[dossier]?.fold.dossier() }

  /// The fold of the dossier, to be continued with entries that have no place yet.
  func fold(of dossier: DossierID) -> GrowingFold { histories[dossier]?.fold ?? GrowingFold(id: dossier) }

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
    // The entry almost always goes to the end; a released entry stays at its old place.
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
  /// Whether the verdict concerns the whole act, so that its other entries have no effect either.
  var refuses: Bool {
    switch self {
    case .accepted, .repeated: false
    case .conflicted, .quarantined: true
    }
  }
}

/// The stored form of verdicts: NULL means accepted.
enum Verdicts {
  static func read(_ row: ServerRow, _ column: Int) throws -> Verdict {
    guard let bytes = try row.optionalBlob(column) else { return .accepted }
    guard let verdict = Verdict(bytes: bytes) else { throw ServerStoreError.unexpectedRow(column: column) }
    return verdict
  }

  static func value(_ verdict: Verdict) -> ServerValue { verdict.counts ? .null : .blob(verdict.bytes) }
}
