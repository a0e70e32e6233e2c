import DossierDomain
import Terminal

/// Where the cursor goes, and what is marked on the way.
extension QueueState {
  // MARK: Moving

  /// Pure inside the window; near its end the next page is asked for.
  mutating func move(by distance: Int, _ session: inout Session, _ now: Instant) -> [Effect] {
    guard !rows.isEmpty else { return [] }
    isUntouched = false
    let from = index
    let to = max(0, min(rows.count - 1, from + distance))
    if isMarkingRange { mark(from: min(from, to), through: max(from, to)) }
    selected = rows[to].id
    selectedIndex = to
    scroll(session)
    let height = listHeight(session)
    guard pending == nil else { return [] }
    if distance > 0, hasAfter, to + height >= rows.count, let last = rows.last {
      return load(.after(last.id), .after, &session, now)
    }
    if distance < 0, hasBefore, to < height, let first = rows.first {
      return load(.before(first.id), .before, &session, now)
    }
    return []
  }

  mutating func moveToEnd(_ landing: PendingPage.Landing, _ session: inout Session, _ now: Instant) -> [Effect] {
    isUntouched = false
    if landing == .first ? hasBefore : hasAfter { return reload(&session, now, landing: landing) }
    return move(by: landing == .first ? -rows.count : rows.count, &session, now)
  }

  mutating func scroll(_ session: Session) {
    let height = listHeight(session)
    if index < topIndex { topIndex = index }
    if index >= topIndex + height { topIndex = index - height + 1 }
    topIndex = max(0, min(topIndex, rows.count - 1))
  }

  // MARK: Marking

  mutating func mark(from: Int, through: Int) {
    for row in rows[from...through] where !isMarked(row.id) { marked.append(row) }
  }

  mutating func toggleMark(_ session: inout Session, _ now: Instant) -> [Effect] {
    guard let row = selectedRow else { return [] }
    if isMarked(row.id) { marked.removeAll { $0.id == row.id } } else { marked.append(row) }
    return move(by: 1, &session, now)
  }

  // MARK: Going

  /// Selects a dossier, in this view when it is loaded, else among all.
  mutating func go(to id: DossierID, _ session: inout Session, _ now: Instant) -> [Effect] {
    isUntouched = false
    selected = id
    if rows.contains(where: { $0.id == id }) {
      selectedIndex = index
      scroll(session)
      return []
    }
    view = .all
    filter = ""
    return reload(&session, now, landing: .keep)
  }

  mutating func show(_ view: QueueView, _ session: inout Session, _ now: Instant) -> [Effect] {
    isUntouched = false
    self.view = view
    isMarkingRange = false
    topIndex = 0
    return reload(&session, now, landing: .first)
  }
}
