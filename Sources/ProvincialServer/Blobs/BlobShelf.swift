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

  func state(of hash: [UInt8]) throws -> BlobState {
    let row = try transaction.rows(
      "SELECT received, is_complete FROM blob WHERE office = $1 AND hash = $2", [.blob(office.bytes), .blob(hash)]
    ).first
    return BlobState(
      hash: hash, received: Int(try row?.integer(0) ?? 0), isComplete: try row?.integer(1) ?? 0 != 0)
  }

  /// Takes a part. One that begins elsewhere than where the last ended is not taken: the answer says where to go on.
  /// - Parameter size: of the whole.
  mutating func put(_ bytes: [UInt8], of hash: [UInt8], at offset: Int, size: Int) throws -> BlobState {
    guard hash.count == 32, (1...Self.largest).contains(size), bytes.count <= Self.largestPart, offset >= 0,
      offset + bytes.count <= size
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
    while let part = try part(of: hash, at: offset), !part.isEmpty {
      digest.update(data: part)
      offset += part.count
    }
    return Array(digest.finalize()) == hash
  }

  /// The part that begins at an offset, as it was received; nil when there is none.
  func part(of hash: [UInt8], at offset: Int) throws -> [UInt8]? {
    try transaction.rows(
      "SELECT bytes FROM blob_part WHERE office = $1 AND hash = $2 AND start = $3",
      [.blob(office.bytes), .blob(hash), .integer(Int64(offset))]
    ).first?.blob(0)
  }
}
