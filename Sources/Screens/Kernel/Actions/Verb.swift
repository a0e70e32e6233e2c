import DossierDomain
import OfficeWork

/// Something that is done to dossiers, or about a clerk, from any screen: what is asked first, and what comes of the answers.
struct Verb: Sendable {
  /// Stable: the palette, drafts and `.` know it by this name.
  let name: String
  let title: Words
  /// What will happen, said before it does.
  let consequence: Words
  /// The rules of what may come of it: it can be begun where one of them allows that. Empty for verbs about a clerk.
  let rules: [ActionRule]
  /// Everything that is asked is answered, or there is a question that is open.
  let prepare: @Sendable (Questions) throws(Unanswered) -> Prepared

  /// A verb of which everything is known.
  struct Prepared: Sendable {
    /// Typed by the verb.
    let answer: any Equatable & Sendable
    let deed: Deed
    /// Whether `.` may do it again on another dossier with these answers: not where the rules say that it is about this
    /// one, and not where the answers name a document or a person of its own.
    let isRepeatable: Bool
  }

  enum Deed: Sendable {
    /// Commands for each of the dossiers.
    case commands(@Sendable (QueueRow, Session) -> [DossierCommand])
    /// For one dossier, where the command needs something from outside first, e.g. the hash of a file.
    case effect(@Sendable (RequestNumber, QueueRow, ClerkID) -> ActEffect)
    /// About the office.
    case officeEffect(@Sendable (RequestNumber, ClerkID) -> ActEffect)
  }

  private init<Answer: Equatable & Sendable>(
    _ name: String, _ title: Words, _ consequence: Words,
    _ rules: [ActionRule],
    _ answer: @escaping @Sendable (Questions) throws(Unanswered) -> Answer,
    _ isRepeatable: @escaping @Sendable (Answer) -> Bool, deed: @escaping @Sendable (Answer) -> Deed
  ) {
    self.name = name
    self.title = title
    self.consequence = consequence
    self.rules = rules
    prepare = { (questions) throws(Unanswered) in
      let answer = try answer(questions)
      return Prepared(
        answer: answer, deed: deed(answer), isRepeatable: rules.allSatisfy(\.isRepeatable) && isRepeatable(answer))
    }
  }

  /// For what is the same on every dossier: the answer is the command.
  init(
    _ name: String, _ title: Words, consequence: Words,
    under rules: ActionRule...,
    asks answer: @escaping @Sendable (Questions) throws(Unanswered) -> DossierCommand,
    isRepeatable: @escaping @Sendable (DossierCommand) -> Bool = { _ in true }
  ) {
    self.init(name, title, consequence, rules, answer, isRepeatable) { answer in .commands { _, _ in [answer] }
    }
  }

  init<Answer: Equatable & Sendable>(
    _ name: String, _ title: Words, consequence: Words,
    under rules: ActionRule...,
    asks answer: @escaping @Sendable (Questions) throws(Unanswered) -> Answer,
    commands: @escaping @Sendable (Answer, QueueRow, Session) -> [DossierCommand],
    isRepeatable: @escaping @Sendable (Answer) -> Bool = { _ in true }
  ) {
    self.init(name, title, consequence, rules, answer, isRepeatable) { answer in
      .commands { row, session in commands(answer, row, session) }
    }
  }

  init<Answer: Equatable & Sendable>(
    _ name: String, _ title: Words, consequence: Words,
    under rules: ActionRule...,
    asks answer: @escaping @Sendable (Questions) throws(Unanswered) -> Answer,
    effect: @escaping @Sendable (RequestNumber, Answer, QueueRow, ClerkID) -> ActEffect
  ) {
    self.init(name, title, consequence, rules, answer, { _ in false }) { answer in
      .effect { number, row, clerk in effect(number, answer, row, clerk) }
    }
  }

  init<Answer: Equatable & Sendable>(
    _ name: String, _ title: Words, consequence: Words,
    asks answer: @escaping @Sendable (Questions) throws(Unanswered) -> Answer,
    officeEffect: @escaping @Sendable (RequestNumber, Answer, ClerkID) -> ActEffect
  ) {
    self.init(name, title, consequence, [], answer, { _ in false }) { answer in
      .officeEffect { number, clerk in officeEffect(number, answer, clerk) }
    }
  }

  static let all: [Verb] = [
    .handOver, .takeOver, .assign, .acceptOnline, .requestSupplement, .receiveSupplement, .complete, .handBack, .extend,
    .fee, .end, .note, .correct, .reopen, .issueCode, .paperForm, .digitise, .replaceByLookup, .reuse, .addPaper,
    .setAbsence, .clearAbsence, .reassign,
  ]

  static func named(_ name: String) -> Verb? { all.first { $0.name == name } }
}

extension Verb {
  /// The question that is open after these answers; nil when everything is known.
  func question(_ questions: Questions) -> Field? {
    do throws(Unanswered) {
      _ = try prepare(questions)
      return nil
    } catch {
      switch error {
      case .open(let field): return field
      case .nothingToAsk: return nil
      }
    }
  }

  /// Why a clerk cannot begin it on such a dossier; nil when she can.
  func denial(on dossier: DossierStanding, by clerk: Clerk) -> Denial? {
    var first: Denial?
    for rule in rules {
      guard let denial = rule.denial(on: dossier, by: clerk) else { return nil }
      first = first ?? denial
    }
    return first
  }
}
