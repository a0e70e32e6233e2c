import DossierDomain
import OfficeWork
import Terminal
import VietnameseText

extension QueueState {
  func draw(on surface: inout Surface, rows: Int, session: Session, now: Instant) {
    let layout = QueueLayout(session)
    if case .open(let work, at: _) = view {
      drawTitle(of: work, on: &surface, session, now)
    } else {
      drawHeader(on: &surface, session, now)
      drawViews(on: &surface, session)
    }
    surface.horizontalRule(row: 2)
    drawConditions(on: &surface, layout, session, now)
    drawList(on: &surface, layout, session, now)
    if let row = selectedRow {
      switch layout.preview {
      case .none: break
      case .below(let top, let height):
        surface.horizontalRule(row: top)
        surface.put(" \(row.code.short) ", row: top, column: 2, style: Style(.heading))
        let lines = previewed(row, session, now).lines(width: surface.size.columns - 2)
        for (offset, line) in lines.prefix(height - 1).enumerated() {
          surface.put(line, row: top + 1 + offset, column: 1, width: surface.size.columns - 2)
        }
      case .right(let column, let width):
        surface.verticalRule(row: 3, column: column, height: rows - 3)
        surface.put(row.code.text, row: 3, column: column + 2, width: width - 3, style: Style(.heading))
        let lines = previewed(row, session, now).paragraphs().flatMap { wrapped($0, width: width - 3) + [""] }
        for (offset, line) in lines.prefix(rows - 5).enumerated() {
          surface.put(line, row: 5 + offset, column: column + 2, width: width - 3)
        }
      }
    }
  }

  private func drawHeader(on surface: inout Surface, _ session: Session, _ now: Instant) {
    var clock = clockWording(now, session.language)
    if let waiting = counts?.waitingToSend, waiting > 0 {
      // The day is left out if there is no room for both.
      if surface.size.columns < 72 { clock = now.civilTime }
      clock = session.language.pick("Chờ gửi \(waiting)", "\(waiting) to send") + " · " + clock
    }
    let whose = isMine ? session.language.pick(" · CỦA TÔI", " · MINE") : ""
    surface.drawTitleBar(
      "\(session.readOnlyMark)TTPVHCC \(session.office.office.name) · \(session.name(of: session.clerk?.id))\(whose)",
      right: clock)
  }

  /// Draws the views with their keys and counts. As many names as fit are shown, that of the present view first.
  private func drawViews(on surface: inout Surface, _ session: Session) {
    var shown = QueueFilter.numbered
    if session.clerk?.has(.headOfDesk) == true { shown += [.unassigned, .ofAbsentClerks] }
    if case .assigned = view { shown.append(view) }
    if view == .handedOver || (counts?.handedOver ?? 0) > 0 { shown.append(.handedOver) }
    if view == .inConflict || (counts?.inConflict ?? 0) > 0 { shown.append(.inConflict) }
    let labels = shown.map { item in
      let count = counts.map { String($0.count(of: item, isMine: isMine)) } ?? "…"
      let key = key(of: item).map { "[\($0)]" } ?? ""
      return (short: key + count, full: "\(key)\(item.title(session, isMine: isMine)) \(count)")
    }
    var named: Set<Int> = []
    var room = surface.size.columns - 1 - labels.reduce(0) { $0 + Surface.width(of: $1.short) + 1 }
    let present = shown.firstIndex(of: view)
    // Views that are shown only if they contain something are named before all others except the present one.
    let first = [present, shown.firstIndex(of: .inConflict), shown.firstIndex(of: .handedOver)].compactMap { $0 }
    for index in first + shown.indices.filter({ !first.contains($0) }) {
      let more = Surface.width(of: labels[index].full) - Surface.width(of: labels[index].short)
      guard more <= room || index == present else { break }
      room -= more
      named.insert(index)
    }
    var x = 1
    for (index, item) in shown.enumerated() {
      let text = named.contains(index) ? labels[index].full : labels[index].short
      let isUrgent =
        item == .inConflict || item == .dueToday && (counts.map { isMine ? $0.mine.overdue : $0.overdue } ?? 0) > 0
      let role: Role = isUrgent ? .warning : .text
      let style = item == view ? Style(.strong, on: .tabActive) : Style(role)
      x += surface.put(text, row: 1, column: x, style: style) + 1
    }
  }

