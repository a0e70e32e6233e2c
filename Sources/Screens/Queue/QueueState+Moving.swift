import DossierDomain
import OfficeWork
import Terminal

/// Moves the cursor and marks dossiers.
extension QueueState {
  // MARK: Moving

  /// Needs no request inside the window; near its end the next page is requested.
  mutating func move(by distance: Int, _ session: inout Session, _ now: Instant) -> [Effect] {
    guard !rows.isEmpty else { return [] }
    isUntouched = false
    let from = index
    let to = max(0, min(rows.count - 1, from + distance))
    if isMarkingRange { mark(from: min(from, to), through: max(from, to)) }
    let height = listHeight(session)
    list.select(to, height: height)
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

  // MARK: Marking

  mutating func mark(from: Int, through: Int) { marks.add(rows[from...through]) }

  mutating func toggleMark(_ session: inout Session, _ now: Instant) -> [Effect] {
    guard let row = selectedRow else { return [] }
    if marks.contains(row.id) { marks.remove([row.id]) } else { marks.add([row]) }
    return move(by: 1, &session, now)
  }

  /// Marks every dossier in the filter, page after page, including those that are not on the screen.
  /// - Parameter procedure: marks only the dossiers of this procedure.
  mutating func markAll(
    ofProcedure procedure: String? = nil, _ session: inout Session, _ now: Instant
  ) -> [Effect] {
    marks.removeAll()
    markedProcedure = procedure
    return markMore(.first, &session, now)
  }

  private mutating func markMore(_ window: QueueQuery.Window, _ session: inout Session, _ now: Instant) -> [Effect] {
    let request: Request<QueuePage> = session.request()
    pendingMarks = request
    return [.ask(.page(request, query(window, limit: Self.markPage, session, now)))]
  }

  static let markPage = 500

  mutating func applyMarks(_ page: QueuePage, _ session: inout Session, _ now: Instant) -> [Effect] {
    marks.add(page.rows.filter { row in markedProcedure.map { $0 == row.procedureKey } ?? true })
    // Marks that arrive page by page are part of the stored seat.
    session.isPlaceChanged = true
    guard page.hasAfter, let last = page.rows.last else { return [] }
    guard marks.count < QueueMarks.limit else {
      session.complain(
        session.language.pick(
          "Chỉ chọn được \(number(QueueMarks.limit)) hồ sơ một lần. Làm xong các hồ sơ này rồi chọn tiếp, hoặc lọc hẹp hơn.",
          "No more than \(number(QueueMarks.limit)) are marked at once. Do these, then mark the next, or filter."))
      return []
    }
    return markMore(.after(last.id), &session, now)
  }

  // MARK: Going

  /// Selects a dossier: in this view if it is loaded, otherwise in the view of all.
  mutating func go(to id: DossierID, _ session: inout Session, _ now: Instant) -> [Effect] {
    isUntouched = false
    selected = id
    if let index = rows.firstIndex(where: { $0.id == id }) {
      list.select(index, height: listHeight(session))
      return []
    }
    dropMarks(&session)
    view = .all
    isMine = false
    filterText = ""
    return reload(&session, now, landing: .keep)
  }

  /// Marks belong to the list in which they were made, because an act must not reach what is not in view.
  mutating func dropMarks(_ session: inout Session) {
    isMarkingRange = false
    pendingMarks = nil
    guard !marks.isEmpty else { return }
    let count = marks.count
    marks.removeAll()
    session.say(
      Words(
        "Đã bỏ chọn \(count) hồ sơ, vì danh sách đã đổi.",
        "\(counted(count, "dossier")) unmarked, because the list has changed."))
  }

  mutating func showMine(_ isMine: Bool, _ session: inout Session, _ now: Instant) -> [Effect] {
    self.isMine = isMine
    return show(view, &session, now)
  }

  mutating func show(_ view: QueueFilter, _ session: inout Session, _ now: Instant) -> [Effect] {
    isUntouched = false
    self.view = view
    dropMarks(&session)
    list.topIndex = 0
    return reload(&session, now, landing: .first)
  }
}

extension QueueRow {
  /// Registers of other systems often have names of procedures without codes.
  var procedureKey: String { procedureCode.isEmpty ? procedureName : procedureCode }
}
