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
    let reader = try openReader(workplace)
    if check {
      var check = RegisterCheck(reader, workplace)
      try check.run(file: file, asJSON: json)
    } else {
      try author.signedIn(at: workplace, as: ActionRule.of(.importRow).permittedRoles) { clerk in
        var work = RegisterImport(reader, file: file, rejectsFile: rejectsFile, by: clerk, workplace)
        try work.run(asJSON: json)
      }
    }
  }

  /// Reads the file and finds out what its columns mean. A file that leaves something open is refused, unless it is
  /// only checked.
  private func openReader(_ workplace: Workplace) throws -> RegisterReader {
    let bytes = try tableBytes(workplace.language)
    let opening = try OfficeCommand.reporting(workplace) { () throws(StoreError) in try workplace.store.office.opening()
    }
    let (catalogue, today) = (opening.catalogue, workplace.clock.now.civilDate)
    do throws(RegisterReader.ReadError) {
      let reader = try RegisterReader(
        bytes: bytes, choices: understanding.choices, office: opening.office, today: today
      ) { text in
        (catalogue.version(of: text, on: today) ?? catalogue.version(named: text, on: today)).map {
          .init(code: $0.code, name: $0.name, isConfidential: $0.isConfidential)
        }
      }
      return check ? reader : try reader.checked()
    } catch {
      Output.message(error.wording(workplace.language))
      throw ExitCode.faultsFound
    }
  }

  /// The bytes of the file; of a workbook, those of its rows as CSV.
  private func tableBytes(_ language: Language) throws -> [UInt8] {
    guard let bytes = WholeFile.bytes(at: file, atMost: RegisterReader.maximumBytes) else {
      Output.message(language.pick("Không đọc được tệp \(file).", "Cannot read \(file)."))
      throw ExitCode.notFound
    }
    guard FileFormat(of: bytes) == .workbook else { return bytes }
    do throws(SheetHelper.Failure) {
      let rows = try SheetHelper.rows(of: file, sheet: sheet)
      for sentence in rows.sentences(language) { Output.message(sentence) }
      return rows.csv
    } catch {
      Output.message(error.wording(language))
      throw ExitCode.faultsFound
    }
  }

  private var rejectsFile: String { rejects ?? file + ".rejects.csv" }
}
