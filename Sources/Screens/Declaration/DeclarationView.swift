import Documents
import DossierDomain
import Terminal

extension DeclarationState {
  func draw(on surface: inout Surface, rows: Int, session: Session, now: Instant) {
    let language = session.language
    surface.drawTitleBar(
      template?.title ?? language.pick("Tờ khai", "Declaration"),
      right: clockWording(now, language))
    let questions = questions
    var headings: [Field.ID: String] = [:]
    var group: DeclarationGroup?
    for question in questions where question.field.group != group {
      group = question.field.group
      headings[question.field.typed.id] = question.field.group.wording(language)
    }
    let width = surface.size.columns
    FormPage(
      form: form, fields: fields, asides: asides(questions, width, language), headings: headings,
      notes: notes(questions, language), labelWidth: min(34, width * 2 / 5), language: language
    )
    .draw(on: &surface, row: 1, height: rows - 1, width: width)
  }

  /// How many rows are empty, and how many of them have to be filled.
  private func rest(_ questions: [DeclarationQuestions.Question], _ language: Language) -> String {
    let (blank, open) = (questions.count(where: \.isBlank), questions.count(where: \.isOpen))
    if blank == 0 { return language.pick("đã đủ, F2 xem", "complete, F2 shows it") }
    return language.pick(
      "còn \(blank) ô trống (\(open) cần điền), in dòng chấm",
      "\(blank) empty (\(open) needed), printed as dotted lines")
  }

  /// What the dossier says stands below each answer that says something else, and below a number which lines it leaves blank.
  private func notes(_ questions: [DeclarationQuestions.Question], _ language: Language) -> [Field.ID: [String]] {
    let notes = questions.map { question in
      let texts = [receptionWording(question.field, language), leftBlankWording(beside: question.field, language)]
      return (question.field.typed.id, texts.compactMap(\.self))
    }.filter { !$0.1.isEmpty }
    return Dictionary(notes) { first, _ in first }
  }

  /// Nil where nothing differs.
  private func receptionWording(_ field: DeclarationField, _ language: Language) -> String? {
    differingReception(field).map { text in
      field.group == .made
        ? language.pick("chương trình đề: \(text)", "the program has: \(text)")
        : language.pick("hồ sơ ghi: \(text)", "the dossier says: \(text)")
    }
  }

  /// What nobody has said is marked, where its row has room.
  private func asides(
    _ questions: [DeclarationQuestions.Question], _ width: Int, _ language: Language
  ) -> [Field.ID: FormPage.Aside] {
    guard width >= 76 else { return [:] }
    let aside = FormPage.Aside(text: language.pick("đề xuất", "proposed"), role: .muted)
    return Dictionary(questions.filter { isShortProposal($0) }.map { ($0.field.typed.id, aside) }) { first, _ in first }
  }

  /// The whole question, because its row may be too short for it.
  func notice(_ session: Session, now: Instant) -> String? {
    let language = session.language
    guard template != nil else { return language.pick("Đang mở tờ khai…", "Opening the declaration…") }
    let questions = questions
    let rest = rest(questions, language)
    guard let question = questions.first(where: { $0.field.typed.id == form.focus }) else { return rest }
    if let last = lastPlace(session) { return "\(question.label) · ^B: \(last)" }
    if let differs = receptionWording(question.field, language) {
      return "\(question.label) · \(language.pick("đã sửa khác", "changed")) · \(differs)"
    }
    if let left = leftBlankWording(beside: question.field, language) { return "\(question.label) · \(left)" }
    let state = isProposed(question) ? language.pick("đề xuất, gõ để sửa · ", "proposed, type to change it · ") : ""
    return "\(question.label) · \(state)\(rest)"
  }
}
