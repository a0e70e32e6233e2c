import DossierDomain
import OfficeWork
import Terminal

extension ConflictState {
  func draw(on surface: inout Surface, rows: Int, session: Session, now: Instant) {
    let language = session.language
    let width = surface.size.columns
    guard let card else {
      surface.drawTitleBar("")
      surface.put(
        failure ?? language.pick("Đang mở…", "Opening…"), row: 2, column: 2, width: width - 4,
        style: Style(failure == nil ? .muted : .error))
      return
    }
    let dossier = card.dossier
    let place =
      items.count > 1 ? language.pick(" · \(item + 1)/\(items.count), ◀▶", " · \(item + 1)/\(items.count), ◀▶") : ""
    surface.drawTitleBar("\(title(language)) · \(dossier.code.short) · \(dossier.owner.name)\(place)")
    surface.put(
      "\(dossier.procedure.name) · \(dossier.status.wording(language))", row: 1, column: 1, width: width - 2)
    surface.horizontalRule(row: 2)
    guard let present else {
      surface.put(
        language.pick("Không còn gì phải soát. Esc quay lại.", "Nothing more to look at. Esc goes back."), row: 4,
        column: 2, width: width - 4, style: Style(.good))
      return
    }
    var row = 3
    switch present {
    case .conflict(let conflict): row = drawSides(conflict, on: &surface, row: row, rows: rows, session)
    case .held(let held): row = drawHeld(held, on: &surface, row: row, session)
    }
    drawChoices(on: &surface, row: min(row + 1, rows - choices.count), rows: rows, session)
  }

  private func title(_ language: Language) -> String {
    if case .held = present { return language.pick("Tỉnh giữ lại", "Kept back") }
    return language.pick("Xử lý trùng", "Conflict")
  }

  /// Draws the two sides beside each other if there is room, otherwise one below the other.
  private func drawSides(_ conflict: Conflict, on surface: inout Surface, row: Int, rows: Int, _ session: Session)
    -> Int
  {
    let language = session.language
    let width = surface.size.columns
    let isWide = width >= 80
    let room = isWide ? width / 2 - 3 : width - 4
    let first = side(
      language.pick("ĐẾN TRƯỚC: có hiệu lực", "CAME FIRST: it counts"), conflict.winner, .good, room, session)
    let second = side(
      language.pick("ĐẾN SAU: không có hiệu lực", "CAME LATER: without effect"), conflict.loser, .warning, room, session
    )
    let limit = isWide ? max(4, rows - row - choices.count - 4) : max(3, (rows - row - choices.count - 4) / 2)
    for (offset, line) in first.prefix(limit).enumerated() {
      surface.put(line.text, row: row + offset, column: 2, width: room, style: Style(line.role))
    }
    let (secondRow, secondColumn) = isWide ? (row, width / 2 + 1) : (row + min(first.count, limit) + 1, 2)
    for (offset, line) in second.prefix(limit).enumerated() {
      surface.put(line.text, row: secondRow + offset, column: secondColumn, width: room, style: Style(line.role))
    }
    let height =
      isWide ? min(limit, max(first.count, second.count)) : min(first.count, limit) + 1 + min(second.count, limit)
    if isWide { surface.verticalRule(row: row, column: width / 2 - 1, height: height) }
    let matter = conflict.matter.wording(language)
    surface.put(
      language.pick("Hai bên cùng quyết định: \(matter).", "Both decide the \(matter)."), row: row + height + 1,
      column: 2,
      width: width - 4, style: Style(.info))
    return row + height + 2
  }

  private func side(
    _ title: String, _ reference: EntryReference, _ role: Role, _ width: Int, _ session: Session
  ) -> [(text: String, role: Role)] {
    let language = session.language
    guard let entry = entry(reference) else {
      return [(title, role), (language.pick("(không giữ tại máy này)", "(not held on this machine)"), .muted)]
    }
    let what = entry.action.wording(language) { session.name(of: $0) }
    return [(title, role), ("\(session.name(of: entry.clerk)) · \(entry.at.clockAndDate)", .heading)]
      + wrapped(what, width: width).map { ($0, .strong) }
  }

