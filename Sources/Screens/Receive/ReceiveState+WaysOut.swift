import DossierDomain
import OfficeWork
import Terminal

/// Asking for the rest, and refusing.
extension ReceiveState {
  /// The question that a way out has to wait for; nil if it needs none.
  func wayOutQuestion(_ issuing: Issuing, _ session: Session, _ now: Instant) -> ReceptionQuestion? {
    switch issuing {
    case .rest(let items, _) where items.isEmpty:
      let papers = components.filter { $0.form == .missing && $0.need != .lookedUp }.map(\.name)
      let days = procedure?.bounds(under: answers).waitingDays ?? .unknown
      let proposals = WayOutQuestion.Proposals(
        papers: papers, needed: components.missing.map(\.name), hasDays: days != .unknown)
      return .wayOut(WayOutQuestion(.rest, proposals, kept: keptWayOut(proposals), session, now))
    case .refusal(nil):
      // What is recorded is read by the citizen, in the language of the office.
      let reason = (procedure?.denial ?? receivedElsewhere)?.wording(.vi) ?? ""
      // The law of the procedure is no basis for whatever else somebody is sent away for; the clerk may choose it.
      let law = outcome?.law ?? []
      let basis = reason.isEmpty ? "" : law.text(within: 500)
      let proposals = WayOutQuestion.Proposals(reason: reason, basis: basis, law: law)
      return .wayOut(WayOutQuestion(.refusal, proposals, kept: keptWayOut(proposals), session, now))
    case .code, .atOnce, .rest, .refusal: return nil
    }
  }

  /// What was typed there the last time, by the questions.
  private func keptWayOut(_ proposals: WayOutQuestion.Proposals) -> Contents {
    Contents(
      entries: (["items", "until", "reason", "basis"] as [Field.ID]).compactMap { id in
        var text = form.text(WayOutQuestion.keptField(id))
        if id == "items", !text.isEmpty { text = WayOutQuestion.carried(text, from: askedPapers, to: proposals) }
        return text.isEmpty ? nil : Contents.Entry(id: id, text: text)
      })
  }

  /// Keeps what was typed with the form, so that neither Esc nor a power cut loses it.
  mutating func keep(_ question: WayOutQuestion) {
    for entry in question.typed.entries { form.set(WayOutQuestion.keptField(entry.id), entry.text) }
    if question.way == .rest { askedPapers = question.proposals.papers }
  }

  /// Another procedure has other papers, and other reasons.
  mutating func forgetWayOut() {
    for field in WayOutQuestion.keptFields { form.forget(field) }
    askedPapers = []
  }

  mutating func press(_ key: Key, in asked: WayOutQuestion, _ session: inout Session, _ now: Instant) -> [Effect]? {
    var asked = asked
    let change = asked.press(key, session, now: now)
    keep(asked)
    question = .wayOut(asked)
    switch change {
    case .unused: return nil
    case .changed: return []
    case .back: return goBack(to: nil, &session)
    case .answered(let issuing):
      question = nil
      if issuing.isRefusal { session.rememberPhrases(asked.answers, of: .end) }
      return issue(issuing, &session, now)
    }
  }

  /// What stands in the way of this way out. Who is sent away needs a name and the matter only.
  func problems(against issuing: Issuing, _ language: Language, now: Instant) -> [(field: Field.ID, sentence: String)] {
    let all = problems(language, now: now)
    guard issuing.isRefusal else { return all }
    return all.filter { problem in
      (["owner", "number", "birth"] + ReceptionField.ofBlank.map(\.field.id)).contains(problem.field)
        || problem.field == "search" && procedure == nil
    }
  }

  /// What the citizen still has to bring.
  var toBring: [String] {
    if case .rest(let items, _) = wayOut { return items }
    return issued?.status == .handedBack || issued?.status == .refused ? [] : components.missing.map(\.name)
  }
}
