import GRDB

/// Positions of the columns of a statement whose rows are read many at a time: a look-up by name would cost more than the value.
protocol RowPosition: RawRepresentable<Int> {}

extension Row {
  subscript<Value: DatabaseValueConvertible & StatementColumnConvertible>(_ position: some RowPosition) -> Value {
    self[position.rawValue]
  }
}
