import DossierDomain
import OfficeWork
import Terminal

extension ReceiveState {
  func draw(on surface: inout Surface, rows: Int, session: Session, now: Instant) {
    let language = session.language
    surface.drawTitleBar(language.pick("Tiếp nhận hồ sơ", "New dossier"), right: clockWording(now, language))
    if let issued { return drawIssued(issued, on: &surface, rows: rows, session: session) }
    let isWide = surface.size.columns >= 110
    let width = isWide ? surface.size.columns * 6 / 10 : surface.size.columns
    let room = isWide ? surface.size.columns - width - 3 : width - 2
    let receipt = receiptLines(session, now: now).flatMap { text, role in
      wrapped(text, width: room - 2).enumerated().map { ($0.offset == 0 ? $0.element : "  " + $0.element, role) }
    }
    let height = isWide ? rows - 2 : max(6, rows - 2 - min(5, receipt.count) - 1)
    drawFields(on: &surface, height: height, width: width, session: session)
    if isWide {
      surface.verticalRule(row: 1, column: width, height: rows - 1)
      drawReceipt(receipt, on: &surface, row: 2, column: width + 2, height: rows - 2)
    } else {
      surface.horizontalRule(row: height + 2)
      drawReceipt(receipt, on: &surface, row: height + 3, column: 1, height: rows - height - 3)
    }
  }

  private func drawFields(on surface: inout Surface, height: Int, width: Int, session: Session) {
    let order = fields
    var window = ListWindow()
    // Room for the hits below the field that asks for them.
    let isAsking = focus == .office && !unitHits.isEmpty
    let listHeight = isAsking ? max(2, height - 4) : height
    window.choose(order.firstIndex(of: focus) ?? 0, count: order.count)
    var row = 2
    let visible = window.visible(count: order.count, height: listHeight)
    if visible.lowerBound > 0 { surface.put("▲", row: row, column: width - 1, style: Style(.muted)) }
    for index in visible {
      if index == visible.upperBound - 1, index < order.count - 1 {
        surface.put("▼", row: row, column: width - 1, style: Style(.muted))
      }
      drawField(order[index], on: &surface, row: row, width: width, session: session)
      row += 1
      guard order[index] == focus else { continue }
      if focus == .procedure, !hits.isEmpty { return drawHits(on: &surface, row: row, width: width, height, session) }
      if focus == .office, !unitHits.isEmpty { return drawUnits(on: &surface, row: row, width: width, height) }
    }
  }

  private func drawHits(
    on surface: inout Surface, row first: Int, width: Int, _ height: Int, _ session: Session
  ) {
    let language = session.language
    for (offset, hit) in hitWindow.visible(count: hits.count, height: min(8, height - 2)).enumerated() {
      let (row, version) = (first + offset, hits[hit].version)
      let ground = surface.beginListRow(
        row, column: 2, width: width - 3, isChosen: hit == hitWindow.chosen, setsCursor: hitWindow.wasMoved)
      surface.put(version.code, row: row, column: 4, style: Style(.muted, on: ground))
      let role: Role = version.isReceivable ? .text : .muted
      surface.put(version.name, row: row, column: 14, width: width - 31, style: Style(role, on: ground))
      surface.put(
        version.isReceivable ? version.timeLimit.wording(language) : language.pick("không nhận", "not here"),
        row: row, column: width - 16, width: 15, style: Style(.muted, on: ground))
    }
  }

  private func drawUnits(on surface: inout Surface, row first: Int, width: Int, _ height: Int) {
    // The field may stand at the end of the form: as many as fit below it.
    let room = max(1, min(6, 2 + height - first))
    for (offset, hit) in hitWindow.visible(count: unitHits.count, height: room).enumerated() {
      let row = first + offset
      let ground = surface.beginListRow(
        row, column: 2, width: width - 3, isChosen: hit == hitWindow.chosen, setsCursor: hitWindow.wasMoved)
      surface.put(unitHits[hit].code, row: row, column: 4, style: Style(.muted, on: ground))
      surface.put(unitHits[hit].fullName, row: row, column: 14, width: width - 16, style: Style(.text, on: ground))
    }
  }

  private func drawField(_ field: Field, on surface: inout Surface, row: Int, width: Int, session: Session) {
    let language = session.language
    let isFocused = field == focus
    let labelWidth = 18
    surface.put(isFocused ? "▶" : " ", row: row, column: 0, style: Style(.key))
    surface.put(
      label(field, language), row: row, column: 2, width: labelWidth, style: Style(isFocused ? .strong : .heading))
    let column = labelWidth + 3
    let room = width - column - 2
    switch field {
    case .sex:
      choice(sex?.wording(language) ?? "–", on: &surface, row: row, column: column, width: room, isFocused: isFocused)
    case .delivery:
      choice(delivery.wording(language), on: &surface, row: row, column: column, width: room, isFocused: isFocused)
    case .component(let index):
      let component = components[index]
      surface.put(
        "\(index + 1). \(component.name)", row: row, column: 2, width: width - 24,
        style: Style(isFocused ? .strong : .text))
      let role: Role = component.form == .missing ? .warning : .good
      surface.put(
        component.form.wording(language), row: row, column: width - 20, width: 18,
        style: Style(role, on: isFocused ? .focused : .plain))
      if isFocused { surface.cursor = Position(row: row, column: width - 20) }
    case .number:
      texts[field]?.draw(on: &surface, row: row, column: column, width: min(16, room), isActive: isFocused)
      if let warning = warnings(language) {
        surface.put(
          warning, row: row, column: column + 26, width: room - 26,
          style: Style(warning.hasPrefix("xem") || warning.hasPrefix("check") ? .warning : .muted))
      }
    default:
      let short: Set<Field> = [.days, .birth, .phone, .copies]
      texts[field]?.draw(
        on: &surface, row: row, column: column, width: short.contains(field) ? min(16, room) : room,
        isActive: isFocused,
        placeholder: placeholder(field, language))
    }
  }

