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
    /// The row has more than 256 KB, 60 lines or 1,000 cells.
    case rowTooLong
    /// An unquoted delimiter in a value, probably: each value behind it would go into a wrong column.
    case tooManyCells(count: Int, headings: Int)
    /// A line break in a value, probably.
    case tooFewCells(count: Int, headings: Int)
    case bytesUnreadable
    /// Letters are lost or stand for others, such as "Nguy?n".
    case lettersLost(String)
    /// The cell has an error of a spreadsheet, such as `#REF!`.
    case spreadsheetError(String)
    case codeMissing
    case codeTooLong
    /// A spreadsheet has replaced the code, such as `2.61005E+13`.
    case codeDestroyed(String)
    case codeUnreadable(String)
    case ownerMissing
    case ownerUnreadable(String)
    case numberDigitsLost(String)
    /// No province, or a year of birth that has not come.
    case numberImpossible(String)
    case numberUnreadable(String)
    case numberOfWrongLength(String)
    case phoneDigitsLost(String)
    case dateUnreadable(String)
    /// Numbers in the form of a date, but there is no such day.
    case dateImpossible(String)
    /// A spreadsheet has written the day with an exponent.
    case dateDigitsLost(String)
    /// Before 1990, or further ahead than an appointment can be.
    case dateOutOfRange(String)
    case dateInFuture(String)
    /// Day and month are exchanged against the day in the dossier's code.
    case dateContradictsCode(String)
    case dateOrder
    case statusUnknown(String)
    case copiesUnreadable(String)
    case codeRepeated(line: Int)
    /// Another heading, with other columns, stands above the row.
    case belowOtherHeading(line: Int)
    /// This desk has issued the code for another dossier.
    case codeTaken
    /// The row may be of any of these dossiers, which were received here.
    case sameAsSeveral([String])
  }
}

/// A row that was taken in with a value that was not written as it is stored, or that is unusual.
public struct RegisterRemark: Hashable, Sendable {
  public var line: Int
  public var column: String
  public var kind: Kind

  public enum Kind: Hashable, Sendable {
    case numberRestored(written: String, stored: String)
    case phoneRestored(written: String, stored: String)
    case lettersRepaired(written: String, stored: String)
    case codeRestored(written: String, stored: String)
    case phoneUnreadable(written: String)
    case numberMasked
    case deliveryUnknown(written: String)
    case procedureNameDiffers(written: String, known: String)
    case procedureCodeRestored(written: String, stored: String)
    /// There is a column for the date of reception, and its cell is empty.
    case receptionFromCode
    /// More than a year from the day in the code.
    case receptionFarFromCode
    /// More than a year after the reception.
    case dueFarAhead
    /// The status is not the one that follows from the date of hand-back.
    case statusAgainstHandBack
    case nameHasDigits(String)
    case dueBeforeReception
    /// A text with unquoted commas was put together again.
    case commasJoined(String)
    /// There is no such day, or the cell has none.
    case birthUnreadable(String)
    case birthInFuture(String)
    case sexUnknown(String)
    /// The birth stands in the column of the other sex.
    case sexAgainstBirth
    case relativeUnreadable(String)
  }
}

