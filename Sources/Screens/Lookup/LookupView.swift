import DossierDomain
import OfficeWork
import Terminal

extension LookupState {
  func draw(on surface: inout Surface, rows: Int, session: Session, now: Instant) {
    let language = session.language
    let width = surface.size.columns
    surface.drawTitleBar(language.pick("Tìm hồ sơ, thủ tục, người", "Find dossiers, procedures, people"))
    surface.put(">", row: 1, column: 1, style: Style(.key))
    field.draw(
      on: &surface, row: 1, column: 3, width: width - 4, isActive: true,
      placeholder: language.pick(
        "tên, số, mã hồ sơ, hoặc lời công dân: con mới đẻ, độc thân…", "name, number, code, or what citizens say"),
      ground: .plain)
    surface.horizontalRule(row: 2)
    let answer = answerLines(session, width: width)
    let height = max(4, rows - 4 - (answer.isEmpty ? 0 : min(9, answer.count) + 1))
    drawGroups(on: &surface, row: 3, session: session)
    drawHits(on: &surface, row: 4, height: height - 1, session: session, now: now)
    guard !answer.isEmpty else { return }
    let row = 3 + height
    surface.horizontalRule(row: row)
    if let code = chosenProcedure?.code { surface.put(" \(code) ", row: row, column: 1, style: Style(.strong)) }
    for (offset, line) in answer.prefix(rows - row - 1).enumerated() {
      surface.put(line.0, row: row + 1 + offset, column: 1, width: width - 2, style: Style(line.1))
    }
  }

  private func drawGroups(on surface: inout Surface, row: Int, session: Session) {
    let language = session.language
    var column = 1
    for group in Group.allCases {
      let title =
        switch group {
        case .procedures: language.pick("Thủ tục", "Procedures")
        case .dossiers:
          person.map { language.pick("Hồ sơ của ", "Dossiers of ") + $0.name } ?? language.pick("Hồ sơ", "Dossiers")
        case .people: language.pick("Người", "People")
        }
      let hasMore =
        switch group {
        case .procedures: false
        case .dossiers: results?.hasMore == true && person == nil
        case .people: results?.hasMorePeople == true
        }
      let more = hasMore ? "+" : ""
      let style = Style(group == self.group ? .strong : .muted, on: group == self.group ? .tabActive : .plain)
      column += surface.put(" \(title) (\(count(group))\(more)) ", row: row, column: column, style: style) + 2
    }
    if pending != nil || pendingPerson != nil {
      surface.put(language.pick("đang tìm…", "searching…"), row: row, column: column, style: Style(.muted))
    }
  }

  private func drawHits(on surface: inout Surface, row: Int, height: Int, session: Session, now: Instant) {
    let width = surface.size.columns
    if count(group) == 0, pending == nil, !field.isEmpty {
      surface.put(
        session.language.pick(
          "Không thấy. Thử ít chữ hơn, không cần dấu.", "Nothing found. Try fewer letters; marks are not needed."),
        row: row, column: 2, style: Style(.muted))
    }
    for (offset, index) in window.visible(count: count(group), height: height).enumerated() {
      let y = row + offset
      let ground = surface.beginListRow(y, isChosen: index == window.chosen, setsCursor: window.wasMoved)
      switch group {
      case .procedures: drawProcedure(procedures[index].version, on: &surface, row: y, ground, session)
      case .dossiers: drawDossier(dossiers[index], on: &surface, row: y, ground, session, now)
      case .people:
        guard let person = results?.people[index] else { continue }
        surface.put(person.name, row: y, column: 2, width: 30, style: Style(.text, on: ground))
        surface.put(
          maskedNumber(person.identityNumber), row: y, column: 34, width: 14, style: Style(.muted, on: ground))
        surface.put(person.birth, row: y, column: 49, width: 11, style: Style(.muted, on: ground))
        surface.put(
          session.language.pick("\(person.dossierCount) hồ sơ", "\(person.dossierCount) dossiers"), row: y, column: 61,
          width: width - 62, style: Style(.text, on: ground))
      }
    }
  }

