import DossierDomain
import OfficeWork
import Terminal
import VietnameseText

/// The small inputs of the queue: filter, code, order, clerk.
extension QueueState {
  mutating func press(_ key: Key, _ session: inout Session, now: Instant) -> [Effect]? {
    pressOwn(key, &session, now).map { $0 + followSelection(&session) }
  }

  private mutating func pressOwn(_ key: Key, _ session: inout Session, _ now: Instant) -> [Effect]? {
    switch entry {
    case nil: nil
    case .filter(let before, let selected): typeFilter(key, before, selected, &session, now)
    case .namesakes(let before, let selected): chooseNamesake(key, before, selected, &session, now)
    case .code(let digits): typeCode(key, digits, &session)
    case .sort(let sort): chooseSort(key, sort, &session, now)
    case .hits(let found, let index): goThrough(found, index, key, &session, now)
    }
  }

  mutating func paste(_ text: String, _ session: inout Session, now: Instant) -> [Effect]? {
    guard case .filter = entry else { return nil }
    return setFilter(filterText + text.filter { !$0.isNewline }, &session, now)
  }

  static let maximumFilterLength = 100

  private mutating func typeFilter(
    _ key: Key, _ before: String, _ selectedBefore: DossierID?, _ session: inout Session, _ now: Instant
  ) -> [Effect]? {
    if let earlier = recall.press(key, in: filterText, session.queries) { return setFilter(earlier, &session, now) }
    switch key {
    case .character(let character): return setFilter(filterText + String(character), &session, now)
    case .backspace: return filterText.isEmpty ? [] : setFilter(String(filterText.dropLast()), &session, now)
    case .enter:
      session.queries.remember(filterText)
      entry = .namesakes(before: before, selected: selectedBefore)
      leaveOnlyChoice()
      marksBeforeFilter = nil
      return []
    case .escape:
      entry = nil
      filterText = before
      selected = selectedBefore
      if let kept = marksBeforeFilter { marks = kept }
      marksBeforeFilter = nil
      return reload(&session, now, landing: .keep)
    case .up, .down:
      hasMoved = true
      return move(by: key == .up ? -1 : 1, &session, now)
    default: return nil
    }
  }

  /// The loaded dossiers that bear the name of the selected one, if the filter is about that name.
  var namesakes: [QueueRow] {
    guard let name = selectedRow?.ownerName, TypedText(filter.text).match(in: name, isName: true) != nil
    else { return [] }
    return rows.filter { $0.ownerName?.nameKey == name.nameKey }
  }

  /// Ends the choice if there is nothing to choose. While the rows of the filter are on their way, nobody knows.
  mutating func leaveOnlyChoice() {
    guard case .namesakes = entry else { return }
    if filterText.isEmpty || hasMoved || pending == nil && namesakes.count < 2 { entry = nil }
  }

  private mutating func chooseNamesake(
    _ key: Key, _ before: String, _ selectedBefore: DossierID?, _ session: inout Session, _ now: Instant
  ) -> [Effect]? {
    switch key {
    case .up: return move(by: -1, &session, now)
    case .down: return move(by: 1, &session, now)
    case .home: return moveToEnd(.first, &session, now)
    case .end: return moveToEnd(.last, &session, now)
    case .enter: if pending == nil { entry = nil }
    case .escape: entry = .filter(before: before, selected: selectedBefore)
    case .character("*"):
      entry = nil
      return markAll(&session, now)
    case .character:
      session.complain(
        session.language.pick("Hãy chọn một hồ sơ trước: ↑↓ rồi Enter.", "Choose one dossier first: ↑↓, then Enter."))
    default: return nil
    }
    return []
  }

  /// Each key starts a new request; the answer to an earlier text is dropped by its number.
  private mutating func setFilter(_ text: String, _ session: inout Session, _ now: Instant) -> [Effect] {
    isUntouched = false
    hasMoved = false
    filterText = String(text.prefix(Self.maximumFilterLength))
    if !marks.isEmpty { marksBeforeFilter = marks }
    dropMarks(&session)
    list.topIndex = 0
    return reload(&session, now, landing: .first)
  }

  private mutating func typeCode(_ key: Key, _ digits: String, _ session: inout Session) -> [Effect]? {
    switch key {
    case .character(let character) where character.isASCII && character.isNumber:
      entry = .code(String((digits + String(character)).suffix(4)))
      guard case .code(let typed) = entry, typed.count == 4 else { return [] }
      entry = nil
      let request: Request<[QueueRow]> = session.request()
      pendingCode = request
      return [.ask(.findByCode(request, typed, viewer: session.viewer))]
    case .backspace:
      entry = .code(String(digits.dropLast()))
    case .escape:
      entry = nil
    default: return nil
    }
    return []
  }

  private mutating func chooseSort(_ key: Key, _ chosen: QueueSort, _ session: inout Session, _ now: Instant)
    -> [Effect]?
  {
    let all = QueueSort.allCases
    let index = all.firstIndex(of: chosen) ?? 0
    switch key {
    case .left, .up: entry = .sort(all[max(0, index - 1)])
    case .right, .down: entry = .sort(all[min(all.count - 1, index + 1)])
    case .escape: entry = nil
    case .enter: return use(chosen, &session, now)
    case .character(let digit):
      guard let number = digit.wholeNumberValue, all.indices.contains(number - 1) else { return [] }
      return use(all[number - 1], &session, now)
    default: return nil
    }
    return []
  }

  /// Choosing the present order again reverses it.
  private mutating func use(_ chosen: QueueSort, _ session: inout Session, _ now: Instant) -> [Effect] {
    isDescending = chosen == sort && !isDescending
    sort = chosen
    entry = nil
    isUntouched = false
    return reload(&session, now, landing: .keep)
  }

  /// Any other key ends it and does what it always does.
  private mutating func goThrough(
    _ found: [DossierID], _ index: Int, _ key: Key, _ session: inout Session, _ now: Instant
  ) -> [Effect]? {
    switch key {
    case .up, .down:
      let next = min(max(0, index + (key == .up ? -1 : 1)), found.count - 1)
      entry = .hits(found, next)
      return go(to: found[next], &session, now)
    case .escape:
      entry = nil
      return []
    default:
      entry = nil
      return nil
    }
  }

  mutating func markAndMove(_ distance: Int, _ session: inout Session, _ now: Instant) -> [Effect] {
    guard let row = selectedRow else { return [] }
    marks.add([row])
    let effects = move(by: distance, &session, now)
    if let row = selectedRow { marks.add([row]) }
    return effects
  }

  /// Whether Esc undoes something here.
  var hasToClear: Bool { isMarkingRange || !marks.isEmpty || pendingMarks != nil || !filterText.isEmpty }

  /// Each Esc undoes one step: the range, then the marks, then the filter.
  mutating func clear(_ session: inout Session, _ now: Instant) -> [Effect] {
    if isMarkingRange || !marks.isEmpty || pendingMarks != nil {
      isMarkingRange = false
      marks.removeAll()
      pendingMarks = nil
      return []
    }
    guard !filterText.isEmpty else { return [] }
    filterText = ""
    marksBeforeFilter = nil
    return reload(&session, now, landing: .keep)
  }
}
