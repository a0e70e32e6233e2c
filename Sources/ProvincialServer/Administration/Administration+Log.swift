import DossierDomain

extension Administration {
  /// Says that this store was restored from a backup: devices may know more than it does. Its log begins a new life, from
  /// which they send again what it lacks. Without this word their exchanges are refused, and nothing is lost either.
  public func logRestored(at now: Instant) throws {
    let id: DeviceEpoch = newIdentifier(at: now)
    try store.transaction { try LogEpochs.begin(id.bytes, in: $0) }
  }

  /// Every desk of the office has come since the restore, or is lost: numbers that look free are free.
  public func openLanes(of office: OfficeID) throws {
    try store.transaction { transaction in
      guard try OfficeRecord.find(office, in: transaction) != nil else { throw AdministrationError.officeUnknown }
      try LaneShare.allowGrants(office, LogEpochs(of: office, in: transaction), in: transaction)
    }
  }
}
