import DossierDomain
import OfficeWork
import Terminal

/// The prompt of a verb: the questions already answered, and the input for the next one.
struct ActionPrompt: Screen {
  let verb: String
  let targets: [QueueRow]
  /// The only target, if the screen has loaded it.
  let dossier: Dossier?
  /// The steps of its internal procedure.
  let steps: [StepRule]
  private(set) var answers: Contents
  /// The prompt for the current question.
  private(set) var prompt: FormPrompt
  /// The text typed when the clerk left this prompt the last time.
  let draft: Contents

  /// Nil if there is nothing to ask.
  /// - Parameter dossier: the only target, if the screen has loaded it.
  init?(
    _ verb: Verb, _ targets: [QueueRow], _ answers: Contents, draft: Contents, _ session: Session, _ now: Instant,
    dossier: Dossier? = nil, steps: [StepRule] = []
  ) {
    let questions = Questions(
      answers: answers, session: session, now: now, targets: targets, dossier: dossier, steps: steps)
    guard let field = verb.question(questions) else { return nil }
    // An answer that can no longer be read is asked again, and so are all answers after it.
    let isReadable = answers[field.id] == nil
    self.verb = verb.name
    self.targets = targets
    self.dossier = dossier
    self.steps = steps
    self.answers = isReadable ? answers : answers.before(field.id)
    self.draft = isReadable ? draft : answers
    prompt = FormPrompt(field, draft: self.draft.next(after: self.answers, for: field.id))
  }

  /// The name contains the dossier, so that a text about one dossier is never offered for another.
  static func draftName(_ verb: String, _ targets: [QueueRow]) -> String {
    verb + " " + (targets.count == 1 ? targets.first?.id.hexadecimal ?? "" : "many")
  }

  var draftName: String { Self.draftName(verb, targets) }
  var openDraft: RunningAct.Draft? { kept.isEmpty ? nil : RunningAct.Draft(name: draftName, contents: kept) }

  func question(_ session: Session, _ now: Instant) -> Field? {
    Verb.named(verb)?.question(
      Questions(answers: answers, session: session, now: now, targets: targets, dossier: dossier, steps: steps))
  }

  /// What a draft stores: the answers, and the text in the field.
  var kept: Contents { Contents(entries: answers.entries + prompt.typed.entries) }

  mutating func insert(_ text: String, _ session: Session, _ now: Instant) {
    if let field = question(session, now) { prompt.insert(text, field) }
  }

  /// - Returns: the effect of the key; `next` records an answer.
  mutating func press(_ key: Key, _ field: Field, _ session: Session) -> FormPrompt.Change {
    prompt.press(key, field, session.language, typing: session.typing)
  }
}

extension ActionPrompt {
  func press(_ key: Key, in app: inout App, _ now: Instant) -> [Effect]? { app.press(key, in: self, now) }

  func paste(_ text: String, in app: inout App, _ now: Instant) -> [Effect]? {
    var prompt = self
    prompt.insert(text, app.session, now)
    app.top.overlay = prompt
    return []
  }
}

extension App {
  /// Starts a verb on the targets: asks for the values that it needs, or performs it at once if it needs none.
  /// - Parameter answers: the values that are known already, such as which paper; a draft about another paper is
  ///   ignored.
  mutating func begin(_ verb: Verb, answers: Contents = Contents(), now: Instant) -> [Effect] {
    // A request for papers says where they are given.
    let reads: [Effect] = verb.name == Verb.requestSupplement.name ? [.ask(.procedures(session.office.catalogue))] : []
    return reads + ask(verb, answers, about: top.screen.targets, from: nil, now)
  }

  /// The same about one dossier that was read for it.
  mutating func begin(
    _ verb: Verb, _ answers: Contents, about row: QueueRow, _ dossier: Dossier, _ now: Instant
  ) -> [Effect] {
    ask(verb, answers, about: [row], from: nil, read: dossier, now)
  }

  fileprivate mutating func press(_ key: Key, in prompt: ActionPrompt, _ now: Instant) -> [Effect] {
    var prompt = prompt
    guard let verb = Verb.named(prompt.verb), let field = prompt.question(session, now) else {
      top.overlay = nil
      return []
    }
    if key == .escape { return leave(prompt) }
    switch prompt.press(key, field, session) {
    case .unused: return pressOver(key, now)
    case .changed:
      top.overlay = prompt
      return saveSeat()
    case .answered(let text):
      return ask(verb, prompt.answers.appending(field.id, text), about: prompt.targets, from: prompt, now)
    }
  }

  /// Asks the first question that these answers leave open, or performs the verb.
  private mutating func ask(
    _ verb: Verb, _ answers: Contents, about targets: [QueueRow], from prompt: ActionPrompt?, read: Dossier? = nil,
    _ now: Instant
  ) -> [Effect] {
    let draft = prompt?.draft ?? draft(named: ActionPrompt.draftName(verb.name, targets)) ?? Contents()
    let dossier = prompt?.dossier ?? read ?? (targets.count == 1 ? top.screen.loaded(targets[0].id) : nil)
    let steps = prompt?.steps ?? (targets.count == 1 ? top.screen.steps(of: targets[0].id) : [])
    top.overlay = ActionPrompt(verb, targets, answers, draft: draft, session, now, dossier: dossier, steps: steps)
    guard top.overlay == nil else { return [] }
    return perform(verb, answers, on: targets, dossier, steps, from: prompt, now) + endTurn(of: targets)
  }

