import DossierDomain
import OfficeWork

/// The marked dossiers, in the order of marking, known by their ids.
struct QueueMarks: Equatable, Sendable {
  private(set) var rows: [QueueRow] = []
  private var ids: Set<DossierID> = []
  /// Their ids as text, made as they come, so that keeping the place after each key costs nothing.
  private(set) var kept = ""

  /// More than this is not one act's work, and is said so.
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

  /// New facts about rows that are marked.
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
