import Documents
import DossierDomain
import OfficeWork
import Terminal

/// What a scanned code does: it never runs a command and never changes what was typed without a question.
extension App {
  mutating func scan(_ code: ScannedCode, _ now: Instant) -> [Effect] {
    session.message = nil
    guard session.clerk != nil else {
      session.complain(session.language.pick("Hãy đăng nhập rồi quét lại.", "Sign in, then scan again."))
      return []
    }
    switch code {
    case .insurance:
      session.complain(
        session.language.pick(
          "Đây là thẻ bảo hiểm y tế, không phải thẻ căn cước. Hãy quét mã trên thẻ căn cước.",
          "This is a health-insurance card, not a citizen's card. Scan the code of the citizen's card."))
      return []
    case .dossier(let code): return openDossier(code, now)
    case .paper(let code, let text): return openDossier(code, of: text, now)
    case .card(let reading): return take(reading, now)
    }
  }

  /// A prompt and a field for codes receive the code as text, unless a name is asked; everything else stays as it is under the dossier.
  /// - Parameter paper: the whole text of a paper's code. What it proves is said beside it.
  private mutating func openDossier(_ code: String, of paper: String? = nil, _ now: Instant) -> [Effect] {
    let focus = (top.screen as? ReceiveState)?.form.focus
    let isWanted = focus == "other-code" || focus == "blank-code"
    if let form = top.screen as? ReceiveState, form.issued == nil,
      DossierCode.normalised(form.text("blank-code")) == code
    {
      session.say(Words("Mẫu này đang nhập phiếu ấy.", "This form is entering that one."))
      return []
    }
    if let prompt = top.overlay as? ActionPrompt, prompt.question(session, now)?.use == .names {
      session.complain(
        session.language.pick(
          "Ô này ghi tên, không ghi mã hồ sơ. Bấm Esc rồi quét lại để mở hồ sơ.",
          "A name goes here, not a code. Press Esc, then scan again to open the dossier."))
      return []
    }
    if isWanted || top.overlay is ActionPrompt { return top.front.paste(code, in: &self, now) ?? [] }
    guard top.overlay == nil else {
      session.complain(
        session.language.pick("Hãy đóng ô này (Esc) rồi quét lại.", "Close this (Esc), then scan again."))
      return []
    }
    return look(LookupScan(content: .code(code), isPaper: paper != nil), now) + (paper.map { check($0) } ?? [])
  }

  /// Nothing waits for it: the answer stands in the row of messages, whatever is open by then.
  private mutating func check(_ paper: String) -> [Effect] {
    let request: Request<PaperCheck> = session.request()
    session.checking = request
    return [.device(.check(request, paper, viewer: session.viewer))]
  }

  /// What the paper is that was scanned last.
  mutating func tellCheck(_ reply: Reply) {
    guard let check = reply.resolve(&session.checking)?.response else { return }
    let line = check.line(session.language)
    if check.answer == .holds { session.say(Words(line, line)) } else { session.complain(line) }
  }

  private mutating func take(_ reading: CardReading, _ now: Instant) -> [Effect] {
    let language = session.language
    let form = (top.screen as? ReceiveState).flatMap { $0.issued == nil ? $0 : nil }
    // A card that is scanned again replaces the question about the one before.
    if top.overlay is CardQuestion { top.overlay = nil }
    guard top.overlay == nil, form?.isAsking != true, form?.pending == nil else {
      session.complain(language.pick("Hãy đóng ô này (Esc) rồi quét lại.", "Close this (Esc), then scan again."))
      return []
    }
    guard let card = reading.card else {
      session.complain(reading.faults.map { $0.wording(language) }.joined(separator: " "))
      return []
    }
    if let declaration = top.screen as? DeclarationState { return take(card, reading.faults, into: declaration, now) }
    if let counter = top.screen as? CertificationState, counter.issued == nil {
      guard counter.question == nil, counter.usedUpBy == nil else {
        session.complain(language.pick("Hãy trả lời câu hỏi này rồi quét lại.", "Answer this, then scan again."))
        return []
      }
      return use(card, for: .requester, reading.faults, counter.differences(from: card, language), now)
    }
    let holder = form?.holder(of: card)
    guard holder == nil || holder == .owner || !card.name.isEmpty else {
      // Everybody but the owner is known to the form by her name.
      session.complain(reading.faults.map { $0.wording(language) }.joined(separator: " "))
      return []
    }
    if holder == .applicant, form?.isOfNewborn == false, form?.card(of: .owner)?.number == card.number {
      session.complain(
        language.pick(
          "Thẻ này là của chủ hồ sơ. Chủ hồ sơ tự nộp thì để trống ô Người nộp.",
          "This is the owner's card. If she hands it in herself, leave the applicant empty."))
      return []
    }
    let differences = holder.flatMap { form?.differences(from: card, of: $0, language) } ?? []
    return use(card, for: holder.map { .reception($0) } ?? .search, reading.faults, differences, now)
  }

  /// Asks first if the card's text was changed on its way, or says something else than what was answered.
  private mutating func use(
    _ card: CitizenCard, for target: CardTarget, _ faults: [TransmissionFault],
    _ differences: [CardQuestion.Difference], _ now: Instant
  ) -> [Effect] {
    guard faults.isEmpty, differences.isEmpty else {
      top.overlay = CardQuestion(card: card, faults: faults, target: target, differences: differences)
      return []
    }
    return use(card, for: target, now)
  }

  /// Fills the form with the card, or shows its person's dossiers.
  mutating func use(_ card: CitizenCard, for target: CardTarget, _ now: Instant) -> [Effect] {
    switch target {
    case .search: look(LookupScan(content: .card(card)), now)
    case .reception(let holder):
      onTop(ReceiveState.self) { form, session in form.take(card, as: holder, &session) } + saveSeat()
    case .requester: takeRequester(card.person)
    case .declaration(let group):
      onTop(DeclarationState.self) { state, session in
        state.take(card, as: group, &session)
        return []
      } + saveSeat()
    }
  }

  /// A declaration takes the card of anybody who has a number in it: the other one of a couple stands in no reception.
  private mutating func take(
    _ card: CitizenCard, _ faults: [TransmissionFault], into declaration: DeclarationState, _ now: Instant
  ) -> [Effect] {
    guard let group = declaration.holder(of: card) else {
      session.complain(
        session.language.pick(
          "Đưa con trỏ đến người có thẻ này; ai đang ghi số khác thì xóa số ấy trước, rồi quét lại.",
          "Go to the person of this card; if another number stands there, clear it first, then scan again."))
      return []
    }
    return use(card, for: .declaration(group), faults, declaration.differences(from: card, of: group), now)
  }

  private mutating func look(_ scan: LookupScan, _ now: Instant) -> [Effect] {
    guard top.screen is LookupState else { return open(LookupState(scan), now: now) }
    top.screen = LookupState(scan)
    return appear(now) + saveSeat()
  }
}
