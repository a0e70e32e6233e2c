import DossierDomain
import OfficeWork
import Terminal
import VietnameseText

/// The window of rows: it requests pages and inserts them without moving the selection.
extension QueueState {
  mutating func appear(_ session: inout Session, now: Instant) -> [Effect] {
    reload(&session, now, landing: .keep) + loadKeptMarks(&session)
  }

  private mutating func loadKeptMarks(_ session: inout Session) -> [Effect] {
    guard !keptMarks.isEmpty, pendingKept == nil else { return [] }
    let request: Request<[QueueRow]> = session.request()
    pendingKept = request
    return [.ask(.rows(request, keptMarks, viewer: session.viewer))]
  }

  /// Requests the rows again: around the selection, or from an end of the view.
  mutating func reload(_ session: inout Session, _ now: Instant, landing: PendingPage.Landing) -> [Effect] {
    let window: QueueQuery.Window =
      switch landing {
      case .keep: selected.map { .around($0) } ?? .first
      case .first: .first
      case .last: .last
      }
    return load(window, .replace(landing), &session, now)
  }

  mutating func load(
    _ window: QueueQuery.Window, _ purpose: PendingPage.Purpose, _ session: inout Session, _ now: Instant
  ) -> [Effect] {
    let request: Request<QueuePage> = session.request()
    pending = PendingPage(request: request, purpose: purpose)
    return [
      .ask(.page(request, query(window, limit: 3 * listHeight(session), session, now), shownIn: session.office))
    ]
  }

  func query(_ window: QueueQuery.Window, limit: Int, _ session: Session, _ now: Instant) -> QueueQuery {
    var query = QueueQuery(
      filter: view, sort: sort, descending: isDescending, text: filter.text, named: namedClerks(session),
      holder: isMine ? session.clerk?.id : nil, window: window, limit: limit,
      viewer: session.viewer, endOfToday: now.civilDate.instant(atMinute: 1440),
      absentClerks: session.absentClerks(on: now.civilDate))
    query.stepLateAt = filter.isStepLate ? now : nil
    return query
  }

  /// The clerks whose given name is a word of the filter. A family name alone names nobody, because a fifth of the
  /// people here may have it.
  private func namedClerks(_ session: Session) -> [NamedClerk] {
    let typed = TypedText(filter.text).words
    return session.office.clerks.compactMap { clerk in
      let names = TypedText(clerk.name).words
      guard let given = names.last, typed.contains(where: { $0.bare == given.bare && given.level(ofPrefix: $0) != nil })
      else { return nil }
      let rest = typed.filter { word in !names.contains { $0.level(ofPrefix: word) != nil } }
      return NamedClerk(clerk: clerk.id, rest: rest.map(\.exact).joined(separator: " "))
    }
  }

  mutating func loadCounts(_ session: inout Session, _ now: Instant) -> [Effect] {
    let request: Request<QueueCounts> = session.request()
    pendingCounts = request
    return [
      .ask(
        .counts(
          request, viewer: session.viewer, endOfToday: now.civilDate.instant(atMinute: 1440),
          absentClerks: session.absentClerks(on: now.civilDate)))
    ]
  }

  mutating func receive(_ reply: Reply, _ session: inout Session, now: Instant) -> [Effect] {
    receiveOwn(reply, &session, now) + followSelection(&session)
  }

  private mutating func receiveOwn(_ reply: Reply, _ session: inout Session, _ now: Instant) -> [Effect] {
    preview.receive(reply)
    // A failed request ends the wait, so that the page can be requested again.
    if let asked = pending, let content = reply.content(for: asked.request) {
      pending = nil
      guard let page = content.response else { return [] }
      return apply(page, for: asked.purpose, &session, now)
    }
    if let page = reply.resolve(&pendingMarks)?.response { return applyMarks(page, &session, now) }
    if let rows = reply.resolve(&pendingKept)?.response {
      keptMarks = []
      marks.add(rows)
      session.isPlaceChanged = true
    }
    if let counts = reply.resolve(&pendingCounts)?.response { self.counts = counts }
    // The clerk may have begun something else before the answer came; its keys stay what they are.
    if let found = reply.resolve(&pendingCode)?.response {
      return entry == nil ? goToNewest(of: found, &session, now) : []
    }
    return []
  }

