import DossierDomain

/// Stores who may sign in at a machine.
struct MachineGrants {
  private let transaction: any ServerTransaction
  private let of: [ServerValue]

  init(office: OfficeID, device: DeviceID, in transaction: any ServerTransaction) {
    self.transaction = transaction
    of = [.blob(office.bytes), .blob(device.bytes)]
  }

  /// - Returns: false if there is no such machine.
  @discardableResult
  func set(_ clerks: MachineClerks, at now: Instant) throws -> Bool {
    let changed = try transaction.run(
      "UPDATE device SET everybody = $3, clerks_since = $4 WHERE office = $1 AND id = $2",
      of + [.integer(clerks == .everybody ? 1 : 0), .integer(now.milliseconds)])
    guard changed == 1 else { return false }
    try transaction.run("DELETE FROM device_clerk WHERE office = $1 AND device = $2", of)
    guard case .only(let named) = clerks else { return true }
    for clerk in named.sorted() {
      try transaction.run(
        "INSERT INTO device_clerk (office, device, clerk) VALUES ($1, $2, $3)", of + [.blob(clerk.bytes)])
    }
    return true
  }
}

extension MachineClerks {
  /// The stored form: 16 bytes for each clerk, or NULL for all clerks.
  var value: ServerValue {
    switch self {
    case .everybody: .null
    case .only(let clerks): .blob(clerks.sorted().flatMap(\.bytes))
    }
  }

  init(_ bytes: [UInt8]?) {
    guard let bytes else {
      self = .everybody
      return
    }
    self = .only(
      Set(
        stride(from: 0, to: bytes.count - bytes.count % 16, by: 16).compactMap { ClerkID(bytes: bytes[$0..<$0 + 16]) }))
  }
}
