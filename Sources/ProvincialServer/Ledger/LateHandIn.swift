import DossierDomain

/// The amount that a revoked machine may still send. Work done before the revocation must not be lost, because the
/// machine may have been offline for weeks. But whoever has it now must not be able to fill the province's disk.
struct LateHandIn {
  /// A month of the busiest office at one machine: 800 entries a day.
  static let mostEntries = 25_000
  /// The limit for scans: a month with 150 a day of 230 KB each.
  static let mostBytes = 1 << 30

  private let device: DeviceRecord
  private let transaction: any ServerTransaction

  init(_ device: DeviceRecord, in transaction: any ServerTransaction) {
    self.device = device
    self.transaction = transaction
  }

  /// The entries of a request that are accepted; the others are not acknowledged.
  func allowed(_ entries: [[UInt8]]) -> [[UInt8]] {
    device.revokedAt == nil ? entries : Array(entries.prefix(max(0, Self.mostEntries - device.lateEntries)))
  }

  /// - Parameter entries: the number of entries stored, in the order or beside it.
  func note(entries: Int) throws {
    guard device.revokedAt != nil, entries > 0 else { return }
    try transaction.run(
      "UPDATE device SET late_entries = late_entries + $1 WHERE office = $2 AND id = $3",
      [.integer(Int64(entries)), .blob(device.office.bytes), .blob(device.id.bytes)])
  }

  /// - Parameter bytes: the number of bytes of a scan that are about to be stored.
  /// - Throws: `ExchangeError.revoked` above the limit.
  func note(bytes: Int) throws {
    guard device.revokedAt != nil else { return }
    let isAllowed = try transaction.run(
      "UPDATE device SET late_bytes = late_bytes + $1 WHERE office = $2 AND id = $3 AND late_bytes <= $4",
      [
        .integer(Int64(bytes)), .blob(device.office.bytes), .blob(device.id.bytes),
        .integer(Int64(Self.mostBytes - bytes)),
      ])
    guard isAllowed == 1 else { throw ExchangeError.revoked }
  }
}
