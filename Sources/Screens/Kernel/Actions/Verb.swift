import DossierDomain
import OfficeWork

/// Something that is done to dossiers, or about a clerk, from any screen: what is asked first, and what comes of the answers.
struct Verb: Sendable {
  /// Stable: the palette, drafts and `.` know it by this name.
  let name: String
  let title: Words
  /// What will happen, said before it does.
  let consequence: Words
  /// The sentence that says why a dossier in this status cannot have it; the rules have the last word.
  let reasonAgainst: @Sendable (DossierStatus, Language) -> String?
  /// Everything that is asked is answered, or there is a question that is open.
  let prepare: @Sendable (Questions) throws(Unanswered) -> Prepared

  /// A verb of which everything is known.
  struct Prepared: Sendable {
    /// Typed by the verb.
    let answer: any Equatable & Sendable
    let deed: Deed
    /// Whether `.` may do it again on another dossier with these answers: not what ends one, means one paper of it, or
    /// names a document or a person of its own.
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
    _ reasonAgainst: @escaping @Sendable (DossierStatus, Language) -> String?,
    _ answer: @escaping @Sendable (Questions) throws(Unanswered) -> Answer,
    _ isRepeatable: @escaping @Sendable (Answer) -> Bool, deed: @escaping @Sendable (Answer) -> Deed
  ) {
    self.name = name
    self.title = title
    self.consequence = consequence
    self.reasonAgainst = reasonAgainst
    prepare = { (questions) throws(Unanswered) in
      let answer = try answer(questions)
      return Prepared(answer: answer, deed: deed(answer), isRepeatable: isRepeatable(answer))
    }
  }

  /// For what is the same on every dossier: the answer is the command.
  init(
    _ name: String, _ title: Words, consequence: Words,
    unless reasonAgainst: @escaping @Sendable (DossierStatus, Language) -> String?,
    asks answer: @escaping @Sendable (Questions) throws(Unanswered) -> DossierCommand,
    isRepeatable: @escaping @Sendable (DossierCommand) -> Bool = { _ in true }
  ) {
    self.init(name, title, consequence, reasonAgainst, answer, isRepeatable) { answer in .commands { _, _ in [answer] }
    }
  }

  init<Answer: Equatable & Sendable>(
    _ name: String, _ title: Words, consequence: Words,
    unless reasonAgainst: @escaping @Sendable (DossierStatus, Language) -> String?,
    asks answer: @escaping @Sendable (Questions) throws(Unanswered) -> Answer,
    commands: @escaping @Sendable (Answer, QueueRow, Session) -> [DossierCommand],
    isRepeatable: @escaping @Sendable (Answer) -> Bool = { _ in true }
  ) {
    self.init(name, title, consequence, reasonAgainst, answer, isRepeatable) { answer in
      .commands { row, session in commands(answer, row, session) }
    }
  }

  init<Answer: Equatable & Sendable>(
    _ name: String, _ title: Words, consequence: Words,
    unless reasonAgainst: @escaping @Sendable (DossierStatus, Language) -> String?,
    asks answer: @escaping @Sendable (Questions) throws(Unanswered) -> Answer,
    effect: @escaping @Sendable (RequestNumber, Answer, QueueRow, ClerkID) -> ActEffect
  ) {
    self.init(name, title, consequence, reasonAgainst, answer, { _ in false }) { answer in
      .effect { number, row, clerk in effect(number, answer, row, clerk) }
    }
  }

  init<Answer: Equatable & Sendable>(
    _ name: String, _ title: Words, consequence: Words,
    asks answer: @escaping @Sendable (Questions) throws(Unanswered) -> Answer,
    officeEffect: @escaping @Sendable (RequestNumber, Answer, ClerkID) -> ActEffect
  ) {
    self.init(name, title, consequence, { _, _ in nil }, answer, { _ in false }) { answer in
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

  /// Not for dossiers whose status has no way to this one.
  static func needs(_ target: DossierStatus) -> @Sendable (DossierStatus, Language) -> String? {
    { status, language in
      status.successors.contains(target) ? nil : Denial.moveNotAllowed(from: status, to: target).wording(language)
    }
  }

  static let needsRunning: @Sendable (DossierStatus, Language) -> String? = { status, language in
    status.isFinal ? Denial.alreadyFinal(status).wording(language) : nil
  }
}
