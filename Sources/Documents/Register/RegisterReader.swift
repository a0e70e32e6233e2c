import DossierDomain
import VietnameseText

/// Reads the register that other software exports (form 07 as CSV) into dossiers to import.
///
/// A row that cannot be read becomes a `RegisterProblem` with its position; nothing is guessed or dropped silently.
/// Blank rows, repeated headings, totals and signatures are neither dossiers nor problems; they are counted.
public struct RegisterReader: Sequence, IteratorProtocol {
  public enum Row: Hashable, Sendable {
    case dossier(ImportedDossier, line: Int)
    /// The row of an earlier line once more, with the same content.
    case repeated(line: Int)
    case problem(RegisterProblem)
  }

  public enum ReadError: Error, Hashable, Sendable {
    /// No row has two headings of a register.
    case headerMissing
    case empty
    case tooManyColumns
    case tooLarge(bytes: Int, maximum: Int)
    case file(TableFileError)
    /// Something has to be answered first.
    case questionsOpen([RegisterUnderstanding.Question])
  }

  public static let maximumBytes = 200 << 20

  public let understanding: RegisterUnderstanding
  public let bytesTotal: Int
  /// The number of bytes read so far, for a progress bar.
  public var bytesRead: Int { reader.bytesRead }
  /// The fields of the row that was read last.
  public private(set) var fields: [String] = []
  /// The code of the dossier that was read last, as its cell contains it.
  public private(set) var codeAsWritten = ""
  /// What has to be said about the dossier that was read last.
  public private(set) var remarks: [RegisterRemark] = []
  /// Lines that are no dossiers: totals, footers, signatures.
  public private(set) var linesBeside = 0
  /// The first of them, for the report.
  public private(set) var firstLineBeside: Int?
  /// The headings of the file, for the rejects file.
  public var headings: [String] { mapping.layout.headings }

  private var reader: DelimitedTextReader
  /// The line of a heading whose columns are others than those of the file's first one.
  private var otherHeading: Int?
  private let mapping: RegisterMapping
  private(set) var memory = RowMemory()
  /// Line and content of each code, by their hashes: of a file of a million rows only these stay in memory.
  private var seen: [Int: (line: Int, content: Int)] = [:]

  /// - Parameters:
  ///   - bytes: the whole file.
  ///   - choices: what somebody decided about the file.
  ///   - office: the office of the register; its hours are used for dates without a time.
  ///   - today: nothing was received later.
  ///   - procedure: finds a procedure of the catalogue by its code or its name in the file.
  public init(
    bytes: [UInt8], choices: RegisterChoices = RegisterChoices(), office: Office, today: CivilDate,
    procedure: @escaping @Sendable (_ codeOrName: String) -> RegisterMapping.KnownProcedure?
  ) throws(ReadError) {
    guard bytes.count <= Self.maximumBytes else { throw .tooLarge(bytes: bytes.count, maximum: Self.maximumBytes) }
    let file: DelimitedFile
    do throws(TableFileError) {
      file = try DelimitedFile(bytes, encoding: choices.encoding) {
        RegisterLayout.recognisedHeadings($0.map(\.cleanedCell), choices)
      }
    } catch {
      throw .file(error)
    }
    reader = file.records
    bytesTotal = reader.bytesTotal
    if file.delimiter == UInt8(ascii: ",") {
      reader.surplus = UnquotedCommas.column(
        in: file.records.prefix(400).filter { $0.problem == nil }.map(\.fields), agency: office.agencyCode, choices)
    }
    // A row that cannot be read says nothing about the columns.
    let beginning = reader.prefix(400).map { $0.problem == nil ? $0.fields.map(\.cleanedCell) : [] }
    guard !beginning.isEmpty else { throw .empty }
    guard let layout = RegisterLayout.find(in: beginning, choices: choices) else {
      throw reader.prefix(RegisterLayout.searchedRecords).contains(where: \.hasTooManyFields)
        ? .tooManyColumns : .headerMissing
    }
    var headingLine = 1
    for _ in 0..<layout.recordCount { headingLine = reader.next()?.line ?? headingLine }
    let survey = Self.survey(reader, layout, today: today)
    let dates = survey.dates.readings(chosen: choices.dateOrder)
    understanding = RegisterUnderstanding(
      layout, dates, survey.statuses.words(choices), encoding: file.encoding, headingLine: headingLine)
    mapping = RegisterMapping(
      layout: layout,
      context: .init(
        office: office, today: today, hasLostCapitals: file.encoding == .tcvn3 || file.encoding == .tcvn3InUTF8,
        hasFullRows: survey.hasFullRows,
        choices: choices, dates: dates, procedure: procedure))
  }

  /// By what a clerk knows the dossier of a row again.
  public func dossier(in fields: [String], line: Int) -> FirstDossier {
    // A row that cannot be divided into cells is one cell.
    guard fields.count > 1 else { return FirstDossier(line: line) }
    var row = RegisterRow(record: .init(line: line, fields: fields), mapping: mapping)
    let isHidden = (try? row.procedure().isConfidential) ?? true
    func cell(_ column: RegisterColumn) -> String? {
      let text = (try? row.text(column)) ?? ""
      return text.isEmpty ? nil : String(text.prefix(80))
    }
    return FirstDossier(line: line, code: cell(.code), owner: isHidden ? nil : cell(.owner))
  }

