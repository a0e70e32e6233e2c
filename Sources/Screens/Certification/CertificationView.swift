import DossierDomain
import OfficeWork
import Terminal

extension CertificationState {
  func draw(on surface: inout Surface, rows: Int, session: Session, now: Instant) {
    let language = session.language
    surface.drawTitleBar(
      language.pick("Chứng thực bản sao", "Certified copies"), right: clockWording(now, language))
    // A screen reader would read the halves of lines beside the question.
    if let question, session.isPlain { return question.draw(on: &surface, language) }
    defer { question?.draw(on: &surface, language) }
    let width = surface.size.columns
    if let issued { return drawIssued(issued, on: &surface, width: width, session, now) }
    let sums = sums(session, now)
    let height = max(4, rows - 3 - min(sums.count, rows / 3))
    FormPage(form: form, fields: fields, language: language).draw(on: &surface, row: 2, height: height, width: width)
    surface.horizontalRule(row: height + 2)
    // The sum is the last line, which stays when there is no room for all.
    for (offset, line) in sums.suffix(max(1, rows - height - 3)).enumerated() {
      surface.put(line.text, row: height + 3 + offset, column: 1, width: width - 2, style: Style(line.role))
    }
  }

  /// What each line is read as and costs, then the sum.
  private func sums(_ session: Session, _ now: Instant) -> [(text: String, role: Role)] {
    let language = session.language
    guard let outcome = outcome(session, now) else {
      return [
        (language.pick("Thủ tục chứng thực bản sao không có hiệu lực.", "The procedure is not in force."), .error)
      ]
    }
    let each = lines.map { "\($0.wording(language)): \(money(outcome.quote([$0]), language))" }
    let total = lines.isEmpty ? 0 : outcome.quote(lines).total
    let sum = total.map(moneyText) ?? language.pick("chưa rõ", "not known")
    let numbers = lines.numbersNeeded
    return each.flatMap { wrapped($0, width: session.size.columns - 2) }.map { ($0, .text) } + [
      (
        language.pick(
          "Phí: \(sum) · \(numbers) số trong sổ", "Fee: \(sum) · \(counted(numbers, "number")) of the book"), .strong
      )
    ]
  }

  /// `30 × (2 × 2.000) = 120.000 đ`
  private func money(_ quote: FeeQuote, _ language: Language) -> String {
    guard let total = quote.total else { return language.pick("chưa rõ", "not known") }
    let terms = quote.lines.map(\.calculation).filter { !$0.isEmpty }
    return terms.isEmpty ? moneyText(total) : terms.joined(separator: " + ") + " = " + moneyText(total)
  }

  private func drawIssued(
    _ row: QueueRow, on surface: inout Surface, width: Int, _ session: Session, _ now: Instant
  ) {
    let language = session.language
    surface.put(
      language.pick("Đã nhận. Mã hồ sơ:", "Received. Dossier code:"), row: 3, column: 4, style: Style(.heading))
    surface.put(" \(row.code.text) ", row: 5, column: 4, style: Style(.strong, on: .focused))
    surface.cursor = Position(row: 5, column: 4)
    let due = row.dueAt.map { language.pick("Hẹn trả kết quả: ", "Due: ") + $0.clockAndDate }
    let texts = [row.ownerName, due, moneyLine(session, now)].compactMap(\.self) + lines.map { $0.wording(language) }
    for (offset, text) in texts.enumerated() where 7 + offset < session.bodyRows - 2 {
      surface.put(text, row: 7 + offset, column: 4, width: width - 8, style: Style(.text))
    }
    let advice = language.pick(
      "Enter mở hồ sơ, ở đó _ trình ký. Dấu phẩy: giấy nữa của người này.",
      "Enter opens it, where _ sends it to the signer. Comma: more papers of this person.")
    surface.put(advice, row: session.bodyRows - 1, column: 4, width: width - 6, style: Style(.hint))
  }

  private func moneyLine(_ session: Session, _ now: Instant) -> String? {
    let language = session.language
    return switch money {
    case .paid(let amount, let method):
      language.pick("Đã thu ", "Paid: ") + "\(moneyText(amount)) (\(method.wording(language)))"
    case .later, nil:
      outcome(session, now)?.quote(lines).total.map { language.pick("Chưa thu ", "Not paid: ") + moneyText($0) }
    }
  }

  func notice(_ session: Session, now: Instant) -> String? {
    guard issued == nil, question == nil, let field = form.focused(fields) else { return nil }
    let language = session.language
    let text = form.trimmed(field)
    if field.id.name != "line" {
      guard let first = known.first else { return nil }
      return known.count > 1
        ? language.pick(
          "Có \(known.count) người cùng tên. ^B chọn để điền.", "\(known.count) persons have this name. ^B chooses one."
        )
        : language.pick("Đã biết: ", "Known: ")
          + [first.person.name, first.person.birth, maskedNumber(first.person.identityNumber)].filter { !$0.isEmpty }
          .joined(separator: " · ") + language.pick(". ^B điền.", ". ^B fills in.")
    }
    if !text.isEmpty, let problem = field.check(text, language) { return problem }
    return language.pick(
      "Loại giấy, số trang bản chính, số bản. Tên người trong giấy sau dấu /. F2 nhận.",
      "Kind, pages of the original, copies. Whom it names behind /. F2 receives.")
  }
}
