import DossierDomain
import VietnameseText

/// Maps one row of a register to a dossier to import.
public struct RegisterMapping: Sendable {
  public struct KnownProcedure: Hashable, Sendable {
    public var code: String
    public var name: String
    public var isConfidential: Bool

    public init(code: String, name: String, isConfidential: Bool) {
      self.code = code
      self.name = name
      self.isConfidential = isConfidential
    }
  }

  /// What does not change from row to row.
  struct Context: Sendable {
    var office: Office
    var today: CivilDate
    /// TCVN3 has no byte for most marked capitals, so that a name's first letters are small.
    var hasLostCapitals: Bool
    /// Nearly all rows have a cell for each heading, so that a shorter one is broken.
    var hasFullRows: Bool
    var choices: RegisterChoices
    var dates: [RegisterColumn: DateSurvey.Reading]
    var procedure: @Sendable (_ codeOrName: String) -> KnownProcedure?
  }

  let layout: RegisterLayout
  let context: Context

  /// One row, with what has to be said about it.
  struct Reading {
    var dossier: ImportedDossier
    var codeAsWritten: String
    var remarks: [RegisterRemark]
  }

  func reading(of record: DelimitedTextReader.Record, _ memory: inout RowMemory) -> Result<Reading, RowRejected> {
    var row = RegisterRow(record: record, mapping: self)
    // It is moved, because a copy would be copied at its next change.
    swap(&row.memory, &memory)
    defer { swap(&row.memory, &memory) }
    return Result { () throws(RowRejected) in try row.reading() }
  }
}

/// Carries the problem of one row through the mapping.
struct RowRejected: Error {
  var problem: RegisterProblem
}

extension RegisterMapping {
  func raw(_ column: RegisterColumn, in fields: [String]) -> String? {
    guard let position = layout.position(of: column), position < fields.count else { return nil }
    return fields[position]
  }

  /// The column by the words of the file.
  func name(of column: RegisterColumn) -> String {
    let heading = layout.position(of: column).map { layout.columns[$0].heading } ?? ""
    return heading.isEmpty ? column.heading : heading
  }

  func problem(
    _ reason: RegisterProblem.Reason, column: RegisterColumn, in record: DelimitedTextReader.Record
  ) -> RegisterProblem {
    RegisterProblem(line: record.line, column: name(of: column), reason: reason, fields: record.fields)
  }

  func problem(
    _ problem: DelimitedTextReader.Problem, in record: DelimitedTextReader.Record
  ) -> RegisterProblem {
    let (column, reason): (Int, RegisterProblem.Reason) =
      switch problem {
      case .quoteNotClosed(let column): (column, .quoteNotClosed)
      case .fieldTooLong(let column): (column, .fieldTooLong)
      case .recordTooLong(let column): (column, .rowTooLong)
      }
    let heading = column <= layout.headings.count ? layout.headings[column - 1] : ""
    return RegisterProblem(
      line: record.line, column: heading.isEmpty ? "\(column)" : heading, reason: reason, fields: record.fields)
  }
}
