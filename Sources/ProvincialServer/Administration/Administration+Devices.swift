import DossierDomain

/// A row of the list of machines.
public struct DeviceSummary: Hashable, Sendable {
  public var id: DeviceID
  public var name: String
  public var enrolledAt: Instant
  public var revokedAt: Instant?
  public var seenAt: Instant?
  /// The machine's clock minus the server's at the last exchange, in milliseconds.
  public var clockSkew: Int64?
  public var program: String
  public var lanes: [LaneBlock]
  /// The clerks who may sign in at it.
  public var clerks: MachineClerks
  /// Those of them whom the office does not have; none before it has brought its clerks.
  public var unknownClerks: [ClerkID]
}

extension Administration {
  public func devices(of office: OfficeID) throws -> [DeviceSummary] {
    try store.read { transaction in
      let known = try ClerkList(of: office, in: transaction)
      return try transaction.rows(
        """
        SELECT id, name, enrolled_at, revoked_at, seen_at, clock_skew, program, everybody FROM device WHERE office = $1
        ORDER BY enrolled_at, id
        """, [.blob(office.bytes)]
      ).compactMap { row in
        guard let id = DeviceID(bytes: try row.blob(0)) else { return nil }
        let of: [ServerValue] = [.blob(office.bytes), .blob(id.bytes)]
        let clerks = try DeviceRecord.signsIn(id, of: office, everybody: row.integer(7) != 0, in: transaction)
        return DeviceSummary(
          id: id, name: try row.text(1), enrolledAt: Instant(milliseconds: try row.integer(2)),
          revokedAt: try row.optionalInteger(3).map { Instant(milliseconds: $0) },
          seenAt: try row.optionalInteger(4).map { Instant(milliseconds: $0) }, clockSkew: try row.optionalInteger(5),
          program: try row.text(6),
          lanes: try transaction.rows(
            "SELECT first, last FROM lane WHERE office = $1 AND device = $2 ORDER BY first", of
          ).compactMap { LaneBlock(first: Int(try $0.integer(0)), last: Int(try $0.integer(1))) },
          clerks: clerks, unknownClerks: known.isEmpty ? [] : known.unknown(among: clerks.named))
      }
    }
  }

  /// Revokes a machine: from now on its entries are kept back, and it receives nothing.
  public func revoke(_ device: DeviceID, of office: OfficeID, at now: Instant) throws {
    try store.transaction { try revoke(device, office, now, $0) }
  }

  /// Revokes a lost machine and frees its numbers from the next day on. Today's numbers may be on papers that the
  /// province does not know. Its books stay closed until `recallBook` sets their last numbers.
  public func declareLost(_ device: DeviceID, of office: OfficeID, at now: Instant) throws {
    try store.transaction { transaction in
      _ = try OfficeRecord.lock(office, in: transaction)
      try revoke(device, office, now, transaction)
      try transaction.run(
        "UPDATE lane SET free_on = $1 WHERE office = $2 AND device = $3 AND free_on IS NULL",
        [.integer(Int64(now.civilDate.dayNumber) + 1), .blob(office.bytes), .blob(device.bytes)])
    }
  }

  /// Frees the numbers that only earlier epochs of a machine hold, at once instead of after a week without contact. An
  /// administrator calls it if the database from before a restore or copy is not in use anywhere.
  /// - Returns: how many numbers were freed; none before the machine has exchanged in its later epoch.
  @discardableResult
  public func freeNumbers(ofEarlierLivesOf device: DeviceID, of office: OfficeID) throws -> Int {
    try store.transaction { transaction in
      _ = try OfficeRecord.lock(office, in: transaction)
      let of: [ServerValue] = [.blob(office.bytes), .blob(device.bytes)]
      let known = try transaction.rows("SELECT revoked_at FROM device WHERE office = $1 AND id = $2", of).first
      guard let known else { throw AdministrationError.deviceUnknown }
      // If the machine was declared lost, today's numbers may be on papers.
      guard try known.optionalInteger(0) == nil else { return 0 }
      let left = "office = $1 AND device = $2 AND free_on IS NOT NULL"
      let numbers = try transaction.rows("SELECT first, last FROM lane WHERE \(left)", of)
        .reduce(Int64(0)) { try $0 + $1.integer(1) - $1.integer(0) + 1 }
      try transaction.run("DELETE FROM lane WHERE \(left)", of)
      return Int(numbers)
    }
  }

  private func revoke(
    _ device: DeviceID, _ office: OfficeID, _ now: Instant, _ transaction: any ServerTransaction
  ) throws {
    // The office's other desks learn of it with the machine's key, which gets a new number.
    let serial = try SerialNumbers(office: office, transaction: transaction).next()
    let changed = try transaction.run(
      "UPDATE device SET revoked_at = coalesce(revoked_at, $1), serial = $4 WHERE office = $2 AND id = $3",
      [.integer(now.milliseconds), .blob(office.bytes), .blob(device.bytes), .integer(serial)])
    guard changed == 1 else { throw AdministrationError.deviceUnknown }
  }

  /// Sets the clerks who may sign in at a machine. It receives their PINs and keys only, and only their entries count.
  /// Confidential dossiers are sent only to machines of their assignee or of the head of desk. Later entries of other
  /// clerks from this machine are kept back.
  public func setClerks(
    _ clerks: MachineClerks, of device: DeviceID, in office: OfficeID, at now: Instant
  ) throws {
    try store.transaction { transaction in
      try check(clerks, of: office, in: transaction)
      guard try MachineGrants(office: office, device: device, in: transaction).set(clerks, at: now) else {
        throw AdministrationError.deviceUnknown
      }
    }
  }

  func check(_ clerks: MachineClerks, of office: OfficeID, in transaction: any ServerTransaction) throws {
    guard case .only(let named) = clerks else { return }
    let known = try ClerkList(of: office, in: transaction)
    guard named.allSatisfy({ known.clerk($0) != nil }) else { throw AdministrationError.clerkUnknown }
  }
}