  /// F3, F9 and F12 work inside a prompt too. The prompt is still there when the clerk returns.
  private mutating func pressOver(_ key: Key, _ now: Instant) -> [Effect] {
    guard [.function(3), .function(9), .function(12), .control("f")].contains(key),
      let command = CommandRegistry.standard.command(for: key, in: context)
    else { return [] }
    return run(command, now)
  }

  /// The typed text is kept for the next time, so that pressing Esc twice loses nothing.
  private mutating func leave(_ prompt: ActionPrompt) -> [Effect] {
    let kept = prompt.kept
    session.promptDrafts[prompt.draftName] = kept.isEmpty ? nil : kept
    top.overlay = nil
    if !kept.isEmpty {
      session.say(Words("Chưa làm gì. Phần đã gõ vẫn giữ cho lần sau.", "Nothing was done. What you typed is kept."))
    }
    return saveSeat() + endTurn(of: prompt.targets)
  }

  /// Sends one act per dossier to the journal, so that a refused one does not stop the others.
  /// - Parameter prompt: the prompt before its last answer; it is shown again if an act of weight is dropped.
  private mutating func perform(
    _ verb: Verb, _ answers: Contents, on targets: [QueueRow], _ dossier: Dossier?, _ steps: [StepRule],
    from prompt: ActionPrompt?, _ now: Instant
  ) -> [Effect] {
    let questions = Questions(
      answers: answers, session: session, now: now, targets: targets, dossier: dossier, steps: steps)
    guard let clerk = session.clerk, let prepared = try? verb.prepare(questions) else { return [] }
    session.remember(answers, of: verb)
    session.rememberPhrases(answers, of: verb)
    let draft = RunningAct.Draft(name: ActionPrompt.draftName(verb.name, targets), contents: answers)
    let number = session.nextRequest()
    switch prepared.deed {
    case .officeEffect(let effect): return send(effect(number, clerk.id), as: verb.title, draft, from: prompt)
    case .effect(let effect):
      session.lastAct = nil
      guard let row = targets.first else { return [] }
      return send(effect(number, row, clerk.id), as: verb.title, draft, from: prompt)
    case .commands(let commands):
      session.lastAct = prepared.isRepeatable ? RepeatableAct(verb: verb.name, answers: answers) : nil
      let acts = targets.compactMap { row -> Act? in
        let wanted = commands(row, session)
        assert(
          wanted.allSatisfy { (verb.rules + verb.companions).contains($0.rule) },
          "\(verb.name) makes a command whose rule it does not list"
        )
        return wanted.isEmpty ? nil : Act(dossier: row.id, commands: wanted)
      }
      guard !acts.isEmpty else {
        session.say(Words("Chưa làm gì.", "Nothing was done."))
        return []
      }
      return send(.perform(number, acts, by: clerk.id), as: verb.title, draft, from: prompt, on: targets)
    }
  }

  /// Sends acts that a screen has composed itself.
  mutating func perform(_ acts: [Act], as title: Words, on targets: [QueueRow]? = nil) -> [Effect] {
    guard let clerk = session.clerk else { return [] }
    return send(.perform(session.nextRequest(), acts, by: clerk.id), as: title, on: targets)
  }

  /// Sends a decision about the office that a screen has composed itself.
  mutating func perform(_ action: OfficeAction, as title: Words) -> [Effect] {
    guard let clerk = session.clerk else { return [] }
    return send(.performOffice(session.nextRequest(), action, by: clerk.id), as: title)
  }

  /// Asks for the full numbers of a dossier, for a purpose that the clerk's work with it says.
  mutating func readNumbers(of id: DossierID, for purpose: DataReading.UsualPurpose) -> [Effect] {
    guard let clerk = session.clerk else { return [] }
    let effect = ActEffect.readNumbers(session.nextRequest(), id, purpose: purpose.recorded, by: clerk.id)
    return send(effect, as: Verb.numbers.title)
  }

  /// The typed text stays a draft until the act is done, so that nothing is lost if the act is refused or a file is
  /// missing.
  private mutating func send(
    _ effect: ActEffect, as title: Words, _ draft: RunningAct.Draft? = nil, from prompt: ActionPrompt? = nil,
    on targets: [QueueRow]? = nil
  ) -> [Effect] {
    let typed = draft.flatMap { $0.contents.isEmpty ? nil : $0 }
    if let typed { session.promptDrafts[typed.name] = typed.contents }
    session.running[effect.number] = RunningAct(
      title: title, clerk: effect.clerk, prompt: prompt, commands: effect.commonCommands, targets: targets, draft: typed
    )
    return [.act(effect)]
  }
}