  private func choice(_ text: String, on surface: inout Surface, row: Int, column: Int, width: Int, isFocused: Bool) {
    surface.put(
      "◀ \(text) ▶", row: row, column: column, width: width, style: Style(.input, on: isFocused ? .focused : .plain))
    if isFocused { surface.cursor = Position(row: row, column: column + 2) }
  }

  private func label(_ field: Field, _ language: Language) -> String {
    switch field {
    case .procedure: language.pick("Thủ tục", "Procedure")
    case .days: language.pick("Số ngày làm việc", "Working days")
    case .ownerName: language.pick("Chủ hồ sơ", "Owner")
    case .number: language.pick("Số định danh", "Citizen number")
    case .birth: language.pick("Ngày sinh", "Born")
    case .sex: language.pick("Giới tính", "Sex")
    case .phone: language.pick("Điện thoại", "Phone")
    case .address: language.pick("Địa chỉ", "Address")
    case .applicant: language.pick("Người nộp", "Applicant")
    case .component: ""
    case .delivery: language.pick("Nhận kết quả", "Result")
    case .copies: language.pick("Số bộ", "Sets")
    case .office: language.pick("Nơi giải quyết", "Decided by")
    case .summary: language.pick("Nội dung yêu cầu", "Request")
    }
  }

  private func placeholder(_ field: Field, _ language: Language) -> String {
    switch field {
    case .procedure: language.pick("tên, mã, hoặc lời dân: con mới đẻ, độc thân…", "name, code, or what citizens say")
    case .applicant: language.pick("để trống: chính chủ", "empty: the owner")
    case .office: language.pick("để trống: đơn vị này", "empty: this office")
    case .birth: "dd/mm/yyyy"
    case .days: language.pick("danh mục chưa rõ", "not known")
    default: ""
    }
  }

  /// What the receipt will say.
  private func receiptLines(_ session: Session, now: Instant) -> [(String, Role)] {
    let language = session.language
    guard let procedure else {
      return [
        (language.pick("Gõ vài chữ để chọn thủ tục, Enter để chọn.", "Type a few letters, Enter chooses."), .muted)
      ]
    }
    var lines: [(String, Role)] = []
    if let problem = problems(language).first(where: { $0.field == .procedure }) { return [(problem.sentence, .error)] }
    if let appointment = appointment(session, now: now) {
      lines.append((language.pick("Hẹn trả: ", "Due: ") + appointment.dueAt.clockAndDate, .strong))
      lines += appointment.reasons.map { ("· " + $0.wording(language), .muted) }
    } else {
      lines.append((language.pick("Hẹn trả: chưa rõ", "Due: not known"), .warning))
    }
    lines.append(
      (
        language.pick("Lệ phí: ", "Fee: ")
          + (procedure.fee.value.map(moneyText) ?? language.pick("chưa rõ", "not known")), .text
      ))
    if let decidingUnit, decidingUnit.code != session.office.office.unitCode {
      lines.append(
        (
          language.pick("Nơi giải quyết: ", "Decided by: ") + decidingUnit.fullName
            + language.pick(" (nhận xong, chuyển hồ sơ sang đó)", " (hand it over there)"), .info
        ))
    }
    let missing = components.count { $0.form == .missing }
    if missing > 0 {
      lines.append((language.pick("Còn \(missing) giấy tờ chưa đánh dấu.", "\(missing) papers not marked."), .warning))
    }
    return lines
  }

  private func drawReceipt(_ lines: [(String, Role)], on surface: inout Surface, row: Int, column: Int, height: Int) {
    // The appointment and what is missing matter more than the reasoning between them.
    let shown = lines.count <= height ? lines : Array(lines.prefix(max(0, height - 2)) + lines.suffix(min(2, height)))
    for (offset, line) in shown.enumerated() {
      surface.put(
        line.0, row: row + offset, column: column, width: surface.size.columns - column - 1, style: Style(line.1))
    }
  }

  private func drawIssued(_ row: QueueRow, on surface: inout Surface, rows: Int, session: Session) {
    let language = session.language
    var line = 3
    surface.put(
      language.pick("Đã tiếp nhận. Mã hồ sơ:", "Received. Dossier code:"), row: line, column: 4, style: Style(.heading))
    line += 2
    let code = " \(row.code.text) "
    surface.put(code, row: line, column: 4, style: Style(.strong, on: .focused))
    surface.cursor = Position(row: line, column: 4)
    line += 2
    let parts: [String?] = [
      row.ownerName, "\(row.procedureCode) \(row.procedureName)",
      row.dueAt.map { language.pick("Hẹn trả kết quả: ", "Due: ") + $0.clockAndDate },
      row.status == .handedBack
        ? language.pick("Đã giải quyết và trả ngay tại quầy.", "Decided and handed back at once.") : nil,
    ]
    for part in parts.compactMap({ $0 }) {
      surface.put(part, row: line, column: 4, width: surface.size.columns - 8, style: Style(.text))
      line += 1
    }
    line += 1
    surface.put(
      language.pick("Đọc mã và giờ hẹn cho công dân.", "Tell the citizen the code and the time."), row: line, column: 4,
      width: surface.size.columns - 6, style: Style(.hint))
  }
}
