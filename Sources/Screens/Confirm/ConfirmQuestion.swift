import DossierDomain
import OfficeWork
import Terminal

/// "Your PIN once more": an act of weight waits here until she who does it has given it.
struct ConfirmQuestion: Screen {
  enum Stage: Equatable, Sendable {
    case typing
    /// Sent; the answer is on its way. What is typed meanwhile is for whatever comes then.
    case checking(ahead: [Key])
  }

  let act: ActEffect
  let weight: Weight
  /// What it is about: a dossier, how many of them, or a citizen.
  let subject: String
  var stage = Stage.typing
  var secret = TextField(kind: .secret, maximumLength: SignInState.maximumSecretLength)
  var problem: String?
  /// No tries before this moment.
  var waitUntil: Instant?

  func nextChange(after now: Instant) -> Instant? {
    waitUntil.flatMap { $0 > now ? Instant(milliseconds: min($0.milliseconds, now.milliseconds + 1000)) : nil }
  }
}

extension ConfirmQuestion {
  /// Nil where the act needs no PIN, or has it.
  init?(for act: ActEffect, _ app: App) {
    guard app.session.office.office.requiresPIN, let weight = act.weight,
      app.session.running[act.number]?.isConfirmed != true
    else { return nil }
    self.init(act: act, weight: weight, subject: app.subject(of: act))
  }

  var heldAct: RequestNumber? { act.number }

  func press(_ key: Key, in app: inout App, _ now: Instant) -> [Effect]? {
    switch key {
    case .escape: return app.dropped(now)
    // The chair changes hands: nothing waits for whoever comes next.
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
    // She gave it up meanwhile.
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
    // Her PIN needs no Enter where its length is known, as at the sign-in.
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
    // An Enter of habit behind a PIN that needed none does nothing.
    confirmedByItself = byItself
    return [.signIn(.confirm(question.act.clerk, secret: secret))]
  }

  /// The answer: the act goes on its way, or she tries again.
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

  /// Keys that came while the PIN was checked. What no hand types in that time is a scanner's, and searched for.
  private mutating func replay(_ keys: [Key], _ now: Instant) -> [Effect] {
    if confirmedByItself { ignoresEnterUntil = Instant(milliseconds: now.milliseconds + 1500) }
    let typed = keys.compactMap { key -> Character? in
      if case .character(let character) = key { character } else { nil }
    }
    if typed.count >= BurstGate.minimum { return paste(String(typed), now) }
    return keys.flatMap { press($0, now) }
  }

  /// Esc: nothing was done, and what she typed for it is there again.
  fileprivate mutating func dropped(_ now: Instant) -> [Effect] {
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
        return language.pick("\(acts.count) hồ sơ", counted(acts.count, "dossier"))
      }
      let targets = session.running[act.number]?.prompt?.targets ?? top.screen.targets
      let row = targets.first { $0.id == only.dossier }
      return row.map { "\($0.code.short) · \($0.ownerName ?? hiddenOwner(language))" } ?? ""
    case .receive(_, let commands, _):
      let names = commands.compactMap { command -> String? in
        if case .receive(let form) = command { form.owner.name } else { nil }
      }
      return names.first ?? ""
    case .digitise, .performOffice, .reassignAll, .undoLast: return ""
    }
  }
}
