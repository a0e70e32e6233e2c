import DossierDomain
import OfficeWork
import Terminal
import VietnameseText

extension OutboxState {
  func draw(on surface: inout Surface, rows height: Int, session: Session, now: Instant) {
    let language = session.language
    let width = surface.size.columns
    surface.drawTitleBar(language.pick("Hộp gửi đi", "Outbox"), right: clockWording(now, language))
    drawStates(on: &surface, language)
    surface.horizontalRule(row: 2)
    let typed = TypedText(search)
    let columns = Self.columns(width, hasMarks: rows.contains { $0.ownerMark != nil })
    for (column, words) in zip(
      columns,
      [
        Words("Ghi lúc", "Recorded"), Words("Tình trạng", "State"), Words("Mã hồ sơ", "Code"),
        Words("Chủ hồ sơ", "Owner"),
        Words("Việc", "What"),
      ])
    {
      surface.put(words(language), row: 3, column: column.start, width: column.width - 1, style: Style(.heading))
    }
    guard !rows.isEmpty else {
      surface.put(emptyText(language), row: 5, column: 2, width: width - 3, style: Style(.muted))
      surface.cursor = Position(row: 5, column: 2)
      return
    }
    let chosen = list.index
    for (offset, index) in list.shown(height: height - 4).enumerated() {
      let (y, row) = (4 + offset, rows[index])
      let ground = surface.beginListRow(y, isChosen: index == chosen)
      let cells: [(String, Role)] = [
        ("\(row.at.civilTime) \(row.at.civilDate.dayAndMonth)", .muted),
        (
          row.delivery.short(language),
          row.delivery == .refused ? .critical : row.delivery == .acknowledged ? .good : .text
        ),
        (row.code?.short ?? "–", .text),
        row.isConfidential ? (hiddenOwner(language), .muted) : (row.ownerName ?? "–", .strong),
        (what(row, session), row.isConfidential ? .muted : .text),
      ]
      for (index, (column, cell)) in zip(columns, cells).enumerated() where column.width > 1 {
        let style = Style(cell.1, on: ground)
        switch index {
        case 3:
          surface.put(
            cell.0, row.ownerMark, found: typed, row: y, column: column.start, width: column.width - 1, style: style)
        case 2, 4:
          surface.put(cell.0, found: typed, row: y, column: column.start, width: column.width - 1, style: style)
        default: surface.put(cell.0, row: y, column: column.start, width: column.width - 1, style: style)
        }
      }
    }
  }

  /// The columns: time, state, code, owner, act. A narrow screen leaves out the owner.
  private static func columns(_ width: Int, hasMarks: Bool) -> [(start: Int, width: Int)] {
    // What tells owners of one name apart takes its room from the act, which the last column has in short anyway.
    let owner = width >= 72 ? hasMarks ? min(46, width / 3) : min(24, width / 5) : 0
    let fixed = [12, 11, 14, owner]
    var start = 2
    var columns: [(start: Int, width: Int)] = []
    for width in fixed {
      columns.append((start, width))
      start += width
    }
    return columns + [(start, width - start)]
  }

  private func what(_ row: OutboxRow, _ session: Session) -> String {
    let language = session.language
    if row.isConfidential { return language.pick("(nội dung kín)", "(confidential)") }
    guard let action = row.action else {
      return row.dossier == nil
        ? language.pick("Việc của đơn vị: cán bộ, cài đặt", "About the office: clerks, settings")
        : language.pick("(bản mới hơn ghi)", "(written by a newer version)")
    }
    return action.wording(language) { session.name(of: $0) }
  }

  private func drawStates(on surface: inout Surface, _ language: Language) {
    var x = 1
    for (index, state) in ([nil] + EntryDelivery.allCases.map(Optional.some)).enumerated() {
      let title = state?.short(language) ?? language.pick("tất cả", "all")
      let style = state == delivery ? Style(.strong, on: .tabActive) : Style(.text)
      x += surface.put("[\(index + 1)]\(title)", row: 1, column: x, style: style) + 1
    }
  }

  private func emptyText(_ language: Language) -> String {
    if pending != nil { return language.pick("Đang mở…", "Opening…") }
    if !search.isEmpty {
      return language.pick(
        "Không có việc nào khớp \"\(search)\". Esc bỏ tìm.", "Nothing matches \"\(search)\". Esc clears it.")
    }
    return language.pick("Không có việc nào ở đây.", "There is nothing here.")
  }

  func notice(_ session: Session, now: Instant) -> String? {
    let language = session.language
    if isTyping {
      return language.pick("Tìm: \(search)█   Enter giữ, Esc bỏ", "Find: \(search)█   Enter keeps, Esc clears")
    }
    guard let row = selectedRow else { return nil }
    let winner = row.winner.map {
      language.pick(
        "\(session.name(of: $0.clerk)) (\($0.at.clockAndDate))", "\(session.name(of: $0.clerk)) (\($0.at.clockAndDate))"
      )
    }
    let reason = row.verdict.wording(language, winner: winner) ?? row.delivery.explanation(language)
    return language.pick(
      "\(session.name(of: row.clerk)) ghi · \(reason)", "by \(session.name(of: row.clerk)) · \(reason)")
  }
}

extension EntryDelivery {
  func short(_ language: Language) -> String {
    switch self {
    case .recorded: language.pick("đã ghi", "recorded")
    case .sent: language.pick("đã gửi", "sent")
    case .acknowledged: language.pick("tỉnh nhận", "received")
    case .refused: language.pick("từ chối", "refused")
    }
  }

  fileprivate func explanation(_ language: Language) -> String {
    switch self {
    case .recorded: language.pick("giữ tại máy, chờ lần đồng bộ tới", "kept here until the next exchange")
    case .sent: language.pick("đã gửi, chờ tỉnh trả lời", "sent, waits for the answer")
    case .acknowledged: language.pick("tỉnh đã nhận và giữ", "the province has it")
    case .refused: language.pick("tỉnh không nhận", "refused")
    }
  }
}
