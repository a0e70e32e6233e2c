import DossierDomain

extension Administration {
  /// How long an enrolment code is valid, in milliseconds: 7 days.
  public static let codeLifetime: Int64 = 7 * 86_400_000

  /// Creates a code for one more desk of an office.
  /// - Parameter clerks: the clerks who may sign in there.
  public func enrolmentCode(
    for office: OfficeID, deviceName: String, clerks: MachineClerks, at now: Instant, lifetime: Int64 = codeLifetime
  ) throws -> EnrolmentCode {
    let code = EnrolmentCode(random: randomBytes(12))
    try store.transaction { transaction in
      guard try OfficeRecord.find(office, in: transaction) != nil else { throw AdministrationError.officeUnknown }
      try check(clerks, of: office, in: transaction)
      try transaction.run(
        "INSERT INTO enrolment_code (office, hash, device_name, expires_at, clerks) VALUES ($1, $2, $3, $4, $5)",
        [
          .blob(office.bytes), .blob(code.hash), .text(deviceName), .integer(now.milliseconds + lifetime), clerks.value,
        ])
    }
    return code
  }

  /// Creates a code for an office that has worked alone. The machine that uses it brings the office's identity, clerks
  /// and entries.
  /// - Parameters:
  ///   - unitCodes: the codes of its communes, in place of those of an earlier adoption code for it.
  ///   - clerks: the clerks who may sign in at that machine. The province does not know them before it comes.
  /// - Throws: also `AdministrationError.unitCodeTaken`.
  public func adoptionCode(
    agencyCode: String, unitCodes: [String], name: String, deviceName: String, clerks: MachineClerks, at now: Instant,
    lifetime: Int64 = codeLifetime
  ) throws -> EnrolmentCode {
    let code = EnrolmentCode(random: randomBytes(12))
    let names = Set(try unitCodes.map { try UnitCodes.name(of: $0) })
    try store.transaction { transaction in
      guard try OfficeRecord.find(agencyCode: agencyCode, in: transaction) == nil else {
        throw AdministrationError.officeExists
      }
      try UnitCodes.set(names, of: agencyCode, at: now, in: transaction)
      try transaction.run(
        """
        INSERT INTO adoption (hash, agency_code, name, device_name, expires_at, clerks) VALUES ($1, $2, $3, $4, $5, $6)
        """,
        [
          .blob(code.hash), .text(agencyCode), .text(name), .text(deviceName), .integer(now.milliseconds + lifetime),
          clerks.value,
        ])
    }
    return code
  }
}
