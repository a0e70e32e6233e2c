import DossierDomain
import ExchangeModel
import JournalFormat
import SyncProtocol

/// What a device may hand in for others: after a restore of this server their entries are known to desks and not here.
///
/// Its word alone proves nothing, for it could go on with anybody's chain. So each chain comes with its end signed by the
/// machine that wrote it, and only what the hashes bind to that end is taken, as if its author had brought it. The other
/// kind that is taken is what this server sealed before (`Seals`).
struct Witnesses {
  /// Whose the proven chains are.
  private(set) var authors: [DeviceEpoch: DeviceRecord] = [:]
  /// Of entries, those of the device itself included.
  private(set) var entries: [[UInt8]]

  /// - Parameters:
  ///   - isOpen: others' entries are taken at all.
  ///   - sealed: hashes of entries that this server sealed.
  init(
    _ request: ExchangeRequest, of device: DeviceRecord, isOpen: Bool, sealed: Set<[UInt8]>,
    in transaction: any ServerTransaction
  ) throws {
    let witnessed = Set(request.epochs.filter(\.isWitness).map(\.epoch))
    entries = request.entries
    guard !witnessed.isEmpty else { return }
    let envelopes = request.entries.map { EntryEnvelope(canonical: $0) }
    let hashes = request.entries.map(entryHash)
    var previous: [[UInt8]: [UInt8]] = [:]
    for (envelope, hash) in zip(envelopes, hashes) {
      guard let envelope, witnessed.contains(envelope.reference.epoch) else { continue }
      previous[hash] = envelope.previousHash
    }
    var taken: Set<[UInt8]> = []
    if isOpen {
      taken = sealed
      for head in request.witnessedHeads where witnessed.contains(head.epoch) && previous[head.hash] != nil {
        guard let author = try Self.author(of: head, request, device, in: transaction) else { continue }
        authors[head.epoch] = author
        var hash = head.hash
        while let before = previous[hash], taken.insert(hash).inserted { hash = before }
      }
    }
    entries = zip(envelopes, hashes).enumerated().compactMap { index, entry in
      guard let envelope = entry.0, witnessed.contains(envelope.reference.epoch), !taken.contains(entry.1) else {
        return request.entries[index]
      }
      return nil
    }
  }

  /// The machine that signed a chain's end, and that the chain belongs to as far as anybody knows here.
  private static func author(
    of head: MachineHead, _ request: ExchangeRequest, _ device: DeviceRecord, in transaction: any ServerTransaction
  ) throws -> DeviceRecord? {
    guard let machine = request.witnessedMachines.first(where: { $0.device == head.device }),
      let author = try DeviceRecord.find(head.device, of: device.office, in: transaction),
      try MachineKeys.isKey(machine.key, of: author, in: transaction),
      head.isSigned(by: machine.key, office: device.office),
      try EpochEnd.find(head.epoch, in: device.office, author: author.id, transaction).device == author.id
    else { return nil }
    return author
  }
}
