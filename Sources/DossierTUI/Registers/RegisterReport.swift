import Documents
import DossierDomain
import DossierStore
import VietnameseText

/// What an import did, or would do; the keys of its JSON form are documented in docs/manual.
struct RegisterReport: Encodable {
  var imported = 0
  var updated = 0
  var unchanged = 0
  /// Rows that differ from the data only as two readings of the same cells do; they were left as they are.
  private(set) var readDifferently = 0
  /// Of these the first of each fact.
  private(set) var readings: [Line] = []
  /// Rows of dossiers that were received here and did not get the row's code.
  private(set) var sameDossiers = 0
  /// Of these the first twenty.
  private(set) var sameDossierLines: [Line] = []
  /// Whether the choices for an earlier file with the same headings were used.
  var usesRememberedChoices = false
  /// Only the first rejected rows are kept, so that a file of bad rows cannot fill the memory.
  private(set) var rejected: [Line] = []
  private(set) var rejectedCount = 0
  /// Rows that were taken in, with what has to be said about them; the first 1,000.
  private(set) var remarks: [Line] = []
  private(set) var remarkCount = 0
  /// Totals, footers and signatures.
  var linesBeside = 0
  var firstLineBeside: Int?
  var encoding = ""
  /// Headings of columns with content that were not understood, so that nothing of them was taken in.
  var columnsLeftOut: [String] = []
  /// Headings of columns that are understood and have content, but have no place in a dossier of another system.
  private(set) var columnsNotTaken: [String] = []
  /// Of a workbook: the sheets that were not read.
  var sheetsLeftOut: [String] = []
  /// What has to be answered before anything is taken in.
  var questions: [String] = []
  /// Words for statuses that are not known, each once; the first 50.
  private(set) var unknownStatuses: [String] = []
  /// The first line of each outcome, for a check.
  private(set) var firstLines: [String: Int] = [:]
  /// The first dossier of each outcome; its keys are those of `RegisterOutcome`.
  private(set) var firstDossiers: [String: FirstDossier] = [:]

  struct Line: Encodable {
    var line: Int
    var column: String
    var reason: String
  }

  private static let maximumLines = 1000

  init(_ understanding: RegisterUnderstanding, sheetsLeftOut: [String], _ language: Language) {
    encoding = understanding.encoding.rawValue
    columnsLeftOut = understanding.columns.filter { $0.meaning == nil && !$0.samples.isEmpty }.map(\.heading)
    columnsNotTaken =
      understanding.columns.filter { !$0.samples.isEmpty && $0.meaning.map { $0.isFactNotTakenIn } ?? false }
      .map(\.heading)
    self.sheetsLeftOut = sheetsLeftOut
    questions = understanding.questions.map { "\($0.wording(language)) \($0.answer(language))" }
  }

  /// Whether the file has no row that could be a dossier.
  var isWithoutRows: Bool { imported + updated + unchanged + readDifferently + sameDossiers + rejectedCount == 0 }

  func count(of outcome: RegisterOutcome) -> Int {
    switch outcome {
    case .imported: imported
    case .updated: updated
    case .unchanged: unchanged
    case .rejected: rejectedCount
    case .readDifferently: readDifferently
    case .sameDossiers: sameDossiers
    }
  }

  /// - Parameters:
  ///   - isAgreed: whether dossiers that were received here get the codes of their rows.
  ///   - dossier: by what a clerk knows the row's dossier again.
  mutating func add(
    _ outcome: ImportOutcome, line: Int, isAgreed: Bool, _ language: Language, dossier: () -> FirstDossier
  ) {
    switch outcome {
    case .imported: count(\.imported, .imported, line, dossier)
    case .updated: count(\.updated, .updated, line, dossier)
    case .unchanged: count(\.unchanged, .unchanged, line, dossier)
    case .readDifferently(let differences):
      count(\.readDifferently, .readDifferently, line, dossier)
      for difference in differences {
        let name = difference.fact.wording(language)
        guard !readings.contains(where: { $0.column == name }) else { continue }
        readings.append(Line(line: line, column: name, reason: "\(difference.stored) → \(difference.read)"))
      }
    case .sameAs where isAgreed: count(\.updated, .updated, line, dossier)
    case .sameAs(let code):
      count(\.sameDossiers, .sameDossiers, line, dossier)
      guard sameDossierLines.count < 20 else { return }
      let reason = language.pick("hồ sơ đã nhận ở đây, mã \(code.text)", "received here under \(code.text)")
      sameDossierLines.append(Line(line: line, column: "", reason: reason))
    // They are rejected with their reason.
    case .codeTaken, .sameAsSeveral: break
    }
  }

  private mutating func count(
    _ path: WritableKeyPath<RegisterReport, Int>, _ outcome: RegisterOutcome, _ line: Int,
    _ dossier: () -> FirstDossier
  ) {
    self[keyPath: path] += 1
    guard firstLines[outcome.rawValue] == nil else { return }
    firstLines[outcome.rawValue] = line
    firstDossiers[outcome.rawValue] = dossier()
  }

