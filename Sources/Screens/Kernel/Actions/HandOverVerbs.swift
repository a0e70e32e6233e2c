import DossierDomain
import OfficeWork

extension Verb {
  private static let toWhom = Words("Chuyển cho ai?", "To whom?")
  fileprivate static let nobody = Words(
    "để trống: người làm bước đó nhận", "blank: whoever does the step takes it over")

  static let handOver = Verb(
    "hand-over", Words("Chuyển hồ sơ", "Hand over"),
    consequence: Words(
      "Hồ sơ sang người khác, chờ người đó nhận; giờ chuyển được ghi vào phiếu kiểm soát.",
      "It goes to another clerk, who takes it over; the control slip records it."),
    under: .of(.handOver),
    asks: { ask throws(Unanswered) in
      // Whose work it is depends on the step of the internal procedure, so that the step is asked for first.
      if let dossier = ask.dossier, !ask.steps.isEmpty {
        let rule = try ask.choose(
          "internal-step", Words("Để làm bước nào?", "For which step?"),
          dossier.following(ask.steps).map { Choice($0, $0.id, $0.titleWithRole) })
        let clerk = try ask.choose("to", toWhom, Choice.clerks(for: rule, ask.session, ask.now, dossier.assignee))
        return .handOver(step: rule.step, to: clerk, named: rule.id)
      }
      let clerk = try ask.choose(
        "to", toWhom,
        Choice.clerks(ask.session, ask.now, after: ask.dossier?.assignee) + [.nobody(nobody)])
      let steps: [ProcessingStep] = [.verification, .decision, .handBack, .reception]
      let step = try ask.choose(
        "step", Words("Để làm bước nào?", "For which step?"), Choice.each(of: steps) { $0.wording($1) })
      return .handOver(step: step, to: clerk)
    })

  static let takeOver = Verb(
    "take-over", Words("Nhận bàn giao", "Take over"),
    consequence: Words("Hồ sơ do mình giữ từ bây giờ.", "You hold it from now on."), under: .of(.takeOver),
    asks: { _ in .takeOver })

  static let assign = Verb(
    "assign", Words("Phân công", "Assign"),
    consequence: Words("Người được chọn giữ hồ sơ.", "The chosen clerk handles it."), under: .of(.assign),
    asks: { ask throws(Unanswered) in
      let holder = ask.dossier?.assignee
      let clerks = Choice.clerks(ask.session, ask.now, after: holder) + [.nobody(Words("để trống", "nobody"))]
      return .assign(to: try ask.choose("to", Words("Ai giữ hồ sơ?", "Who handles it?"), clerks))
    })

  static let acceptOnline = Verb(
    "accept-online", Words("Nhận hồ sơ trực tuyến", "Accept online submission"),
    consequence: Words("Cấp mã và ngày hẹn trả; mình giữ hồ sơ.", "Gets a code and an appointment; you handle it."),
    under: .of(.acceptOnline),
    asks: { ask throws(Unanswered) in
      let answers = try ask.caseAnswers()
      let reasonHere = try ask.reasonHere(answers)
      let days = try ask.ask(
        "days", Words("Số ngày làm việc (để trống: theo danh mục)", "Working days (blank: as in the catalogue)"),
        .optionalNumber(1...365))
      return .acceptOnline(assignee: ask.session.clerk?.id, days: days, answers: answers, reasonHere: reasonHere)
    },
    isRepeatable: { command in
      guard case .acceptOnline(_, _, let answers, let reasonHere) = command else { return false }
      return answers.recorded.isEmpty && reasonHere.isEmpty
    })
}

extension Questions {
  /// The version by which the one submission would be accepted, as in the decision: the version in force where nobody knows the
  /// one that it names. Nil for several, and as long as the screen has not read the submission: then nothing is asked, because
  /// an answer to another version may mean something else.
  private var acceptedVersion: ProcedureVersion? {
    guard targets.count == 1, let dossier else { return nil }
    let catalogue = session.office.catalogue
    return catalogue.version(of: dossier.procedure) ?? catalogue.version(of: dossier.procedure.code, on: now.civilDate)
  }

  /// What the portal did not ask, and no usual answer decides.
  fileprivate func caseAnswers() throws(Unanswered) -> CaseAnswers {
    var answers = CaseAnswers()
    guard let version = acceptedVersion else { return answers }
    while let open = outcome(of: version, answers).open.first {
      let place = version.rules.questions.firstIndex(of: open) ?? 0
      answers[open.id] = try choose(
        Field.ID("question", place), Words(open.text, open.text),
        open.answers.enumerated().map { Choice($0.offset + 1, String($0.offset + 1), Words($0.element, $0.element)) })
    }
    return answers
  }

