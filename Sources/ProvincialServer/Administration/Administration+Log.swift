import DossierDomain

extension Administration {
  /// Records that this store was restored from a backup, so that machines may know more than it. Its log begins a new
  /// epoch. From it, machines send again what is missing here, including entries of others, for seven days or until
  /// `closeWitnesses`. Until this is called their exchanges are refused, and nothing is lost.
  public func logRestored(at now: Instant) throws {
    let id: DeviceEpoch = newIdentifier(at: now)
    try store.transaction { transaction in
      try LogEpochs.begin(id.bytes, at: now, in: transaction)
      try StoreState.accept(at: now, in: transaction)
    }
  }

  /// Records that this store is complete although it looks restored, for example because it was moved to another
  /// database while no server ran.
  public func logAccepted(at now: Instant) throws {
    try store.transaction { try StoreState.accept(at: now, in: $0) }
  }

  /// Ends the time of witnesses, because every desk has exchanged since the restore. From now on entries are accepted
  /// only from their own machines.
  public func closeWitnesses() throws {
    try store.transaction { try LogEpochs.closeWitnesses(in: $0) }
  }

  /// Grants numbers again, because every desk of the office has exchanged since the restore or is lost, so that no
  /// numbers are in use unknown to the province.
  public func openLanes(of office: OfficeID) throws {
    try store.transaction { transaction in
      guard try OfficeRecord.find(office, in: transaction) != nil else { throw AdministrationError.officeUnknown }
      try LaneShare.allowGrants(office, LogEpochs(of: office, in: transaction), in: transaction)
    }
  }
}
