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
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "register",
      abstract: said(
        "Nhập sổ theo dõi hồ sơ (mẫu 07), tệp CSV hoặc XLSX.", "The register of dossiers (form 07) as CSV or XLSX."))
  }

  @Argument(help: said("Tệp CSV, hoặc bảng tính.", "The CSV file, or the workbook.", value: "tệp"))
  var file: String

  @Flag(
    name: .long,
    help: said(
      """
      Không nhập gì: cho biết mỗi cột được hiểu là gì, bao nhiêu dòng sẽ là mới, cập nhật, không đổi hay không đọc \
      được.
      """,
      "Takes nothing in: says what each column is understood as and what would be new, updated, unchanged or rejected.")
  )
  var check = false

  @Flag(
    name: .long,
    help: said(
      "Lấy cả những dòng chỉ khác dữ liệu ở cách đọc ô; trên màn hình thì chương trình hỏi.",
      "Also takes rows that differ from the data only in how a cell is read; on a terminal they are asked about."))
  var acceptReadings = false

  @Flag(
    name: .long,
    help: said(
      "Dòng của hồ sơ đã nhận ở đây: ghi mã của tệp vào hồ sơ ấy; trên màn hình thì chương trình hỏi.",
      "Gives dossiers that were received here the codes of their rows; on a terminal they are asked about."))
  var sameDossiers = false

  @OptionGroup var understanding: RegisterOptions

  @Option(
    name: .long,
    help: said(
      "Trang có tên này của bảng tính (mặc định: trang đầu tiên có dòng).",
      "Of a workbook, the sheet with this name (default: the first with rows)."))
  var sheet: String?

  @Option(
    name: .long,
    help: said(
      "Nơi ghi các dòng không đọc được (mặc định: TỆP.rejects.csv); tệp đã có ở đó thì để nguyên.",
      "Where rows that cannot be read are written (default: FILE.rejects.csv); a file that is there stays."))
  var rejects: String?

  @Flag(
    name: .long,
    help: said(
      """
      In ra JSON: imported, updated, unchanged, readDifferently, sameDossiers, rejected (1.000 dòng đầu), rejectedCount, remarks, \
      encoding; có --check thì thêm columns.
      """,
      """
      JSON: imported, updated, unchanged, readDifferently, sameDossiers, rejected (the first 1,000), rejectedCount, remarks, \
      encoding; with --check also columns.
      """
    )
  )
  var json = false

  @OptionGroup var author: WriterOptions
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
    // The dates of the file are read by today's, so that a wrong one is asked about before anything else is.
    let confirmsClock = check ? false : try author.agreesToClock(at: workplace)
    let opened: RegisterFile
    do throws(RegisterFile.Failure) {
      opened = try RegisterFile(
        file, sheet: sheet, understanding.choices, usesRemembered: !understanding.forgetChoices, workplace)
    } catch {
      Output.message(error.wording(language))
      if case .unreadable = error { throw ExitCode.notFound }
      throw ExitCode.faultsFound
    }
    for sentence in opened.sentences { Output.message(sentence) }
    if opened.remembered != nil {
      Output.message(language.pick("Bỏ chúng: --forget-choices", "Drop them: --forget-choices"))
    }
    if check { return try RegisterCheck(file: opened, path: file, workplace: workplace).run(asJSON: json) }
    do throws(RegisterReader.ReadError) { _ = try opened.reader.checked() } catch {
      if json { Output.json(RegisterIntake(opened, workplace).report) }
      Output.message(error.wording(language))
      throw ExitCode.faultsFound
    }
    let roles = ActionRule.of(.importRow).permittedRoles
    try author.signedIn(at: workplace, as: roles, confirmsClock: confirmsClock) { clerk in
      try RegisterImport(file: opened, path: file, rejectsFile: rejectsFile, clerk: clerk, workplace: workplace)
        .run(agreement, asJSON: json)
    }
  }

  private var agreement: ImportAgreement {
    var agreement: ImportAgreement = []
    if acceptReadings { agreement.insert(.readings) }
    if sameDossiers { agreement.insert(.sameDossiers) }
    return agreement
  }

  private var rejectsFile: String { rejects ?? file + ".rejects.csv" }
}
