import DossierDomain

extension Administration {
  /// Says that this store was restored from a backup: devices may know more than it does. Its log begins a new life, from
  /// which they send again what it lacks, also what others wrote, for seven days or until `closeWitnesses`. Without this
  /// word their exchanges are refused, and nothing is lost either.
  public func logRestored(at now: Instant) throws {
    let id: DeviceEpoch = newIdentifier(at: now)
    try store.transaction { transaction in
      try LogEpochs.begin(id.bytes, at: now, in: transaction)
      try StoreState.accept(at: now, in: transaction)
    }
  }

  /// Says that this store is whole although it does not look so, e.g. since it was moved to another database while no
  /// server ran.
  public func logAccepted(at now: Instant) throws {
    try store.transaction { try StoreState.accept(at: now, in: $0) }
  }

  /// Every desk has come since the restore: from now on entries are taken from those only who wrote them.
  public func closeWitnesses() throws {
    try store.transaction { try LogEpochs.closeWitnesses(in: $0) }
  }

  /// Every desk of the office has come since the restore, or is lost: numbers that look free are free.
  public func openLanes(of office: OfficeID) throws {
    try store.transaction { transaction in
      guard try OfficeRecord.find(office, in: transaction) != nil else { throw AdministrationError.officeUnknown }
      try LaneShare.allowGrants(office, LogEpochs(of: office, in: transaction), in: transaction)
    }
  }
}
