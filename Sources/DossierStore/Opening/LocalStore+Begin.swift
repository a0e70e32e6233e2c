import DossierDomain
import GRDB

extension LocalStore {
  /// Reads the data for the first screen in one reading, and handles what has changed since the data were last open: a
  /// newer program reads entries that the older one could only store, and a copy begins its own epoch. Call it once,
  /// before any other work on the data.
  /// - Parameter isAtScreen: false for a command that begins like the program without being where clerks receive.
  public func begin(at now: Instant, isAtScreen: Bool = true) throws(StoreError) -> Opening {
    if isAtScreen { write.opening.begin() }
    let place = CopyRecognition.place(of: folder + "/" + Self.fileName)
    let (opening, isSettled) = try write.readAlone { db in
      // This runs before anything that an interrupted rebuild may have emptied is used.
      let isSettled = try Self.isSettled(db, place, at: now)
      try write.end.look(db, asks: true)
      return (try office.opening(db), isSettled)
    }
    if access == .readWrite { RestoreDrill.removeRemains(in: folder) }
    guard access == .readWrite, !isSettled else { return opening }
    try exchange.readNewKinds()
    try Self.refoldIfNeeded(write)
    try drafts.eraseOld(at: now)
    let isCopy = try recogniseCopy(at: now)
    var settled = try write.readAlone { try office.opening($0) }
    settled.isCopy = isCopy
    return settled
  }

  /// Marks the rows to be computed again if the rules by which they are computed have changed. `UpkeepStore.refold` does it while clerks
  /// work.
  private static func refoldIfNeeded(_ write: WritingConnection) throws(StoreError) {
    try write { db in
      let known = try String.fetchOne(
        db, sql: "SELECT value FROM setting WHERE name = ?", arguments: [Refolding.knownRules])
      guard known != Refolding.rules else { return }
      try db.execute(
        sql: "INSERT OR REPLACE INTO setting VALUES (?, ?)", arguments: [Refolding.knownRules, Refolding.rules])
      if try Bool.fetchOne(db, sql: "SELECT EXISTS (SELECT 1 FROM dossier)") == true {
        try Refolding.keep(.whole, db)
      }
    }
  }

  /// Whether nothing has changed since the last time, which is the usual case.
  private static func isSettled(_ db: Database, _ place: String?, at now: Instant) throws -> Bool {
    var known: [String] = []
    for row in try Row.fetchAll(
      db,
      sql:
        "SELECT name || value FROM setting WHERE name IN ('\(CopyRecognition.setting)', '\(Refolding.knownRules)', '\(UpkeepStore.rebuildMark)')"
    ) {
      known.append(row[0])
    }
    if known.contains(where: { $0.hasPrefix(UpkeepStore.rebuildMark) }) { throw StoreError.rebuildUnfinished }
    return try known.contains(Refolding.knownRules + Refolding.rules)
      && (place == nil || known.contains(CopyRecognition.setting + (place ?? "")))
      && !ExchangeStore.hasReadableEntries(db) && !DraftTable.hasOld(db, at: now)
  }
}
