import DossierDomain

/// The questions of a procedure: what is asked, and what the answers come to.
extension ReceiveState {
  /// One field for each question of the procedure, in its order.
  var allQuestions: [Field] {
    procedure?.rules.questions.enumerated().map { ReceptionField.question($0.offset, $0.element) } ?? []
  }

  var answers: CaseAnswers {
    var answers = CaseAnswers(channel: .direct)
    for (question, field) in zip(procedure?.rules.questions ?? [], allQuestions) {
      answers[question.id] = Int(form.text(field))
    }
    return answers
  }

  /// What applies under the answers so far; nil while no procedure is chosen.
  var outcome: CaseOutcome? { procedure?.outcome(answers) }

  /// The questions that decide something in this case.
  var questions: [Field] {
    guard let procedure, !procedure.rules.questions.isEmpty else { return [] }
    let asked = procedure.questions(under: answers)
    return zip(procedure.rules.questions, allQuestions).filter { asked.contains($0.0) }.map(\.1)
  }

  /// What has to be answered before a code is issued.
  func openQuestions(_ language: Language) -> [(field: Field.ID, sentence: String)] {
    let open = outcome?.open ?? []
    return zip(procedure?.rules.questions ?? [], allQuestions).filter { open.contains($0.0) }.map {
      ($1.id, Denial.questionOpen($0.text).wording(language))
    }
  }

  /// Every field whose text is kept.
  var keptFields: [Field] { ReceptionField.all.map(\.field) + allQuestions + papers }
}

extension ReceptionField {
  /// The field for one question of the procedure.
  static func question(_ index: Int, _ question: CaseQuestion) -> Field {
    let options =
      [Field.Option(value: "", label: Words("–", "–"))]
      + question.answers.enumerated().map { index, answer in
        Field.Option(
          value: String(index + 1), label: Words(answer, answer),
          digit: index < 9 ? Character(String(index + 1)) : nil)
      }
    var field = Field(
      id: Field.ID("question", index), label: Words(question.text, question.text), kind: .choice(options),
      isComplete: { !$0.isEmpty })
    field.width = .answerAtEnd
    field.hint = Words { language in
      language.pick("Space, ◀▶ hoặc số: ", "Space, ◀▶ or a digit: ")
        + question.answers.prefix(9).enumerated().map { "\($0 + 1) \($1)" }.joined(separator: " · ")
    }
    return field
  }
}
