import DossierDomain
import ExchangeModel
import SyncProtocol

/// The complete and the erased attachments of one office: sealed bytes, named by their SHA-256.
struct BlobShelf {
  /// The largest size of one attachment in bytes.
  static let largest = 52 << 20
  static let largestPart = 64 << 10

  private let transaction: any ServerTransaction
  private let office: OfficeID

  init(_ office: OfficeID, in transaction: any ServerTransaction) {
    self.office = office
    self.transaction = transaction
  }

  /// Whether it was erased, which is final.
  func isErased(_ hash: [UInt8]) throws -> Bool {
    try !transaction.rows(
      "SELECT hash FROM blob WHERE office = $1 AND hash = $2 AND erased_at IS NOT NULL",
      [.blob(office.bytes), .blob(hash)]
    ).isEmpty
  }

  /// An erased attachment counts as complete, so that no machine sends it again.
  func state(of hash: [UInt8]) throws -> BlobState {
    let row = try transaction.rows(
      "SELECT received FROM blob WHERE office = $1 AND hash = $2", [.blob(office.bytes), .blob(hash)]
    ).first
    return BlobState(hash: hash, received: Int(try row?.integer(0) ?? 0), isComplete: row != nil)
  }

  /// The bytes from an offset to the end of the stored part that contains it; nil if there is none.
  private func part(of hash: [UInt8], from offset: Int) throws -> [UInt8]? {
    let row = try transaction.rows(
      """
      SELECT start, bytes FROM blob_part WHERE office = $1 AND hash = $2 AND start <= $3 ORDER BY start DESC LIMIT 1
      """, [.blob(office.bytes), .blob(hash), .integer(Int64(offset))]
    ).first
    guard let row else { return nil }
    let bytes = try row.blob(1).dropFirst(offset - Int(try row.integer(0)))
    return bytes.isEmpty ? nil : Array(bytes)
  }

  /// A part of a complete attachment; nil if there is none, it is not complete, or the offset is beyond its end.
  func get(_ hash: [UInt8], from offset: Int) throws -> BlobPart? {
    let row = try transaction.rows(
      "SELECT size, content_key FROM blob WHERE office = $1 AND hash = $2 AND is_complete = 1 AND erased_at IS NULL",
      [.blob(office.bytes), .blob(hash)]
    ).first
    guard let row, let bytes = try part(of: hash, from: offset) else { return nil }
    return BlobPart(
      bytes: bytes, offset: offset, size: Int(try row.integer(0)), key: try row.optionalBlob(1))
  }

  /// Stores the content's key, if none was stored before.
  func keep(_ key: [UInt8], of hash: [UInt8]) throws {
    try transaction.run(
      """
      UPDATE blob SET content_key = $1 WHERE office = $2 AND hash = $3 AND content_key IS NULL AND erased_at IS NULL
      """, [.blob(key), .blob(office.bytes), .blob(hash)])
  }

  /// Destroys bytes and key permanently; what arrives later under this name is not stored.
  /// - Returns: false if there was no such attachment.
  func erase(_ hash: [UInt8], at now: Instant) throws -> Bool {
    for table in ["blob_part", "blob_arrival_part", "blob_arrival"] {
      try transaction.run(
        "DELETE FROM \(table) WHERE office = $1 AND hash = $2", [.blob(office.bytes), .blob(hash)])
    }
    let known = try !transaction.rows(
      "SELECT size FROM blob WHERE office = $1 AND hash = $2", [.blob(office.bytes), .blob(hash)]
    ).isEmpty
    try transaction.run(
      """
      INSERT INTO blob (office, hash, size, received, is_complete, erased_at) VALUES ($1, $2, 0, 0, 1, $3)
      ON CONFLICT (office, hash) DO UPDATE SET is_complete = 1, content_key = NULL,
      erased_at = coalesce(blob.erased_at, excluded.erased_at)
      """, [.blob(office.bytes), .blob(hash), .integer(now.milliseconds)])
    return known
  }

  /// The dossiers that name it, in this office's order.
  func dossiers(of hash: [UInt8]) throws -> [DossierID] {
    try transaction.rows(
      "SELECT dossier FROM blob_dossier WHERE office = $1 AND hash = $2", [.blob(office.bytes), .blob(hash)]
    ).compactMap { DossierID(bytes: try $0.blob(0)) }
  }
}

struct BlobPart: Sendable {
  var bytes: [UInt8]
  var offset: Int
  var size: Int
  var key: [UInt8]?
}
