import ArgumentParser
import Console
import Documents
import DossierDomain
import DossierStore
import OfficeWork

/// Takes a register in, a thousand rows at a time.
struct RegisterImport {
  private var reader: RegisterReader
  private let file: String
  private let rejectsFile: String
  private let clerk: Clerk
  private let workplace: Workplace
  private let aside: RejectsFile
  private var report: RegisterReport
  private var waiting: [(row: RowToImport, line: Int, fields: [String])] = []

  init(
    _ reader: RegisterReader, notRead sheets: [String], file: String, rejectsFile: String, by clerk: Clerk,
    _ workplace: Workplace
  ) {
    self.reader = reader
    self.file = file
    self.rejectsFile = rejectsFile
    self.clerk = clerk
    self.workplace = workplace
    aside = RejectsFile(path: rejectsFile, headings: reader.headings, language: workplace.language)
    report = RegisterReport(reader.understanding, sheetsLeftOut: sheets, workplace.language)
  }

  private var language: Language { workplace.language }

  mutating func run(asJSON: Bool) throws {
    do {
      try importRows()
    } catch let error as StoreError {
      if asJSON { Output.json(report) }
      Output.message(error.wording(language))
      let kept = report.imported + report.updated
      Output.message(
        language.pick(
          "Đã nhập xong \(kept) hồ sơ; chạy lại lệnh này để nhập tiếp.",
          "\(kept) dossiers are in; run the same command again for the rest."))
      throw ExitCode.storeUnavailable
    }
    let areRejectsKept = aside.finish()
    if asJSON {
      Output.json(report)
    } else {
      Output.data(
        language.pick(
          "Nhập \(report.imported), cập nhật \(report.updated), không đổi \(report.unchanged), không đọc được \(report.rejectedCount) "
            + "(\(report.encoding)).",
          "Imported \(report.imported), updated \(report.updated), unchanged \(report.unchanged), rejected \(report.rejectedCount) "
            + "(\(report.encoding))."))
      report.writeLines(of: file, language)
      if report.rejectedCount > 0, areRejectsKept {
        Output.message(language.pick("Các dòng lỗi ở \(rejectsFile)", "Rejected rows are in \(rejectsFile)"))
      }
    }
    if !areRejectsKept {
      Output.message(
        language.pick(
          "Không ghi được \(rejectsFile); các dòng khác đã nhập. Làm lại với --rejects ở chỗ ghi được.",
          "Cannot write \(rejectsFile); the other rows are in. Do it again with --rejects at a place that can be written."
        ))
    }
    if report.rejectedCount > 0 || report.isWithoutRows { throw ExitCode.faultsFound }
  }

  private mutating func importRows() throws {
    var bar = ProgressBar(total: reader.bytesTotal)
    while let row = reader.next() {
      switch row {
      case .dossier(let dossier, let line):
        waiting.append((RowToImport(dossier, codeAsWritten: reader.codeAsWritten), line, reader.fields))
        for remark in reader.remarks { report.note(remark, language) }
      case .repeated(let line): report.add(.unchanged, line: line)
      case .problem(let problem): reject(problem)
      }
      if waiting.count >= 1000 {
        try record()
        bar.show(reader.bytesRead)
      }
    }
    try record()
    (report.linesBeside, report.firstLineBeside) = (reader.linesBeside, reader.firstLineBeside)
    try workplace.store.upkeep.settleSearch()
    bar.finish()
  }

  private mutating func record() throws(StoreError) {
    let outcomes = try workplace.store.decisions.importRegister(
      waiting.map(\.row), by: clerk.id, at: workplace.clock.now)
    for (outcome, row) in zip(outcomes, waiting) {
      report.add(outcome, line: row.line)
      if outcome == .codeTaken {
        reject(
          RegisterProblem(line: row.line, column: row.row.dossier.code.text, reason: .codeTaken, fields: row.fields))
      }
    }
    waiting = []
  }

  private mutating func reject(_ problem: RegisterProblem) {
    aside.add(problem)
    report.reject(problem, language)
  }
}
