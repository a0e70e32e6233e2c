import ArgumentParser
import Console
import Documents
import DossierDomain
import DossierStore
import OfficeWork

/// Says how a register would be understood and what its import would do, and changes nothing.
struct RegisterCheck {
  let file: RegisterFile
  let path: String
  let workplace: Workplace

  private var language: Language { workplace.language }
  private var understanding: RegisterUnderstanding { file.reader.understanding }

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

  func run(asJSON: Bool) throws {
    var intake = RegisterIntake(file, workplace)
    // By a wrong date the dates of the file may be read wrongly too.
    let doubt = try OfficeCommand.reporting(workplace) { () throws(StoreError) in
      try workplace.store.decisions.clockDoubt(at: workplace.clock.now)
    }
    if let doubt { Output.message(doubt.wording(language)) }
    if understanding.questions.isEmpty {
      try OfficeCommand.reporting(workplace) { () throws(StoreError) in try intake.run(.compare) }
    }
    let report = intake.report
    if asJSON {
      Output.json(Record(columns: columns, report: report))
    } else {
      writeColumns()
      for question in report.questions { Output.message(question) }
      if report.questions.isEmpty { write(report) }
    }
    if !report.questions.isEmpty || report.rejectedCount > 0 || report.isWithoutRows { throw ExitCode.faultsFound }
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
    guard !understanding.statuses.isEmpty else { return }
    let words = understanding.statuses.compactMap { word in
      (word.chosen ?? word.known).map { "\"\(word.word)\" = \($0.wording(language))" }
    }
    Output.data(language.pick("Trạng thái: ", "Statuses: ") + words.joined(separator: ", ") + ".")
  }

  private func write(_ report: RegisterReport) {
    let counts = RegisterOutcome.allCases.compactMap { outcome -> String? in
      let count = report.count(of: outcome)
      switch outcome {
      case .imported, .updated, .unchanged, .rejected: break
      case .readDifferently, .sameDossiers: if count == 0 { return nil }
      }
      return "\(outcome.wording(language)) \(count)"
    }
    Output.data(
      language.pick("Nếu nhập: ", "An import would give: ") + counts.joined(separator: ", ") + " (\(report.encoding)).")
    let firsts = RegisterOutcome.allCases.compactMap { outcome in
      report.firstDossiers[outcome.rawValue].map { "  \(outcome.wording(language)): \($0.wording(language))" }
    }
    if !firsts.isEmpty {
      Output.data(language.pick("Hồ sơ đầu tiên của mỗi loại:", "The first dossier of each:"))
      for first in firsts { Output.data(first) }
    }
    for line in report.lines(of: path, isForCommandLine: true, language) { Output.message(line) }
    Output.message(
      language.pick("Chưa nhập gì. Bỏ --check để nhập.", "Nothing was taken in. Leave out --check to import."))
  }
}
