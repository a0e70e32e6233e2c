import DossierDomain

/// The questions of a procedure: what is asked, and what the answers come to.
extension ReceiveState {
  private var version: AskedVersion? { procedure.map { memory.version($0) } }
  private var asked: AskedCase? { procedure.map { memory.asked($0, answers) } }

  /// One field for each question of the procedure, in its order.
  var allQuestions: [Field] { (version?.questions ?? []).map(withDerivedAnswer) }

  /// Those of every paper, because a draft stores them without their places.
  var allPapers: [Field] { version?.papers ?? [] }

  /// Tells versions of the procedure apart in drafts.
  var versionMark: String? { version?.mark }

  var answers: CaseAnswers {
    var answers = CaseAnswers(channel: UInt8(text("channel")).flatMap(Channel.init(rawValue:)) ?? .direct)
    for (question, field) in zip(procedure?.rules.questions ?? [], allQuestions) {
      answers[question.id] = Int(form.text(field))
    }
    return answers
  }

  /// What applies under the answers so far; nil while no procedure is chosen.
  var outcome: CaseOutcome? { asked?.outcome }

  /// The questions that decide something in this case.
  var questions: [Field] { (asked?.questions ?? []).map(withDerivedAnswer) }

  /// The question proposes the answer that the owner's birth gives, until the clerk chooses another.
  private func withDerivedAnswer(_ field: Field) -> Field {
    guard let question = derivingQuestion(field), let day = receptionDay,
      let answer = question.answer(fromBirth: text("birth"), on: day)
    else { return field }
    var field = field
    field.proposal = String(answer)
    if isLeftToBirth(field) {
      field.label = Words(question.text + " (theo ngày sinh)", question.text + " (by the date of birth)")
    }
    return field
  }

  private func derivingQuestion(_ field: Field) -> CaseQuestion? {
    guard let questions = procedure?.rules.questions, questions.indices.contains(field.id.index),
      questions[field.id.index].derivation != nil
    else { return nil }
    return questions[field.id.index]
  }

  /// The birth answers the question, because the clerk has not. The answer is another one when the birth or the day is another
  /// one, so that it is neither kept with the form nor sent with the reception, which is decided by its own day.
  func isLeftToBirth(_ field: Field) -> Bool { derivingQuestion(field) != nil && !form.isAnswered(field) }

  /// What the clerk has answered, and what is usual.
  var answersOfClerk: CaseAnswers {
    var answers = answers
    for (question, field) in zip(procedure?.rules.questions ?? [], allQuestions) where isLeftToBirth(field) {
      answers[question.id] = nil
    }
    return answers
  }

  /// What may be right although something else in the form says otherwise. The clerk is told it once before the code.
  func contradictions(_ language: Language) -> [(field: Field.ID, sentence: String)] {
    contradictionsOfBirth(language)
      + ([kinshipDoubt].compactMap(\.self) + ageDoubts).map { ($0.field, $0.sentence(language)) }
  }

  /// What the clerk has answered although the date of birth says otherwise.
  private func contradictionsOfBirth(_ language: Language) -> [(field: Field.ID, sentence: String)] {
    guard let day = receptionDay else { return [] }
    let birth = text("birth")
    return questions.compactMap { field in
      guard let question = derivingQuestion(field), form.isAnswered(field), let answer = Int(form.text(field)),
        question.answers.indices.contains(answer - 1), question.isContradicted(answer, byBirth: birth, on: day)
      else { return nil }
      let words = "\(question.text) \(question.answers[answer - 1])"
      let date = BirthDate.normalised(birth) ?? birth
      return (
        field.id,
        language.pick(
          "Ngày sinh \(date) không khớp với câu trả lời: \(words).",
          "The date of birth \(date) contradicts the answer: \(words).")
      )
    }
  }

  /// Those of the papers that apply.
  var papers: [Field] {
    let papers = asked?.papers ?? []
    return addsTo != nil || form.hasAnswers(PaperCounts.fieldName) ? papers.map(withCounts) : papers
  }

  /// Who pays less in this case; nil if nobody does.
  var reductionField: Field? { asked?.reduction }

  /// What has to be answered before a code is issued.
  func openQuestions(_ language: Language) -> [(field: Field.ID, sentence: String)] {
    let open = outcome?.open ?? []
    return zip(procedure?.rules.questions ?? [], allQuestions).filter { open.contains($0.0) }.map {
      ($1.id, Denial.questionOpen($0.text).wording(language))
    }
  }

