import Crypto
import DossierDomain
import SyncProtocol

/// Makes a machine a desk of an office, with a code that works once and a key whose possession the machine proves; the
/// result is a certificate.
///
/// If the answer was lost, the same key with the same code receives it again.
public struct EnrolmentDesk: Sendable {
  private let administration: Administration
  private let authority: ProvinceAuthority

  public init(administration: Administration, authority: ProvinceAuthority) {
    self.administration = administration
    self.authority = authority
  }

  /// - Throws: `ExchangeError.wrongCode` or `.malformed`, `ServerStoreError`.
  public func enrol(_ request: EnrolmentRequest, at now: Instant) throws -> EnrolmentResponse {
    guard (try? P256.KeyAgreement.PublicKey(x963Representation: request.agreementKey)) != nil else {
      throw ExchangeError.malformed("agreement key")
    }
    let proposed: DeviceID = administration.newIdentifier(at: now)
    let keyHash = try authority.keyHash(ofRequest: request.certificateRequest)
    let epoch: DeviceEpoch = administration.newIdentifier(at: now)
    let (office, device) = try administration.store.transaction { transaction in
      let claim = try EnrolmentClaim(request, keyHash, proposed, epoch, at: now, in: transaction)
      return try claim.settle()
    }
    let certified = try authority.certify(request: request.certificateRequest, device: device, now: now)
    return EnrolmentResponse(
      office: office.id, officeName: office.name, device: device, certificate: certified.certificate,
      authority: try authority.certificateBytes, provinceKey: authority.provinceKey)
  }
}

/// One use of a code, in its transaction.
private struct EnrolmentClaim {
  private let request: EnrolmentRequest
  private let keyHash: [UInt8]
  private let proposed: DeviceID
  private let epoch: DeviceEpoch
  private let now: Instant
  private let transaction: any ServerTransaction
  private let code: [UInt8]

  init(
    _ request: EnrolmentRequest, _ keyHash: [UInt8], _ proposed: DeviceID, _ epoch: DeviceEpoch, at now: Instant,
    in transaction: any ServerTransaction
  ) throws {
    self.request = request
    self.keyHash = keyHash
    self.proposed = proposed
    self.epoch = epoch
    self.now = now
    self.transaction = transaction
    code = EnrolmentCode.hash(of: request.code)
  }

  func settle() throws -> (office: OfficeRecord, device: DeviceID) {
    if let known = try again() { return known }
    guard try transaction.rows("SELECT id FROM device WHERE key_hash = $1", [.blob(keyHash)]).isEmpty else {
      throw ExchangeError.malformed("this key is enrolled already")
    }
    return try useEnrolmentCode() ?? adopt() ?? { throw ExchangeError.wrongCode }()
  }

  /// The same machine sends the same code because it did not receive the first answer.
  private func again() throws -> (office: OfficeRecord, device: DeviceID)? {
    let row = try transaction.rows(
      "SELECT office, id FROM device WHERE key_hash = $1 AND revoked_at IS NULL", [.blob(keyHash)]
    ).first
    guard let row, let device = DeviceID(bytes: try row.blob(1)), let id = OfficeID(bytes: try row.blob(0)),
      let office = try OfficeRecord.find(id, in: transaction)
    else { return nil }
    let arguments: [ServerValue] = [.blob(code), .blob(device.bytes)]
    let used =
      try transaction.rows("SELECT hash FROM enrolment_code WHERE hash = $1 AND device = $2", arguments)
      + transaction.rows("SELECT hash FROM adoption WHERE hash = $1 AND device = $2", arguments)
    return used.isEmpty ? nil : (office, device)
  }

  private func useEnrolmentCode() throws -> (office: OfficeRecord, device: DeviceID)? {
    let row = try transaction.rows(
      "SELECT office, device_name, clerks FROM enrolment_code WHERE hash = $1\(transaction.lockingClause)",
      [.blob(code)]
    ).first
    guard let row, let id = OfficeID(bytes: try row.blob(0)), let office = try OfficeRecord.find(id, in: transaction)
    else { return nil }
    // A desk with data of another office cannot join this one.
    guard request.office.map({ $0 == id }) ?? true else { throw ExchangeError.wrongCode }
    try use("enrolment_code")
    try insertDevice(in: id, name: try row.text(1), isFounder: false, MachineClerks(row.optionalBlob(2)))
    return (office, proposed)
  }

  private func adopt() throws -> (office: OfficeRecord, device: DeviceID)? {
    let row = try transaction.rows(
      "SELECT agency_code, name, device_name, clerks FROM adoption WHERE hash = $1\(transaction.lockingClause)",
      [.blob(code)]
    ).first
    guard let row, let id = request.office, try row.text(0) == request.agencyCode else { return nil }
    guard try OfficeRecord.find(id, in: transaction) == nil,
      try OfficeRecord.find(agencyCode: request.agencyCode, in: transaction) == nil
    else { throw ExchangeError.wrongCode }
    try use("adoption")
    try OfficeAliases.hold(id, in: transaction)
    // The desk brings the office's id, and an id that names a commune is as much as its code.
    guard try id.unitCode == nil || UnitCodes.holder(of: id, in: transaction) == request.agencyCode else {
      throw ExchangeError.wrongCode
    }
    try OfficeRecord.insert(
      id, name: try row.text(1), agencyCode: request.agencyCode, epoch: epoch, in: transaction)
    // What was written there before this moment counts whoever wrote it (`Beginnings`). A code that an earlier version
    // made says nothing about clerks, so that everybody may sign in there, as when it was made.
    try insertDevice(in: id, name: try row.text(2), isFounder: true, MachineClerks(row.optionalBlob(3)))
    guard let office = try OfficeRecord.find(id, in: transaction) else { return nil }
    return (office, proposed)
  }

  private func use(_ table: String) throws {
    let used = try transaction.run(
      "UPDATE \(table) SET used_at = $1, device = $2 WHERE hash = $3 AND used_at IS NULL AND expires_at > $4",
      [.integer(now.milliseconds), .blob(proposed.bytes), .blob(code), .integer(now.milliseconds)])
    guard used == 1 else { throw ExchangeError.wrongCode }
  }

  private func insertDevice(
    in office: OfficeID, name: String, isFounder: Bool, _ clerks: MachineClerks
  ) throws {
    let given = String(request.deviceName.prefix(100))
    try transaction.run(
      """
      INSERT INTO device (office, id, name, key_hash, agreement_key, enrolled_at, program, is_founder)
      VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
      """,
      [
        .blob(office.bytes), .blob(proposed.bytes), .text(given.isEmpty ? name : given), .blob(keyHash),
        .blob(request.agreementKey), .integer(now.milliseconds), .text(""), .integer(isFounder ? 1 : 0),
      ])
    try MachineGrants(office: office, device: proposed, in: transaction).set(clerks, at: now)
  }
}
