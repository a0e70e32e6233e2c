import ArgumentParser
import Console
import Documents
import DossierDomain
import DossierStore
import OfficeWork

/// Says how a register would be understood and what its import would do, and changes nothing.
struct RegisterCheck {
  private var reader: RegisterReader
  private let workplace: Workplace
  private var report: RegisterReport

  init(_ reader: RegisterReader, notRead sheets: [String], _ workplace: Workplace) {
    self.reader = reader
    self.workplace = workplace
    report = RegisterReport(reader.understanding, sheetsLeftOut: sheets, workplace.language)
  }

  private var language: Language { workplace.language }
  private var understanding: RegisterUnderstanding { reader.understanding }

  private struct Column: Encodable {
    var heading: String
    /// The meaning's name for `--column`; empty if the column is not understood.
    var meaning: String
    var isTakenIn: Bool
    var grounds: String
    var samples: [String]
  }

  private struct Record: Encodable {
    var columns: [Column]
    var report: RegisterReport
  }

  mutating func run(file: String, asJSON: Bool) throws {
    let questions = report.questions
    if understanding.questions.isEmpty { try compare() }
    if asJSON {
      Output.json(Record(columns: columns, report: report))
    } else {
      writeColumns()
      for question in questions { Output.message(question) }
      if questions.isEmpty { writeCounts(of: file) }
    }
    if !questions.isEmpty || report.rejectedCount > 0 || report.isWithoutRows { throw ExitCode.faultsFound }
  }

  private var columns: [Column] {
    understanding.columns.map { column in
      Column(
        heading: column.heading, meaning: column.meaning?.rawValue ?? "", isTakenIn: column.meaning?.isTakenIn ?? false,
        grounds: column.explanation(language).grounds, samples: column.samples)
    }
  }

  private func writeColumns() {
    var table = TextTable(
      header: [
        language.pick("Cột", "Column"), language.pick("Hiểu là", "Understood as"), language.pick("Vì sao", "Why"),
        language.pick("Ví dụ", "Examples"),
      ])
    for column in understanding.columns {
      let (meaning, grounds) = column.explanation(language)
      table.append([
        column.heading, meaning, grounds, column.samples.map { String($0.prefix(30)) }.joined(separator: " | "),
      ])
    }
    Output.data(table.text)
  }

  private func writeCounts(of file: String) {
    func counted(_ count: Int, _ name: String, _ words: String) -> String {
      guard let line = report.firstLines[name] else { return "\(words) \(count)" }
      return language.pick("\(words) \(count) (dòng đầu \(line))", "\(words) \(count) (first line \(line))")
    }
    Output.data(
      language.pick("Nếu nhập: ", "An import would give: ")
        + [
          counted(report.imported, "imported", language.pick("mới", "new")),
          counted(report.updated, "updated", language.pick("cập nhật", "updated")),
          counted(report.unchanged, "unchanged", language.pick("không đổi", "unchanged")),
          counted(report.rejectedCount, "rejected", language.pick("không đọc được", "rejected")),
        ].joined(separator: ", ") + " (\(report.encoding)).")
    report.writeLines(of: file, language)
    Output.message(
      language.pick("Chưa nhập gì. Bỏ --check để nhập.", "Nothing was taken in. Leave out --check to import."))
  }

  private mutating func compare() throws {
    var waiting: [(row: RowToImport, line: Int)] = []
    while let row = reader.next() {
      switch row {
      case .dossier(let dossier, let line):
        waiting.append((RowToImport(dossier, codeAsWritten: reader.codeAsWritten), line))
        for remark in reader.remarks { report.note(remark, language) }
      case .repeated(let line): report.add(.unchanged, line: line)
      case .problem(let problem): report.reject(problem, language)
      }
      if waiting.count >= 1000 { try count(&waiting) }
    }
    try count(&waiting)
    (report.linesBeside, report.firstLineBeside) = (reader.linesBeside, reader.firstLineBeside)
  }

  private mutating func count(_ waiting: inout [(row: RowToImport, line: Int)]) throws {
    let outcomes = try OfficeCommand.reporting(workplace) { () throws(StoreError) in
      try workplace.store.decisions.outcomes(ofImporting: waiting.map(\.row))
    }
    for (outcome, row) in zip(outcomes, waiting) {
      report.add(outcome, line: row.line)
      guard outcome == .codeTaken else { continue }
      report.reject(
        RegisterProblem(line: row.line, column: row.row.dossier.code.text, reason: .codeTaken, fields: []), language)
    }
    waiting = []
  }
}
