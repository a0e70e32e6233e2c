import DossierDomain
import ExchangeModel
import SyncProtocol

/// Uploads, downloads and erasures of attachments. A machine that may hold a dossier may hold its papers.
struct BlobDesk: Sendable {
  let store: any ServerStore

  /// Stores a part of an upload. A revoked machine may still upload a limited amount.
  /// - Throws: `ExchangeError.revoked` above that limit.
  func put(
    _ bytes: [UInt8], of hash: [UInt8], at offset: Int, size: Int, key: [UInt8]?, keyHash: [UInt8]
  ) throws -> BlobState {
    try store.transaction { transaction in
      guard let device = try DeviceRecord.lock(keyHash: keyHash, in: transaction) else {
        throw ExchangeError.notEnrolled
      }
      return try BlobArrivals(device, in: transaction).put(bytes, of: hash, at: offset, size: size, key: key)
    }
  }

  /// Stores a complete attachment, beginning after the bytes that the province has already.
  /// - Returns: false if it cannot be stored, for example because it is too large.
  func put(_ scan: BundleScan, keyHash: [UInt8]) throws -> Bool {
    do {
      return try store.transaction { transaction in
        guard let device = try DeviceRecord.lock(keyHash: keyHash, in: transaction) else {
          throw ExchangeError.notEnrolled
        }
        let (arrivals, size) = (BlobArrivals(device, in: transaction), scan.bytes.count)
        var offset = 0
        // The upload may begin twice, because the earlier bytes may turn out to belong to another attachment.
        for _ in 0...2 * (size / BlobShelf.largestPart + 1) where offset < size {
          let part = scan.bytes[offset..<min(offset + BlobShelf.largestPart, size)]
          let state = try arrivals.put(Array(part), of: scan.hash, at: offset, size: size, key: scan.key)
          if state.isComplete { return true }
          offset = state.received
        }
        return false
      }
    } catch ExchangeError.malformed {
      return false
    } catch ExchangeError.revoked {
      return false
    }
  }

  /// - Returns: nil if there is no such attachment, it is not complete, or this machine may not hold it.
  func get(_ hash: [UInt8], from offset: Int, keyHash: [UInt8]) throws -> BlobPart? {
    try store.read { transaction in
      let device = try permitted(keyHash, transaction)
      guard let shelf = try shelf(of: hash, for: device, transaction) else { return nil }
      return try shelf.get(hash, from: offset)
    }
  }

  /// The answer to a request to erase an attachment.
  enum Erasure: Hashable, Sendable {
    /// An entry of a permitted clerk has erased it.
    case done
    /// It is stored here. It is erased only by an entry in the office's order, which shows who did it and why.
    case needsEntry
    case unknown
  }

  /// Reports whether an attachment is erased. This function erases nothing: the entry does, if it counts.
  func erasure(of hash: [UInt8], keyHash: [UInt8]) throws -> Erasure {
    try store.read { transaction in
      let device = try permitted(keyHash, transaction)
      if try BlobShelf(device.office, in: transaction).isErased(hash) { return .done }
      if try shelf(of: hash, for: device, transaction) != nil { return .needsEntry }
      let own = try BlobArrivals(device, in: transaction).state(of: hash)
      return !own.isComplete && own.received > 0 ? .needsEntry : .unknown
    }
  }

  private func permitted(_ keyHash: [UInt8], _ transaction: any ServerTransaction) throws -> DeviceRecord {
    guard let device = try DeviceRecord.find(keyHash: keyHash, in: transaction) else { throw ExchangeError.notEnrolled }
    guard device.revokedAt == nil else { throw ExchangeError.revoked }
    return device
  }

  /// The shelf with the attachment: of the machine's office, or of another office that shares a dossier with it.
  private func shelf(
    of hash: [UInt8], for device: DeviceRecord, _ transaction: any ServerTransaction
  ) throws -> BlobShelf? {
    let own = BlobShelf(device.office, in: transaction)
    let dossiers = try own.dossiers(of: hash)
    let heads = try ClerkList(of: device.office, in: transaction).heads()
    let permission = Permission(device, heads: heads, in: transaction)
    // Until an entry names it, an attachment belongs to its sender only.
    guard try dossiers.isEmpty || dossiers.contains(where: { try permission.allows($0) }) else { return nil }
    for office in try offices(holding: hash, device, transaction) {
      let shelf = BlobShelf(office, in: transaction)
      if try shelf.state(of: hash).isComplete { return shelf }
    }
    return nil
  }

  /// The machine's office first, then the offices that received or decide its dossiers.
  private func offices(
    holding hash: [UInt8], _ device: DeviceRecord, _ transaction: any ServerTransaction
  ) throws -> [OfficeID] {
    var offices = [device.office]
    for dossier in try BlobShelf(device.office, in: transaction).dossiers(of: hash) {
      let row = try transaction.rows(
        "SELECT home, deciding FROM dossier WHERE office = $1 AND id = $2",
        [.blob(device.office.bytes), .blob(dossier.bytes)]
      ).first
      for bytes in [try row?.blob(0), try row?.blob(1)] {
        if let office = bytes.flatMap({ OfficeID(bytes: $0) }), !offices.contains(office) { offices.append(office) }
      }
    }
    return offices
  }
}
