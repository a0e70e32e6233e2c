import DossierDomain

@testable import Documents

/// Papers with invented people, each filled as usual, with twenty rows, with the longest texts, and with nothing known.
enum FormSamples {
  static let office = Office(
    id: OfficeID(high: 1, low: 2), name: "Trung tâm Phục vụ hành chính công xã La Lay", agencyCode: "000.19.45.H50",
    unitCode: "19594")
  static let clerk = Clerk(id: ClerkID(high: 3, low: 1), name: "Nguyễn Thị Lan", roles: [.reception])
  static let colleague = Clerk(id: ClerkID(high: 3, low: 2), name: "Trần Văn Đức", roles: [.specialist])

  static func at(_ text: String) -> Instant { Instant(iso8601: text) ?? Instant(milliseconds: 0) }

  static let issue = PaperIssuer(
    office: office, clerk: clerk.name, number: "07/TN", at: at("2026-11-24T08:45:00+07:00"), phone: "0233 3000 000",
    website: "dichvucong.gov.vn")
  /// An office of which nothing is known, and a clerk without a name.
  static let unknownIssue = PaperIssuer(
    office: Office(id: OfficeID(high: 1, low: 2), name: "", agencyCode: "", unitCode: "1"), clerk: "",
    at: at("2026-02-05T08:05:00+07:00"))

  static let longName = "Công Tằng Tôn Nữ Hồ Thị Kăn Tưm Nguyễn Hoàng Phương Thảo Ngọc Bảo Trân"
  static let longAddress =
    "Nhà số 123/45/67, tổ dân phố số 12, thôn Kỳ Nơi mới sáp nhập với thôn A Pul, xã La Lay, tỉnh Quảng Trị (trước là xã A Ngo)"

  /// Received at 08:42 on Tuesday, due on Friday.
  static func dossier(_ number: Int = 7, papers: Int = 1, isLong: Bool = false) -> Dossier {
    let person = Person(
      name: isLong ? longName : "Hồ Thị Kăn Tưm", identityNumber: "045198000001", identityKind: .citizenNumber,
      birth: "25/11/1998", sex: .female, phone: "0912345678",
      address: isLong ? longAddress : "thôn A Pul, xã La Lay, Quảng Trị", email: "kantum@example.vn")
    var dossier = Dossier(
      id: DossierID(high: 5, low: UInt64(number)),
      codes: [.office(agency: office.agencyCode, date: at("2026-11-24").civilDate, number: number)],
      procedure: ProcedureReference(
        code: "1.004873",
        name: isLong
          ? "Đăng ký thay đổi, cải chính, bổ sung thông tin hộ tịch, xác định lại dân tộc"
          : "Cấp Giấy xác nhận tình trạng hôn nhân"), owner: person, status: .received, receivingOffice: office.id,
      decidingOffice: office.id, lastEntry: EntryReference(epoch: DeviceEpoch(high: 9, low: 9), sequence: 1),
      lastClerk: clerk.id, lastChangedAt: at("2026-11-24T08:42:00+07:00"))
    dossier.receivedAt = at("2026-11-24T08:42:00+07:00")
    dossier.appointment = AppointmentFact(dueAt: at("2026-11-27T17:00:00+07:00"))
    dossier.caseRecord = CaseRecord(limit: [.workingDays(3)])
    dossier.components = (1...papers).map { place in
      let forms: [Component.Form] = [.original, .certifiedCopy, .photocopy, .electronic]
      let name =
        isLong
        ? "Giấy tờ chứng minh đã ly hôn, hoặc vợ, chồng đã chết, theo quy định (bản thứ \(place))"
        : "Giấy tờ số \(place)"
      return Component(
        number: place, name: place == 1 ? "Tờ khai cấp Giấy xác nhận tình trạng hôn nhân" : name,
        form: forms[(place - 1) % 4], quantity: place == 1 ? 1 : 2)
    }
    dossier.fee = 15_000
    dossier.assignee = colleague.id
    return dossier
  }

  static let empty = PaperSubject()

  static func name(_ id: ClerkID) -> String { [clerk, colleague].first { $0.id == id }?.name ?? "" }
}
