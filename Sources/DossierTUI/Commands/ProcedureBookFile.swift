import ArgumentParser
import Console
import Documents
import DossierDomain
import DossierStore
import Foundation

/// The sheets of a book of procedures, from a workbook, a folder of CSV files, or one table.
struct ProcedureBookFile {
  /// As it was typed.
  let path: String
  private(set) var sources: [ProcedureBook.Source] = []
  /// What of it is not read.
  private(set) var sentences: [String] = []
  private static let mostFiles = 100
  /// What may still be read. One byte more is read, so that the book says that it is too large.
  private var bytesLeft: Int { ProcedureBook.maximumBytes - sources.reduce(0) { $0 + $1.bytes.count } }

  /// Ends the command with a sentence if nothing can be read.
  init(_ path: String, _ language: Language) throws {
    self.path = path
    let existing = TypedPath.existing(path)
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: existing, isDirectory: &isFolder) else {
      throw Self.unreadable(path, language)
    }
    if isFolder.boolValue {
      try readFolder(existing, language)
    } else if FileFormat(of: try Self.bytes(existing, named: path, atMost: 1024, language)) == .workbook {
      do throws(SheetHelper.Failure) { try readWorkbook(existing, language) } catch {
        Output.message("\(path): \(error.wording(language))")
        throw ExitCode.faultsFound
      }
    } else {
      let bytes = try Self.bytes(existing, named: path, atMost: bytesLeft, language)
      sources = [ProcedureBook.Source(name: path, bytes: bytes)]
    }
  }

  private mutating func readFolder(_ folder: String, _ language: Language) throws {
    guard let names = try? FileManager.default.contentsOfDirectory(atPath: folder) else {
      throw Self.unreadable(path, language)
    }
    let tables = names.filter { $0.lowercased().hasSuffix(".csv") }.sorted()
    let known = tables.filter { ProcedureBook.Sheet(named: $0) != nil }
    for name in known.prefix(Self.mostFiles) where bytesLeft >= 0 {
      let bytes = try Self.bytes(folder + "/" + name, named: path + "/" + name, atMost: bytesLeft, language)
      sources.append(ProcedureBook.Source(name: name, bytes: bytes))
    }
    sayLeftOut(tables.filter { !known.contains($0) }.map { "\"\($0)\"" }, language)
  }

  /// The sheets whose names are those of a book. A workbook without such names has the table of procedures in its first
  /// sheet.
  private mutating func readWorkbook(_ file: String, _ language: Language) throws(SheetHelper.Failure) {
    let first = try SheetHelper.rows(of: file)
    let known = first.sheets.filter { !$0.isHidden && ProcedureBook.Sheet(named: $0.name) != nil }.map(\.name)
    guard !known.isEmpty, known != [first.sheet] else {
      sources = [ProcedureBook.Source(name: path, bytes: first.csv)]
      sentences = first.sentences(language).map { "\(path): \($0)" }
      return
    }
    var hiddenRows = 0
    for name in known.prefix(Self.mostFiles) where bytesLeft >= 0 {
      let rows = name == first.sheet ? first : try SheetHelper.rows(of: file, sheet: name)
      sources.append(ProcedureBook.Source(name: name, bytes: rows.csv))
      hiddenRows += rows.hiddenRows
    }
    sayLeftOut(first.sheets.filter { !known.contains($0.name) }.map { $0.wording(language) }, language)
    if hiddenRows > 0 {
      sentences.append(
        "\(path): "
          + language.pick(
            "\(hiddenRows) dòng bị ẩn trong bảng tính cũng được đọc.",
            "\(hiddenRows) rows that the spreadsheet hides were read too."))
    }
  }

  private mutating func sayLeftOut(_ names: [String], _ language: Language) {
    guard !names.isEmpty else { return }
    let some = names.prefix(20).joined(separator: ", ") + (names.count > 20 ? " …" : "")
    let sheets = ProcedureBook.Sheet.allCases.map { $0.name(language) }.joined(separator: ", ")
    sentences.append(
      language.pick(
        "\(path): không đọc \(some). Tên trang được hiểu: \(sheets).",
        "\(path): not read: \(some). The names of sheets that are understood: \(sheets)."))
  }

  /// Of a larger file one byte more, so that its reader says that it is too large.
  private static func bytes(
    _ path: String, named name: String, atMost limit: Int, _ language: Language
  ) throws -> [UInt8] {
    guard let bytes = WholeFile.bytes(at: path, atMost: limit) else { throw unreadable(name, language) }
    return bytes
  }

  private static func unreadable(_ path: String, _ language: Language) -> ExitCode {
    Output.message(language.pick("Không đọc được \(path).", "Cannot read \(path)."))
    return ExitCode.notFound
  }
}

// MARK: Writing

extension ProcedureBookFile {
  /// Writes all sheets: to a new folder of CSV files, or to a new workbook. Ends the command with a sentence if that is
  /// not possible.
  static func write(
    _ versions: [ProcedureVersion], to path: String, asWorkbook: Bool, _ workplace: Workplace
  ) throws {
    let language = workplace.language
    guard !FileManager.default.fileExists(atPath: path) else {
      Output.message(
        language.pick("\(path) đã có; hãy đặt tên khác.", "\(path) is there already; choose another name."))
      throw ExitCode.faultsFound
    }
    let tables = ProcedureBook.tables(versions, language)
    if asWorkbook {
      try write(tables, toWorkbook: path, workplace)
    } else {
      do {
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: false)
        for table in tables {
          try DurableFile.write(to: path + "/" + table.sheet.fileName(language)) { put in try put(Array(table.csv.utf8))
          }
        }
      } catch {
        Output.message(language.pick("Không ghi được \(path).", "Cannot write \(path)."))
        throw ExitCode.faultsFound
      }
    }
    Output.data(
      language.pick("Đã ghi \(versions.count) thủ tục vào \(path).", "Wrote \(versions.count) procedures to \(path)."))
  }

  private static func write(
    _ tables: [ProcedureBook.Table], toWorkbook path: String, _ workplace: Workplace
  ) throws {
    let csv = tables.flatMap { $0.rows.map(csvLine) }.joined()
    guard let input = SheetHelper.nameless(Array(csv.utf8), in: workplace.locations.data) else {
      Output.message(
        workplace.language.pick(
          "Không ghi được vào thư mục dữ liệu. Hãy dùng --format csv.",
          "The data folder cannot be written. Use --format csv."))
      throw ExitCode.storeUnavailable
    }
    do throws(SheetHelper.WritingFailure) {
      try SheetHelper.write(csv: input, to: path, sheets: tables.map { ($0.name, $0.rows.count) })
    } catch {
      Output.message(error.wording(workplace.language))
      throw ExitCode.faultsFound
    }
  }
}
