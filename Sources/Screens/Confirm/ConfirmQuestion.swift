import DossierDomain
import OfficeWork
import Terminal

/// Asks for the PIN once more. An act of weight waits here until the clerk who does it has given her PIN.
struct ConfirmQuestion: Screen {
  enum Stage: Equatable, Sendable {
    case typing
    /// The PIN was sent and the answer has not come. Keys typed meanwhile are kept for the screen that comes next.
    case checking(ahead: [Key])
  }

  let act: ActEffect
  let weight: Weight
  /// The subject of the act: a dossier, a number of dossiers, or a citizen.
  let subject: String
  var stage = Stage.typing
  var secret = TextField(kind: .secret, maximumLength: SignInState.maximumSecretLength)
  var problem: String?
  /// The earliest moment of the next try.
  var waitUntil: Instant?

  func nextChange(after now: Instant) -> Instant? {
    waitUntil.flatMap { $0 > now ? Instant(milliseconds: min($0.milliseconds, now.milliseconds + 1000)) : nil }
  }
}

extension ConfirmQuestion {
  /// Nil if the act needs no PIN or has been confirmed already.
  init?(for act: ActEffect, _ app: App) {
    guard app.session.office.office.requiresPIN, let weight = act.weight,
      app.session.running[act.number]?.isConfirmed != true
    else { return nil }
    self.init(act: act, weight: weight, subject: app.subject(of: act))
  }

  var heldAct: RequestNumber? { act.number }
  var asksSecret: Bool { stage == .typing }

  func press(_ key: Key, in app: inout App, _ now: Instant) -> [Effect]? {
    switch key {
    case .escape: return app.dropped(now)
    // Another clerk takes over the machine, so the act must not stay open for her.
    case .function(12):
      guard let lock = CommandRegistry.standard.command(for: key, in: app.context) else { return [] }
      return app.run(lock, now)
    default: return app.press(key, in: self, now)
    }
  }

  func paste(_ text: String, in app: inout App, _ now: Instant) -> [Effect]? {
    guard stage == .typing else { return [] }
    var question = self
    question.secret.insert(text)
    question.problem = nil
    app.top.overlay = question
    return []
  }

  func receive(_ outcome: SecretOutcome, in app: inout App, _ now: Instant) -> [Effect] {
    // The clerk cancelled the question before the answer came.
    guard case .checking(let ahead) = stage else { return [] }
    switch outcome {
    case .signIn: return []
    case .confirm(let outcome): return app.confirmed(outcome, self, ahead, now)
    case .failed:
      var question = self
      question.stage = .typing
      app.top.overlay = question
      return []
    }
  }
}

extension App {
  fileprivate mutating func press(_ key: Key, in asked: ConfirmQuestion, _ now: Instant) -> [Effect] {
    var question = asked
    if case .checking(let ahead) = question.stage {
      question.stage = .checking(ahead: ahead + [key])
      top.overlay = question
      return []
    }
    if key == .enter { return question.secret.isEmpty ? [] : submit(question, now, byItself: false) }
    guard question.secret.press(key) else { return [] }
    question.problem = nil
    top.overlay = question
    // The PIN needs no Enter if its length is known, as at the sign-in.
    guard case .character = key, session.pinLengths[question.act.clerk] == question.secret.text.count else { return [] }
    return submit(question, now, byItself: true)
  }

  private mutating func submit(_ question: ConfirmQuestion, _ now: Instant, byItself: Bool) -> [Effect] {
    var question = question
    if let until = question.waitUntil, until > now {
      top.overlay = question
      return []
    }
    let secret = question.secret.text
    question.secret.replace(with: "")
    question.problem = nil
    question.stage = .checking(ahead: [])
    top.overlay = question
    // After a PIN that needed no Enter, an Enter pressed from habit does nothing.
    confirmedByItself = byItself
    return [.signIn(.confirm(question.act.clerk, secret: secret))]
  }

  /// Handles the result of the check: the act is sent, or the clerk tries again.
  fileprivate mutating func confirmed(
    _ outcome: ConfirmOutcome, _ checked: ConfirmQuestion, _ ahead: [Key], _ now: Instant
  ) -> [Effect] {
    var question = checked
    let language = session.language
    switch outcome {
    case .right:
      top.overlay = nil
      session.running[question.act.number]?.isConfirmed = true
      return [.act(question.act)] + replay(ahead, now)
    case .wrong(let tries, let until):
      session.pinLengths[question.act.clerk] = nil
      question.waitUntil = until
      question.problem = language.pick("Sai mã PIN (lần \(tries)).", "Wrong PIN (try \(tries)).")
    case .mustWait(let until): question.waitUntil = until
    case .needsNewPIN:
      question.problem = language.pick(
        "Mã PIN đã bị xóa: bấm F12, vào lại và đặt mã mới.", "Your PIN was taken away: F12, then choose a new one.")
    }
    question.stage = .typing
    top.overlay = question
    return []
  }

  /// Handles the keys that came while the PIN was checked. Keys that came faster than a hand can type are a scanner's
  /// text and start a search.
  private mutating func replay(_ keys: [Key], _ now: Instant) -> [Effect] {
    if confirmedByItself { ignoresEnterUntil = Instant(milliseconds: now.milliseconds + 1500) }
    let typed = keys.compactMap { key -> Character? in
      if case .character(let character) = key { character } else { nil }
    }
    if typed.count >= BurstGate.minimum { return paste(String(typed), now) }
    return keys.flatMap { press($0, now) }
  }

  /// Handles Esc: nothing was done, and the text typed for the act is restored.
  mutating func dropped(_ now: Instant) -> [Effect] {
    dropHeldAct(now)
    session.say(
      Words("Đã bỏ, chưa ghi gì. Phần đã gõ vẫn còn.", "Dropped; nothing is recorded. What you typed is still there."))
    return saveSeat()
  }

  fileprivate func subject(of act: ActEffect) -> String {
    let language = session.language
    switch act {
    case .perform(_, let acts, _):
      guard acts.count == 1, let only = acts.first else {
        let rows = session.running[act.number]?.targets ?? top.screen.targets
        let count = language.pick("\(acts.count) hồ sơ", counted(acts.count, "dossier"))
        return acts.count < Act.many ? count : count + " · " + BulkQuestion.holders(rows, session)
      }
      let targets = session.running[act.number]?.prompt?.targets ?? top.screen.targets
      let row = targets.first { $0.id == only.dossier }
      return row.map { "\($0.code.short) · \($0.ownerName ?? hiddenOwner(language))" } ?? ""
    case .receive(_, let commands, _), .replace(_, _, let commands, _):
      let names = commands.compactMap { command -> String? in
        if case .receive(let form) = command { form.owner.name } else { nil }
      }
      return names.first ?? ""
    case .digitise, .performOffice, .reassignAll, .readNumbers, .issuePaper, .printBlanks, .strikeBlanks, .undo:
      return ""
    }
  }
}
