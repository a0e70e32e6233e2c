import VietnameseText

/// The columns of the register (sổ theo dõi hồ sơ, form 07 of TT 03/2025/TT-VPCP), and some more that present software
/// adds to its export.
enum RegisterColumn: CaseIterable, Hashable, Sendable {
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

  /// The heading that this program writes.
  var heading: String {
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
    }
  }

  /// The column that a heading means, ignoring marks and case; nil if it is unknown. Longer patterns come first,
  /// because "hẹn trả kết quả" contains "trả kết quả".
  static func matching(heading: String) -> RegisterColumn? {
    // A very long text cannot be a heading. The check saves time, because every cell at the beginning of a file is
    // compared.
    guard heading.utf8.count <= longestHeading else { return nil }
    let words = heading.folded
    let trimmed = words.split(separator: "(").first.map { $0.trimmingBlanks } ?? ""
    if let exact = exactHeadings[trimmed] { return exact }
    let letters = Array(words.utf8)
    return containedHeadings.first { letters.holds($0.pattern) }?.column
  }

  private static let longestHeading = 400

  private static let exactHeadings: [String: RegisterColumn] = [
    "tt": .ordinal, "stt": .ordinal, "so tt": .ordinal, "ma hs": .code, "so hs": .code, "so ho so": .code,
    "ma tthc": .procedureCode, "tthc": .procedureName, "linh vuc, thu tuc": .procedureName,
    "so bo": .copies, "so luong": .copies, "ho ten": .owner, "ho va ten": .owner, "cccd": .identityNumber,
    "sdt": .phone, "dia chi": .addressAndPhone, "ghi chu": .note, "hen tra": .due, "ngay hen": .due,
    "ngay nhan": .received, "ngay tra": .handedBack, "code": .code, "owner": .owner,
  ]

  private static let containedHeadings = headingParts.map { (pattern: Array($0.pattern.utf8), column: $0.column) }

  private static let headingParts: [(pattern: String, column: RegisterColumn)] = [
    ("phuong thuc", .delivery), ("hinh thuc nhan", .delivery), ("ky nhan", .signature), ("hen tra", .due),
    ("ngay hen", .due), ("xu ly xong", .resolved), ("ket thuc xu ly", .resolved), ("ma ho so", .code),
    ("so bien nhan", .code), ("ma thu tuc", .procedureCode), ("ma tthc", .procedureCode),
    ("ten thu tuc", .procedureName), ("ten tthc", .procedureName), ("thu tuc hanh chinh", .procedureName),
    ("so luong ho so", .copies), ("trang thai", .status), ("tinh trang ho so", .status),
    ("so giay to", .identityNumber), ("can cuoc", .identityNumber), ("dinh danh", .identityNumber),
    ("cmnd", .identityNumber), ("dia chi", .addressAndPhone), ("so dien thoai", .phone),
    ("dien thoai", .phone), ("co quan", .decidingOffice), ("don vi", .decidingOffice), ("chu ho so", .owner),
    ("ten ca nhan", .owner), ("nguoi nop", .owner), ("tra ket qua", .handedBack), ("ngay tra", .handedBack),
    ("nhan ho so", .received), ("ngay nhan", .received), ("tiep nhan", .received), ("ghi chu", .note),
  ]
}

extension [UInt8] {
  /// A plain search. The standard library's search accepts patterns of any kind and takes fifty times as long.
  fileprivate func holds(_ part: [UInt8]) -> Bool {
    guard let first = part.first, part.count <= count else { return part.isEmpty }
    return (0...count - part.count).contains { start in
      self[start] == first && self[start..<start + part.count].elementsEqual(part)
    }
  }
}

extension Substring {
  /// The text without blanks at both ends.
  var trimmingBlanks: String {
    var slice = self
    while slice.first == " " { slice.removeFirst() }
    while slice.last == " " { slice.removeLast() }
    return String(slice)
  }
}
