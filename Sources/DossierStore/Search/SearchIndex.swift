import DossierDomain
import Foundation
import GRDB

/// The full-text index over dossiers: a projection, so it can be cleared and rebuilt from the journal at any time.
///
/// A row is the `rid` of the dossier: small positive integers in the order of arrival, so that the highest is the newest.
/// Every word's beginnings have posting lists of their own, in chunks of neighbouring rows; "all words" is the intersection,
/// newest chunk first, and stops when a page is full. What changed lately (`search_fresh`) is read row by row and folded
/// into the lists now and then, so that a commit writes one small row and not a hundred lists.
///
/// All functions work on the caller's connection and transaction.
public enum SearchIndex {
  /// So many rows may wait to be folded in; reading them costs a query less than a millisecond.
  public static let freshLimit = 512
  /// Then so many are folded at once: a commit in as many takes some milliseconds longer, and none takes a second.
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

  /// Forgets everything; `replace` builds it anew.
  public static func clear(_ db: Database) throws {
    for table in ["token", "posting", "long", "doc", "fresh", "confidential"] {
      try db.execute(sql: "DELETE FROM search_\(table)")
    }
  }

  /// Indexes a dossier, or what changed in it; writes nothing when its words are what they were.
  /// - Parameters:
  ///   - isNew: the row was never indexed, which need not be looked up.
  ///   - freshLimit: bulk work passes `.max`, and calls `foldWhenDue` itself now and then.
  public static func replace(
    _ db: Database, rid: Int64, dossier: Dossier, isNew: Bool = false, freshLimit: Int = freshLimit
  ) throws {
    if !isNew || dossier.isConfidential { try keepAssignee(db, rid: rid, dossier: dossier) }
    let words = SearchWords(dossier)
    let open = words.open.joined(separator: " ")
    let secret = words.secret.joined(separator: " ")
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
    // A row that waits already keeps the words under which it stands in the lists.
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

  /// Counting what waits reads all of it, so bulk work does not ask for each row.
  /// - Parameter most: how many rows are folded then; nil for all, as bulk work wants it.
  static func foldWhenDue(_ db: Database, _ limit: Int, most: Int? = nil) throws {
    guard limit < .max else { return }
    let waiting = try Int.fetchOne(db.cachedStatement(sql: "SELECT count(*) FROM search_fresh")) ?? 0
    if waiting >= limit { try fold(db, most: most) }
  }
}
