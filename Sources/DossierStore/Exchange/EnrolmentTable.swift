import DossierDomain
import Foundation
import GRDB

/// The table of the enrolment. It has one row if this machine is a desk of the province, otherwise none.
enum EnrolmentTable {
  private enum Columns: String, ColumnExpression {
    case server, office, device, certificate, authority
    case officeName = "office_name"
    case deviceName = "device_name"
    case privateKey = "private_key"
    case agreementKey = "agreement_key"
    case provinceKey = "province_key"
    case endsAt = "ends_at"
  }

  static func row(_ db: Database) throws -> Enrolment? {
    guard let row = try Row.fetchOne(db, sql: "SELECT * FROM enrolment") else { return nil }
    guard let office = OfficeID(bytes: row[Columns.office] as Data),
      let device = DeviceID(bytes: row[Columns.device] as Data)
    else {
      throw StoreError.damaged("enrolment")
    }
    func bytes(_ column: Columns) -> [UInt8] { Array(row[column] as Data) }
    return Enrolment(
      server: row[Columns.server], office: office, officeName: row[Columns.officeName], device: device,
      deviceName: row[Columns.deviceName], certificate: bytes(.certificate), authority: bytes(.authority),
      privateKey: bytes(.privateKey), agreementKey: bytes(.agreementKey), provinceKey: bytes(.provinceKey),
      certificateEndsAt: Instant(milliseconds: row[Columns.endsAt]))
  }

  static func exists(_ db: Database) throws -> Bool {
    try Bool.fetchOne(db, sql: "SELECT EXISTS (SELECT 1 FROM enrolment)") ?? false
  }
}
