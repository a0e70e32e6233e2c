import DossierDomain
import OfficeWork
import Terminal

extension ReceiveState {
  func draw(on surface: inout Surface, rows: Int, session: Session, now: Instant) {
    let language = session.language
    surface.drawTitleBar(language.pick("Tiếp nhận hồ sơ", "New dossier"), right: clockWording(now, language))
    // A screen reader would read the halves of lines beside the question.
    if let question, session.isPlain { return question.draw(on: &surface, session) }
    defer { question?.draw(on: &surface, session) }
    if let issued { return drawIssued(issued, on: &surface, rows: rows, session: session) }
    let isWide = surface.size.columns >= 110
    let width = isWide ? surface.size.columns * 6 / 10 : surface.size.columns
    let room = isWide ? surface.size.columns - width - 3 : width - 2
    let receipt = receiptLines(session, now: now).flatMap { text, role in
      wrapped(text, width: room - 2).enumerated().map { ($0.offset == 0 ? $0.element : "  " + $0.element, role) }
    }
    let height = isWide ? rows - 2 : max(6, rows - 2 - min(5, receipt.count) - 1)
    FormPage(form: form, fields: fields, asides: asides(language), language: language)
      .draw(on: &surface, row: 2, height: height, width: width)
    if isWide {
      surface.verticalRule(row: 1, column: width, height: rows - 1)
      drawReceipt(receipt, on: &surface, row: 2, column: width + 2, height: rows - 2)
    } else {
      surface.horizontalRule(row: height + 2)
      drawReceipt(receipt, on: &surface, row: height + 3, column: 1, height: rows - height - 3)
    }
  }

  /// The text beside the number: which value does not fit it, or where it was issued.
  private func asides(_ language: Language) -> [Field.ID: FormPage.Aside] {
    guard let warning = warnings(language) else { return [:] }
    return ["number": FormPage.Aside(text: warning, role: mismatches.isEmpty ? .muted : .warning)]
  }

  /// The lines of the receipt.
  private func receiptLines(_ session: Session, now: Instant) -> [(String, Role)] {
    let language = session.language
    let replaces: [(String, Role)] = replaced.map { [($0.line(language), .warning)] } ?? []
    let copied = blankLines(language, now)
    guard procedure != nil else {
      if form.focus == "search", form.findsNothing {
        let words = language.pick(
          "Không thấy thủ tục nào. Thử ít chữ hơn (không cần dấu), chữ đầu như tthn, hoặc mã.",
          "No procedure is found. Try fewer letters (marks are not needed), initials such as tthn, or the code.")
        return [(words, .warning)]
      }
      return replaces + copied + [
        (language.pick("Gõ vài chữ để chọn thủ tục, Enter để chọn.", "Type a few letters, Enter chooses."), .muted)
      ] + favouriteLines(session, now)
    }
    var lines = replaces + copied
    if let problem = problems(language, now: now).first(where: { $0.field == "search" }) {
      return lines + [(problem.sentence, .error)]
    }
    if let elsewhere = receivedElsewhere { lines.append((elsewhere.wording(language), .warning)) }
    if let warning = doubleWarning(language, now) { lines.append((warning, .warning)) }
    lines += contradictions(language).map { ($0.sentence, .warning) }
    if let line = sentBackLine(language) { lines.append((line, .info)) }
    if let appointment = appointment(session, now: now) {
      lines.append((language.pick("Hẹn trả: ", "Due: ") + appointment.dueAt.clockAndDate, .strong))
      lines += appointment.reasons.map { ("· " + $0.wording(language), .muted) }
    } else {
      lines.append((language.pick("Hẹn trả: chưa rõ", "Due: not known"), .warning))
    }
    lines.append((language.pick("Lệ phí: ", "Fee: ") + feeText(language), .text))
    lines += officeLines(session, now)
    let missing = unmarkedPapers.count
    if missing > 0 {
      lines.append((language.pick("Còn \(missing) giấy tờ chưa đánh dấu.", "\(missing) papers not marked."), .warning))
    }
    return lines
  }

