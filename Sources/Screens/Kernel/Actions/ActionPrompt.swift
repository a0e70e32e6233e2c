import DossierDomain
import OfficeWork
import Terminal

/// A verb that is being asked about: answered questions, and what is typed or chosen for the next one.
struct ActionPrompt: Screen {
  let verb: String
  let targets: [QueueRow]
  var answers: [String] = []
  var input = ""
  /// It is what was proposed, and nothing was typed yet.
  var isProposal = false
  var choice = 0
  var problem: String?
  /// What was typed when this prompt was left earlier.
  var draft: [String]

  static let maximumLength = 2000

  mutating func insert(_ text: String) {
    input = String((input + text.map { $0.isNewline ? " " : String($0) }.joined()).prefix(Self.maximumLength))
  }

  /// What was typed about one dossier is never offered for another.
  static func draftName(_ verb: String, _ targets: [QueueRow]) -> String {
    verb + " " + (targets.count == 1 ? targets.first?.id.hexadecimal ?? "" : "many")
  }

  var draftName: String { Self.draftName(verb, targets) }
  var openDraft: RunningAct.Draft? { kept.isEmpty ? nil : RunningAct.Draft(name: draftName, answers: kept) }

  /// What a draft keeps: the answers, and what stands in the field.
  var kept: [String] { input.isEmpty ? answers : answers + [input] }

  func question(_ session: Session, _ now: Instant) -> Question? {
    Verb.named(verb)?.question(answers, session, now)
  }

  /// Fills in what is known for the question at hand.
  mutating func prepare(_ session: Session, _ now: Instant) {
    problem = nil
    input = ""
    isProposal = false
    choice = 0
    guard let question = question(session, now) else { return }
    let old = draft.starts(with: answers) && draft.indices.contains(answers.count) ? draft[answers.count] : nil
    switch question.kind {
    case .text(let initial, _):
      input = old ?? initial
      isProposal = old == nil && !initial.isEmpty
    case .choice(let options): choice = options.firstIndex { $0.value == old } ?? 0
    }
  }
}

extension ActionPrompt {
  func press(_ key: Key, in app: inout App, _ now: Instant) -> [Effect]? { app.press(key, in: self, now) }

  func paste(_ text: String, in app: inout App, _ now: Instant) -> [Effect]? {
    var prompt = self
    prompt.insert(text)
    app.top.overlay = prompt
    return []
  }
}

extension App {
  /// Begins an action on the targets: asks what must be known, or does it at once when nothing is.
  /// - Parameter answers: what the screen knows already, e.g. which paper; a draft about another one is not used.
  mutating func begin(_ verb: Verb, answers: [String] = [], now: Instant) -> [Effect] {
    let targets = top.screen.targets
    let draft = draft(named: ActionPrompt.draftName(verb.name, targets)) ?? []
    var prompt = ActionPrompt(verb: verb.name, targets: targets, answers: answers, draft: draft)
    guard prompt.question(session, now) != nil else { return perform(verb, answers: answers, on: targets) }
    prompt.prepare(session, now)
    top.overlay = prompt
    return []
  }

  fileprivate mutating func press(_ key: Key, in prompt: ActionPrompt, _ now: Instant) -> [Effect] {
    var prompt = prompt
    guard let verb = Verb.named(prompt.verb), let question = prompt.question(session, now) else {
      top.overlay = nil
      return []
    }
    if key == .escape { return leave(prompt) }
    switch question.kind {
    case .text(_, let problem):
      switch key {
      case .character(let character):
        // What is proposed gives way to what is typed; backspace and End keep it.
        if prompt.isProposal { prompt.input = "" }
        prompt.isProposal = false
        prompt.insert(String(character))
      case .backspace:
        prompt.input = String(prompt.input.dropLast())
        prompt.isProposal = false
      case .end: prompt.isProposal = false
      case .enter, .tab:
        prompt.problem = problem(prompt.input, session.language)
        if prompt.problem == nil { return answer(prompt, prompt.input, verb, now) }
      default: return pressOver(key, now)
      }
    case .choice(let options):
      switch key {
      case .up: prompt.choice = max(0, prompt.choice - 1)
      case .down: prompt.choice = min(options.count - 1, prompt.choice + 1)
      case .enter, .tab:
        if options.indices.contains(prompt.choice) { return answer(prompt, options[prompt.choice].value, verb, now) }
      case .character(let digit):
        if let number = digit.wholeNumberValue, (1...9).contains(number), options.indices.contains(number - 1) {
          return answer(prompt, options[number - 1].value, verb, now)
        }
      default: return pressOver(key, now)
      }
    }
    top.overlay = prompt
    return saveDesk()
  }