  /// The key that shows a view; nil for the view of one clerk's dossiers.
  private func key(of view: QueueFilter) -> String? {
    if view == .inConflict { return "S" }
    if view == .handedOver { return "=" }
    let all = QueueFilter.numbered + [.unassigned, .ofAbsentClerks]
    return all.firstIndex(of: view).map { String($0 + 1) }
  }

  /// Says on the rule what restricts the list, and its order if no column shows it: both stay as long as they hold.
  private func drawConditions(on surface: inout Surface, _ layout: QueueLayout, _ session: Session, _ now: Instant) {
    let language = session.language
    var right = surface.size.columns - 2
    // Measuring the columns looks at every row, and a list in its usual order does not need it here.
    if !isUsualOrder, session.isPlain || !columns(layout, session, now).contains(where: { $0.column == sortedColumn }) {
      let order =
        session.isPlain
        ? isDescending ? language.pick("giảm dần", "descending") : language.pick("tăng dần", "ascending") : sortMark
      let text = language.pick(" Xếp: ", " Order: ") + "\(sort.title(language)) \(order) "
      right -= Surface.width(of: text)
      surface.put(text, row: 2, column: right, style: Style(.info))
    }
    guard !filterText.isEmpty else { return }
    let typed = head(of: filterText, width: 40)
    let count = matching.map {
      language.pick(" · \(number($0)) hồ sơ khớp", $0 == 1 ? " · 1 dossier matches" : " · \(number($0)) dossiers match")
    }
    let way = isTyping ? "" : language.pick(" · Esc bỏ lọc", " · Esc clears")
    surface.put(
      language.pick(" Đang lọc ", " Filtered by ") + "\"\(typed)\"" + (count ?? "") + way + " ", row: 2, column: 2,
      width: right - 3, style: Style(.info))
  }

  private func columns(_ layout: QueueLayout, _ session: Session, _ now: Instant) -> [(column: QueueColumn, width: Int)]
  {
    QueueColumn.fitting(
      layout.listWidth, due: rows.reduce(0) { max($0, Surface.width(of: due($1, session, now).text)) },
      code: rows.reduce(0) { max($0, Surface.width(of: $1.code.short)) },
      owner: rows.reduce(0) { $1.ownerMark == nil ? $0 : max($0, Surface.width(of: $1.markedOwner(session.language))) },
      step: rows.reduce(0) { max($0, Surface.width(of: stepTexts($1, session, now)?.full ?? "")) },
      isPlain: session.isPlain)
  }

  private var isUsualOrder: Bool { sort == .triage && !isDescending }
  private var sortedColumn: QueueColumn? { isUsualOrder ? nil : sort.column }
  private var sortMark: String { isDescending ? "▼" : "▲" }

