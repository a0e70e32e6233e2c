import DossierDomain
import ExchangeModel
import JournalFormat
import SyncProtocol

/// Entries of others that a device may hand in. After a restore of this server, desks still have entries that it has
/// lost.
///
/// The device's word alone proves nothing, because it could continue any chain. So each chain comes with its end signed
/// by the machine that wrote it, and only entries that the hashes connect with that end are taken, as if their author
/// had sent them. Entries that this server has sealed (`Seals`) are taken too.
struct Witnesses {
  /// The authors of the proven chains.
  private(set) var authors: [DeviceEpoch: DeviceRecord] = [:]
  /// The entries that are taken, including the device's own.
  private(set) var entries: [[UInt8]]

  /// - Parameters:
  ///   - isOpen: whether entries of others are taken at all.
  ///   - sealed: hashes of the entries with a valid seal of this server.
  init(
    _ request: ExchangeRequest, of device: DeviceRecord, isOpen: Bool, sealed: Set<[UInt8]>,
    in transaction: any ServerTransaction
  ) throws {
    let witnessed = Set(request.epochs.filter(\.isWitness).map(\.epoch))
    entries = request.entries
    guard !witnessed.isEmpty else { return }
    // By their names, because a machine may have signed entries that no desk can read.
    let names = request.entries.map { EntryFormat.name(of: $0) }
    let hashes = request.entries.map(entryHash)
    var previous: [[UInt8]: [UInt8]] = [:]
    for (name, hash) in zip(names, hashes) {
      guard let (reference, before) = name, witnessed.contains(reference.epoch) else { continue }
      previous[hash] = before
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
    entries = zip(names, hashes).enumerated().compactMap { index, entry in
      guard let (reference, _) = entry.0, witnessed.contains(reference.epoch), !taken.contains(entry.1) else {
        return request.entries[index]
      }
      return nil
    }
  }

  /// The machine that signed the end of a chain; nil unless the chain belongs to it as far as this server knows.
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