  /// F3 and F12 also work from inside a half-filled prompt, which is there again on return.
  private mutating func pressOver(_ key: Key, _ now: Instant) -> [Effect] {
    guard [.function(3), .function(12), .control("f")].contains(key),
      let command = CommandRegistry.standard.command(for: key, in: context)
    else { return [] }
    return run(command, now)
  }

  private mutating func answer(_ prompt: ActionPrompt, _ value: String, _ verb: Verb, _ now: Instant) -> [Effect] {
    let asked = prompt
    var prompt = prompt
    prompt.answers.append(value)
    if prompt.question(session, now) != nil {
      prompt.prepare(session, now)
      top.overlay = prompt
      return []
    }
    top.overlay = nil
    return perform(verb, answers: prompt.answers, on: prompt.targets, from: asked)
  }

  /// What was typed is kept for the next time, so that a double Esc discards nothing.
  private mutating func leave(_ prompt: ActionPrompt) -> [Effect] {
    let kept = prompt.kept
    session.promptDrafts[prompt.draftName] = kept.isEmpty ? nil : kept
    top.overlay = nil
    if !kept.isEmpty {
      session.say(Words("Chưa làm gì. Phần đã gõ vẫn giữ cho lần sau.", "Nothing was done. What you typed is kept."))
    }
    return saveDesk()
  }

  /// Sends the acts to the journal, one a dossier: one that is refused does not stop the others.
  /// - Parameter prompt: as it stood before its last answer, for an act of weight that is dropped.
  mutating func perform(
    _ verb: Verb, answers: [String], on targets: [QueueRow], from prompt: ActionPrompt? = nil
  ) -> [Effect] {
    guard let clerk = session.clerk else { return [] }
    let draft = RunningAct.Draft(name: ActionPrompt.draftName(verb.name, targets), answers: answers)
    if let officeEffect = verb.officeEffect {
      let number = session.nextRequest()
      guard let effect = officeEffect(number, answers, session, clerk.id) else { return [] }
      return send(effect, as: verb.title, draft, from: prompt)
    }
    session.lastAct = verb.isRepeatable(answers) ? RepeatableAct(verb: verb.name, answers: answers) : nil
    if let effect = verb.effect, let row = targets.first {
      return send(effect(session.nextRequest(), answers, row, clerk.id), as: verb.title, draft, from: prompt)
    }
    let acts = targets.compactMap { row -> Act? in
      let commands = verb.commands(answers, row, session)
      return commands.isEmpty ? nil : Act(dossier: row.id, commands: commands)
    }
    guard !acts.isEmpty else {
      session.say(Words("Chưa làm gì.", "Nothing was done."))
      return []
    }
    return send(.perform(session.nextRequest(), acts, by: clerk.id), as: verb.title, draft, from: prompt)
  }

  /// Sends acts that a screen has put together itself.
  mutating func perform(_ acts: [Act], as title: Words) -> [Effect] {
    guard let clerk = session.clerk else { return [] }
    return send(.perform(session.nextRequest(), acts, by: clerk.id), as: title)
  }

  /// What was typed is a draft until the act is done: one that is refused, or a file that is not there, costs no word of it.
  private mutating func send(
    _ effect: ActEffect, as title: Words, _ draft: RunningAct.Draft? = nil, from prompt: ActionPrompt? = nil
  ) -> [Effect] {
    let typed = draft.flatMap { $0.answers.isEmpty ? nil : $0 }
    if let typed { session.promptDrafts[typed.name] = typed.answers }
    session.running[effect.number] = RunningAct(title: title, clerk: effect.clerk, prompt: prompt, draft: typed)
    return [.act(effect)]
  }
}
