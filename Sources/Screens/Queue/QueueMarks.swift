import DossierDomain
import OfficeWork

/// The marked dossiers, in the order of marking and identified by id.
struct QueueMarks: Equatable, Sendable {
  private(set) var rows: [QueueRow] = []
  private var ids: Set<DossierID> = []
  /// The ids as text, extended with each mark, so that storing the seat after each key stays cheap.
  private(set) var kept = ""

  /// One act may cover at most this many dossiers, because it is one transaction with an entry for each: it is checked, signed and
  /// undone as a whole while everybody waits. The clerk is told when she marks more.
  static let limit = 10_000

  var isEmpty: Bool { rows.isEmpty }
  var count: Int { rows.count }

  func contains(_ id: DossierID) -> Bool { ids.contains(id) }

  mutating func add(_ more: some Sequence<QueueRow>) {
    for row in more where rows.count < Self.limit && ids.insert(row.id).inserted {
      rows.append(row)
      kept += (kept.isEmpty ? "" : " ") + row.id.hexadecimal
    }
  }

  mutating func remove(_ gone: Set<DossierID>) {
    guard !ids.isDisjoint(with: gone) else { return }
    rows.removeAll { gone.contains($0.id) }
    ids.subtract(gone)
    kept = Self.text(of: rows.map(\.id))
  }

  mutating func removeAll() { self = QueueMarks() }

  /// Updates the facts of marked rows.
  mutating func update(_ changed: [QueueRow]) {
    let new = Dictionary(
      changed.filter { ids.contains($0.id) }.map { ($0.id, $0) }, uniquingKeysWith: { _, last in last })
    if !new.isEmpty { rows = rows.map { new[$0.id] ?? $0 } }
  }

  static func text(of ids: [DossierID]) -> String { ids.map(\.hexadecimal).joined(separator: " ") }

  static func ids(in text: String) -> [DossierID] {
    text.split(separator: " ").compactMap { DossierID(hexadecimal: String($0)) }
  }
}
