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
      labelWidth: min(34, width * 2 / 5), language: language
    )
    .draw(on: &surface, row: 1, height: rows - 1, width: width)
  }

  /// What nobody has said is marked, where its row has room, and so is the number because of which lines of its holder stay blank.
  private func asides(
    _ questions: [DeclarationQuestions.Question], _ width: Int, _ language: Language
  ) -> [Field.ID: FormPage.Aside] {
    guard width >= 76 else { return [:] }
    let aside = FormPage.Aside(text: language.pick("đề xuất", "proposed"), role: .muted)
    var asides = Dictionary(questions.filter { isShortProposal($0) }.map { ($0.field.typed.id, aside) }) { first, _ in
      first
    }
    let text = language.pick("nơi ở: để trống", "no residence")
    let numbers = numbersLeavingBlank
    for question in questions where numbers.contains(question.id) {
      asides[question.field.typed.id] = FormPage.Aside(text: text, role: .muted)
    }
    return asides
  }

  /// The whole question, because its row may be too short for it.
  func notice(_ session: Session, now: Instant) -> String? {
    let language = session.language
    guard template != nil else { return language.pick("Đang mở tờ khai…", "Opening the declaration…") }
    let questions = questions
    let rest = rest(questions, language)
    guard let question = questions.first(where: { $0.field.typed.id == form.focus }) else { return rest }
    if let last = lastPlace(session) { return "\(question.label) · ^B: \(last)" }
    let state = isProposed(question) ? language.pick("đề xuất, gõ để sửa · ", "proposed, type to change it · ") : ""
    let overruled = facts.overruled(question.id)
    let earlier = overruled.isEmpty ? "" : language.pick("trước ghi: \(overruled) · ", "before: \(overruled) · ")
    return "\(question.label) · \(state)\(earlier)\(rest)"
  }

  /// How many lines of the paper have nothing on them. Those that may stay so are counted apart.
  private func rest(_ questions: [DeclarationQuestions.Question], _ language: Language) -> String {
    let open = questions.count(where: \.isOpen)
    let others = questions.count { $0.isBlank && !$0.isOpen }
    if open == 0 {
      return others == 0
        ? language.pick("đã đủ, F2 xem", "complete, F2 shows it")
        : language.pick(
          "đủ ô cần điền, còn \(others) ô tùy ý; F2 xem",
          "what is needed is there, \(others) may stay empty; F2 shows it")
    }
    let further = others == 0 ? "" : language.pick(" và \(others) ô tùy ý", " and \(others) that may stay empty")
    return language.pick(
      "còn \(open) ô trống\(further), để trống thì in dòng chấm",
      "\(open) open\(further); what is left empty is a dotted line")
  }
}
