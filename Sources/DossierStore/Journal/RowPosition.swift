import GRDB

/// Column positions of a statement with many rows: looking up a column by name would cost more than reading its value.
protocol RowPosition: RawRepresentable<Int> {}

extension Row {
  subscript<Value: DatabaseValueConvertible & StatementColumnConvertible>(_ position: some RowPosition) -> Value {
    self[position.rawValue]
  }
}
