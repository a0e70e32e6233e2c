import DossierDomain
import Foundation

extension SheetHelper {
  /// Why a workbook was not written. Nothing is left of it.
  struct WritingFailure: Error {
    /// `.workbook` has the reason as `WorkbookWritingError` names it, or `malformed` for CSV with a fault.
    var reason: Failure
    /// The place in the table that is the reason, from 1.
    var row: Int?
    var column: Int?
  }

  /// Writes a table as a workbook in which each cell is a text.
  /// - Parameters:
  ///   - csv: as `csvLine` and `RegisterWriter` write it, from the handle's present position: a file, which may have
  ///     no name any more. Not a pipe that this process fills, since this function returns only at the end.
  ///   - path: must not exist. Only its owner can read the file, which appears when it is complete.
  ///   - sheets: the names of the sheets among which the rows are divided, with the number of rows of each; empty for one
  ///     sheet.
  static func write(
    csv: FileHandle, to path: String, sheets: [(name: String, rows: Int)] = []
  ) throws(WritingFailure) {
    let target = URL(fileURLWithPath: path).path
    let said: HelperProcess.Said
    let divided = sheets.flatMap { [$0.name, String($0.rows)] }
    do throws(Failure) { said = try run(["--write", target] + divided, reading: .file(csv)) } catch {
      // A helper that was killed could not remove its unfinished file.
      if case .stopped = error { unlink(target + ".partial") }
      throw WritingFailure(reason: error)
    }
    guard let fault = said.fault else { return }
    func number(_ key: String) -> Int? {
      said.lines.first { $0.hasPrefix(key) }.flatMap { Int($0.dropFirst(key.count)) }
    }
    throw WritingFailure(reason: .workbook(fault), row: number("row="), column: number("column="))
  }
}

extension SheetHelper {
  /// A table in a file without a name, so that nothing is left of it whatever happens; nil if the folder cannot be written.
  static func nameless(_ csv: [UInt8], in folder: String) -> FileHandle? {
    var name = Array((folder + "/.workbook-XXXXXX").utf8CString)
    let descriptor = mkstemp(&name)
    guard descriptor >= 0 else { return nil }
    unlink(name)
    let handle = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
    do {
      try handle.write(contentsOf: Data(csv))
      try handle.seek(toOffset: 0)
      return handle
    } catch {
      return nil
    }
  }
}

extension SheetHelper.WritingFailure {
  /// What happened, and what to do.
  func wording(_ language: Language) -> String {
    let place =
      row.map { row in
        column.map { language.pick("Dòng \(row), cột \($0): ", "Row \(row), column \($0): ") }
          ?? language.pick("Dòng \(row): ", "Row \(row): ")
      } ?? ""
    return place + sentence(language)
  }

  private func sentence(_ language: Language) -> String {
    switch reason {
    case .unavailable:
      language.pick(
        "Bên cạnh chương trình không có dossier-sheet nên không ghi được bảng tính. Hãy xuất ra CSV.",
        "dossier-sheet is not beside the program, so no spreadsheet can be written. Write CSV instead.")
    case .versionDiffers:
      language.pick(
        "dossier-sheet không cùng phiên bản với chương trình. Hãy xuất ra CSV.",
        "dossier-sheet is of another version than the program. Write CSV instead.")
    case .stopped:
      language.pick(
        "Ghi bảng tính quá lâu hoặc quá lớn nên đã dừng. Hãy chia nhỏ hoặc xuất ra CSV.",
        "Writing the spreadsheet took too long or it is too large. Split it, or write CSV.")
    case .workbook("exists"):
      language.pick(
        "Đã có tệp tên đó, hoặc tệp dở dang \".partial\" bên cạnh. Hãy chọn tên khác.",
        "There is a file with that name, or an unfinished \".partial\" beside it. Choose another name.")
    case .workbook("noSpace"):
      language.pick("Đĩa đã đầy. Hãy giải phóng chỗ trống.", "The disk is full. Make room.")
    case .workbook("notWritable"):
      language.pick(
        "Không ghi được vào thư mục đó. Hãy chọn thư mục khác.", "Nothing can be written there. Choose another folder.")
    case .workbook("tooLarge"):
      language.pick("Bảng tính quá lớn. Hãy chia nhỏ.", "The spreadsheet becomes too large. Split it.")
    case .workbook("tooManyRows"):
      language.pick("Bảng có hơn 200.000 dòng. Hãy chia nhỏ.", "The table has more than 200,000 rows. Split it.")
    case .workbook("tooManyColumns"):
      language.pick("Bảng có hơn 1.000 cột.", "The table has more than 1,000 columns.")
    case .workbook("cellTooLong"):
      language.pick(
        "Ô có hơn 32.767 ký tự, nhiều hơn mức bảng tính chứa được. Hãy xuất ra CSV.",
        "The cell has more than the 32,767 characters that a spreadsheet can hold. Write CSV instead.")
    case .workbook("empty"): language.pick("Bảng không có dòng nào.", "The table has no row.")
    case .sheetMissing, .workbook:
      language.pick("Bảng không ghi được thành bảng tính.", "The table cannot be written as a spreadsheet.")
    }
  }
}
