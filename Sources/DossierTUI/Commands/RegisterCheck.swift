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
  }

  private func write(_ report: RegisterReport) {
    func counted(_ count: Int, _ name: String, _ words: String) -> String {
      guard let line = report.firstLines[name] else { return "\(words) \(count)" }
      return language.pick("\(words) \(count) (dòng đầu \(line))", "\(words) \(count) (first line \(line))")
    }
    var counts = [
      counted(report.imported, "imported", language.pick("mới", "new")),
      counted(report.updated, "updated", language.pick("cập nhật", "updated")),
      counted(report.unchanged, "unchanged", language.pick("không đổi", "unchanged")),
      counted(report.rejectedCount, "rejected", language.pick("không đọc được", "rejected")),
    ]
    if report.readDifferently > 0 {
      counts.append(
        counted(report.readDifferently, "readDifferently", language.pick("chỉ khác cách đọc", "only read differently")))
    }
    if report.sameDossiers > 0 {
      counts.append(
        counted(report.sameDossiers, "sameDossiers", language.pick("đã nhận ở đây", "received here")))
    }
    Output.data(
      language.pick("Nếu nhập: ", "An import would give: ") + counts.joined(separator: ", ") + " (\(report.encoding)).")
    for line in report.lines(of: path, isForCommandLine: true, language) { Output.message(line) }
    Output.message(
      language.pick("Chưa nhập gì. Bỏ --check để nhập.", "Nothing was taken in. Leave out --check to import."))
  }
}