  /// Every field whose text is kept.
  var keptFields: [Field] {
    ReceptionField.all.map { $0.field(in: self) } + allQuestions + allPapers + [reductionField].compactMap { $0 }
      // All of them, because a draft tells rows of one kind apart by their order.
      + (form.hasAnswers(PaperCounts.fieldName) ? allPapers.map { PaperCounts.field(of: $0) } : [])
  }
}

// MARK: What is counted for the fee

extension ReceiveState {
  var quantities: FeeQuantities {
    func count(_ quantity: FeeItem.Quantity) -> Int { Int(text(Field.ID(quantity.rawValue + "-counted"))) ?? 1 }
    return FeeQuantities(copies: count(.copies), pages: count(.pages), matters: count(.matters))
  }

  /// The reduction that was chosen, if it applies in this case.
  var reductionID: String? {
    guard let reductionField, let number = Int(form.text(reductionField)), let procedure,
      procedure.rules.reductions.indices.contains(number - 1)
    else { return nil }
    return procedure.rules.reductions[number - 1].id
  }

  /// The fee is that of one page or copy, and nobody is asked how many there are.
  var isFeeUncounted: Bool { procedure?.isFeePerUnit == true && procedure?.rules.fees.isEmpty == true }

  fileprivate func counts(_ quantity: FeeItem.Quantity) -> Bool {
    guard procedure?.rules.fees.isEmpty == false else { return false }
    return outcome?.fees.contains { $0.counted.contains(quantity) } == true
  }
}

extension ReceptionField {
  static func quantity(_ quantity: FeeItem.Quantity) -> ReceptionField {
    let (label, counted) =
      switch quantity {
      case .copies:
        (
          Words("Số bản", "Copies"),
          Words("Số bản công dân xin cấp, để tính phí.", "Copies that she asks for, for the fee.")
        )
      case .pages:
        (
          Words("Số trang mỗi bản", "Pages of each"),
          Words("Số trang của mỗi bản, để tính phí.", "Pages of each copy, for the fee.")
        )
      case .matters:
        (Words("Số trường hợp", "Matters"), Words("Số trường hợp, để tính phí.", "Matters, for the fee."))
      }
    var field = Field(
      id: Field.ID(quantity.rawValue + "-counted"), label: label, kind: .text(.digits), proposal: "1",
      maximumLength: 5, width: .short)
    field.hint = Words(counted.vi + " Gõ số là thay số đang có.", counted.en + " A digit replaces the number.")
    let id = field.id
    return ReceptionField(
      field: field, isAsked: { $0.counts(quantity) },
      problem: { state, language in
        guard state.counts(quantity), Int(state.text(id)).map({ $0 < 1 }) ?? true else { return nil }
        return "\(label(language)): " + language.pick("hãy nhập số, từ 1.", "enter a number, from 1 on.")
      })
  }

  /// - Parameter applying: those that apply in this case.
  static func reduction(_ all: [FeeReduction], applying: [FeeReduction]) -> Field? {
    guard !applying.isEmpty else { return nil }
    let options = all.enumerated().filter { applying.contains($0.element) }.map { index, reduction in
      let proof = reduction.proof.isEmpty ? "" : " (\(reduction.proof))"
      return Field.Option(
        value: String(index + 1), label: Words(reduction.reason + proof, reduction.reason + proof),
        digit: index < 9 ? Character(String(index + 1)) : nil)
    }
    return Field(
      id: "reduction", label: Words("Giảm, miễn", "Reduced"),
      kind: .choice([Field.Option(value: "", label: Words("không", "no"), digit: "0")] + options))
  }

  /// The field for one question of the procedure.
  static func question(_ index: Int, _ question: CaseQuestion) -> Field {
    let open = question.usual == nil ? [Field.Option(value: "", label: Words("–", "–"))] : []
    let options =
      open
      + question.answers.enumerated().map { index, answer in
        Field.Option(
          value: String(index + 1), label: Words(answer, answer),
          digit: index < 9 ? Character(String(index + 1)) : nil)
      }
    var field = Field(
      id: Field.ID("question", index), label: Words(question.text, question.text), kind: .choice(options),
      isComplete: { !$0.isEmpty })
    field.proposal = question.usual.map(String.init) ?? ""
    field.width = .answerAtEnd
    field.hint = Words { language in
      language.pick("Space, ◀▶ hoặc số: ", "Space, ◀▶ or a digit: ")
        + question.answers.prefix(9).enumerated().map { "\($0 + 1) \($1)" }.joined(separator: " · ")
    }
    return field
  }
}
