import DossierDomain
import VietnameseText

/// Procedures with their rules as tables that people edit: the sheets of one workbook, or the CSV files of one folder. The
/// first says what `ProcedureTable` says; each row of the others is one rule and names its procedure by the code. `read`
/// can read what `tables` gives.
public struct ProcedureBook: Sendable {
  public enum Sheet: CaseIterable, Hashable, Sendable {
    case procedures, questions, cases, papers, fees, reductions, limits
  }

  /// A sheet or file with its name, as CSV.
  public struct Source: Sendable {
    public var name: String
    public var bytes: [UInt8]

    public init(name: String, bytes: [UInt8]) { (self.name, self.bytes) = (name, bytes) }
  }

  /// A sheet to write. The first row has the headings.
  public struct Table: Sendable {
    public var sheet: Sheet
    public var name: String
    public var rows: [[String]]

    public var csv: String { DelimitedTextWriter.byteOrderMark + rows.map(DelimitedTextWriter.line).joined() }
  }

  /// As they are to be recorded: what the book does not say of them is as it was known.
  public internal(set) var versions: [ProcedureVersion] = []
  /// What of each sheet was not taken in.
  public internal(set) var remarks: [(sheet: String, remarks: TableRemarks)] = []
  var table = ProcedureTable.Contents.Completed()
  /// The sheets that the book does not have.
  var sheetsMissing: [Sheet] = []
  var keepsRules = false

  // MARK: Writing

  /// - Returns: all sheets; those without a rule have their headings only.
  public static func tables(_ versions: [ProcedureVersion], _ language: Language) -> [Table] {
    let rules = BookWriting(versions, language)
    return Sheet.allCases.map { sheet in
      let rows =
        switch sheet {
        case .procedures: ProcedureTable.rows(versions, language)
        case .questions: rules.rows(QuestionSheet.self)
        case .cases: rules.rows(CaseSheet.self)
        case .papers: rules.rows(PaperSheet.self)
        case .fees: rules.rows(FeeSheet.self)
        case .reductions: rules.rows(ReductionSheet.self)
        case .limits: rules.rows(LimitSheet.self)
        }
      return Table(sheet: sheet, name: sheet.name(language), rows: rows)
    }
  }

  // MARK: Reading

  /// - Parameters:
  ///   - sources: those whose name says none of the sheets are left out. One by itself is the table of procedures.
  ///   - catalogue: what is known. It stays so where the book has no sheet or no column for it.
  /// - Throws: everything that is wrong with the book. Nothing is taken in then, because half a procedure would be a
  ///   wrong one.
  public static func read(
    _ sources: [Source], from catalogue: Catalogue, on today: CivilDate
  ) throws(ReadError) -> ProcedureBook {
    var reading = BookReading()
    let sheets = reading.sorted(sources)
    if let table = sheets[.procedures] {
      reading.takeProcedures(table, from: catalogue, on: today)
    } else {
      reading.report(nil, .problems([TableProblem(line: nil, .proceduresMissing)]))
    }
    reading.take(QuestionSheet.self, sheets[.questions])
    reading.take(CaseSheet.self, sheets[.cases])
    reading.take(PaperSheet.self, sheets[.papers])
    reading.take(FeeSheet.self, sheets[.fees])
    reading.take(ReductionSheet.self, sheets[.reductions])
    reading.take(LimitSheet.self, sheets[.limits])
    return try reading.finish()
  }
}

extension ProcedureBook.Sheet {
  public func name(_ language: Language) -> String {
    switch self {
    case .procedures: language.pick("Thủ tục", "Procedures")
    case .questions: language.pick("Câu hỏi", "Questions")
    case .cases: language.pick("Trường hợp", "Cases")
    case .papers: language.pick("Giấy tờ", "Papers")
    case .fees: language.pick("Phí", "Fees")
    case .reductions: language.pick("Giảm phí", "Reductions")
    case .limits: language.pick("Thời hạn", "Limits")
    }
  }

  /// The name of a CSV file, in letters that every system and stick keeps.
  public func fileName(_ language: Language) -> String {
    name(language).folded.words.joined(separator: "-") + ".csv"
  }

  /// Without marks, divided by commas.
  private var otherNames: String {
    switch self {
    case .procedures: "danh muc, danh muc thu tuc, thu tuc hanh chinh, tthc, procedure"
    case .questions: "cac cau hoi, question"
    case .cases: "cac truong hop, case"
    case .papers: "thanh phan, thanh phan ho so, cac giay to, ho so, paper"
    case .fees: "le phi, phi le phi, phi va le phi, muc thu, fee"
    case .reductions: "mien giam, mien giam phi, giam le phi, mien giam phi le phi, reduction"
    case .limits: "thoi han giai quyet, thoi gian giai quyet, time limits, limit"
    }
  }

  /// The sheet of which this is the name. A number in front of it and the end of a file's name do not matter.
  public init?(named name: String) {
    var words = name.prefix(100).folded.words
    if words.count > 1, words.last == "csv" { words.removeLast() }
    if words.count > 1, words.first.flatMap({ Int($0) }) != nil { words.removeFirst() }
    let plain = words.joined(separator: " ")
    let found = Self.allCases.first { sheet in
      Language.allCases.contains { sheet.name($0).folded == plain }
        || sheet.otherNames.split(separator: ",").contains { $0.trimmingBlanks == plain }
    }
    guard let found else { return nil }
    self = found
  }
}
