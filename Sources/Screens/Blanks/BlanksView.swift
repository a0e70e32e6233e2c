import DossierDomain
import OfficeWork
import Terminal

extension BlanksState {
  func draw(on surface: inout Surface, rows: Int, session: Session, now: Instant) {
    let language = session.language
    let unused = drawer.map { drawer in
      language.pick(" · \(drawer.counts.unused) chưa dùng", " · \(drawer.counts.unused) unused")
    }
    surface.drawTitleBar(
      language.pick("Phiếu dự phòng", "Blank receipts") + (unused ?? ""), right: clockWording(now, language))
    guard drawer != nil, !items.isEmpty else { return drawNothing(on: &surface, language) }
    let width = surface.size.columns
    let column = session.isPlain ? 11 : 4
    for (offset, index) in window.visible(count: items.count, height: rows - 3).enumerated() {
      let (row, item) = (2 + offset, items[index])
      let isMarked = marked.contains(item.blank.code)
      let ground = surface.beginListRow(row, isChosen: index == window.chosen, ground: isMarked ? .marked : .plain)
      if isMarked {
        let mark = session.isPlain ? language.pick("đã chọn", "marked") : "☒"
        surface.put(mark, row: row, column: 2, style: Style(.text, on: ground))
      }
      let used = surface.put(
        item.blank.code.short, row: row, column: column, style: Style(.strong, on: ground))
      surface.put(
        item.wording(session), row: row, column: column + used + 2, width: width - column - used - 3,
        style: Style(item.role, on: ground))
    }
  }

  /// What to press, since somebody who has never printed blanks comes here to do so.
  private func drawNothing(on surface: inout Surface, _ language: Language) {
    let text: String
    if drawer != nil {
      text = language.pick(
        "Máy này chưa in phiếu dự phòng nào. Bấm ^P để in 20 phiếu có sẵn mã, cất trong ngăn kéo cho lúc mất điện.",
        "This desk has printed no blank receipt yet. ^P prints 20 with their codes, for the drawer and hours without current."
      )
    } else if isUnknown {
      text = language.pick(
        "Không đọc được danh sách này; mở lại để thử lần nữa.", "The list cannot be read; open it again to retry.")
    } else {
      return
    }
    let role: Role = drawer == nil ? .warning : .text
    for (offset, line) in wrapped(text, width: surface.size.columns - 4).enumerated() {
      surface.put(line, row: 2 + offset, column: 2, style: Style(role))
    }
    surface.cursor = Position(row: 2, column: 2)
  }

  /// The whole of what a row may cut, or what Enter does with it.
  func notice(_ session: Session, now: Instant) -> String? {
    let language = session.language
    if isPrinting { return language.pick("Đang gửi máy in…", "Sending to the printer…") }
    if !marked.isEmpty {
      return language.pick(
        "Đã chọn \(marked.count). ^X hủy, Esc bỏ chọn.", "\(marked.count) marked. ^X strikes them, Esc unmarks.")
    }
    let said = [chosenWording(session), printer?.trouble(language)].compactMap(\.self)
    return said.isEmpty ? nil : said.joined(separator: " ")
  }

  private func chosenWording(_ session: Session) -> String? {
    let language = session.language
    guard let chosen else { return nil }
    switch chosen.blank.state {
    case .unused where chosen.isToPrint:
      let count = drawer?.counts.toPrint ?? 0
      return language.pick(
        "Chưa in \(count) phiếu đã có số. ^P in ngay.", "\(count) with numbers are not printed. ^P prints them.")
    case .unused:
      return language.pick(
        "Enter: nhập phiếu này theo giờ ghi trên phiếu.", "Enter: enter it with the time written on it.")
    case .used, .struck, .ofEarlierLife: return chosen.wording(session)
    }
  }
}

extension BlankDrawer.Item {
  /// `chưa dùng`, `đã nhập: Lê Văn Ninh · Khai sinh`, `đã hủy: phiếu ướt`
  fileprivate func wording(_ session: Session) -> String {
    let language = session.language
    let state = blank.state.wording(language)
    if isToPrint { return state + language.pick(", chưa in", ", not printed") }
    guard let dossier else { return state }
    let what = dossier.ownerName == nil ? "" : " · " + session.office.shortName(of: dossier)
    return "\(state): \(dossier.markedOwner(language))" + what
  }

  fileprivate var role: Role {
    switch blank.state {
    case .unused: isToPrint ? .warning : .text
    case .used, .struck: .muted
    case .ofEarlierLife: .warning
    }
  }
}
