import DossierDomain
import Foundation
import GRDB

/// The full-text index over dossiers. It is a projection, so it can be cleared and computed again from the journal at
/// any time.
///
/// A row is the `rid` of a dossier: small positive integers in the order of arrival, so that the highest is the newest.
/// Every beginning of every word has its own posting list, in chunks of neighbouring rows. A search for several words
/// intersects their lists, the newest chunk first, and stops when a page is full. Recent changes (`search_fresh`) are
/// read row by row and folded into the lists from time to time, so that a commit writes one small row and not a hundred
/// lists.
///
/// All functions use the caller's connection and transaction.
public enum SearchIndex {
  /// The number of rows that may wait to be folded; reading them adds less than a millisecond to a query.
  public static let freshLimit = 512
  /// The number of rows folded at once, when the limit is reached: one commit in this many takes some milliseconds
  /// longer, and none takes a second.
  static let foldStep = 16

  public static func createSchema(_ db: Database) throws {
    try db.execute(
      sql: """
        CREATE TABLE search_token (id INTEGER PRIMARY KEY, token TEXT NOT NULL UNIQUE) STRICT;
        CREATE TABLE search_posting (place INTEGER PRIMARY KEY, rows BLOB NOT NULL) STRICT;
        CREATE TABLE search_long (token TEXT NOT NULL, rid INTEGER NOT NULL, PRIMARY KEY (token, rid)) STRICT, WITHOUT ROWID;
        CREATE TABLE search_doc (
          rid INTEGER PRIMARY KEY, words TEXT NOT NULL, secret TEXT NOT NULL, owner INTEGER, applicant INTEGER) STRICT;
        CREATE INDEX search_doc_owner ON search_doc (owner) WHERE owner IS NOT NULL;
        CREATE INDEX search_doc_applicant ON search_doc (applicant) WHERE applicant IS NOT NULL;
        CREATE TABLE search_fresh (
          rid INTEGER PRIMARY KEY, bare TEXT NOT NULL, old_words TEXT, old_secret TEXT) STRICT;
        CREATE TABLE search_confidential (rid INTEGER PRIMARY KEY, assignee BLOB) STRICT;
        """)
  }

  /// Removes everything; `replace` fills the index again.
  public static func clear(_ db: Database) throws {
    for table in ["token", "posting", "long", "doc", "fresh", "confidential"] {
      try db.execute(sql: "DELETE FROM search_\(table)")
    }
  }

  /// Indexes a dossier, or its changes; writes nothing if its words have not changed.
  /// - Parameters:
  ///   - isNew: the row was never indexed, so that it need not be looked up.
  ///   - freshLimit: bulk work passes `.max` and calls `foldWhenDue` itself from time to time.
  public static func replace(
    _ db: Database, rid: Int64, dossier: Dossier, isNew: Bool = false, freshLimit: Int = freshLimit
  ) throws {
    if !isNew || dossier.isConfidential { try keepAssignee(db, rid: rid, dossier: dossier) }
    let words = SearchWords(dossier)
    let open = words.open.joined(separator: " ")
    let secret = words.secret.joined(separator: " ")
    // Related people are found by their words and are no persons of the index.
    let owner = dossier.isConfidential ? nil : personKey(of: dossier.owner)
    let applicant = dossier.isConfidential ? nil : dossier.applicant.flatMap(personKey)
    let known =
      isNew
      ? nil
      : try Row.fetchOne(
        db.cachedStatement(sql: "SELECT words, secret, owner, applicant FROM search_doc WHERE rid = ?"),
        arguments: [rid])
    guard let known else {
      try db.cachedStatement(sql: "INSERT INTO search_doc VALUES (?, ?, ?, ?, ?)")
        .execute(arguments: [rid, open, secret, owner, applicant])
      try db.cachedStatement(sql: "INSERT INTO search_fresh VALUES (?, ?, NULL, NULL)")
        .execute(arguments: [rid, words.bare])
      return try foldWhenDue(db, freshLimit, most: foldStep)
    }
    let oldOpen: String = known[0]
    let oldSecret: String = known[1]
    let oldOwner: Int64? = known[2]
    let oldApplicant: Int64? = known[3]
    if oldOpen == open, oldSecret == secret, oldOwner == owner, oldApplicant == applicant { return }
    try db.cachedStatement(sql: "UPDATE search_doc SET words = ?, secret = ?, owner = ?, applicant = ? WHERE rid = ?")
      .execute(arguments: [open, secret, owner, applicant, rid])
    // A waiting row keeps the words under which the lists contain it.
    try db.cachedStatement(
      sql: "INSERT INTO search_fresh VALUES (?, ?, ?, ?) ON CONFLICT (rid) DO UPDATE SET bare = excluded.bare"
    ).execute(arguments: [rid, words.bare, oldOpen, oldSecret])
    try foldWhenDue(db, freshLimit, most: foldStep)
  }

  /// Forgets a row, which is rare enough to fold everything that waits.
  static func remove(_ db: Database, rid: Int64) throws {
    try db.execute(
      sql: """
        INSERT INTO search_fresh SELECT rid, '', words, secret FROM search_doc WHERE rid = ?
        ON CONFLICT (rid) DO NOTHING
        """, arguments: [rid])
    try db.execute(sql: "UPDATE search_doc SET words = '', secret = '' WHERE rid = ?", arguments: [rid])
    try fold(db)
    try db.execute(sql: "DELETE FROM search_doc WHERE rid = ?", arguments: [rid])
    try db.execute(sql: "DELETE FROM search_confidential WHERE rid = ?", arguments: [rid])
  }

  private static func keepAssignee(_ db: Database, rid: Int64, dossier: Dossier) throws {
    if dossier.isConfidential {
      let assignee = dossier.assignee.map { Data($0.bytes) }
      try db.cachedStatement(sql: "INSERT OR REPLACE INTO search_confidential VALUES (?, ?)")
        .execute(arguments: [rid, assignee])
    } else {
      try db.cachedStatement(sql: "DELETE FROM search_confidential WHERE rid = ?").execute(arguments: [rid])
    }
  }

  /// Folds if enough rows wait. Counting them reads all of them, so bulk work does not call this for each row.
  /// - Parameter most: how many rows are folded then; nil for all, for bulk work.
  static func foldWhenDue(_ db: Database, _ limit: Int, most: Int? = nil) throws {
    guard limit < .max else { return }
    let waiting = try Int.fetchOne(db.cachedStatement(sql: "SELECT count(*) FROM search_fresh")) ?? 0
    if waiting >= limit { try fold(db, most: most) }
  }
}
