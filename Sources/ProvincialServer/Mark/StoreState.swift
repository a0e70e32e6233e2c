import DossierDomain

/// How many entries the store contains. A mark outside the store keeps it, so that a restore of the store alone is
/// noticed.
struct StoreState: Hashable, Codable, Sendable {
  /// The sum of the last places of all offices' orders.
  var sum: Int64
  var longest: Int64
  /// Nil with SQLite.
  var cluster: DatabaseCluster?

  static func read(_ store: any ServerStore) throws -> StoreState {
    let (sum, longest) = try store.read { transaction in
      let row = try transaction.rows(
        "SELECT CAST(coalesce(sum(head), 0) AS BIGINT), coalesce(max(head), 0) FROM office", []
      ).first
      return (try row?.integer(0) ?? 0, try row?.integer(1) ?? 0)
    }
    return StoreState(sum: sum, longest: longest, cluster: try store.cluster())
  }

  /// The state as a mark keeps it. Of a cluster it names an earlier position, which a standby certainly has.
  /// - Parameter position: the position that was seen before the last change; nil if none was seen.
  func marked(after known: Mark?, at position: Int64?) -> StoreState {
    guard let cluster else { return self }
    let before = known?.state.cluster.flatMap { $0.identifier == cluster.identifier ? $0.position : nil }
    var state = self
    state.cluster?.position = position ?? before ?? 0
    return state
  }

  // MARK: Acceptance by an operator

  private static let accepted = "accepted"

  /// Records that an operator has accepted the present store, which overrides all earlier marks.
  static func accept(at now: Instant, in transaction: any ServerTransaction) throws {
    let bytes = withUnsafeBytes(of: now.milliseconds.bigEndian) { Array($0) }
    try transaction.run(
      "INSERT INTO meta (name, value) VALUES ($1, $2) ON CONFLICT (name) DO UPDATE SET value = excluded.value",
      [.text(accepted), .blob(bytes)])
  }

  static func acceptedAt(_ store: any ServerStore) throws -> Instant? {
    try store.read { transaction in
      try transaction.rows("SELECT value FROM meta WHERE name = $1", [.text(accepted)]).first?.blob(0).reduce(Int64(0))
      {
        $0 << 8 | Int64($1)
      }
    }.map { Instant(milliseconds: $0) }
  }
}
