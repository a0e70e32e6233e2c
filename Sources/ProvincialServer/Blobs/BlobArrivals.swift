import Crypto
import DossierDomain
import ExchangeModel
import SyncProtocol

/// The unfinished uploads of one machine's attachments, which arrive in parts and may be interrupted at any time. They
/// belong to this machine: parts that another machine sends under the same name are separate. A complete attachment
/// moves to the office's shelf.
struct BlobArrivals {
  private let transaction: any ServerTransaction
  private let office: OfficeID
  private let device: DeviceID
  private let shelf: BlobShelf
  private let late: LateHandIn

  init(_ device: DeviceRecord, in transaction: any ServerTransaction) {
    self.office = device.office
    self.device = device.id
    self.transaction = transaction
    shelf = BlobShelf(device.office, in: transaction)
    late = LateHandIn(device, in: transaction)
  }

  /// The state of the machine's own uploads, or complete if the province has the attachment already.
  func states(of offers: [BlobOffer]) throws -> [BlobState] { try offers.map { try state(of: $0.hash) } }

  func state(of hash: [UInt8]) throws -> BlobState {
    let state = try shelf.state(of: hash)
    guard !state.isComplete else { return state }
    return BlobState(hash: hash, received: try arrival(of: hash)?.received ?? 0, isComplete: false)
  }

  /// Stores a part. A part that does not begin where the last one ended is not stored, and the answer says where to
  /// continue.
  /// - Parameters:
  ///   - size: the size of the complete attachment. If it differs from the one before, the earlier parts are discarded.
  ///   - key: the content's key; the first one received is kept.
  func put(
    _ bytes: [UInt8], of hash: [UInt8], at offset: Int, size: Int, key: [UInt8]?
  ) throws -> BlobState {
    guard hash.count == 32, (1...BlobShelf.largest).contains(size), bytes.count <= BlobShelf.largestPart, offset >= 0,
      offset + bytes.count <= size, key.map({ $0.count == 32 }) ?? true
    else { throw ExchangeError.malformed("part") }
    let whole = try shelf.state(of: hash)
    if whole.isComplete {
      if let key { try shelf.keep(key, of: hash) }
      try remove(hash)
      return whole
    }
    var known = try arrival(of: hash)
    if let before = known, before.size != size {
      try remove(hash)
      known = nil
    }
    if known == nil { try begin(hash, size: size) }
    if let key { try keep(key, of: hash) }
    let received = known?.received ?? 0
    guard offset == received, !bytes.isEmpty else {
      return BlobState(hash: hash, received: received, isComplete: false)
    }
    return try take(bytes, of: hash, at: offset, size: size)
  }

  private func take(_ bytes: [UInt8], of hash: [UInt8], at offset: Int, size: Int) throws -> BlobState {
    try late.note(bytes: bytes.count)
    try transaction.run(
      "INSERT INTO blob_arrival_part (office, hash, device, start, bytes) VALUES ($1, $2, $3, $4, $5)",
      mine(hash) + [.integer(Int64(offset)), .blob(bytes)])
    let end = offset + bytes.count
    guard end < size else {
      guard try isWhole(hash) else {
        // The bytes do not match the announced hash, so the upload begins again.
        try remove(hash)
        return BlobState(hash: hash, received: 0, isComplete: false)
      }
      try shelve(hash)
      return BlobState(hash: hash, received: size, isComplete: true)
    }
    try transaction.run(
      "UPDATE blob_arrival SET received = $4 WHERE office = $1 AND hash = $2 AND device = $3",
      mine(hash) + [.integer(Int64(end))])
    return BlobState(hash: hash, received: end, isComplete: false)
  }

  private func isWhole(_ hash: [UInt8]) throws -> Bool {
    var digest = SHA256()
    var next: Int64 = 0
    // The parts are read one by one, because together they may have 52 MB.
    while let row = try transaction.rows(
      "SELECT bytes FROM blob_arrival_part WHERE office = $1 AND hash = $2 AND device = $3 AND start = $4",
      mine(hash) + [.integer(next)]
    ).first {
      let bytes = try row.blob(0)
      digest.update(data: bytes)
      next += Int64(bytes.count)
    }
    return Array(digest.finalize()) == hash
  }

  /// Moves a complete attachment to the shelf and removes other machines' parts of it.
  private func shelve(_ hash: [UInt8]) throws {
    let isFirst = try transaction.run(
      """
      INSERT INTO blob (office, hash, size, received, is_complete, content_key)
      SELECT office, hash, size, size, 1, content_key FROM blob_arrival WHERE office = $1 AND hash = $2 AND device = $3
      ON CONFLICT (office, hash) DO NOTHING
      """, mine(hash))
    if isFirst == 1 {
      try transaction.run(
        """
        INSERT INTO blob_part (office, hash, start, bytes)
        SELECT office, hash, start, bytes FROM blob_arrival_part WHERE office = $1 AND hash = $2 AND device = $3
        """, mine(hash))
    }
    for table in ["blob_arrival_part", "blob_arrival"] {
      try transaction.run(
        "DELETE FROM \(table) WHERE office = $1 AND hash = $2", [.blob(office.bytes), .blob(hash)])
    }
  }

  // MARK: Rows

  private func mine(_ hash: [UInt8]) -> [ServerValue] { [.blob(office.bytes), .blob(hash), .blob(device.bytes)] }

  private func arrival(of hash: [UInt8]) throws -> (size: Int, received: Int)? {
    try transaction.rows(
      "SELECT size, received FROM blob_arrival WHERE office = $1 AND hash = $2 AND device = $3", mine(hash)
    ).first.map { (Int(try $0.integer(0)), Int(try $0.integer(1))) }
  }

  /// The number of unfinished uploads per machine. A desk uploads one at a time; older unfinished ones begin again if
  /// there is no room for them.
  private static let mostUnfinished = 8

  private func begin(_ hash: [UInt8], size: Int) throws {
    let unfinished = try transaction.rows(
      "SELECT hash FROM blob_arrival WHERE office = $1 AND device = $2 ORDER BY received",
      [.blob(office.bytes), .blob(device.bytes)])
    for row in unfinished.dropLast(Self.mostUnfinished - 1) { try remove(row.blob(0)) }
    try transaction.run(
      "INSERT INTO blob_arrival (office, hash, device, size, received) VALUES ($1, $2, $3, $4, 0)",
      mine(hash) + [.integer(Int64(size))])
  }

  private func remove(_ hash: [UInt8]) throws {
    for table in ["blob_arrival_part", "blob_arrival"] {
      try transaction.run("DELETE FROM \(table) WHERE office = $1 AND hash = $2 AND device = $3", mine(hash))
    }
  }

  private func keep(_ key: [UInt8], of hash: [UInt8]) throws {
    try transaction.run(
      """
      UPDATE blob_arrival SET content_key = $4 WHERE office = $1 AND hash = $2 AND device = $3 AND content_key IS NULL
      """, mine(hash) + [.blob(key)])
  }
}