  mutating func reject(_ problem: RegisterProblem, _ language: Language, dossier: () -> FirstDossier) {
    count(\.rejectedCount, .rejected, problem.line, dossier)
    if case .statusUnknown(let word) = problem.reason, unknownStatuses.count < 50, !unknownStatuses.contains(word) {
      unknownStatuses.append(word)
    }
    guard rejected.count < Self.maximumLines else { return }
    rejected.append(Line(line: problem.line, column: problem.column, reason: problem.reason.wording(language)))
  }

  mutating func note(_ remark: RegisterRemark, _ language: Language) {
    remarkCount += 1
    guard remarks.count < Self.maximumLines else { return }
    remarks.append(Line(line: remark.line, column: remark.column, reason: remark.kind.wording(language)))
  }

  private func readingLines(of file: String, isForCommandLine: Bool, _ language: Language) -> [String] {
    guard readDifferently > 0 else { return [] }
    let option = isForCommandLine ? language.pick(" (lấy: --accept-readings)", " (--accept-readings takes them)") : ""
    let words = language.pick(
      "\(readDifferently) hồ sơ chỉ khác dữ liệu ở cách đọc ô; để nguyên\(option). Dòng đầu của mỗi loại:",
      "\(readDifferently) dossiers differ from the data only in how a cell is read; left as they are\(option). The first of each kind:"
    )
    return [words]
      + readings.map { "\(file):\($0.line): \($0.column): \($0.reason)" }
  }

  private func sameLines(of file: String, isForCommandLine: Bool, _ language: Language) -> [String] {
    guard sameDossiers > 0 else { return [] }
    let option =
      isForCommandLine ? language.pick(" (ghi mã: --same-dossiers)", " (--same-dossiers adds the codes)") : ""
    let words = language.pick(
      "\(sameDossiers) dòng là hồ sơ đã nhận ở đây, chưa có mã của tệp; không nhập lần nữa\(option):",
      "\(sameDossiers) rows are of dossiers that were received here, without the file's code; not taken twice\(option):"
    )
    return [words] + sameDossierLines.map { "\(file):\($0.line): \($0.reason)" }
  }

  /// The rows that need a look, at most twenty of each kind, and what was left out.
  /// - Parameter isForCommandLine: whether options are named that help.
  func lines(of file: String, isForCommandLine: Bool, _ language: Language) -> [String] {
    var lines = readingLines(of: file, isForCommandLine: isForCommandLine, language)
    lines += sameLines(of: file, isForCommandLine: isForCommandLine, language)
    lines += rejected.prefix(20).map { "\(file):\($0.line): \($0.column): \($0.reason)" }
    if rejectedCount > 20 {
      lines.append(
        language.pick("… và \(rejectedCount - 20) dòng lỗi nữa", "… and \(rejectedCount - 20) rejected rows more"))
    }
    lines += remarks.prefix(20).map { "\(file):\($0.line): \($0.column): \($0.reason)" }
    if remarkCount > 20 {
      lines.append(
        language.pick(
          "… và \(remarkCount - 20) dòng đọc lại nữa", "… and \(remarkCount - 20) rows more that were read so"))
    }
    if !columnsNotTaken.isEmpty {
      let names = columnsNotTaken.map { "\"\($0)\"" }.joined(separator: ", ")
      lines.append(language.pick("Cột hiểu nhưng chưa lấy: \(names)", "Columns understood but not taken in: \(names)"))
    }
    if !columnsLeftOut.isEmpty {
      let names = columnsLeftOut.map { "\"\($0)\"" }.joined(separator: ", ")
      lines.append(
        language.pick(
          "Không lấy các cột chưa rõ là gì: \(names)", "Not taken, because they are not known: the columns \(names)")
          + (isForCommandLine ? " (--column)" : ""))
    }
    if isForCommandLine, !unknownStatuses.isEmpty {
      let words = unknownStatuses.map { "--status \"\($0)\"=…" }.joined(separator: " ")
      lines.append(
        language.pick(
          "Trạng thái chưa rõ, chỉ ra bằng số 1–10: \(words)",
          "Unknown statuses, name them by a number from 1 to 10: \(words)"))
    }
    if isWithoutRows {
      lines.append(language.pick("Tệp không có dòng hồ sơ nào.", "The file has no row of a dossier."))
    }
    if let firstLineBeside {
      lines.append(
        language.pick(
          "\(linesBeside) dòng không phải hồ sơ (tổng cộng, chữ ký …), dòng đầu là \(firstLineBeside)",
          "\(linesBeside) lines are no dossiers (totals, signatures …), the first is line \(firstLineBeside)"))
    }
    return lines
  }
}
