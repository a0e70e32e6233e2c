import ArgumentParser
import Console
import Documents
import DossierDomain
import DossierStore
import Foundation
import OfficeWork
import VietnameseText

/// `dossier import register FILE`: imports the register that earlier software exports.
struct ImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import", abstract: "Takes in files of other software.", subcommands: [Register.self])

  struct Register: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "The register of dossiers (form 07) as CSV.")

    @Argument(help: "The CSV file.")
    var file: String

    @Option(
      name: .long, help: "utf-8, utf-16le, utf-16be, tcvn3, vni, tcvn3-utf8 or vni-utf8; detected when not given.")
    var encoding: TextEncoding?

    @Option(name: .long, help: "Where rows that cannot be read are written (default: FILE.rejects.csv).")
    var rejects: String?

    @Flag(name: .long, help: "JSON: imported, updated, unchanged, rejected (the first 1,000), rejectedCount.")
    var json = false

    @OptionGroup var author: AuthorOptions
    @OptionGroup var global: GlobalOptions

    private struct Report: Encodable {
      var imported = 0
      var updated = 0
      var unchanged = 0
      /// Only the first rejected rows are kept, so that a file of bad rows cannot fill the memory.
      var rejected: [Rejected] = []
      var rejectedCount = 0
      var encoding = ""

      mutating func reject(_ problem: RegisterProblem, _ language: Language) {
        rejectedCount += 1
        guard rejected.count < 1000 else { return }
        rejected.append(
          Rejected(line: problem.line, column: problem.column, reason: problem.reason.wording(language)))
      }
    }

    private struct Rejected: Encodable {
      var line: Int
      var column: String
      var reason: String
    }

    func run() throws {
      let workplace = try global.openWorkplace(.readWrite)
      let (input, output) = (URL(fileURLWithPath: file), URL(fileURLWithPath: rejectsFile))
      guard input.resolvingSymlinksInPath() != output.resolvingSymlinksInPath() else {
        Output.message(
          workplace.language.pick(
            "--rejects là chính tệp đang nhập; hãy chọn tệp khác.", "--rejects is the file itself; choose another one.")
        )
        throw ExitCode.faultsFound
      }
      guard let bytes = FileManager.default.contents(atPath: file) else {
        Output.message(workplace.language.pick("Không đọc được tệp \(file).", "Cannot read \(file)."))
        throw ExitCode.notFound
      }
      let reader: RegisterReader
      do {
        let opening = try workplace.store.office.opening()
        let (catalogue, today) = (opening.catalogue, workplace.clock.now.civilDate)
        reader = try RegisterReader(bytes: Array(bytes), encoding: encoding, office: opening.office) { text in
          (catalogue.version(of: text, on: today) ?? catalogue.version(named: text, on: today)).map {
            .init(code: $0.code, name: $0.name, isConfidential: $0.isConfidential)
          }
        }
      } catch let error as RegisterReader.ReadError {
        Output.message(error.wording(workplace.language))
        throw ExitCode.faultsFound
      }
      try author.signedIn(at: workplace, as: ActionRule.of(.importRow).permittedRoles) { clerk in
        try importRegister(reader, by: clerk, workplace)
      }
    }

    private func importRegister(_ reader: RegisterReader, by clerk: Clerk, _ workplace: Workplace) throws {
      var reader = reader
      var report = Report()
      report.encoding = reader.encodingName
      let aside = RejectsFile(path: rejectsFile, headings: reader.headings, language: workplace.language)
      do {
        try importRows(&reader, into: &report, aside, by: clerk, workplace)
      } catch let error as StoreError {
        if json { Output.json(report) }
        Output.message(error.wording(workplace.language))
        let kept = report.imported + report.updated
        Output.message(
          workplace.language.pick(
            "Đã nhập xong \(kept) hồ sơ; chạy lại lệnh này để nhập tiếp.",
            "\(kept) dossiers are in; run the same command again for the rest."))
        throw ExitCode.storeUnavailable
      }
      let areRejectsKept = aside.finish()
      if json {
        Output.json(report)
      } else {
        Output.data(
          workplace.language.pick(
            "Nhập \(report.imported), cập nhật \(report.updated), không đổi \(report.unchanged), không đọc được \(report.rejectedCount) (\(report.encoding)).",
            "Imported \(report.imported), updated \(report.updated), unchanged \(report.unchanged), rejected \(report.rejectedCount) (\(report.encoding))."
          ))
        for row in report.rejected.prefix(20) { Output.message("\(file):\(row.line): \(row.column): \(row.reason)") }
        if report.rejectedCount > 0, areRejectsKept {
          Output.message(
            workplace.language.pick("Các dòng lỗi ở \(rejectsFile)", "Rejected rows are in \(rejectsFile)"))
        }
      }
      if !areRejectsKept {
        Output.message(
          workplace.language.pick(
            "Không ghi được \(rejectsFile); các dòng khác đã nhập. Làm lại với --rejects ở chỗ ghi được.",
            "Cannot write \(rejectsFile); the other rows are in. Do it again with --rejects at a place that can be written."
          ))
      }
      if report.rejectedCount > 0 { throw ExitCode.faultsFound }
    }

    private var rejectsFile: String { rejects ?? file + ".rejects.csv" }

    private func importRows(
      _ reader: inout RegisterReader, into report: inout Report, _ aside: RejectsFile, by clerk: Clerk,
      _ workplace: Workplace
    ) throws {
      var batch: [(dossier: ImportedDossier, line: Int, fields: [String])] = []
      var bar = ProgressBar(total: reader.bytesTotal)
      func flush() throws {
        let outcomes = try workplace.store.decisions.importRegister(
          batch.map(\.dossier), by: clerk.id, at: workplace.clock.now)
        for (outcome, row) in zip(outcomes, batch) {
          switch outcome {
          case .imported: report.imported += 1
          case .updated: report.updated += 1
          case .unchanged: report.unchanged += 1
          case .codeTaken:
            reject(
              RegisterProblem(line: row.line, column: row.dossier.code.text, reason: .codeTaken, fields: row.fields))
          }
        }
        batch = []
      }
      func reject(_ problem: RegisterProblem) {
        aside.add(problem)
        report.reject(problem, workplace.language)
      }
      while let row = reader.next() {
        switch row {
        case .dossier(let dossier, let line): batch.append((dossier, line, reader.fields))
        case .problem(let problem): reject(problem)
        }
        if batch.count >= 1000 {
          try flush()
          bar.show(reader.bytesRead)
        }
      }
      try flush()
      try workplace.store.upkeep.settleSearch()
      bar.finish()
    }
  }
}

extension TextEncoding: ExpressibleByArgument {}
