import DossierDomain
import OfficeWork
import Terminal

/// "Your PIN once more": an act of weight waits here until she who does it has given it.
struct ConfirmQuestion: Equatable, Sendable {
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
  /// Never drawn, only its length.
  var secret = ""
  var problem: String?
  /// No tries before this moment.
  var waitUntil: Instant?

  func nextChange(after now: Instant) -> Instant? {
    waitUntil.flatMap { $0 > now ? Instant(milliseconds: min($0.milliseconds, now.milliseconds + 1000)) : nil }
  }
}

extension App {
  /// Whether an act has to wait for a PIN; then the question stands over the screen it came from.
  mutating func holdsBack(_ act: ActEffect) -> Bool {
    guard session.office.office.requiresPIN, let weight = act.weight,
      session.running[act.number]?.isConfirmed != true
    else { return false }
    top.overlay = .confirm(ConfirmQuestion(act: act, weight: weight, subject: subject(of: act)))
    return true
  }

  mutating func press(_ key: Key, in question: ConfirmQuestion, _ now: Instant) -> [Effect] {
    switch key {
    case .escape: return dropped(now)
    // The chair changes hands: nothing waits for whoever comes next.
    case .function(12):
      guard let lock = CommandRegistry.standard.command(for: key, in: context) else { return [] }
      return run(lock, now)
    default: break
    }
    var question = question
    if case .checking(let ahead) = question.stage {
      question.stage = .checking(ahead: ahead + [key])
      top.overlay = .confirm(question)
      return []
    }
    switch key {
    case .character(let character):
      question.insert(String(character))
      top.overlay = .confirm(question)
      // Her PIN needs no Enter where its length is known, as at the sign-in.
      let isWhole = session.pinLengths[question.act.clerk] == question.secret.count
      return isWhole ? submit(question, now, byItself: true) : []
    case .backspace:
      question.secret = String(question.secret.dropLast())
      question.problem = nil
    case .enter: return question.secret.isEmpty ? [] : submit(question, now, byItself: false)
    default: return []
    }
    top.overlay = .confirm(question)
    return []
  }

  mutating func paste(_ text: String, in question: ConfirmQuestion) -> [Effect] {
    guard question.stage == .typing else { return [] }
    var question = question
    question.insert(text.filter { !$0.isNewline })
    top.overlay = .confirm(question)
    return []
  }

  private mutating func submit(_ question: ConfirmQuestion, _ now: Instant, byItself: Bool) -> [Effect] {
    var question = question
    if let until = question.waitUntil, until > now {
      top.overlay = .confirm(question)
      return []
    }
    let secret = question.secret
    question.secret = ""
    question.problem = nil
    question.stage = .checking(ahead: [])
    top.overlay = .confirm(question)
    // An Enter of habit behind a PIN that needed none does nothing.
    confirmedByItself = byItself
    return [.signIn(.confirm(question.act.clerk, secret: secret))]
  }

  /// The answer: the act goes on its way, or she tries again.
  mutating func confirmed(_ outcome: ConfirmOutcome, _ now: Instant) -> [Effect] {
    // She gave it up meanwhile.
    guard case .confirm(var question) = top.overlay, case .checking(let ahead) = question.stage else { return [] }
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
    top.overlay = .confirm(question)
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

  /// The store could not check it: she may try again.
  mutating func confirmationFailed() {
    guard case .confirm(var question) = top.overlay, question.stage != .typing else { return }
    question.stage = .typing
    top.overlay = .confirm(question)
  }

  /// Esc: nothing was done, and what she typed for it is there again.
  private mutating func dropped(_ now: Instant) -> [Effect] {
    dropHeldAct(now)
    session.say(
      Words("Đã bỏ, chưa ghi gì. Phần đã gõ vẫn còn.", "Dropped; nothing is recorded. What you typed is still there."))
    return saveDesk()
  }

  /// An act that waits for its PIN does so no longer.
  /// - Returns: whether there was one.
  @discardableResult
  mutating func dropHeldAct(_ now: Instant) -> Bool {
    guard case .confirm(let question) = top.overlay else { return false }
    top.overlay = session.running[question.act.number]?.prompt.map { .prompt($0) }
    // A form that waits for its code does so no longer; no screen asks anything of it.
    _ = take(.failed(question.act.number, .notConfirmed), now)
    return true
  }

  private func subject(of act: ActEffect) -> String {
    let language = session.language
    switch act {
    case .perform(_, let acts, _):
      guard acts.count == 1, let only = acts.first else {
        return language.pick("\(acts.count) hồ sơ", counted(acts.count, "dossier"))
      }
      let targets = session.running[act.number]?.prompt?.targets ?? top.screen.body.targets
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

extension ConfirmQuestion {
  fileprivate mutating func insert(_ text: String) {
    problem = nil
    secret = String((secret + text).prefix(SignInState.maximumSecretLength))
  }
}
