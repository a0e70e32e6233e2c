import DossierDomain
import SyncProtocol

/// Attachments as devices bring, fetch and erase them. Only where a dossier may be held may its papers be held.
struct BlobDesk: Sendable {
  let store: any ServerStore

  /// A revoked device still hands in, so much and no more.
  /// - Throws: `ExchangeError.revoked` then.
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

  /// Takes a whole one, from where the province has it.
  /// - Returns: false when it cannot be taken, e.g. because it is too large.
  func put(_ scan: BundleScan, keyHash: [UInt8]) throws -> Bool {
    do {
      return try store.transaction { transaction in
        guard let device = try DeviceRecord.lock(keyHash: keyHash, in: transaction) else {
          throw ExchangeError.notEnrolled
        }
        let (arrivals, size) = (BlobArrivals(device, in: transaction), scan.bytes.count)
        var offset = 0
        // Twice: what came before may turn out not to be the beginning of this.
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

  /// - Returns: nil when there is none, it is not whole, or this device may not hold it.
  func get(_ hash: [UInt8], from offset: Int, keyHash: [UInt8]) throws -> BlobPart? {
    try store.read { transaction in
      let device = try permitted(keyHash, transaction)
      guard let shelf = try shelf(of: hash, for: device, transaction) else { return nil }
      return try shelf.get(hash, from: offset)
    }
  }

  /// What became of a wish to have one erased.
  enum Erasure: Hashable, Sendable {
    /// An entry by somebody who may has done it.
    case done
    /// It is here: only an entry in the office's order erases it, which shows who did it and why.
    case needsEntry
    case unknown
  }

  /// Erases nothing: the entry does, when it counts. The desk hears whether it has.
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

  /// The shelf on which it lies: of the device's office, or of another one that shares a dossier with it.
  private func shelf(
    of hash: [UInt8], for device: DeviceRecord, _ transaction: any ServerTransaction
  ) throws -> BlobShelf? {
    let own = BlobShelf(device.office, in: transaction)
    let dossiers = try own.dossiers(of: hash)
    let heads = try ClerkList(of: device.office, in: transaction).heads()
    let permission = Permission(device, heads: heads, in: transaction)
    // One that no entry names yet is its sender's own.
    guard try dossiers.isEmpty || dossiers.contains(where: { try permission.allows($0) }) else { return nil }
    for office in try offices(holding: hash, device, transaction) {
      let shelf = BlobShelf(office, in: transaction)
      if try shelf.state(of: hash).isComplete { return shelf }
    }
    return nil
  }

  /// The device's office first, then those where its dossiers are at home or decided.
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
