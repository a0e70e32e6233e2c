import Crypto
import DossierDomain
import JournalFormat

/// The province's decisions about procedures, beyond the starter catalogue: versions, announcements, and which of these
/// were taken back. All of them are kept in their order, so that what a version replaced is there when its announcement
/// is taken back.
enum ProcedureDecisions {
  /// `valid_from` is a day number, the least one if the day is not known. `number` counts all decisions and is unique.
  static let tables = [
    """
    CREATE TABLE procedure_version (
      code TEXT NOT NULL, valid_from NUMBER NOT NULL, number NUMBER NOT NULL, payload BYTES NOT NULL,
      PRIMARY KEY (code, valid_from))
    """,
    "CREATE TABLE office_procedures (office BYTES PRIMARY KEY, number NUMBER NOT NULL)",
  ]

  /// `kind` is one of `Kind`.
  static let announcements = [
    "CREATE TABLE procedure_decision (number NUMBER PRIMARY KEY, kind NUMBER NOT NULL, payload BYTES NOT NULL)",
    "INSERT INTO procedure_decision (number, kind, payload) SELECT number, 1, payload FROM procedure_version",
    "DROP TABLE procedure_version",
  ]

  private enum Kind: Int64 {
    case procedure = 1
    case announcement = 2
    case retraction = 3
  }

  // MARK: Deciding

  /// An equal decision changes nothing.
  static func keep(_ versions: [ProcedureVersion], in transaction: any ServerTransaction) throws {
    // By their bytes, because a remark is not part of the canonical text.
    let known = Set(try all(in: transaction).map { try EntryFormat.payload(of: $0) })
    for version in versions {
      let payload = try EntryFormat.payload(of: version)
      if !known.contains(payload) { try add(.procedure, payload, in: transaction) }
    }
  }

  static func keep(_ announcement: Announcement, in transaction: any ServerTransaction) throws {
    try add(.announcement, EntryFormat.payload(of: announcement), in: transaction)
  }

  static func keep(_ retraction: AnnouncementRetraction, in transaction: any ServerTransaction) throws {
    try add(.retraction, EntryFormat.payload(of: retraction), in: transaction)
  }

  private static func add(_ kind: Kind, _ payload: [UInt8], in transaction: any ServerTransaction) throws {
    try transaction.run(
      """
      INSERT INTO procedure_decision (number, kind, payload)
      VALUES ((SELECT coalesce(max(number), 0) + 1 FROM procedure_decision), $1, $2)
      """, [.integer(kind.rawValue), .blob(payload)])
  }

  // MARK: What holds

  static func history(in transaction: any ServerTransaction) throws -> ProcedureHistory {
    ProcedureHistory(try rows(after: 0, in: transaction).map(\.decision))
  }

  /// The versions that hold, in the order in which they were decided.
  static func all(in transaction: any ServerTransaction) throws -> [ProcedureVersion] {
    try history(in: transaction).versions
  }

  static func catalogue(in transaction: any ServerTransaction) throws -> Catalogue {
    try catalogue(stored(after: 0, in: transaction))
  }

  /// Decodes the decisions only if they are others than those that `memory` knows.
  static func catalogue(in transaction: any ServerTransaction, by memory: CatalogueMemory) throws -> Catalogue {
    try memory.catalogue(of: stored(after: 0, in: transaction), make: catalogue)
  }

  private static func catalogue(_ rows: [ServerRow]) throws -> Catalogue {
    let changes = ProcedureHistory(try decoded(rows).map(\.decision)).versions
    return changes.isEmpty ? .starter : Catalogue(changes: changes)
  }

  static func hash(of version: ProcedureVersion) -> [UInt8] {
    Array(SHA256.hash(data: Array(version.canonicalText.utf8)))
  }

  // MARK: Handing down

  static func missing(
    _ office: OfficeID, in transaction: any ServerTransaction
  ) throws -> [ProvinceDecisions.Missing] {
    let known = try transaction.rows("SELECT number FROM office_procedures WHERE office = $1", [.blob(office.bytes)])
    let rows = try rows(after: try known.first?.integer(0) ?? 0, in: transaction)
    guard !rows.isEmpty else { return [] }
    return needed(rows, brought: try brought(in: transaction)).map { number, decision in
      ProvinceDecisions.Missing(action: decision.action) {
        try transaction.run(
          """
          INSERT INTO office_procedures (office, number) VALUES ($1, $2)
          ON CONFLICT (office) DO UPDATE SET number = excluded.number
          """, [.blob(office.bytes), .integer(number)])
      }
    }
  }

  private typealias Numbered = (number: Int64, decision: ProcedureHistory.Decision)

  /// Without the versions that can never count again: a later one of the same code and first day, which no announcement
  /// brought, has replaced them for good. The last decision is always among those that are left.
  /// - Parameter brought: the versions of all announcements, those that the office has already too: a retraction may take
  ///   any of them back.
  private static func needed(_ rows: [Numbered], brought: Set<[UInt8]>) -> [Numbered] {
    struct Key: Hashable { var code: String, from: Known<CivilDate> }
    var lastForGood: [Key: Int64] = [:]
    for row in rows {
      guard case .decided(let version, let hash) = row.decision, !brought.contains(hash) else { continue }
      lastForGood[Key(code: version.code, from: version.validFrom)] = row.number
    }
    return rows.filter { row in
      guard case .decided(let version, _) = row.decision else { return true }
      return lastForGood[Key(code: version.code, from: version.validFrom)].map { $0 <= row.number } ?? true
    }
  }

  private static func brought(in transaction: any ServerTransaction) throws -> Set<[UInt8]> {
    let payloads = try transaction.rows(
      "SELECT payload FROM procedure_decision WHERE kind = $1", [.integer(Kind.announcement.rawValue)])
    var hashes: Set<[UInt8]> = []
    for row in payloads {
      hashes.formUnion(try EntryFormat.announcement(ofPayload: try row.blob(0)).changes.compactMap(\.versionHash))
    }
    return hashes
  }

  private static func rows(after number: Int64, in transaction: any ServerTransaction) throws -> [Numbered] {
    try decoded(stored(after: number, in: transaction))
  }

  private static func stored(after number: Int64, in transaction: any ServerTransaction) throws -> [ServerRow] {
    try transaction.rows(
      "SELECT number, kind, payload FROM procedure_decision WHERE number > $1 ORDER BY number", [.integer(number)])
  }

  private static func decoded(_ rows: [ServerRow]) throws -> [Numbered] {
    try rows.compactMap { row in
      guard let kind = Kind(rawValue: try row.integer(1)) else { return nil }
      let payload = try row.blob(2)
      let decision: ProcedureHistory.Decision
      switch kind {
      case .procedure:
        let version = try EntryFormat.procedure(ofPayload: payload)
        decision = .decided(version, hash: hash(of: version))
      case .announcement: decision = .announcement(try EntryFormat.announcement(ofPayload: payload))
      case .retraction: decision = .retraction(try EntryFormat.retraction(ofPayload: payload))
      }
      return (try row.integer(0), decision)
    }
  }
}

extension ProcedureHistory.Decision {
  fileprivate var action: OfficeAction {
    switch self {
    case .decided(let version, _): .setProcedure(version)
    case .announcement(let announcement): .announce(announcement)
    case .retraction(let retraction): .retractAnnouncement(retraction)
    }
  }
}
