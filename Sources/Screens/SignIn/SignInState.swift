import DossierDomain
import OfficeWork
import Terminal

extension Context {
  public static let signIn = Context("signIn")
}

/// The sign-in: a list of clerks, then the PIN if the office requires one.
struct SignInState: EntranceScreen {
  static let context = Context.signIn
  static var commands: [Command] { SignInCommands.list }

  enum Stage: Equatable, Sendable {
    case choosing
    case secret
    /// The clerk has no PIN yet or has to change it, and types a new one twice. `first` is nil until she typed it once.
    case newSecret(first: String?)
    /// The PIN was sent and the answer has not come.
    case checking
  }

  /// Index in the list of clerks who may sign in here.
  var chosen = 0
  var stage = Stage.choosing
  var secret = TextField(kind: .secret, maximumLength: Self.maximumSecretLength)
  /// The length of the PIN that was sent last; 0 for a passphrase.
  var sentLength = 0
  /// The PIN that was sent last, kept until its answer comes, because setting a new PIN needs it again. Never drawn.
  var sent = ""
  /// The correct PIN that the new one replaces, and the reason; nil for a first PIN.
  var replaced: Replaced?

  struct Replaced: Equatable, Sendable {
    var secret: String
    var reason: PINChangeReason
  }

  /// The earliest moment of the next try. Restarting the program does not shorten it.
  var waitUntil: Instant?

  static let maximumSecretLength = 128

  init(_ session: Session, last: ClerkID?) {
    chosen = session.signInClerks.firstIndex { $0.id == last } ?? 0
  }

  var isTyping: Bool { stage != .choosing }
  var asksSecret: Bool {
    switch stage {
    case .secret, .newSecret: true
    case .choosing, .checking: false
    }
  }

  /// In an office of one clerk without a PIN, the clerk is signed in without a question.
  mutating func start(_ session: inout Session) -> [Effect] {
    !session.office.office.requiresPIN && session.signInClerks.count == 1 ? accept(&session) : []
  }

  mutating func press(_ key: Key, _ session: inout Session, now: Instant) -> [Effect]? {
    switch stage {
    case .choosing: choose(key, &session)
    case .secret, .newSecret: type(key, &session, now)
    case .checking: key == .escape ? back() : nil
    }
  }

  mutating func paste(_ text: String, _ session: inout Session, now: Instant) -> [Effect]? {
    guard stage != .choosing, stage != .checking else { return nil }
    secret.insert(text)
    return []
  }

  func receive(_ outcome: SecretOutcome, in app: inout App, _ now: Instant) -> [Effect] {
    switch outcome {
    case .signIn(.accepted(let clerk)):
      app.session.office.clerksWithoutPIN.remove(clerk.id)
      if sentLength > 0 { app.notePINLength(sentLength, of: clerk.id, now) }
      return app.signedIn(clerk, now)
    case .signIn(let outcome): return app.onTop(Self.self) { $0.receive(outcome, &$1, now) }
    case .failed: return app.onTop(Self.self) { screen, _ in screen.stage == .checking ? screen.back() : [] }
    case .confirm: return []
    }
  }

  private mutating func receive(_ outcome: SignInOutcome, _ session: inout Session, _ now: Instant) -> [Effect] {
    // The clerk returned to the list meanwhile, so the answer concerns nobody who is chosen now.
    guard stage == .checking else { return [] }
    defer { sent = "" }
    secret.replace(with: "")
    let language = session.language
    switch outcome {
    case .accepted: break
    case .mustChangePIN where session.office.isReadOnly:
      stage = .secret
      replaced = nil
      session.complain(
        language.pick(
          "Phải đổi mã PIN này trước: đăng nhập một lần ở cửa sổ ghi được rồi đặt mã mới.",
          "This PIN has to be changed first: sign in once at the window that can write, and choose a new one."))
    case .mustChangePIN(let clerk, let reason):
      stage = .newSecret(first: nil)
      replaced = Replaced(secret: sent, reason: reason)
      session.pinLengths[clerk.id] = nil
    case .wrong(let tries, let until):
      stage = .secret
      replaced = nil
      waitUntil = until
      if session.signInClerks.indices.contains(chosen) { session.pinLengths[session.signInClerks[chosen].id] = nil }
      session.complain(language.pick("Sai mã PIN (lần \(tries)).", "Wrong PIN (try \(tries)).") + wait(now, language))
    case .mustWait(let until):
      stage = .secret
      replaced = nil
      waitUntil = until
      session.complain(wait(now, language))
    case .needsNewPIN:
      stage = .newSecret(first: nil)
      replaced = nil
    case .pinTooWeak:
      stage = .newSecret(first: nil)
      session.complain(Self.tooWeak(language))
    }
    return []
  }