  private func drawList(on surface: inout Surface, _ layout: QueueLayout, _ session: Session, _ now: Instant) {
    let language = session.language
    let columns = columns(layout, session, now)
    let first = QueueColumn.first(isPlain: session.isPlain)
    let typed = TypedText(filter.text)
    var x = first
    for (column, width) in columns {
      let mark = column == sortedColumn && !session.isPlain ? " " + sortMark : ""
      let title = head(of: column.title(in: view)(language), width: width - 1 - Surface.width(of: mark)) + mark
      surface.put(title, row: 3, column: x, width: width - 1, style: Style(.heading))
      x += width
    }
    guard !rows.isEmpty else {
      surface.put(
        emptyText(session), row: 5, column: first, width: layout.listWidth - first - 1, style: Style(.muted))
      surface.cursor = Position(row: 5, column: first)
      return
    }
    let selectedID = selectedRow?.id
    for (offset, index) in list.shown(height: layout.listHeight).enumerated() {
      let (y, row) = (QueueLayout.firstListRow + offset, rows[index])
      let isMarked = marks.contains(row.id)
      let ground = surface.beginListRow(
        y, width: layout.listWidth, isChosen: row.id == selectedID, ground: isMarked ? .marked : .plain)
      if isMarked {
        let mark = session.isPlain ? language.pick("đã chọn", "marked") : "☒"
        surface.put(mark, row: y, column: 1, style: Style(.text, on: ground))
      } else if row.waits(for: session.clerk) {
        let mark = session.isPlain ? language.pick("nhận", "take") : "←"
        surface.put(mark, row: y, column: 1, style: Style(.warning, on: ground))
      } else if row.isStepLate(at: now) {
        let mark = session.isPlain ? language.pick("trễ", "late") : "!"
        surface.put(mark, row: y, column: 1, style: Style(.warning, on: ground))
      }
      var x = first
      for (column, width) in columns {
        let cell = cell(column, row, width: width - 1, session, now)
        let style = Style(cell.role, on: ground)
        if column == .owner {
          surface.put(cell.text, row.ownerMark, found: typed, row: y, column: x, width: width - 1, style: style)
        } else if column.isSearched {
          surface.put(cell.text, found: typed, row: y, column: x, width: width - 1, style: style)
        } else {
          surface.put(cell.text, row: y, column: x, width: width - 1, style: style)
        }
        x += width
      }
    }
  }

  private func emptyText(_ session: Session) -> String {
    let language = session.language
    if pending != nil { return language.pick("Đang mở…", "Opening…") }
    if !filterText.isEmpty {
      return language.pick(
        "Không có hồ sơ nào khớp \"\(filterText)\". Esc bỏ lọc.", "Nothing matches \"\(filterText)\". Esc clears it.")
    }
    let others = isMine ? language.pick(" - xem cả xã.", " - shows the whole office.") : ""
    return switch view {
    case .dueToday: language.pick("Hôm nay không còn hồ sơ nào đến hạn.", "Nothing more is due today.") + others
    case .handedOver: language.pick("Không có hồ sơ nào chờ mình nhận.", "Nothing waits to be taken over by you.")
    case .open: language.pick("Việc này đã xong. Esc quay lại.", "This is done. Esc goes back.")
    case .newOnline, .inProgress, .waitingForCitizen, .toHandBack, .needsDecision, .all, .unassigned, .assigned,
      .ofAbsentClerks, .inConflict:
      language.pick("Không có hồ sơ nào ở đây.", "There is nothing here.") + others
    }
  }

  private func cell(_ column: QueueColumn, _ row: QueueRow, width: Int, _ session: Session, _ now: Instant) -> (
    text: String, role: Role
  ) {
    let language = session.language
    switch column {
    case .due: return due(row, session, now)
    case .code: return (row.code.short, row.isVoid ? .muted : .text)
    case .owner: return row.ownerName.map { ($0, .strong) } ?? (hiddenOwner(language), .muted)
    case .procedure: return (session.office.shortName(of: row), .text)
    case .step: return step(row, width: width, session, now)
    case .assignee:
      let name = session.name(of: row.assignee)
      let shown = Surface.width(of: name) > width - 2 ? session.givenName(of: row.assignee) : name
      return ((row.isHandedOver ? "→ " : "") + shown, .text)
    case .digitised:
      if session.isPlain { return ("\(row.componentsDigitised)/\(row.componentsCountable)", .text) }
      return (shareBar(row), .text)
    case .delivery:
      if session.isPlain {
        if row.conflicts > 0 { return (language.pick("trùng", "conflict"), .critical) }
        if row.held > 0 { return (language.pick("bị giữ", "kept back"), .critical) }
        return (row.delivery.short(language), .text)
      }
      // A conflict needs a person's decision, so it is shown instead of the progress.
      if row.conflicts + row.held > 0 { return ("✗", .critical) }
      return (row.delivery.mark, row.delivery == .refused ? .critical : .text)
    }
  }

