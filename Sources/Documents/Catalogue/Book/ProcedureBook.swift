import DossierDomain
import VietnameseText

/// Procedures with their rules as tables that people edit: the sheets of one workbook, or the CSV files of one folder. The
/// first says what `ProcedureTable` says; each row of the others is one rule and names its procedure by the code. `read`
/// can read what `tables` gives.
public struct ProcedureBook: Sendable {
  public enum Sheet: CaseIterable, Hashable, Sendable {
    case procedures, questions, cases, papers, fees, reductions, limits, results, steps, offices, links, law

    /// The rules that stand in it; nil for the table of procedures.
    var rules: (any RuleSheet.Type)? {
      switch self {
      case .procedures: nil
      case .questions: QuestionSheet.self
      case .cases: CaseSheet.self
      case .papers: PaperSheet.self
      case .fees: FeeSheet.self
      case .reductions: ReductionSheet.self
      case .limits: LimitSheet.self
      case .results: ResultSheet.self
      case .steps: StepSheet.self
      case .offices: OfficeSheet.self
      case .links: LinkSheet.self
      case .law: LawSheet.self
      }
    }
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
  /// The sheets that lack columns.
  var columnsMissing: [MissingColumns] = []
  /// What the versions name that is not there, each with its sheet and line.
  var remarksOnOthers: [(sheet: String, line: Int?, remark: CatalogueConsistency.Remark)] = []
  /// The cells of all sheets.
  var cellCount = 0

  /// Columns that a sheet of rules does not have.
  struct MissingColumns: Sendable {
    var sheet: String
    var columns: [HeadingName]
    /// A rule has kept what it would have said there.
    var isKept = false
    /// The rows that are none of the known rules, so that they say nothing there.
    var lines: [Int] = []
  }

  // MARK: Writing

  /// - Returns: all sheets; those without a rule have their headings only.
  public static func tables(_ versions: [ProcedureVersion], _ language: Language) -> [Table] {
    let rules = BookWriting(versions, language)
    return Sheet.allCases.map { sheet in
      let rows = sheet.rules.map { rules.rows($0) } ?? ProcedureTable.rows(versions, language)
      return Table(sheet: sheet, name: sheet.name(language), rows: rows)
    }
  }

  // MARK: Reading

  /// Of all sheets together. Whoever reads files needs to read no more than a byte beyond.
  public static let maximumBytes = EditedTableLimits.bytes

  /// - Parameters:
  ///   - sources: those whose name says none of the sheets are left out. One by itself is the table of procedures.
  ///   - catalogue: what is known. It stays so where the book has no sheet or no column for it.
  ///   - hours: of the office that reads, by which days are hours; nil if it has none of its own.
  /// - Throws: everything that is wrong with the book. Nothing is taken in then, because half a procedure would be a
  ///   wrong one.
  public static func read(
    _ sources: [Source], from catalogue: Catalogue, on today: CivilDate, hours: WorkingHours? = nil
  ) throws(ReadError) -> ProcedureBook {
    guard sources.reduce(0, { $0 + $1.bytes.count }) <= maximumBytes else {
      throw ReadError(faults: [Fault(sheet: nil, error: .tooLarge(maximum: maximumBytes))])
    }
    var reading = BookReading(hours)
    let sheets = reading.sorted(sources)
    if let table = sheets[.procedures] {
      reading.takeProcedures(table, from: catalogue, on: today)
    } else {
      reading.report(nil, .problems([TableProblem(line: nil, .proceduresMissing)]))
    }
    // In their order, because conditions and cases name what the first of them say.
    for sheet in Sheet.allCases { if let rules = sheet.rules { reading.take(rules, sheets[sheet]) } }
    return try reading.finish(catalogue)
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
    case .results: language.pick("Kết quả", "Results")
    case .steps: language.pick("Quy trình nội bộ", "Steps")
    case .offices: language.pick("Cơ quan", "Offices")
    case .links: language.pick("Liên thông", "Links")
    case .law: language.pick("Căn cứ pháp lý", "Law")
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
    case .results: "ket qua giai quyet, ket qua thuc hien, cac ket qua, result"
    case .steps: "quy trinh, cac buoc, buoc, cac buoc noi bo, quy trinh giai quyet, step, internal procedure"
    case .offices: "cac co quan, co quan thuc hien, tham quyen, noi nhan, noi giai quyet, office"
    case .links: "thu tuc lien thong, thu tuc lien quan, lien quan, quan he, link"
    case .law: "can cu, co so phap ly, van ban, van ban phap luat, phap ly, legal basis, laws"
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
