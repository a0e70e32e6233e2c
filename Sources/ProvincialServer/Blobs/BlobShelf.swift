import Crypto
import DossierDomain
import SyncProtocol

/// Attachments of one office: sealed bytes, named by their SHA-256, that arrive in parts and may be cut off at any moment.
struct BlobShelf {
  /// Of one attachment, in bytes.
  static let largest = 52 << 20
  static let largestPart = 64 << 10

  private let transaction: any ServerTransaction
  private let office: OfficeID

  init(_ office: OfficeID, in transaction: any ServerTransaction) {
    self.office = office
    self.transaction = transaction
  }

  func states(of offers: [BlobOffer]) throws -> [BlobState] {
    try offers.map { try state(of: $0.hash) }
  }

  /// An erased one counts as complete, so that nobody sends it again.
  func state(of hash: [UInt8]) throws -> BlobState {
    let row = try transaction.rows(
      "SELECT received, is_complete FROM blob WHERE office = $1 AND hash = $2", [.blob(office.bytes), .blob(hash)]
    ).first
    return BlobState(
      hash: hash, received: Int(try row?.integer(0) ?? 0), isComplete: try row?.integer(1) ?? 0 != 0)
  }

  /// Takes a part. One that begins elsewhere than where the last ended is not taken: the answer says where to go on.
  /// - Parameters:
  ///   - size: of the whole.
  ///   - key: the content's key; the first one that is given is kept.
  func put(
    _ bytes: [UInt8], of hash: [UInt8], at offset: Int, size: Int, key: [UInt8]?
  ) throws -> BlobState {
    guard hash.count == 32, (1...Self.largest).contains(size), bytes.count <= Self.largestPart, offset >= 0,
      offset + bytes.count <= size, key.map({ $0.count == 32 }) ?? true
    else { throw ExchangeError.malformed("part") }
    try transaction.run(
      """
      INSERT INTO blob (office, hash, size, received, is_complete) VALUES ($1, $2, $3, 0, 0)
      ON CONFLICT (office, hash) DO NOTHING
      """, [.blob(office.bytes), .blob(hash), .integer(Int64(size))])
    let row = try transaction.rows(
      "SELECT size, received, is_complete FROM blob WHERE office = $1 AND hash = $2\(transaction.lockingClause)",
      [.blob(office.bytes), .blob(hash)]
    ).first
    guard let row else { throw ServerStoreError.refused("blob") }
    let received = Int(try row.integer(1))
    if let key {
      try transaction.run(
        """
        UPDATE blob SET content_key = $1 WHERE office = $2 AND hash = $3 AND content_key IS NULL AND erased_at IS NULL
        """, [.blob(key), .blob(office.bytes), .blob(hash)])
    }
    guard try row.integer(2) == 0, offset == received, !bytes.isEmpty else {
      return BlobState(hash: hash, received: received, isComplete: try row.integer(2) != 0)
    }
    guard try row.integer(0) == Int64(size) else { throw ExchangeError.malformed("size") }
    try transaction.run(
      "INSERT INTO blob_part (office, hash, start, bytes) VALUES ($1, $2, $3, $4)",
      [.blob(office.bytes), .blob(hash), .integer(Int64(offset)), .blob(bytes)])
    let end = offset + bytes.count
    let isComplete = end == size
    if isComplete, try !isWhole(hash) {
      // Something else than what was announced: begin anew.
      try transaction.run(
        "DELETE FROM blob_part WHERE office = $1 AND hash = $2", [.blob(office.bytes), .blob(hash)])
      try transaction.run("DELETE FROM blob WHERE office = $1 AND hash = $2", [.blob(office.bytes), .blob(hash)])
      return BlobState(hash: hash, received: 0, isComplete: false)
    }
    try transaction.run(
      "UPDATE blob SET received = $1, is_complete = $2 WHERE office = $3 AND hash = $4",
      [.integer(Int64(end)), .integer(isComplete ? 1 : 0), .blob(office.bytes), .blob(hash)])
    return BlobState(hash: hash, received: end, isComplete: isComplete)
  }

  private func isWhole(_ hash: [UInt8]) throws -> Bool {
    var digest = SHA256()
    var offset = 0
    while let part = try part(of: hash, from: offset), !part.isEmpty {
      digest.update(data: part)
      offset += part.count
    }
    return Array(digest.finalize()) == hash
  }

  /// From an offset to the end of the part in which it lies; nil when there is none.
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

  /// A part of a whole attachment; nil when there is no such one, it is not whole yet, or nothing lies at the offset.
  func get(_ hash: [UInt8], from offset: Int) throws -> BlobPart? {
    let row = try transaction.rows(
      "SELECT size, content_key FROM blob WHERE office = $1 AND hash = $2 AND is_complete = 1 AND erased_at IS NULL",
      [.blob(office.bytes), .blob(hash)]
    ).first
    guard let row, let bytes = try part(of: hash, from: offset) else { return nil }
    return BlobPart(
      bytes: bytes, offset: offset, size: Int(try row.integer(0)), key: try row.optionalBlob(1))
  }

  /// Destroys bytes and key, for ever: what comes later under this name is not kept.
  /// - Returns: false when there was none.
  func erase(_ hash: [UInt8], at now: Instant) throws -> Bool {
    try transaction.run(
      "DELETE FROM blob_part WHERE office = $1 AND hash = $2", [.blob(office.bytes), .blob(hash)])
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

  /// Which dossiers name it, in this office's order.
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
