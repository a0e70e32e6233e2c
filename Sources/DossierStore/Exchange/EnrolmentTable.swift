import DossierDomain
import Foundation
import GRDB

/// One row, where this machine is a desk of the province.
enum EnrolmentTable {
  static func row(_ db: Database) throws -> Enrolment? {
    guard let row = try Row.fetchOne(db, sql: "SELECT * FROM enrolment") else { return nil }
    guard let office = OfficeID(bytes: row["office"] as Data), let device = DeviceID(bytes: row["device"] as Data)
    else {
      throw StoreError.damaged("enrolment")
    }
    func bytes(_ name: String) -> [UInt8] { Array(row[name] as Data) }
    return Enrolment(
      server: row["server"], office: office, officeName: row["office_name"], device: device,
      deviceName: row["device_name"], certificate: bytes("certificate"), authority: bytes("authority"),
      privateKey: bytes("private_key"), agreementKey: bytes("agreement_key"), provinceKey: bytes("province_key"),
      certificateEndsAt: Instant(milliseconds: row["ends_at"]))
  }

  static func exists(_ db: Database) throws -> Bool {
    try Bool.fetchOne(db, sql: "SELECT EXISTS (SELECT 1 FROM enrolment)") ?? false
  }
}