  /// Three blocks that show how many of the handed-in papers are digitised.
  private func shareBar(_ row: QueueRow) -> String {
    guard row.componentsCountable > 0 else { return "–" }
    let full = row.componentsDigitised * 3 / row.componentsCountable
    return String(repeating: "█", count: full) + String(repeating: "░", count: 3 - full)
  }

  // MARK: Notice

  func notice(_ session: Session, now: Instant) -> String? {
    let language = session.language
    switch entry {
    case .filter:
      let hasEarlier = filterText.isEmpty && !session.queries.texts.isEmpty
      return language.pick(
        "Lọc: \(filterText)█   Enter giữ, Esc bỏ", "Filter: \(filterText)█   Enter keeps, Esc clears")
        + (hasEarlier ? language.pick(", ↑ lần lọc trước", ", ↑ earlier ones") : "")
    case .namesakes:
      let (count, name) = (namesakes.count, selectedRow?.ownerName ?? "")
      return language.pick(
        "\(count) hồ sơ cùng tên \(name): ↑↓ rồi Enter chọn một, * cả \(count), Esc lọc tiếp",
        "\(count) dossiers bear the name \(name): ↑↓, then Enter chooses one, * all \(count), Esc filters on")
    case .code(let digits):
      return language.pick("Bốn số cuối của mã: \(digits)█   Esc thôi", "Last four digits: \(digits)█   Esc leaves")
    case .sort(let chosen):
      let names = QueueSort.allCases.enumerated().map { "\($0 + 1)\($1 == chosen ? "▶" : " ")\($1.title(language))" }
      return names.joined(separator: " ")
        + language.pick(" · Số đang xếp: đảo chiều · Esc thôi", " · The present digit reverses · Esc leaves")
    case .hits(let found, let index):
      return language.pick(
        "Hồ sơ \(index + 1) trong \(found.count) có 4 số cuối này: ↑↓ hồ sơ khác, Esc thôi",
        "Dossier \(index + 1) of \(found.count) with these digits: ↑↓ another one, Esc leaves")
    case nil: break
    }
    if pendingMarks != nil, !marks.isEmpty {
      return language.pick("Đang chọn… \(number(marks.count))", "Marking… \(number(marks.count))")
    }
    if !marks.isEmpty {
      let range = isMarkingRange ? language.pick(" Đang chọn dãy, V để dừng.", " Marking a range, V ends it.") : ""
      if marks.count == 1 {
        return language.pick(
          "Đã chọn 1 hồ sơ. Thao tác tiếp theo áp dụng cho hồ sơ đó.", "1 marked. The next action works on it.") + range
      }
      return language.pick(
        "Đã chọn \(marks.count) hồ sơ. Thao tác tiếp theo áp dụng cho cả \(marks.count).",
        "\(marks.count) marked. The next action works on all \(marks.count).") + range
    }
    guard let row = selectedRow else { return nil }
    return loaded(row.id).map { $0.waysOnFromLateSupplement(session, now) }
      ?? row.waysOnFromLateSupplement(session, now)
  }
}

extension EntryDelivery {
  var mark: String {
    switch self {
    case .recorded: "•"
    case .sent: "↑"
    case .acknowledged: "●"
    case .refused: "✗"
    }
  }
}

extension RemainingTime {
  var isToday: Bool { if case .today = self { true } else { false } }
}

extension QueueRow {
  /// Whether this clerk has to take it over.
  func waits(for clerk: Clerk?) -> Bool { isHandedOver && assignee == clerk?.id }
}