  /// Why the head of desk accepts what the rules give to other offices; empty if they do not. Other clerks read in the prompt
  /// and in the denial where it belongs.
  fileprivate func reasonHere(_ answers: CaseAnswers) throws(Unanswered) -> String {
    guard let version = acceptedVersion, session.clerk?.has(.headOfDesk) == true,
      outcome(of: version, answers).denial(at: session.office.office) != nil
    else { return "" }
    return try ask(
      "reason-here", Words("Quy tắc giao nơi khác. Vì sao vẫn nhận?", "The rules name other offices. Why here?"),
      .required)
  }

  private func outcome(of version: ProcedureVersion, _ given: CaseAnswers) -> CaseOutcome {
    var answers = given
    answers[CaseQuestion.channel] = Int(Channel.online.rawValue)
    if let owner = dossier?.owner { answers = answers.derived(from: owner, on: now.civilDate, of: version) }
    return version.outcome(answers.withUsual(of: version))
  }

  /// Case, limit and fee of the one submission, as far as the answers decide them; nothing for several.
  func acceptance(_ language: Language) -> [String] {
    guard let version = acceptedVersion else { return [leftOut(language)].compactMap(\.self) }
    var answers = CaseAnswers()
    for (place, question) in version.rules.questions.enumerated() {
      answers[question.id] = self.answers[Field.ID("question", place)].flatMap { Int($0) }
    }
    let outcome = outcome(of: version, answers)
    let unknown = language.pick("chưa rõ", "not known")
    let limit = outcome.limit.map { $0.stages.map { $0.limit.wording(language) }.joined(separator: " + ") } ?? unknown
    let fee = outcome.open.isEmpty ? outcome.quote(.one).total.map(moneyText) ?? unknown : unknown
    let one = outcome.chosen.map { language.pick("Trường hợp: \($0.name)", "Case: \($0.name)") }
    let elsewhere = outcome.denial(at: session.office.office)?.wording(language)
    return [elsewhere, one, language.pick("Thời hạn: \(limit) · Phí: \(fee)", "Time: \(limit) · Fee: \(fee)")]
      .compactMap { $0 }
  }

  /// Several submissions are asked no question of their cases at once, because an answer may mean something else for each. Those that
  /// stay open are asked about in turn (`SubmissionsInTurn`), and the clerk is told so before.
  private func leftOut(_ language: Language) -> String? {
    guard targets.count > 1 else { return nil }
    let open = targets.count { row in
      session.office.version(of: row)?.usualOutcome(.online).open.isEmpty == false
    }
    guard open > 0 else { return nil }
    return language.pick(
      "\(open) hồ sơ có câu hỏi của thủ tục: hỏi từng hồ sơ ngay sau đây, Esc để lại.",
      "\(counted(open, "dossier")) may need answers: you are asked about each behind this, Esc leaves one out.")
  }
}

extension StepRule {
  /// Its name, whose work it is, and how many hours it has.
  fileprivate var titleWithRole: Words {
    Words { language in
      let facts = [
        role?.wording(language), hours.value.map { language.pick("\($0) giờ", "\($0) h") },
      ].compactMap(\.self)
      return facts.isEmpty ? name : "\(name) (\(facts.joined(separator: ", ")))"
    }
  }
}

extension Choice<ClerkID?> {
  /// The clerks whose work the step is. The head of desk may hand it to the others too.
  fileprivate static func clerks(
    for rule: StepRule, _ session: Session, _ now: Instant, _ holder: ClerkID?
  ) -> [Choice] {
    let all = clerks(session, now, after: holder)
    guard let role = rule.role else { return all + [.nobody(Verb.nobody)] }
    let able = Set(session.activeClerks.filter { $0.has(role) }.map(\.id))
    let theirs = all.filter { $0.value.map(able.contains) ?? false }
    let isHead = session.clerk?.has(.headOfDesk) == true
    let others = all.filter { choice in !theirs.contains { $0.text == choice.text } }
    guard able.isEmpty, !isHead else { return theirs + (isHead ? others : []) + [.nobody(Verb.nobody)] }
    let wayOut = Words(
      "để trống (chưa ai là \(role.wording(.vi)): phụ trách bộ phận chuyển)",
      "blank (nobody is \(role.wording(.en)): the head of desk hands it over)")
    return [.nobody(wayOut)]
  }
}
