import Terminal

extension Surface {
  /// Begins a row of a list. The chosen row gets a mark and the cursor, because a screen reader speaks the row of the
  /// cursor.
  /// - Parameter ground: the background of a row that is not chosen.
  /// - Returns: the background for the row's texts.
  @discardableResult
  mutating func beginListRow(
    _ row: Int, column: Int = 0, width: Int? = nil, isChosen: Bool, ground: Ground = .plain, setsCursor: Bool = true
  ) -> Ground {
    let own: Ground = isChosen ? .focused : ground
    fill(row: row, column: column, width: width ?? size.columns - column, height: 1, style: Style(.text, on: own))
    put(isChosen ? "▶" : " ", row: row, column: column, style: Style(.text, on: own))
    if isChosen, setsCursor { cursor = Position(row: row, column: column) }
    return own
  }
}
