/// A long list of which a part is loaded. One row is selected by its id, so that rows inserted before it do not move
/// the selection.
struct RowList<Row: Identifiable & Equatable & Sendable>: Equatable, Sendable where Row.ID: Sendable {
  var rows: [Row] = []
  var selected: Row.ID?
  /// The last known index of the selected row, used when the row has gone.
  var selectedIndex = 0
  /// Index of the first visible row.
  var topIndex = 0

  var index: Int {
    selected.flatMap { id in rows.firstIndex { $0.id == id } } ?? min(selectedIndex, max(0, rows.count - 1))
  }

  var selectedRow: Row? {
    let index = index
    return rows.indices.contains(index) ? rows[index] : nil
  }

  /// The rows that are visible in `height` lines.
  func shown(height: Int) -> Range<Int> {
    // A message of several lines leaves fewer rows than the list was scrolled for; the selected row stays visible.
    let start = min(max(0, topIndex, index - height + 1), rows.count)
    return start..<min(rows.count, start + max(0, height))
  }

  mutating func select(_ index: Int, height: Int) {
    guard rows.indices.contains(index) else { return }
    selected = rows[index].id
    selectedIndex = index
    scroll(height: height)
  }

  mutating func scroll(height: Int) {
    let index = index
    if index < topIndex { topIndex = index }
    if index >= topIndex + height { topIndex = index - height + 1 }
    topIndex = max(0, min(topIndex, rows.count - 1))
  }

  /// Where the selection goes when rows are replaced.
  enum Landing: Equatable, Sendable {
    case keep
    case first
    case last
  }

  /// Replaces all rows. If the selected row is among the new ones, it keeps its position on the screen; otherwise the
  /// row that now has its index is selected.
  mutating func replace(with new: [Row], landing: Landing, height: Int) {
    let offset = max(0, selectedIndex - topIndex)
    rows = new
    switch landing {
    case .keep: if !rows.contains(where: { $0.id == selected }) { selected = selectedRow?.id }
    case .first: selected = rows.first?.id
    case .last: selected = rows.last?.id
    }
    selectedIndex = index
    if landing == .keep { topIndex = max(0, min(index - offset, rows.count - height)) }
    scroll(height: height)
  }

  /// - Parameter most: how many rows are kept; the surplus is removed at the far end.
  /// - Returns: whether rows were removed.
  @discardableResult
  mutating func append(_ more: [Row], keeping most: Int = .max) -> Bool {
    rows += more
    let excess = rows.count - most
    if excess > 0 {
      rows.removeFirst(excess)
      topIndex = max(0, topIndex - excess)
    }
    selectedIndex = index
    return excess > 0
  }

  /// Like `append`, before the first row.
  @discardableResult
  mutating func prepend(_ more: [Row], keeping most: Int) -> Bool {
    rows.insert(contentsOf: more, at: 0)
    topIndex += more.count
    let excess = rows.count - most
    if excess > 0 { rows.removeLast(excess) }
    selectedIndex = index
    return excess > 0
  }

  mutating func removeAll() { self = RowList() }
}