  private func drawHeld(_ held: HeldEntry, on surface: inout Surface, row: Int, _ session: Session) -> Int {
    let language = session.language
    let width = surface.size.columns - 4
    var lines: [(text: String, role: Role)] = []
    if let entry = entry(held.entry) {
      lines.append(("\(session.name(of: entry.clerk)) · \(entry.at.clockAndDate)", .heading))
      lines += wrapped(entry.action.wording(language) { session.name(of: $0) }, width: width).map { ($0, .strong) }
    }
    lines.append(("", .text))
    lines += wrapped(
      language.pick("Vì sao: \(held.reason.wording(.vi)).", "Why: \(held.reason.wording(.en))."), width: width
    ).map { ($0, .warning) }
    lines += wrapped(
      language.pick(
        "Việc này vẫn còn trong quá trình nhưng chưa có hiệu lực, cho đến khi tỉnh cho phép.",
        "It stays in the journal without effect until the province releases it."), width: width
    ).map { ($0, .text) }
    for (offset, line) in lines.enumerated() {
      surface.put(line.text, row: row + offset, column: 2, width: width, style: Style(line.role))
    }
    return row + lines.count
  }

  /// Why something cannot be chosen stands behind it if it fits there, otherwise below the choices if they leave room.
  private func drawChoices(on surface: inout Surface, row: Int, rows: Int, _ session: Session) {
    let width = surface.size.columns - 1
    let reason = reasonAgainstAgain(session)
    let number = (choices.firstIndex(of: .again) ?? 0) + 1
    let below = reason.map { wrapped("\(number): \($0)", width: width - 4) } ?? []
    let room = rows - row - choices.count
    let items = choices.map { choice in
      let words = words(choice, session)
      guard choice == .again, let reason else { return ChoiceList.Item(text: words, role: .text) }
      let whole = "\(words) – \(reason)"
      let isBelow = Surface.width(of: whole) > width - 6 && below.count <= room
      return ChoiceList.Item(text: isBelow ? words : whole, role: .muted)
    }
    ChoiceList(items, chosen: choices.firstIndex { $0 == chosen } ?? 0).draw(
      on: &surface, row: row, column: 0, width: width, height: items.count)
    guard let again = choices.firstIndex(of: .again), items[again].text == words(.again, session), reason != nil
    else { return }
    for (offset, line) in below.enumerated() {
      surface.put(line, row: row + items.count + offset, column: 2, width: width - 4, style: Style(.muted))
    }
  }

  private func words(_ choice: Choice, _ session: Session) -> String {
    let language = session.language
    switch choice {
    case .leave: return language.pick("Để như việc đến trước, coi như đã soát", "Leave what came first, and settle it")
    case .again:
      return language.pick("Làm lại việc đến sau, như một việc mới", "Do what came later again, as a new act")
    case .timeline: return language.pick("Xem quá trình hồ sơ", "Look at the journal")
    }
  }

  func notice(_ session: Session, now: Instant) -> String? {
    let language = session.language
    guard case .conflict(let conflict) = present, let loser = entry(conflict.loser) else { return nil }
    switch chosen {
    case .leave:
      return language.pick(
        "Việc của \(session.name(of: loser.clerk)) vẫn còn trong quá trình, không có hiệu lực.",
        "What \(session.name(of: loser.clerk)) did stays in the journal, without effect.")
    case .again:
      return reasonAgainstAgain(session)
        ?? language.pick(
          "Ghi thêm một việc mới, có hiệu lực từ bây giờ; U hoàn tác được.",
          "A new act is recorded, which counts from now on; U undoes it.")
    case .timeline, nil: return nil
    }
  }
}
