import DossierDomain
import OfficeWork
import Terminal

/// The blank receipt whose code stands in the form, as far as this desk knows it. It is looked up while the clerk types on.
struct PaperOfBlank: Equatable, Sendable {
  private enum Finding: Equatable, Sendable {
    case nothing
    case blank(FoundBlank)
  }

  private(set) var asked = ""
  private var pending: Request<FoundBlank?>?
  private var finding: Finding?

  fileprivate mutating func ask(_ code: String, _ session: inout Session) -> [Effect] {
    self = PaperOfBlank()
    asked = code
    guard !code.isEmpty else { return [] }
    let request: Request<FoundBlank?> = session.request()
    pending = request
    return [.ask(.blank(request, code: code))]
  }

  /// - Returns: whether its answer has come.
  fileprivate mutating func receive(_ reply: Reply) -> Bool {
    guard let answer = reply.resolve(&pending) else { return false }
    // Without an answer nothing is said before the code is issued.
    if case .answered(let found) = answer { finding = found.map { .blank($0) } ?? .nothing }
    return true
  }

  /// The form has its whole code now.
  fileprivate mutating func name(_ code: String) { asked = code }

  /// Of this desk.
  var own: BlankReceipt? { if case .blank(.own(let blank)) = finding { blank } else { nil } }

  /// Why it cannot be entered; nil if it can, or as long as that is not known.
  fileprivate func denial(_ language: Language) -> String? {
    switch finding {
    case nil: nil
    case .nothing: BlankDenial.unknown(code: asked).wording(language)
    case .blank(let found): found.denial(DossierCode(asked, origin: .office).short, language)
    }
  }
}

extension ReceiveState {
  private var blankCode: String { DossierCode.normalised(text("blank-code")) }

  /// Asks what is known of the paper, unless that was asked already. The one of a replaced dossier was checked when it was entered.
  mutating func askBlank(_ session: inout Session) -> [Effect] {
    guard isOnBlank, issued == nil, replaced == nil, blankCode != paper.asked else { return [] }
    return paper.ask(blankCode, &session)
  }

  mutating func receiveBlank(_ reply: Reply, _ session: inout Session) {
    guard paper.receive(reply), isOnBlank, blankCode == paper.asked else { return }
    // Day and number are enough to name it; the whole code is recorded.
    if let own = paper.own, own.code.text != blankCode {
      fill("blank-code", own.code.text)
      paper.name(own.code.text)
    }
    if let denial = blankDenial(of: "blank-code", session.language, session.moment) { session.complain(denial) }
  }

  /// Why what stands in this field cannot be that of a blank receipt of this desk, as far as is known here; nil for other fields.
  func blankDenial(of field: Field.ID, _ language: Language, _ now: Instant) -> String? {
    guard isOnBlank, replaced == nil else { return nil }
    let own = blankCode == paper.asked ? paper : PaperOfBlank()
    if field == "blank-code" { return own.denial(language) }
    guard field == "blank-time", let blankTime else { return nil }
    return switch blankTime {
    case .at(let at):
      BlankDenial(of: at, printedAt: own.own?.printedAt, silences: silences, now: now)?.wording(language)
    case .dayMissing(let days):
      days.isEmpty ? BlankDenial.outsideSilences(silences, now: now).wording(language) : nil
    }
  }

  /// What the paper says, or what is wrong with it: that stays until it is mended.
  func blankLines(_ language: Language, _ now: Instant) -> [(String, Role)] {
    guard isOnBlank else { return [] }
    let problems = problems(language, now: now).filter { problem in
      ReceptionField.ofBlank.contains { $0.field.id == problem.field } && !text(problem.field).isEmpty
        && problem.field != form.focus
    }
    guard problems.isEmpty else { return problems.map { ($0.sentence, .error) } }
    // It is never left to be guessed of which day a time is.
    return blankMoment.map { [(language.pick("Nhận trên phiếu: ", "Received on paper: ") + $0.clockAndDate, .strong)] }
      ?? []
  }
}