  mutating func hear(_ news: News, _ session: inout Session, now: Instant) -> [Effect] {
    switch news {
    case .performed(let outcomes):
      let done = outcomes.compactMap { if case .done(let row, _) = $0 { row } else { nil } }
      update(done)
      if done.count > 1 {
        beforeBulk = BulkPlace(
          dossiers: Set(done.map(\.id)), selected: selected, index: list.selectedIndex, top: list.topIndex)
      }
      leave(done.map(\.id))
    case .undone(.undone(let act)):
      update(act.rows)
      comeBack(to: act.rows)
    case .synchronised: break
    case .undone(.nothing), .undone(.denied), .undone(.asks), .officeChanged, .syncProgress, .syncFailed, .backup:
      return []
    }
    return reload(&session, now, landing: .keep) + followSelection(&session)
  }

  /// After the undo of one dossier the cursor is on it; after that of several, list and cursor are where they were.
  private mutating func comeBack(to restored: [QueueRow]) {
    if let place = beforeBulk, place.dossiers == Set(restored.map(\.id)) {
      selected = place.selected
      list.topIndex = place.top
      // The reload keeps the distance between the cursor and the first visible row.
      list.selectedIndex = place.index
    } else if restored.count == 1, let only = restored.first {
      selected = only.id
    }
    beforeBulk = nil
  }

  /// Updates the facts of loaded rows. The reload decides whether they still belong to this view.
  private mutating func update(_ changed: [QueueRow]) {
    for row in changed {
      guard let index = rows.firstIndex(where: { $0.id == row.id }) else { continue }
      let mark = rows[index].ownerMark
      list.rows[index] = row
      list.rows[index].ownerMark = mark
    }
    marks.update(changed)
  }

  private mutating func apply(
    _ page: QueuePage, for purpose: PendingPage.Purpose, _ session: inout Session, _ now: Instant
  ) -> [Effect] {
    switch purpose {
    case .replace(let landing):
      (hasBefore, hasAfter) = (page.hasBefore, page.hasAfter)
      preview.forget()
      matching = page.matching
      // The row that she moved to was one of the earlier rows.
      if landing == .first { hasMoved = false }
      list.replace(with: page.rows, landing: landing, height: listHeight(session))
      leaveOnlyChoice()
      return loadCounts(&session, now)
    case .after:
      hasAfter = page.hasAfter
      if list.append(page.rows, keeping: rowsKept(session)) { hasBefore = true }
    case .before:
      hasBefore = page.hasBefore
      if list.prepend(page.rows, keeping: rowsKept(session)) { hasAfter = true }
    }
    return []
  }

  /// About five screens of rows; the rest is requested again when the cursor returns to it.
  private func rowsKept(_ session: Session) -> Int { 5 * listHeight(session) }

  /// Moves the cursor to the next row that the act did not change. Refused dossiers stay marked.
  private mutating func leave(_ done: [DossierID]) {
    let gone = Set(done)
    marks.remove(gone)
    isMarkingRange = false
    guard let selected, gone.contains(selected) else { return }
    let next = rows[index...].first { !gone.contains($0.id) } ?? rows[..<index].last { !gone.contains($0.id) }
    if let next { self.selected = next.id }
    list.selectedIndex = index
  }

  private mutating func goToNewest(of found: [QueueRow], _ session: inout Session, _ now: Instant) -> [Effect] {
    guard let first = found.first else {
      session.complain(session.language.pick("Không có hồ sơ nào có số cuối này.", "No dossier ends in these digits."))
      return []
    }
    if found.count > 1 { entry = .hits(found.map(\.id), 0) }
    return go(to: first.id, &session, now)
  }
}
