import ArgumentParser
import Console
import Documents
import DossierDomain
import DossierStore
import Foundation
import OfficeWork
import VietnameseText

/// `dossier import register FILE`: imports the register that other software exports, or with `--check` says how it
/// would be understood.
struct ImportRegisterCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "register", abstract: "The register of dossiers (form 07) as CSV or XLSX.")

  @Argument(help: "The CSV file, or the workbook.")
  var file: String

  @Flag(
    name: .long,
    help:
      "Takes nothing in: says what each column is understood as and what would be new, updated, unchanged or rejected.")
  var check = false

  @OptionGroup var understanding: RegisterOptions

  @Option(name: .long, help: "Of a workbook, the sheet with this name (default: the first with rows).")
  var sheet: String?

  @Option(name: .long, help: "Where rows that cannot be read are written (default: FILE.rejects.csv).")
  var rejects: String?

  @Flag(
    name: .long,
    help:
      "JSON: imported, updated, unchanged, rejected (the first 1,000), rejectedCount, remarks, encoding; with --check also columns."
  )
  var json = false

  @OptionGroup var author: AuthorOptions
  @OptionGroup var global: GlobalOptions

  func run() throws {
    let workplace = try global.openWorkplace(check ? .readOnly : .readWrite)
    let language = workplace.language
    let (input, output) = (URL(fileURLWithPath: file), URL(fileURLWithPath: rejectsFile))
    guard input.resolvingSymlinksInPath() != output.resolvingSymlinksInPath() else {
      Output.message(
        language.pick(
          "--rejects là chính tệp đang nhập; hãy chọn tệp khác.", "--rejects is the file itself; choose another one."))
      throw ExitCode.faultsFound
    }
    let (reader, sheets) = try openReader(workplace)
    if check {
      var check = RegisterCheck(reader, notRead: sheets, workplace)
      return try check.run(file: file, asJSON: json)
    }
    do throws(RegisterReader.ReadError) { _ = try reader.checked() } catch {
      if json { Output.json(RegisterReport(reader.understanding, sheetsLeftOut: sheets, language)) }
      Output.message(error.wording(language))
      throw ExitCode.faultsFound
    }
    try author.signedIn(at: workplace, as: ActionRule.of(.importRow).permittedRoles) { clerk in
      var work = RegisterImport(
        reader, notRead: sheets, file: file, rejectsFile: rejectsFile, by: clerk, workplace)
      try work.run(asJSON: json)
    }
  }

  /// Reads the file and finds out what its columns mean. Of a workbook the first sheet with the headings of a register
  /// is read, unless one is named: many begin with a cover.
  private func openReader(_ workplace: Workplace) throws -> (RegisterReader, sheetsLeftOut: [String]) {
    let language = workplace.language
    guard let bytes = WholeFile.bytes(at: file, atMost: RegisterReader.maximumBytes) else {
      Output.message(language.pick("Không đọc được tệp \(file).", "Cannot read \(file)."))
      throw ExitCode.notFound
    }
    let opening = try OfficeCommand.reporting(workplace) { () throws(StoreError) in try workplace.store.office.opening()
    }
    guard FileFormat(of: bytes) == .workbook else {
      return (
        try reported(language) { () throws(RegisterReader.ReadError) in try reader(of: bytes, opening, workplace) }, []
      )
    }
    let (found, rows) = try sheet(opening, workplace)
    for sentence in rows.sentences(language) { Output.message(sentence) }
    return (
      try reported(language) { () throws(RegisterReader.ReadError) in try found.get() },
      rows.otherSheets + rows.hiddenSheets
    )
  }

  private func sheet(
    _ opening: Opening, _ workplace: Workplace
  ) throws -> (Result<RegisterReader, RegisterReader.ReadError>, SheetHelper.Rows) {
    do throws(SheetHelper.Failure) {
      let path = TypedPath.existing(file)
      var rows = try SheetHelper.rows(of: path, sheet: sheet)
      var found = read(rows, opening, workplace)
      for other in rows.otherSheets.prefix(20) where sheet == nil {
        guard case .failure(.headerMissing) = found else { break }
        rows = try SheetHelper.rows(of: path, sheet: other)
        found = read(rows, opening, workplace)
      }
      return (found, rows)
    } catch {
      Output.message(error.wording(workplace.language))
      throw ExitCode.faultsFound
    }
  }

  private func read(
    _ rows: SheetHelper.Rows, _ opening: Opening, _ workplace: Workplace
  ) -> Result<RegisterReader, RegisterReader.ReadError> {
    Result { () throws(RegisterReader.ReadError) in try reader(of: rows.csv, opening, workplace) }
  }

  private func reader(
    of bytes: [UInt8], _ opening: Opening, _ workplace: Workplace
  ) throws(RegisterReader.ReadError) -> RegisterReader {
    let (catalogue, today) = (opening.catalogue, workplace.clock.now.civilDate)
    return try RegisterReader(bytes: bytes, choices: understanding.choices, office: opening.office, today: today) {
      text in
      (catalogue.version(of: text, on: today) ?? catalogue.version(named: text, on: today)).map {
        .init(code: $0.code, name: $0.name, isConfidential: $0.isConfidential)
      }
    }
  }

  private func reported(
    _ language: Language, _ body: () throws(RegisterReader.ReadError) -> RegisterReader
  ) throws -> RegisterReader {
    do throws(RegisterReader.ReadError) { return try body() } catch {
      Output.message(error.wording(language))
      throw ExitCode.faultsFound
    }
  }

  private var rejectsFile: String { rejects ?? file + ".rejects.csv" }
}
