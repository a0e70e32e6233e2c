import DossierDomain
import VietnameseText

/// Procedures as a table that people edit, one per row. Columns are found by their headings, in the words of the program
/// or in other common ones. `read` can read the output of `csv`.
public enum ProcedureTable {
  public enum Reason: TableReason {
    case columnsMissing
    case columnTwice(first: String, second: String)
    case dateUnreadable(String)
    case limitUnreadable(String)
    case levelUnknown(String)
    case standingUnknown(String)
    case feeUnreadable(String)
    case boundUnreadable(String)
    case answerUnreadable(String)
    case twice(code: String)
    case fault(ProcedureVersion.Fault)
  }

  public typealias ReadError = TableReadError<Reason>

  static let standings: [(standing: ProcedureVersion.Standing, vi: String, en: String)] = [
    (.inForce, "nhận tại đây", "received here"), (.guidanceOnly, "nơi khác nhận", "received elsewhere"),
    (.ended(replacedBy: nil), "bãi bỏ", "ended"),
  ]

  public static func csv(_ versions: [ProcedureVersion], _ language: Language) -> String {
    let heading = Column.allCases.map { language.pick($0.heading.vi, $0.heading.en) }
    let lines = versions.map { version in Column.allCases.map { text($0, of: version, language) } }
    return DelimitedTextWriter.byteOrderMark + ([heading] + lines).map(DelimitedTextWriter.line).joined()
  }

  private static func text(_ column: Column, of version: ProcedureVersion, _ language: Language) -> String {
    switch column {
    case .code: version.code
    case .name: version.name
    case .field: version.field
    case .level: version.onlineLevel.value?.rawValue ?? "?"
    case .limit: version.timeLimit == .unknown ? "?" : version.timeLimit.wording(language)
    case .components: version.components.joined(separator: "; ")
    case .fee: version.fee.value.map(String.init) ?? "?"
    case .from: version.validFrom.value?.slashed ?? ""
    case .through: version.validTo.value?.slashed ?? ""
    case .standing:
      switch version.standing {
      case .inForce, .notYet: language.pick(standings[0].vi, standings[0].en)
      case .guidanceOnly: language.pick(standings[1].vi, standings[1].en)
      case .ended: language.pick(standings[2].vi, standings[2].en)
      }
    case .replacedBy: if case .ended(let code?) = version.standing { code } else { "" }
    case .confidential: yesOrNo(version.isConfidential, language)
    case .checked: yesOrNo(version.isChecked, language)
    case .note: version.note
    case .supplements: bound(version.bounds.supplements)
    case .waitingDays: bound(version.bounds.waitingDays)
    case .extensions: bound(version.bounds.extensions)
    case .extensionDays: bound(version.bounds.extensionDays)
    case .paperResult: yesOrNo(version.hasPaperResult, language)
    }
  }

  private static func bound(_ bound: Known<Int>) -> String { bound.value.map(String.init) ?? "?" }

  private static func yesOrNo(_ value: Bool, _ language: Language) -> String {
    value ? language.pick("có", "yes") : language.pick("không", "no")
  }

  // MARK: Reading

  /// What a table says.
  public struct Contents: TableContents {
    public internal(set) var remarks = TableRemarks()
    public internal(set) var versions: [ProcedureVersion] = []
  }

  /// The first row that is not empty contains the headings. Code and name are required; all other columns may be
  /// missing.
  public static func read(_ bytes: [UInt8]) throws(ReadError) -> Contents {
    let table = try EditedTable<Reason>(bytes, Column.self)
    var problems = table.problems
    guard let first = table.rows.first else {
      if problems.isEmpty { throw .empty }
      throw .problems(problems)
    }
    let heading = TableHeading<Column>(first.fields)
    guard heading.places[.code] != nil, heading.places[.name] != nil else {
      throw .problems([TableProblem(line: first.line, .columnsMissing)])
    }
    if let rivals = heading.rivals {
      throw .problems([TableProblem(line: first.line, .columnTwice(first: rivals.first, second: rivals.second))])
    }
    var contents = Contents()
    contents.remarks.headingsNotUnderstood = heading.notUnderstood
    for row in table.rows.dropFirst() {
      do throws(CellFault) {
        let version = try version(Cells(row: row, places: heading.places))
        guard !contents.versions.contains(where: { $0.code == version.code && $0.validFrom == version.validFrom })
        else { throw CellFault(reason: .twice(code: version.code)) }
        contents.versions.append(version)
      } catch {
        let column = error.column.flatMap { heading.places[$0] }.map(first.field)
        problems.append(TableProblem(line: row.line, column: column, error.reason))
      }
    }
    guard problems.isEmpty else { throw .problems(problems) }
    guard !contents.versions.isEmpty else { throw .empty }
    return contents
  }

  private struct CellFault: Error {
    /// Nil if the fault concerns the whole row.
    var column: Column?
    var reason: Reason
  }

  private struct Cells {
    var row: EditedTable<Reason>.Row
    var places: [Column: Int]

    func text(_ column: Column) -> String { row.field(places[column]) }

    func read<Value>(_ column: Column, _ reading: (String) throws(Reason) -> Value) throws(CellFault) -> Value {
      do throws(Reason) { return try reading(text(column)) } catch { throw CellFault(column: column, reason: error) }
    }
  }

  private static func version(_ cells: Cells) throws(CellFault) -> ProcedureVersion {
    let standing = try cells.read(.standing) { (text: String) throws(Reason) in
      try Self.standing(text, replacedBy: cells.text(.replacedBy))
    }
    var version = ProcedureVersion(
      code: cells.text(.code), name: cells.text(.name), field: cells.text(.field), standing: standing,
      validFrom: try cells.read(.from, day), validTo: try cells.read(.through, day),
      onlineLevel: try cells.read(.level, level), timeLimit: try cells.read(.limit, limit),
      components: cells.text(.components).split(separator: ";").map(\.trimmingBlanks).filter { !$0.isEmpty },
      fee: try cells.read(.fee, fee), isChecked: try cells.read(.checked, answer), note: cells.text(.note),
      isConfidential: try cells.read(.confidential, answer))
    version.bounds.supplements = try cells.read(.supplements, bound)
    version.bounds.waitingDays = try cells.read(.waitingDays, bound)
    version.bounds.extensions = try cells.read(.extensions, bound)
    version.bounds.extensionDays = try cells.read(.extensionDays, bound)
    if !cells.text(.paperResult).isEmpty { version.hasPaperResult = try cells.read(.paperResult, answer) }
    do throws(ProcedureVersion.Fault) { return try version.checked() } catch {
      throw CellFault(reason: .fault(error))
    }
  }
}
