import Console
import Documents
import DossierDomain
import DossierStore
import Foundation
import Version

/// Reads or writes a workbook in a process of its own, `dossier-sheet`, which lies beside this program.
struct SheetHelper {
  /// The rows as CSV in UTF-8, a line a row, and what else the helper said.
  struct Rows {
    var csv: [UInt8] = []
    var sheet = ""
    /// All sheets, in their order.
    var sheets: [RegisterSheet] = []
    var hiddenRows = 0

    /// Those that were not read.
    var otherSheets: [RegisterSheet] { sheets.filter { $0.name != sheet } }
  }

  enum Failure: Error {
    /// The helper is not installed beside the program, or is of another version.
    case unavailable
    case versionDiffers
    /// It has not written anything for twenty seconds, or has ended by itself.
    case stopped
    /// The workbook has no sheet of the wanted name; those that it has.
    case sheetMissing([RegisterSheet])
    /// A reason of the workbook, as `WorkbookError` names it.
    case workbook(String)
  }

  /// No more is taken from the helper than an import takes from a file.
  private static let process = HelperProcess(name: "dossier-sheet", maximumBytes: 200 << 20)

  static func rows(of file: String, sheet: String? = nil) throws(Failure) -> Rows {
    let said = try run([URL(fileURLWithPath: file).path] + (sheet.map { [$0] } ?? []), reading: .none)
    var rows = Rows(csv: said.output)
    for line in said.lines { rows.note(line) }
    if said.fault == "sheetMissing", !rows.sheets.isEmpty { throw .sheetMissing(rows.sheets) }
    if let fault = said.fault { throw .workbook(fault) }
    return rows
  }

  /// Runs the helper to its end.
  /// - Parameter arguments: those after the version.
  /// - Throws: `.unavailable`, `.versionDiffers`, `.stopped`; and `.workbook` if it wrote too much.
  static func run(_ arguments: [String], reading input: HelperProcess.Input) throws(Failure) -> HelperProcess.Said {
    do throws(HelperProcess.Failure) { return try process.run(arguments, input: input) } catch {
      switch error {
      case .unavailable: throw .unavailable
      case .versionDiffers: throw .versionDiffers
      case .stopped: throw .stopped
      case .tooMuch: throw .workbook("tooLarge")
      }
    }
  }
}

extension SheetHelper.Rows {
  fileprivate mutating func note(_ line: String) {
    guard let equals = line.firstIndex(of: "=") else { return }
    let value = String(line[line.index(after: equals)...])
    switch line[..<equals] {
    case "sheet": sheet = value
    case "visibleSheet": sheets.append(RegisterSheet(name: value, isHidden: false))
    case "hiddenSheet": sheets.append(RegisterSheet(name: value, isHidden: true))
    case "hiddenRows": hiddenRows = Int(value) ?? 0
    default: break
    }
  }

  /// What a clerk should know of the workbook: sheets that were not read, rows that she does not see.
  func sentences(_ language: Language) -> [String] {
    var sentences: [String] = []
    if !otherSheets.isEmpty {
      let others = otherSheets.map { $0.wording(language) }.joined(separator: ", ")
      sentences.append(
        language.pick(
          "Đọc trang tính \"\(sheet)\"; không đọc \(others).", "Read the sheet \"\(sheet)\"; not read: \(others)."))
    }
    if hiddenRows > 0 {
      sentences.append(
        language.pick(
          "\(hiddenRows) dòng bị ẩn trong bảng tính cũng được đọc.",
          "\(hiddenRows) rows that the spreadsheet hides were read too."))
    }
    return sentences
  }
}

extension SheetHelper.Failure {
  /// What happened, and what to do.
  func wording(_ language: Language) -> String {
    if case .sheetMissing(let sheets) = self {
      return language.pick("Không có trang tính tên đó. ", "There is no sheet of that name. ")
        + RegisterSheet.list(sheets, language)
    }
    let otherwise = language.pick(
      "Mở bằng phần mềm bảng tính, chọn Lưu thành \"CSV UTF-8\" rồi nhập tệp đó.",
      "Open it in a spreadsheet program, save it as \"CSV UTF-8\" and import that file.")
    let reason =
      switch self {
      case .unavailable:
        language.pick(
          "Đây là bảng tính, nhưng bên cạnh chương trình không có dossier-sheet.",
          "This is a spreadsheet, and dossier-sheet is not beside the program.")
      case .versionDiffers:
        language.pick(
          "dossier-sheet không cùng phiên bản với chương trình.",
          "dossier-sheet is of another version than the program.")
      case .stopped:
        language.pick(
          "Không đọc được bảng tính này: quá lâu hoặc quá lớn.",
          "This spreadsheet cannot be read: it takes too long or is too large.")
      case .workbook("encrypted"):
        language.pick(
          "Bảng tính có mật khẩu. Bỏ mật khẩu rồi lưu lại.", "The spreadsheet has a password. Remove it and save again."
        )
      case .workbook("tooManyRows"):
        language.pick(
          "Bảng tính có hơn 200.000 dòng. Hãy chia nhỏ.", "The spreadsheet has more than 200,000 rows. Split it.")
      case .workbook("tooManyColumns"):
        language.pick("Bảng tính có hơn 1.000 cột.", "The spreadsheet has more than 1,000 columns.")
      case .workbook("tooLarge"): language.pick("Bảng tính quá lớn.", "The spreadsheet is too large.")
      case .workbook("empty"): language.pick("Bảng tính không có ô nào.", "The spreadsheet has no cell.")
      case .sheetMissing, .workbook("sheetMissing"):
        language.pick("Không có trang tính tên đó.", "There is no sheet of that name.")
      case .workbook:
        language.pick("Tệp bảng tính bị hỏng hoặc không phải XLSX.", "The spreadsheet is damaged or no XLSX.")
      }
    return reason + " " + otherwise
  }
}
