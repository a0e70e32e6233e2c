import Crypto
import DossierDomain
import GRDB
import VietnameseText

extension SearchIndex {
  /// The local data about one person: the number of dossiers, and the newest one.
  public struct PersonRecord: Equatable, Sendable {
    public var dossierCount: Int
    public var newestRid: Int64
  }

  /// Identifies a person by number and name or, without a number, by birth and name; marks and case are ignored. Nil
  /// for an empty name. It is the first eight bytes of SHA-256, so that this table contains no names.
  static func personKey(of person: Person) -> Int64? {
    personKey(name: person.name, identityNumber: person.identityNumber, birth: person.birth)
  }

  static func personKey(name: String, identityNumber: String, birth: String) -> Int64? {
    let folded = name.folded
    guard !folded.isEmpty else { return nil }
    let mark = identityNumber.isEmpty ? "b" + birth : "n" + identityNumber
    let digest = SHA256.hash(data: Array("\(folded)\n\(mark)".utf8))
    return digest.prefix(8).reduce(Int64(0)) { $0 << 8 | Int64($1) }
  }

  /// Counts the dossiers in which the person is owner or applicant. Confidential ones are never counted, because the
  /// number would reveal them.
  public static func person(_ db: Database, _ person: Person) throws -> PersonRecord? {
    guard let key = personKey(of: person) else { return nil }
    let row = try Row.fetchOne(
      db.cachedStatement(sql: "SELECT count(*) AS dossiers, max(rid) AS newest FROM (\(ofPerson))"),
      arguments: [key, key])
    guard let row, let newest: Int64 = row["newest"] else { return nil }
    return PersonRecord(dossierCount: row["dossiers"], newestRid: newest)
  }

  /// The dossiers of a person, newest first; only those before `rid` if given.
  public static func rids(
    _ db: Database, name: String, identityNumber: String, birth: String, before rid: Int64 = .max, limit: Int
  ) throws -> [Int64] {
    guard let key = personKey(name: name, identityNumber: identityNumber, birth: birth) else { return [] }
    return try Int64.fetchAll(
      db.cachedStatement(sql: "SELECT rid FROM (\(ofPerson)) WHERE rid < ? ORDER BY rid DESC LIMIT ?"),
      arguments: [key, key, rid, limit])
  }

  private static let ofPerson =
    "SELECT rid FROM search_doc WHERE owner = ? UNION SELECT rid FROM search_doc WHERE applicant = ?"
}
