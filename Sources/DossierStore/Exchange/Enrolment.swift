import DossierDomain
import Foundation
import GRDB

/// The keys and names of this machine as a desk of the province. They are stored in the database, so that a sealed
/// backup contains them, and a copied database is a copy of the desk.
public struct Enrolment: Hashable, Sendable {
  /// `https://host:port`.
  public var server: String
  public var office: OfficeID
  public var officeName: String
  public var device: DeviceID
  public var deviceName: String
  /// The machine's certificate, DER.
  public var certificate: [UInt8]
  /// The certificate of the province's authority, DER.
  public var authority: [UInt8]
  /// P-256 private keys, raw: this one for the connection and signatures, `agreementKey` for bundles that come back.
  public var privateKey: [UInt8]
  public var agreementKey: [UInt8]
  /// The province's P-256 public key for bundles, x9.63.
  public var provinceKey: [UInt8]
  public var certificateEndsAt: Instant

  public init(
    server: String, office: OfficeID, officeName: String, device: DeviceID, deviceName: String, certificate: [UInt8],
    authority: [UInt8], privateKey: [UInt8], agreementKey: [UInt8], provinceKey: [UInt8], certificateEndsAt: Instant
  ) {
    self.server = server
    self.office = office
    self.officeName = officeName
    self.device = device
    self.deviceName = deviceName
    self.certificate = certificate
    self.authority = authority
    self.privateKey = privateKey
    self.agreementKey = agreementKey
    self.provinceKey = provinceKey
    self.certificateEndsAt = certificateEndsAt
  }
}

extension ExchangeStore {
  /// Nil in an office that works alone.
  public func enrolment() throws(StoreError) -> Enrolment? {
    try read { try EnrolmentTable.row($0) }
  }

  /// Makes this machine a desk of the province. An office that worked alone keeps its epochs, its entries and the first
  /// numbers of the day; it gives back the other numbers, so that they can be shared. A machine without data becomes an
  /// empty desk that the first exchange fills. A desk that is enrolled already gets a new certificate and keeps its
  /// data.
  /// - Parameter keeps: the last number of the day that an office that worked alone keeps for itself.
  public func enrol(_ enrolment: Enrolment, keepingNumbersUpTo keeps: Int = 2000, at now: Instant) throws(StoreError) {
    try write { db in
      if try Bool.fetchOne(db, sql: "SELECT EXISTS (SELECT 1 FROM device_epoch WHERE is_current = 1)") == false {
        try DeviceEpochs.begin(db, .version7(at: now, random: random()))
      }
      let isRenewal = try EnrolmentTable.exists(db)
      try db.execute(
        sql: "INSERT OR REPLACE INTO enrolment VALUES (1, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        arguments: [
          enrolment.server, Data(enrolment.office.bytes), enrolment.officeName, Data(enrolment.device.bytes),
          enrolment.deviceName, Data(enrolment.certificate), Data(enrolment.authority), Data(enrolment.privateKey),
          Data(enrolment.agreementKey), Data(enrolment.provinceKey), enrolment.certificateEndsAt.milliseconds,
        ])
      if isRenewal {
        // The province treats it as another machine from now on, and grants it numbers of its own.
        try db.execute(sql: "DELETE FROM lane_block; DELETE FROM lane_returned")
      } else {
        try Lanes.giveBack(db, above: keeps, today: now.civilDate)
      }
    }
  }
}