  /// Who decides if it is not this office, and where citizens hand it in if it is not anywhere.
  private func officeLines(_ session: Session, _ now: Instant) -> [(String, Role)] {
    guard let procedure, let outcome else { return [] }
    let language = session.language
    let facts = ProcedureFacts(
      version: procedure, outcome: outcome, session: session, day: receptionDay ?? now.civilDate)
    let isOfResidence = outcome.offices.contains { $0.task == .receives && $0.who == .communeOfResidence }
    var lines: [(String, Role)] = isOfResidence ? facts.receivers.map { ("\($0.label): \($0.text)", .info) } : []
    let ruled = outcome.decidingUnit.map { OfficeRule.Who.unit($0).wording(language) }
    let deciding =
      decidingUnit.map { ($0.code, $0.fullName) }
      ?? outcome.decidingUnit.flatMap { code in
        ruled.map { (code, $0) }
      }
    if let (code, name) = deciding {
      guard code != session.office.office.unitCode else { return lines }
      lines.append(
        (
          language.pick("Nơi giải quyết: ", "Decided by: ") + name
            + language.pick(" (nhận xong, chuyển hồ sơ sang đó)", " (hand it over there)"), .info
        ))
    } else {
      lines += facts.deciders.map { ("\($0.label): \($0.text)", .info) }
    }
    return lines
  }

  /// The sum as it is computed: `30 × (2 × 2.000) = 120.000 đ`.
  private func feeText(_ language: Language) -> String {
    let unknown = language.pick("chưa rõ", "not known")
    guard let quote, let total = quote.total else { return unknown }
    let terms = quote.lines.map(\.calculation).filter { !$0.isEmpty }
    return terms.isEmpty || total == 0 ? moneyText(total) : terms.joined(separator: " + ") + " = " + moneyText(total)
  }

  /// The procedures that are received most; a number and Enter choose one.
  private func favouriteLines(_ session: Session, _ now: Instant) -> [(String, Role)] {
    guard text("search").isEmpty, !session.favourites.isEmpty else { return [] }
    let procedures: [(String, Role)] = session.favourites.indices.compactMap { index in
      session.favourite(String(index + 1), on: now.civilDate).map { version in
        ("\(index + 1)  \(version.shortName)", .text)
      }
    }
    let keys = session.language.pick(
      "Số rồi Enter; từ danh sách hồ sơ: Alt+số.", "The number and Enter; from the list of dossiers Alt and the number."
    )
    return [(keys, .muted)] + procedures
  }

  private func drawReceipt(_ lines: [(String, Role)], on surface: inout Surface, row: Int, column: Int, height: Int) {
    // If there is no room for all lines, the reasoning between the appointment and the missing papers is cut.
    let last = procedure == nil ? 0 : min(2, height)
    let shown = lines.count <= height ? lines : Array(lines.prefix(max(0, height - last)) + lines.suffix(last))
    for (offset, line) in shown.enumerated() {
      surface.put(
        line.0, row: row + offset, column: column, width: surface.size.columns - column - 1, style: Style(line.1))
    }
  }