  /// Refuses a file that leaves something open.
  public func checked() throws(ReadError) -> RegisterReader {
    guard understanding.questions.isEmpty else { throw .questionsOpen(understanding.questions) }
    return self
  }

  public mutating func next() -> Row? {
    while let record = reader.next() {
      (fields, remarks) = (record.fields, [])
      if let problem = record.problem { return .problem(mapping.problem(problem, in: record)) }
      switch RowKind(record, mapping) {
      case .blank: continue
      case .heading:
        otherHeading = nil
        continue
      case .otherHeading:
        otherHeading = record.line
        continue
      case .beside:
        linesBeside += 1
        firstLineBeside = firstLineBeside ?? record.line
        continue
      case .dossier: break
      }
      if let otherHeading {
        return .problem(mapping.problem(.belowOtherHeading(line: otherHeading), column: .code, in: record))
      }
      switch mapping.reading(of: record, &memory) {
      case .failure(let rejected): return .problem(rejected.problem)
      case .success(let reading):
        (codeAsWritten, remarks) = (reading.codeAsWritten, reading.remarks)
        let (code, content) = (reading.dossier.code.text.hashValue, reading.dossier.hashValue)
        guard let earlier = seen[code] else {
          seen[code] = (record.line, content)
          return .dossier(reading.dossier, line: record.line)
        }
        // The same row twice in one file is harmless; the same code for two dossiers is not.
        if earlier.content == content { return .repeated(line: earlier.line) }
        return .problem(mapping.problem(.codeRepeated(line: earlier.line), column: .code, in: record))
      }
    }
    return nil
  }

  /// Reads the whole file once: only all dates show in which order they are written, only all rows how long a row is.
  private static func survey(
    _ reader: DelimitedTextReader, _ layout: RegisterLayout, today: CivilDate
  ) -> (dates: DateSurvey, statuses: StatusSurvey, hasFullRows: Bool) {
    var survey = DateSurvey(today: today)
    var statuses = StatusSurvey()
    let statusPosition = layout.position(of: .status)
    var (full, short) = (0, 0)
    let columns = (RegisterColumn.allCases.filter { $0.isDate || $0.isBirth }).compactMap { column in
      layout.position(of: column).map { (column: column, position: $0) }
    }
    let codePosition = layout.position(of: .code)
    for record in reader where record.problem == nil {
      guard let codePosition, codePosition < record.fields.count, !record.fields[codePosition].isEmpty else { continue }
      if record.fields.count < layout.width { short += 1 } else { full += 1 }
      let codeDay = DossierCode.day(in: DossierCode.normalised(record.fields[codePosition]))
      let dates = columns.compactMap { column, position in
        position < record.fields.count
          ? WrittenDate(record.fields[position].cleanedCell).map { (column: column, date: $0) } : nil
      }
      survey.add(dates, line: record.line, codeDay: codeDay)
      if let statusPosition, statusPosition < record.fields.count { statuses.add(record.fields[statusPosition]) }
    }
    return (survey, statuses, full > short * 2)
  }
}

extension RegisterUnderstanding {
  /// An example as it may be seen: numbers of persons are masked, also where a column is not understood.
  private static func shown(_ sample: String, _ meaning: RegisterColumn?) -> String {
    if meaning == .code { return sample }
    if meaning == .identityNumber || meaning == .phone { return maskedNumber(sample) }
    return sample.replacing(#/[0-9]{9,}/#) { maskedNumber(String($0.output)) }
  }

  init(
    _ layout: RegisterLayout, _ dates: [RegisterColumn: DateSurvey.Reading], _ statuses: [StatusWord],
    encoding: TextEncoding, headingLine: Int
  ) {
    columns = layout.columns.enumerated().map { place, column in
      let date = column.meaning.flatMap { dates[$0] }
      return Column(
        heading: column.heading.isEmpty ? RegisterChoices.letters(of: place) : column.heading, meaning: column.meaning,
        grounds: column.grounds, samples: column.samples.map { Self.shown($0, column.meaning) },
        dateOrder: date.flatMap { $0.isMaterial ? DateReading(order: $0.order, grounds: $0.grounds) : nil })
    }
    self.statuses = statuses
    self.encoding = encoding
    self.headingLine = headingLine
    questions = []
    if layout.position(of: .code) == nil { questions.append(.codeMissing) }
    if layout.position(of: .owner) == nil { questions.append(.ownerMissing) }
    for rival in layout.rivals {
      // Two columns with the same heading are told apart by their letters.
      let headings = rival.columns.map { columns[$0].heading }
      let names =
        Set(headings).count == headings.count ? headings : rival.columns.map { RegisterChoices.letters(of: $0) }
      questions.append(.sameMeaning(rival.meaning, headings: names))
    }
    for column in columns {
      guard let date = column.dateOrder else { continue }
      switch date.grounds {
      case .contradicting(let dayFirst, let monthFirst):
        questions.append(.dateOrder(heading: column.heading, dayFirstLine: dayFirst, monthFirstLine: monthFirst))
      case .exchanged(let text, let date):
        questions.append(.exchangedDates(heading: column.heading, textLine: text, dateLine: date))
      case .doubtful(let doubt):
        questions.append(.doubtfulDates(heading: column.heading, date.order, doubt))
      case .rows, .codes, .otherColumn, .chosen, .usual: break
      }
    }
  }
}