extension RegisterProblem.Reason {
  /// A sentence for the clerk that says what is wrong.
  public func wording(_ language: Language) -> String {
    switch self {
    case .quoteNotClosed:
      language.pick("Dấu ngoặc kép mở mà không đóng", "A quote is opened and never closed")
    case .fieldTooLong:
      language.pick(
        "Ô quá dài (địa chỉ quá 500 ký tự, ô khác quá 4.000)",
        "The cell is too long (an address over 500 characters, another over 4,000)")
    case .rowTooLong:
      language.pick(
        "Dòng quá dài (hơn 256 KB, 60 dòng chữ hoặc 1.000 ô)",
        "The row is too long (over 256 KB, 60 lines or 1,000 cells)")
    case .tooManyCells(let count, let headings):
      language.pick(
        "Dòng có \(count) ô, tiêu đề chỉ có \(headings): có dấu phân cách nằm trong một ô",
        "The row has \(count) cells and the headings only \(headings): a delimiter stands inside a cell")
    case .tooFewCells(let count, let headings):
      language.pick(
        "Dòng chỉ có \(count) ô, tiêu đề có \(headings): một ô bị ngắt dòng",
        "The row has only \(count) cells and the headings \(headings): a cell is broken by a line end")
    case .bytesUnreadable:
      language.pick("Có chữ bị hỏng, không đọc được", "Some letters are damaged and cannot be read")
    case .lettersLost(let text):
      language.pick(
        "Chữ bị mất hoặc sai bảng mã: \"\(text)\"; gõ lại cho đúng",
        "Letters are lost or in a wrong encoding: \"\(text)\"; type them again")
    case .spreadsheetError(let text):
      language.pick("Ô chỉ có lỗi của bảng tính: \(text)", "The cell has only an error of the spreadsheet: \(text)")
    case .codeMissing:
      language.pick("Thiếu mã hồ sơ", "The dossier code is missing")
    case .codeTooLong:
      language.pick("Mã hồ sơ dài quá 64 ký tự", "The dossier code is longer than 64 characters")
    case .codeDestroyed(let text):
      language.pick(
        "Bảng tính đã làm mất mã hồ sơ (\"\(text)\"); định dạng cột là Văn bản rồi xuất lại",
        "The spreadsheet has lost the dossier code (\"\(text)\"); format the column as text and export again")
    case .codeUnreadable(let text):
      language.pick("\"\(text)\" không phải là mã hồ sơ", "\"\(text)\" is no dossier code")
    case .belowOtherHeading(let line):
      language.pick(
        "Dưới tiêu đề khác ở dòng \(line): các cột không như trên; tách thành tệp riêng",
        "Below another heading in line \(line), with other columns; make a file of its own of it")
    case .codeTaken:
      language.pick(
        "Mã này đã cấp tại đây cho hồ sơ khác; hồ sơ ở đây giữ nguyên",
        "The code was issued here to another dossier, which stays as it is")
    case .sameAsSeveral(let codes):
      language.pick(
        "Có thể là một trong các hồ sơ đã nhận ở đây: \(codes.joined(separator: ", ")); ghi mã này vào đúng hồ sơ",
        "It may be one of these dossiers that were received here: \(codes.joined(separator: ", ")); give the right one this code"
      )
    case .codeRepeated(let line):
      language.pick(
        "Mã hồ sơ đã có ở dòng \(line), nội dung khác", "The code stands in line \(line) with other content")
    case .ownerMissing, .ownerUnreadable, .numberDigitsLost, .numberImpossible, .numberUnreadable, .numberOfWrongLength,
      .phoneDigitsLost, .dateUnreadable, .dateImpossible, .dateDigitsLost,
      .dateOutOfRange, .dateInFuture, .dateContradictsCode, .dateOrder, .statusUnknown, .copiesUnreadable:
      valueWording(language)
    }
  }

  private func valueWording(_ language: Language) -> String {
    switch self {
    case .ownerMissing:
      language.pick("Thiếu tên cá nhân, tổ chức", "The name of the person or organisation is missing")
    case .ownerUnreadable(let text): language.pick("\"\(text)\" không phải là tên", "\"\(text)\" is no name")
    case .numberDigitsLost(let text):
      language.pick(
        "Bảng tính đã làm mất chữ số của số giấy tờ (\"\(text)\")",
        "The spreadsheet has lost digits of the number (\"\(text)\")")
    case .numberOfWrongLength(let text):
      language.pick(
        "Số giấy tờ \"\(text)\" không đủ hoặc thừa chữ số (cần 12 hoặc 9)",
        "The number \"\(text)\" has too few or too many digits (12 or 9)")
    case .phoneDigitsLost(let text):
      language.pick(
        "Bảng tính đã làm mất chữ số của số điện thoại (\"\(text)\")",
        "The spreadsheet has lost digits of the phone number (\"\(text)\")")
    case .numberImpossible(let text):
      language.pick(
        "Không có số định danh nào là \"\(text)\" (mã tỉnh hoặc năm sinh sai)",
        "No citizen number is \"\(text)\" (its province or year of birth cannot be)")
    case .numberUnreadable(let text):
      language.pick("\"\(text)\" không phải là số giấy tờ", "\"\(text)\" is no number of a paper")
    case .dateImpossible(let text): language.pick("Không có ngày \"\(text)\"", "There is no day \"\(text)\"")
    case .dateDigitsLost(let text):
      language.pick("Bảng tính đã làm mất ngày (\"\(text)\")", "The spreadsheet has lost the date (\"\(text)\")")
    case .dateUnreadable(let text):
      language.pick("Không đọc được ngày \"\(text)\" (cần dd/mm/yyyy)", "Cannot read the date \"\(text)\" (dd/mm/yyyy)")
    case .dateOutOfRange(let text):
      language.pick(
        "Ngày \"\(text)\" quá xa, trước 1990 hoặc quá 30 năm nữa (01/01/1900 là ô ngày trống của bảng tính)",
        "The date \"\(text)\" is too far, before 1990 or 30 years ahead (01/01/1900 is a spreadsheet's empty date)")
    case .dateInFuture(let text): language.pick("Ngày \"\(text)\" chưa tới", "The date \"\(text)\" has not come yet")
    case .dateContradictsCode(let text):
      language.pick(
        "Ngày \"\(text)\" đảo ngày và tháng so với mã hồ sơ",
        "The date \"\(text)\" has day and month exchanged against the dossier code")
    case .dateOrder:
      language.pick("Ngày trả kết quả trước ngày nhận hồ sơ", "The result is dated before the reception")
    case .statusUnknown(let text):
      language.pick("Không rõ trạng thái \"\(text)\"", "Unknown status \"\(text)\"")
    case .copiesUnreadable(let text):
      language.pick("\"\(text)\" không phải là số bộ (1 đến 999)", "\"\(text)\" is no number of sets (1 to 999)")
    case .quoteNotClosed, .fieldTooLong, .rowTooLong, .tooManyCells, .tooFewCells, .bytesUnreadable, .lettersLost,
      .spreadsheetError, .codeMissing, .codeTooLong, .codeDestroyed, .codeUnreadable, .codeTaken, .codeRepeated,
      .belowOtherHeading, .sameAsSeveral:
      wording(language)
    }
  }
}

