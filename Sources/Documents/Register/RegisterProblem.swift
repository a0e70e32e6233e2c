import DossierDomain

/// Why a row of a register could not be imported, and its position.
public struct RegisterProblem: Hashable, Sendable {
  /// The line of the file where the row begins, from 1.
  public var line: Int
  /// The heading of the column, or its number if it has none; empty for the whole row.
  public var column: String
  public var reason: Reason
  /// The fields as they were read, for the rejects file.
  public var fields: [String]

  public init(line: Int, column: String, reason: Reason, fields: [String]) {
    self.line = line
    self.column = column
    self.reason = reason
    self.fields = fields
  }

  public enum Reason: Hashable, Sendable {
    case quoteNotClosed
    case fieldTooLong
    /// The row has more than 256 KB, 60 lines or 256 cells.
    case rowTooLong
    case bytesUnreadable
    case codeMissing
    case codeTooLong
    case ownerMissing
    case dateUnreadable(String)
    case dateOrder
    case statusUnknown(String)
    case copiesUnreadable(String)
    case codeRepeated(line: Int)
    /// This desk has issued the code for another dossier.
    case codeTaken
  }
}

extension RegisterProblem.Reason {
  /// A sentence for the clerk that says what is wrong.
  public func wording(_ language: Language) -> String {
    switch self {
    case .quoteNotClosed:
      language.pick("Dấu ngoặc kép mở mà không đóng", "A quote is opened and never closed")
    case .fieldTooLong:
      language.pick("Ô dài quá 64 KB", "The cell is longer than 64 KB")
    case .rowTooLong:
      language.pick(
        "Dòng quá dài (hơn 256 KB, 60 dòng chữ hoặc 256 ô)",
        "The row is too long (over 256 KB, 60 lines or 256 cells)")
    case .bytesUnreadable:
      language.pick("Có chữ bị hỏng, không đọc được", "Some letters are damaged and cannot be read")
    case .codeMissing:
      language.pick("Thiếu mã hồ sơ", "The dossier code is missing")
    case .codeTooLong:
      language.pick("Mã hồ sơ dài quá 64 ký tự", "The dossier code is longer than 64 characters")
    case .ownerMissing:
      language.pick("Thiếu tên cá nhân, tổ chức", "The name of the person or organisation is missing")
    case .dateUnreadable(let text):
      language.pick("Không đọc được ngày \"\(text)\" (cần dd/mm/yyyy)", "Cannot read the date \"\(text)\" (dd/mm/yyyy)")
    case .dateOrder:
      language.pick("Ngày trả kết quả trước ngày nhận hồ sơ", "The result is dated before the reception")
    case .statusUnknown(let text):
      language.pick("Không rõ trạng thái \"\(text)\"", "Unknown status \"\(text)\"")
    case .copiesUnreadable(let text):
      language.pick("Số bộ \"\(text)\" không phải là số", "The number of sets \"\(text)\" is not a number")
    case .codeTaken:
      language.pick(
        "Mã này đã cấp tại đây cho hồ sơ khác; hồ sơ ở đây giữ nguyên",
        "The code was issued here to another dossier, which stays as it is")
    case .codeRepeated(let line):
      language.pick(
        "Mã hồ sơ đã có ở dòng \(line), nội dung khác", "The code stands in line \(line) with other content")
    }
  }
}

extension RegisterReader.ReadError {
  /// A sentence that says why the whole file could not be read, and what to do.
  public func wording(_ language: Language) -> String {
    switch self {
    case .headerMissing:
      language.pick(
        "Không thấy dòng tiêu đề có \"Mã hồ sơ\". Chưa nhập dòng nào.",
        "No heading row with \"Mã hồ sơ\". Nothing was imported.")
    case .empty: language.pick("Tệp trống.", "The file is empty.")
    case .tooLarge(_, let maximum):
      language.pick(
        "Tệp quá lớn (tối đa \(maximum >> 20) MB). Hãy chia nhỏ.",
        "The file is too large (at most \(maximum >> 20) MB). Split it.")
    case .encodingUnreadable(let detail):
      language.pick(
        "Không đọc được bảng mã (\(detail)). Thử --encoding tcvn3 hoặc vni.",
        "Cannot decode (\(detail)). Try --encoding tcvn3 or vni.")
    }
  }
}