  private static func tooWeak(_ language: Language) -> String {
    language.pick(
      "Mã quá ngắn. Hãy đặt từ 6 chữ số, hoặc cụm từ từ 8 ký tự.",
      "Too short. Choose 6 or more digits, or 8 or more characters.")
  }

  func nextChange(after now: Instant) -> Instant? {
    waitUntil.flatMap { $0 > now ? Instant(milliseconds: min($0.milliseconds, now.milliseconds + 1000)) : nil }
  }

  // MARK: Keys

  private mutating func choose(_ key: Key, _ session: inout Session) -> [Effect]? {
    let clerks = session.signInClerks
    switch key {
    case .up: chosen = max(0, chosen - 1)
    case .down: chosen = max(0, min(clerks.count - 1, chosen + 1))
    case .home: chosen = 0
    case .end: chosen = max(0, clerks.count - 1)
    case .enter: return accept(&session)
    case .character(let digit):
      guard let number = digit.wholeNumberValue, (1...9).contains(number), number <= clerks.count else { return nil }
      chosen = number - 1
      return accept(&session)
    default: return nil
    }
    return []
  }

  /// The clerk is chosen: asks for the PIN, has a first one chosen, or signs her in at once if the office has switched
  /// PINs off.
  mutating func accept(_ session: inout Session) -> [Effect] {
    guard session.signInClerks.indices.contains(chosen) else { return [] }
    let clerk = session.signInClerks[chosen].id
    guard session.office.office.requiresPIN else {
      stage = .checking
      return [.signIn(.check(clerk, secret: ""))]
    }
    guard session.office.clerksWithoutPIN.contains(clerk) else {
      stage = .secret
      return []
    }
    if let lookingOn = session.office.lookingOn {
      session.complain(Failure.readOnly(lookingOn).wording(session.language))
      return []
    }
    stage = .newSecret(first: nil)
    replaced = nil
    return []
  }

  private mutating func type(_ key: Key, _ session: inout Session, _ now: Instant) -> [Effect]? {
    switch key {
    case .escape: return back()
    case .enter:
      if secret.isEmpty {
        session.say(Words("Gõ mã PIN rồi Enter.", "Type the PIN, then Enter."))
        return []
      }
      return submit(&session, now)
    default:
      guard secret.press(key) else { return nil }
      guard case .character = key, stage == .secret, isAsLongAsBefore(session) else { return [] }
      return submit(&session, now)
    }
  }

  /// A PIN with the length of one that was correct here since the program started needs no Enter. Only the length is
  /// remembered, and only in memory.
  private func isAsLongAsBefore(_ session: Session) -> Bool {
    guard session.signInClerks.indices.contains(chosen) else { return false }
    return session.pinLengths[session.signInClerks[chosen].id] == secret.text.count
  }

  private mutating func back() -> [Effect] {
    stage = .choosing
    secret.replace(with: "")
    sent = ""
    replaced = nil
    return []
  }

  private mutating func submit(_ session: inout Session, _ now: Instant) -> [Effect] {
    let secret = secret.text
    guard session.signInClerks.indices.contains(chosen), !secret.isEmpty else { return [] }
    let clerk = session.signInClerks[chosen].id
    if let waitUntil, waitUntil > now {
      session.complain(wait(now, session.language))
      return []
    }
    self.secret.replace(with: "")
    switch stage {
    case .secret:
      stage = .checking
      note(sent: secret)
      return [.signIn(.check(clerk, secret: secret))]
    case .newSecret(nil):
      guard secret != replaced?.secret else {
        session.complain(
          session.language.pick("Mã mới phải khác mã cũ.", "The new one must differ from the old one."))
        return []
      }
      guard PINRule.isAcceptable(secret) else {
        session.complain(Self.tooWeak(session.language))
        return []
      }
      stage = .newSecret(first: secret)
    case .newSecret(let first?):
      guard first == secret else {
        stage = .newSecret(first: nil)
        session.complain(session.language.pick("Hai lần gõ khác nhau. Hãy đặt lại.", "The two differ. Choose again."))
        return []
      }
      stage = .checking
      let old = replaced?.secret
      note(sent: secret)
      return [.signIn(.setPIN(clerk, secret: secret, replacing: old))]
    case .choosing, .checking: break
    }
    return []
  }

  private mutating func note(sent secret: String) {
    sent = secret
    sentLength = secret.utf8.allSatisfy { (0x30...0x39).contains($0) } ? secret.utf8.count : 0
  }

  private func wait(_ now: Instant, _ language: Language) -> String {
    guard let waitUntil, waitUntil > now else { return language.pick(" Hãy gõ lại.", " Type it again.") }
    let time = waitWording(from: now, until: waitUntil, language)
    return language.pick(" Hãy chờ \(time) rồi gõ lại.", " Wait \(time), then type it again.")
  }
}
