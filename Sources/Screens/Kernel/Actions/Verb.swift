import DossierDomain
import OfficeWork

/// Something that a clerk does to dossiers or about a clerk, from any screen: its questions, and the act made of the
/// answers.
struct Verb: Sendable {
  /// The palette, drafts and `.` use this name, so it must not change between versions.
  let name: String
  let title: Words
  /// The consequence, shown before the verb is performed.
  let consequence: Words
  /// The rules of the actions that the verb may produce. It can be started if one of them allows that. Empty for verbs
  /// about a clerk.
  let rules: [ActionRule]
  /// The rules of further actions that it may record beside them. They do not decide whether it can be started.
  let companions: [ActionRule]
  /// Returns the prepared act if every question has an answer; otherwise throws the first open question.
  let prepare: @Sendable (Questions) throws(Unanswered) -> Prepared

  /// A verb with all its answers.
  struct Prepared: Sendable {
    /// The answer in the verb's own type.
    let answer: any Equatable & Sendable
    let deed: Deed
    /// Whether `.` may repeat it on another dossier with these answers. It may not if the rules bind the action to this
    /// dossier, or if the answers name a document or person of this dossier.
    let isRepeatable: Bool
  }

  enum Deed: Sendable {
    /// Commands for each of the dossiers.
    case commands(@Sendable (QueueRow, Session) -> [DossierCommand])
    /// An effect for one dossier, if the command needs data from outside first, such as the hash of a file.
    case effect(@Sendable (RequestNumber, QueueRow, ClerkID) -> ActEffect)
    /// An effect that concerns the office.
    case officeEffect(@Sendable (RequestNumber, ClerkID) -> ActEffect)
  }

  private init<Answer: Equatable & Sendable>(
    _ name: String, _ title: Words, _ consequence: Words,
    _ rules: [ActionRule], beside companions: [ActionRule] = [],
    _ answer: @escaping @Sendable (Questions) throws(Unanswered) -> Answer,
    _ isRepeatable: @escaping @Sendable (Answer) -> Bool, deed: @escaping @Sendable (Answer) -> Deed
  ) {
    self.name = name
    self.title = title
    self.consequence = consequence
    self.rules = rules
    self.companions = companions
    prepare = { (questions) throws(Unanswered) in
      let answer = try answer(questions)
      return Prepared(
        answer: answer, deed: deed(answer), isRepeatable: rules.allSatisfy(\.isRepeatable) && isRepeatable(answer))
    }
  }

  /// For verbs whose command is the same for every dossier: the answer is the command itself.
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
    under rules: ActionRule..., beside companions: [ActionRule] = [],
    asks answer: @escaping @Sendable (Questions) throws(Unanswered) -> Answer,
    commands: @escaping @Sendable (Answer, QueueRow, Session) -> [DossierCommand],
    isRepeatable: @escaping @Sendable (Answer) -> Bool = { _ in true }
  ) {
    self.init(name, title, consequence, rules, beside: companions, answer, isRepeatable) { answer in
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
    .verify,
    .fee, .end, .note, .correct, .reopen, .issueCode, .otherCode, .paperForm, .digitise, .replaceByLookup, .reuse,
    .addPaper, .numbers, .sendToSigner,
    .setAbsence, .clearAbsence, .reassign, .openingDay, .printBlanks, .strikeBlanks,
  ]

  static func named(_ name: String) -> Verb? { all.first { $0.name == name } }
}

extension Verb {
  /// The first open question after these answers; nil if every value is known.
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

  /// Why the clerk cannot start the verb on such a dossier; nil if she can.
  func denial(on dossier: DossierStanding, by clerk: Clerk) -> Denial? {
    var first: Denial?
    for rule in rules {
      guard let denial = rule.denial(on: dossier, by: clerk) else { return nil }
      first = first ?? denial
    }
    return first
  }
}
