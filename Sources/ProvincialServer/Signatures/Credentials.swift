import DossierDomain
import JournalFormat
import SyncProtocol

/// PINs and keys of an office's clerks, for their machines. They go only to machines at which the clerk may sign in,
/// and the province can decrypt neither.
struct Credentials {
  private let device: DeviceRecord
  private let clerks: ClerkList
  private let transaction: any ServerTransaction

  /// The clocks of several server processes may differ by this many milliseconds.
  private static let doubt: Int64 = 600_000

  init(_ device: DeviceRecord, _ clerks: ClerkList, in transaction: any ServerTransaction) {
    self.device = device
    self.clerks = clerks
    self.transaction = transaction
  }

  // MARK: From the device

  /// Stores the credentials that were chosen at the device. The first key of a clerk may come from any machine at which
  /// she may sign in. After that, another PIN is accepted only with a signature of that key.
  /// - Returns: the clerks whose credentials were refused. The device gets those that apply instead.
  func take(_ credentials: [ClerkCredential], at now: Instant) throws -> Set<ClerkID> {
    var refused: Set<ClerkID> = []
    for credential in credentials where try !take(credential, at: now) { refused.insert(credential.clerk) }
    return refused
  }

  private func take(_ credential: ClerkCredential, at now: Instant) throws -> Bool {
    guard clerks.mayWrite(credential.clerk, at: device.signsIn), clerks.clerk(credential.clerk)?.isActive == true,
      let key = credential.key, credential.salt.count == 16, credential.digest.count == 32,
      credential.wrappedKey.count == ClerkCredential.wrappedLength, credential.isSigned(office: device.office)
    else { return false }
    _ = try OfficeRecord.lock(device.office, in: transaction)
    let keys = ClerkKeys(device.office, in: transaction)
    if let current = try keys.current(of: credential.clerk) {
      guard current == key else { return false }
    } else {
      guard try !isEnded(key, of: credential.clerk) else { return false }
      try keys.begin(key, of: credential.clerk, at: now)
    }
    try Self.keep(credential, of: device.office, at: now, in: transaction)
    return true
  }

  /// A key that was taken from the clerk is not accepted again.
  private func isEnded(_ key: SigningPublicKey, of clerk: ClerkID) throws -> Bool {
    try !transaction.rows(
      "SELECT until FROM clerk_key WHERE office = $1 AND clerk = $2 AND public_key = $3",
      [.blob(device.office.bytes), .blob(clerk.bytes), .blob(key.bytes)]
    ).isEmpty
  }

  static func keep(
    _ credential: ClerkCredential, of office: OfficeID, at now: Instant, in transaction: any ServerTransaction
  ) throws {
    try transaction.run(
      """
      INSERT INTO credential (office, clerk, salt, digest, changed_at, public_key, wrapped_key, is_initial,
      key_signature)
      VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
      ON CONFLICT (office, clerk) DO UPDATE SET salt = excluded.salt, digest = excluded.digest,
      changed_at = excluded.changed_at, public_key = excluded.public_key, wrapped_key = excluded.wrapped_key,
      is_initial = excluded.is_initial, key_signature = excluded.key_signature
      """,
      [
        .blob(office.bytes), .blob(credential.clerk.bytes), .blob(credential.salt), .blob(credential.digest),
        .integer(now.milliseconds), credential.key.map { .blob($0.bytes) } ?? .null,
        credential.key == nil ? .null : .blob(credential.wrappedKey), .integer(credential.isInitial ? 1 : 0),
        .blob(credential.signature),
      ])
  }

  // MARK: To the device

  /// - Parameters:
  ///   - seen: the time of the last answer that the device has taken in; nil to send all credentials.
  ///   - brought: clerks whose credentials the device has sent in this request and the server has accepted.
  ///   - wanted: clerks whose credentials are sent in any case.
  func changed(
    since seen: Instant?, brought: Set<ClerkID>, wanted: Set<ClerkID>
  ) throws -> [ClerkCredential] {
    // If the clerks who may sign in here have changed since, all of their credentials are sent.
    let since = seen.map { $0.milliseconds - Self.doubt } ?? .min
    let isDecidedAnew = device.clerksSince.milliseconds > since
    return try transaction.rows(
      """
      SELECT clerk, salt, digest, public_key, wrapped_key, is_initial, changed_at, key_signature FROM credential
      WHERE office = $1 ORDER BY clerk
      """,
      [.blob(device.office.bytes)]
    ).compactMap { row in
      guard let clerk = ClerkID(bytes: try row.blob(0)), clerks.mayWrite(clerk, at: device.signsIn),
        !brought.contains(clerk),
        try isDecidedAnew || row.integer(6) > since || wanted.contains(clerk)
      else { return nil }
      return ClerkCredential(
        clerk: clerk, salt: try row.blob(1), digest: try row.blob(2),
        key: try row.optionalBlob(3).flatMap { SigningPublicKey(bytes: $0) },
        wrappedKey: try row.optionalBlob(4) ?? [], isInitial: try row.integer(5) != 0,
        signature: try row.optionalBlob(7) ?? [])
    }
  }

  /// The clerks who may sign in at the device, under all of their ids; nil if the device knows it already.
  func machineClerks(since seen: Instant?, isWhole: Bool) -> MachineClerks? {
    // The clerks of a first desk come with its own entries, so that the list is known with the last of them only. Its
    // first exchange may take hours, so the list is sent whatever the time.
    if device.isFounder, case .only = device.signsIn {
      return isWhole ? .only(clerks.mayWrite(at: device.signsIn)) : nil
    }
    if let seen, device.clerksSince.milliseconds <= seen.milliseconds - Self.doubt { return nil }
    switch device.signsIn {
    case .everybody: return .everybody
    case .only: return .only(clerks.mayWrite(at: device.signsIn))
    }
  }
}