  private func drawIssued(_ row: QueueRow, on surface: inout Surface, rows: Int, session: Session) {
    let language = session.language
    var line = 3
    surface.put(heading(row, language), row: line, column: 4, style: Style(.heading))
    line += 2
    let code = " \(row.code.text) "
    surface.put(code, row: line, column: 4, style: Style(.strong, on: .focused))
    surface.cursor = Position(row: line, column: 4)
    line += 2
    let parts: [String?] = [
      text("other-code").isEmpty
        ? nil
        : language.pick("Mã ở hệ thống đang dùng: ", "In the other system: ")
          + DossierCode.normalised(text("other-code")),
      row.ownerName, "\(row.procedureCode) \(row.procedureName)",
      row.status.isPaused ? nil : row.dueAt.map { language.pick("Hẹn trả kết quả: ", "Due: ") + $0.clockAndDate },
      row.status == .handedBack
        ? language.pick("Đã giải quyết và trả ngay tại quầy.", "Decided and handed back at once.") : nil,
      row.status == .refused ? nil : moneyLine(language),
      askedLine(row, language),
      row.componentsMissing == 0 || row.status.isFinal || row.status.isPaused
        ? nil
        : language.pick(
          "Còn thiếu \(row.componentsMissing) giấy tờ.", "\(counted(row.componentsMissing, "paper")) missing."),
      text("phone").isEmpty ? nil : language.pick("Điện thoại: ", "Phone: ") + text("phone"),
    ]
    for part in parts.compactMap({ $0 }) {
      surface.put(part, row: line, column: 4, width: surface.size.columns - 8, style: Style(.text))
      line += 1
    }
    line += 1
    surface.put(advice(row, language), row: line, column: 4, width: surface.size.columns - 6, style: Style(.hint))
    guard !self.parts.isEmpty else { return }
    line += 2
    let offer = language.pick(
      "Thủ tục này gồm nhiều việc. Bấm số để lập hồ sơ của từng việc cho người này:",
      "It contains several procedures. A digit begins the dossier of one for this person:")
    for text in wrapped(offer, width: surface.size.columns - 8) {
      surface.put(text, row: line, column: 4, style: Style(.info))
      line += 1
    }
    for (index, code) in self.parts.prefix(9).enumerated() where line < rows {
      let name = ProcedureFacts.name(code, session, session.moment.civilDate)
      surface.put(
        "\(index + 1)  \(name)", row: line, column: 4, width: surface.size.columns - 8, style: Style(.text))
      line += 1
    }
  }

  private func heading(_ row: QueueRow, _ language: Language) -> String {
    switch wayOut {
    case .refusal: language.pick("Từ chối tiếp nhận. Mã trên phiếu:", "Refused. The code on the paper:")
    case .code, .atOnce, .rest, nil: language.pick("Đã tiếp nhận. Mã hồ sơ:", "Received. Dossier code:")
    }
  }

  /// What to do now.
  private func advice(_ row: QueueRow, _ language: Language) -> String {
    switch row.status {
    case .handedBack: return language.pick("Đưa kết quả cho công dân.", "Give the citizen the result.")
    case .refused:
      return language.pick(
        "Trả giấy tờ, đưa phiếu từ chối, nói rõ lý do.", "Give the papers back, with the reason on a paper.")
    case .supplementRequested, .paymentRequested:
      return language.pick(
        "Nói với công dân phải mang gì; bấm > để cho xem.", "Tell her what to bring; > shows it to her.")
    case .registered, .received, .inProgress, .withdrawn, .stopped, .completed:
      if isOnBlank {
        return language.pick(
          "Công dân đã giữ nửa phiếu dự phòng. ^P in phiếu hẹn nếu cần.",
          "The citizen has her half of the blank. ^P prints a slip if needed.")
      }
      return isBesideAnotherSystem
        ? language.pick(
          "Đọc giờ hẹn và mã của hệ thống đang dùng; mã trên chỉ dùng ở đây.",
          "Tell her the time and the other system's code; this one is for here.")
        : language.pick("Đọc mã và giờ hẹn cho công dân.", "Tell the citizen the code and the time.")
    }
  }

  /// What the citizen was asked for, once.
  private func askedLine(_ row: QueueRow, _ language: Language) -> String? {
    guard case .rest(let items, _) = wayOut, row.status.isPaused else { return nil }
    return language.pick(
      "Đã yêu cầu bổ sung \(items.count) mục, đồng hồ dừng.",
      "Asked for \(counted(items.count, "item")); the clock stops.")
  }

  /// What was paid, or is to be paid; nil if no fee is known.
  private func moneyLine(_ language: Language) -> String? {
    switch money {
    case .paid(let amount, let method):
      language.pick("Đã thu ", "Paid: ") + "\(moneyText(amount)) (\(method.wording(language)))"
    case .later, nil: fee.map { language.pick("Chưa thu ", "Not paid: ") + moneyText($0) }
    }
  }
}