  private func drawProcedure(
    _ version: ProcedureVersion, on surface: inout Surface, row: Int, _ ground: Ground, _ session: Session
  ) {
    let width = surface.size.columns
    surface.put(version.code, row: row, column: 2, width: 12, style: Style(.muted, on: ground))
    surface.put(
      version.name, row: row, column: 14, width: width - 46,
      style: Style(version.isReceivable ? .text : .muted, on: ground))
    let standing =
      version.isReceivable
      ? version.timeLimit.wording(session.language) : session.language.pick("không nhận ở đây", "not received here")
    surface.put(standing, row: row, column: width - 31, width: 17, style: Style(.text, on: ground))
    surface.put(
      version.onlineLevel.value?.wording(session.language) ?? session.language.pick("chưa rõ", "not known"), row: row,
      column: width - 14, width: 13, style: Style(.muted, on: ground))
  }

  private func drawDossier(
    _ row: QueueRow, on surface: inout Surface, row y: Int, _ ground: Ground, _ session: Session, _ now: Instant
  ) {
    let width = surface.size.columns
    surface.put(row.code.short, row: y, column: 2, width: 14, style: Style(.text, on: ground))
    surface.put(
      row.ownerName ?? session.language.pick("(hồ sơ kín)", "(confidential)"), row: y, column: 17, width: 22,
      style: Style(.text, on: ground))
    surface.put(row.procedureShortName, row: y, column: 40, width: width - 62, style: Style(.text, on: ground))
    surface.put(
      row.isVoid ? session.language.pick("Đã hủy", "Void") : row.status.wording(session.language), row: y,
      column: width - 21, width: 20, style: Style(.muted, on: ground))
  }

  /// The facts that citizens ask for: papers, time, fee and who decides. A fact that is not known is marked as such.
  private func answerLines(_ session: Session, width: Int) -> [(String, Role)] {
    let language = session.language
    guard let version = chosenProcedure else { return [] }
    let unknown = language.pick("chưa rõ", "not known")
    var lines: [(String, Role)] = [(version.name, .strong)]
    if let denial = version.denial {
      lines += wrapped(denial.wording(language), width: width - 2).map { ($0, .warning) }
    }
    let papers = version.components.isEmpty ? unknown : version.components.joined(separator: " · ")
    lines += wrapped(language.pick("Cần: ", "Needed: ") + papers, width: width - 2).map { ($0, .text) }
    let notNeeded = language.pick(
      "Không cần: giấy tờ cư trú (khai thác dữ liệu), bản sao căn cước (xem hoặc quét thẻ)",
      "Not needed: residence papers (looked up), copies of the card (seen or scanned)")
    lines += wrapped(notNeeded, width: width - 2).map { ($0, .muted) }
    let fee = version.fee.value.map(moneyText) ?? unknown
    lines.append(
      (
        language.pick("Thời hạn: ", "Time: ") + version.timeLimit.wording(language)
          + language.pick(" · Lệ phí: ", " · Fee: ") + fee, .text
      ))
    if version.timeLimit == .sameDay {
      lines.append(
        (
          language.pick("Nhận sau 15 giờ: trả ngày làm việc tiếp theo.", "Received after 15:00: the next working day."),
          .muted
        ))
    }
    lines.append(
      (
        language.pick("Nơi giải quyết: ", "Decided by: ")
          + (version.standing == .guidanceOnly
            ? language.pick("Công an cấp xã", "the commune police") : session.office.office.name),
        .text
      ))
    return lines
  }

  func notice(_ session: Session, now: Instant) -> String? {
    if chosenProcedure != nil {
      return session.language.pick("F2: lập hồ sơ thủ tục này.", "F2 begins a dossier of it.")
    }
    if chosenDossier != nil || chosenPerson != nil { return session.language.pick("Enter: mở.", "Enter opens.") }
    return nil
  }
}
