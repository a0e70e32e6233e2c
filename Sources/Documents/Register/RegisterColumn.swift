import DossierDomain
import VietnameseText

/// What a column of a register means: the columns of the register (sổ theo dõi hồ sơ, form 07 of TT 03/2025/TT-VPCP),
/// those that present software adds to its export, and those of which nothing is taken in. The latter are known so that
/// they are not mistaken for others: "Nơi tiếp nhận" is a place and no date of reception.
public enum RegisterColumn: String, CaseIterable, Hashable, Sendable, Codable {
  case ordinal
  case code
  case procedureCode
  case procedureName
  case copies
  case owner
  case identityNumber
  case addressAndPhone
  case phone
  case decidingOffice
  case received
  case due
  case handedBack
  case resolved
  case status
  case delivery
  case signature
  case note
  case birth
  /// The second of two columns "Nam" and "Nữ" under "Năm sinh"; the first is `birth`.
  case birthOfWoman
  case sex
  /// The second of two columns "Nam" and "Nữ" under "Giới tính", of which one is ticked; the first is `sex`.
  case sexOfWoman
  /// The owner's mother, husband or wife, by whom people of one name are told apart.
  case relative
  // Nothing is taken in of these.
  case applicant
  /// The owner's father.
  case parent
  /// A number, telephone or address of somebody else than the owner.
  case otherPerson
  case placeOfReception
  case clerk
  case recipient
  case channel
  case fee
  case email
  case field
  case dateOfIssue
  case timeLimit
  case punctuality
  case result
  case otherDate

  /// Whether the import uses the column's values.
  public var isTakenIn: Bool {
    switch self {
    case .code, .procedureCode, .procedureName, .copies, .owner, .identityNumber, .addressAndPhone, .phone,
      .decidingOffice, .received,
      .due, .handedBack, .resolved, .status, .delivery, .note, .birth, .birthOfWoman, .sex, .sexOfWoman, .relative:
      true
    case .ordinal, .signature, .applicant, .parent, .otherPerson, .placeOfReception, .clerk, .recipient, .channel, .fee,
      .email, .field,
      .dateOfIssue, .timeLimit, .punctuality, .result, .otherDate:
      false
    }
  }

  /// Nothing of it is taken in, although it says something about the person or the dossier that no other column says.
  public var isFactNotTakenIn: Bool {
    switch self {
    case .applicant, .parent, .recipient, .fee, .email, .result: true
    case .ordinal, .code, .procedureCode, .procedureName, .copies, .owner, .identityNumber, .addressAndPhone, .phone,
      .decidingOffice, .received, .due, .handedBack, .resolved, .status, .delivery, .signature, .note, .birth,
      .birthOfWoman, .sex, .sexOfWoman, .relative, .otherPerson,
      .placeOfReception, .clerk, .channel, .field, .dateOfIssue, .timeLimit, .punctuality, .otherDate:
      false
    }
  }

  var isBirth: Bool { self == .birth || self == .birthOfWoman }

  var isDate: Bool { self == .received || self == .due || self == .handedBack || self == .resolved }

  /// The heading that this program writes.
  public var heading: String {
    switch self {
    case .ordinal: "TT"
    case .code: "Mã hồ sơ"
    case .procedureCode: "Mã TTHC"
    case .procedureName: "Tên TTHC"
    case .copies: "Số lượng hồ sơ (bộ)"
    case .owner: "Tên cá nhân, tổ chức"
    case .identityNumber: "Số giấy tờ"
    case .addressAndPhone: "Địa chỉ, số điện thoại"
    case .phone: "Số điện thoại"
    case .decidingOffice: "Cơ quan chủ trì giải quyết"
    case .received: "Nhận hồ sơ"
    case .due: "Hẹn trả kết quả"
    case .handedBack: "Trả kết quả"
    case .resolved: "Ngày xử lý xong"
    case .status: "Trạng thái"
    case .delivery: "Phương thức nhận kết quả"
    case .signature: "Ký nhận"
    case .note: "Ghi chú"
    case .applicant: "Người nộp"
    case .relative: "Mẹ, vợ hoặc chồng"
    case .parent: "Cha"
    case .otherPerson: "Số, địa chỉ của người khác"
    case .placeOfReception: "Nơi tiếp nhận"
    case .clerk: "Cán bộ"
    case .recipient: "Người nhận kết quả"
    case .channel: "Hình thức nộp"
    case .fee: "Phí, lệ phí"
    case .birth: "Ngày sinh"
    case .birthOfWoman: "Ngày sinh (nữ)"
    case .sex: "Giới tính"
    case .sexOfWoman: "Giới tính (nữ)"
    case .email: "Email"
    case .field: "Lĩnh vực"
    case .dateOfIssue: "Ngày, nơi cấp giấy tờ"
    case .timeLimit: "Thời hạn"
    case .punctuality: "Đúng hạn, quá hạn"
    case .result: "Kết quả"
    case .otherDate: "Ngày khác"
    }
  }
}