extension RegisterRemark.Kind {
  /// A sentence that says what was written and what is stored.
  public func wording(_ language: Language) -> String {
    switch self {
    case .numberRestored(let written, let stored):
      language.pick(
        "\"\(maskedNumber(written))\" viết kiểu bảng tính, đọc là số giấy tờ \(maskedNumber(stored))",
        "\"\(maskedNumber(written))\" is in a spreadsheet's form and read as the number \(maskedNumber(stored))")
    case .phoneRestored(let written, let stored):
      language.pick(
        "\"\(written)\" đọc là số điện thoại \(stored)", "\"\(written)\" is read as the phone number \(stored)")
    case .commasJoined(let stored):
      language.pick(
        "Dấu phẩy không đặt trong ngoặc kép, ghép lại thành \(stored)", "Unquoted commas, put together as \(stored)")
    case .lettersRepaired(let written, let stored):
      language.pick(
        "\"\(written)\" (bảng mã khác) đọc là \"\(stored)\"",
        "\"\(written)\" (another encoding) is read as \"\(stored)\"")
    case .codeRestored(let written, let stored):
      language.pick("\"\(written)\" đọc là mã hồ sơ \(stored)", "\"\(written)\" is read as the dossier code \(stored)")
    case .phoneUnreadable(let written):
      language.pick(
        "\"\(written)\" không phải là số điện thoại; để trống", "\"\(written)\" is no phone number; left empty")
    case .numberMasked: language.pick("Số giấy tờ bị che; để trống", "The number is masked; left empty")
    case .deliveryUnknown(let written):
      language.pick("Không rõ cách nhận kết quả \"\(written)\"", "Unknown way of delivery \"\(written)\"")
    case .procedureNameDiffers(let written, let known):
      language.pick(
        "Tên thủ tục \"\(written)\" khác với mã; lấy theo mã: \(known)",
        "The procedure's name \"\(written)\" is not that of the code; taken by the code: \(known)")
    case .procedureCodeRestored(let written, let stored):
      language.pick(
        "\"\(written)\" đọc là mã thủ tục \(stored)", "\"\(written)\" is read as the procedure \(stored)")
    case .receptionFromCode:
      language.pick("Ô ngày nhận trống; lấy ngày trong mã hồ sơ", "The date of reception is empty; taken from the code")
    case .receptionFarFromCode:
      language.pick(
        "Ngày nhận cách ngày trong mã hồ sơ hơn một năm", "The reception is over a year from the day in the code")
    case .dueFarAhead:
      language.pick(
        "Ngày hẹn trả sau ngày nhận hơn một năm", "The appointment is over a year after the reception")
    case .statusAgainstHandBack:
      language.pick("Trạng thái không khớp với ngày trả kết quả", "The status does not fit the date of hand-back")
    case .nameHasDigits(let name): language.pick("Tên có chữ số: \"\(name)\"", "The name has digits: \"\(name)\"")
    case .birthUnreadable(let written):
      language.pick(
        "\"\(written)\" không phải là ngày sinh; để trống", "\"\(written)\" is no date of birth; left empty")
    case .birthInFuture(let written):
      language.pick("Ngày sinh \"\(written)\" chưa tới; để trống", "The birth \"\(written)\" has not come; left empty")
    case .sexUnknown(let written):
      language.pick("Không rõ giới tính \"\(written)\"; để trống", "Unknown sex \"\(written)\"; left empty")
    case .sexAgainstBirth:
      language.pick(
        "Giới tính không khớp với cột ngày sinh; để trống", "The sex does not fit the column of the birth; left empty")
    case .relativeUnreadable(let written):
      language.pick("\"\(written)\" không phải là họ tên; để trống", "\"\(written)\" is no name; left empty")
    case .dueBeforeReception:
      language.pick(
        "Ngày hẹn trả trước ngày nhận hồ sơ; vẫn nhập", "The appointment is before the reception; taken in as written")
    }
  }
}
