import DossierDomain
import VietnameseText

/// The columns of a sheet of rules. Each names its procedure in the same two.
protocol RuleColumn: TableColumn, Sendable {
  static var code: Self { get }
  /// Needed only if the table of procedures has several versions of the code.
  static var from: Self { get }
  /// Those without which a row is not the one of the headings.
  static var required: [Self] { get }
}

/// A kind of rules, one in a row.
protocol RuleSheet {
  associatedtype Column: RuleColumn
  associatedtype Rule: Hashable

  static var sheet: ProcedureBook.Sheet { get }
  static var place: WritableKeyPath<ProcedureRules, [Rule]> { get }
  /// How many of them a version may have.
  static var most: Int { get }
  /// The columns by which a rule is recognised when its other facts change.
  static var key: [Column] { get }
  /// Those by which a rule is named to people.
  static var title: [Column] { get }
  /// - Parameter rules: those of the same version from the sheets before this one.
  static func rule(_ cells: RuleCells<Column>, _ rules: ProcedureRules) throws(RuleCells<Column>.Fault) -> Rule
  static func check(_ rule: Rule, _ rules: ProcedureRules) throws(ProcedureRules.Fault)
  /// Whether a cell of the column says something that a missing column leaves unsaid.
  static func isFact(_ text: String, in column: Column) -> Bool
  /// As a cell, what `rule` reads again. What stands in `code` and `from` is not asked.
  static func text(_ column: Column, of rule: Rule, _ rules: ProcedureRules, _ writing: FactWriting) -> String
  /// Gives the rule what the known one says in a column that the sheet does not have.
  static func keep(_ column: Column, of known: Rule, in rule: inout Rule)
}

/// The cells of one row of rules.
struct RuleCells<Column: RuleColumn> {
  typealias Reason = ProcedureBook.Reason

  struct Fault: Error {
    /// Nil if the fault concerns the whole row.
    var column: Column?
    var reason: Reason
  }

  var row: EditedTable<Reason>.Row
  var places: [Column: Int]
  /// The hours that a working day has at the office that reads; nil if they are not known.
  var hours: WorkingHours?

  func text(_ column: Column) -> String { row.field(places[column]) }

  /// The lines of the cell that are not blank; nil if it is a single one.
  func lines(_ column: Column) -> [String]? {
    places[column].flatMap { row.lines[$0] }?.filter { !$0.isEmpty }
  }

  func read<Value>(_ column: Column, _ reading: (String) throws(Reason) -> Value) throws(Fault) -> Value {
    do throws(Reason) { return try reading(text(column)) } catch { throw Fault(column: column, reason: error) }
  }

  func condition(_ column: Column, _ rules: ProcedureRules) throws(Fault) -> CaseCondition {
    let text = lines(column)?.joined(separator: "; ") ?? text(column)
    do throws(Reason) { return try ConditionText(rules.questions).condition(text) } catch {
      throw Fault(column: column, reason: error)
    }
  }

  func applies(cases: Column, condition: Column, _ rules: ProcedureRules) throws(Fault) -> Applicability {
    let named = (lines(cases) ?? [text(cases)]).flatMap { $0.split { $0 == "," || $0 == ";" } }.map(\.trimmingBlanks)
    return Applicability(
      cases: named.filter { !$0.isEmpty }.map(shortName), condition: try self.condition(condition, rules))
  }
}

extension RuleSheet {
  static func isFact(_ text: String, in column: Column) -> Bool { !text.isEmpty && text != "?" }

  static var title: [Column] { key }

  static func text(cases applies: Applicability, _ rules: ProcedureRules, _ writing: FactWriting) -> String {
    applies.cases.map { id in
      writing.either(cell: id, shown: rules.cases.first { $0.id == id }?.name ?? id)
    }
    .joined(separator: ", ")
  }

  static func text(
    condition: CaseCondition, _ rules: ProcedureRules, _ writing: FactWriting
  ) -> String {
    ConditionText(rules.questions).text(condition, writing)
  }
}

/// A short name as people type it: capitals and marks do not matter, and a blank is a hyphen.
func shortName(_ text: String) -> String { text.folded.split(separator: " ").joined(separator: "-") }

/// Synonyms of the words in which a cell says one of a few values.
struct CellChoice<Value: Hashable & Sendable>: Sendable {
  /// The first of each list is written; the others are read too, without marks.
  let words: [(value: Value, vi: String, en: String, others: [String])]

  func value(_ text: String) -> Value? {
    let folded = text.folded
    return words.first { $0.vi.folded == folded || $0.en.folded == folded || $0.others.contains(folded) }?.value
  }

  func text(_ value: Value, _ writing: FactWriting) -> String {
    words.first { $0.value == value }.map { writing.pick($0.vi, $0.en) } ?? writing.unknown
  }
}
