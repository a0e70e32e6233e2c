/// A question that the clerk answers at the reception, in words that the citizen understands. The answers decide which
/// papers, limit and fee apply.
public struct CaseQuestion: Hashable, Sendable {
  /// Names the question within its procedure; lower-case letters, digits and `-`.
  public var id: String
  public var text: String
  /// At least two; conditions name them by their number, from 1.
  public var answers: [String]
  /// The number of the answer that holds in the ordinary case, which counts until the clerk says otherwise. Nil if there is
  /// no ordinary case, so that the clerk has to answer.
  public var usual: Int?
  /// What the form itself can answer; nil if only the clerk knows.
  public var derivation: Derivation?

  /// From the owner's date of birth: more days than these after it, this is the answer. Otherwise the usual one counts.
  public struct Derivation: Hashable, Sendable {
    public var daysSinceBirth: Int
    public var answer: Int

    public init(daysSinceBirth: Int, answer: Int) {
      self.daysSinceBirth = daysSinceBirth
      self.answer = answer
    }
  }

  public init(
    id: String, text: String, answers: [String], usual: Int? = nil, derivation: Derivation? = nil
  ) {
    self.id = id
    self.text = text
    self.answers = answers
    self.usual = usual
    self.derivation = derivation
  }

  /// The way in which the dossier comes is a fact of the reception, not a question of the procedure, but conditions name it
  /// like one. Its answers are the raw values of `Channel`.
  public static let channel = "channel"

  /// The answers to a question that says only yes or no.
  public static let yesOrNo = ["có", "không"]
}

/// What was answered, by the ids of the questions.
public struct CaseAnswers: Hashable, Sendable {
  private var numbers: [String: Int] = [:]

  public init() {}

  public init(channel: Channel) { numbers[CaseQuestion.channel] = Int(channel.rawValue) }

  /// Nil if the question was not answered.
  public subscript(question: String) -> Int? {
    get { numbers[question] }
    set { numbers[question] = newValue }
  }

  /// By id, without the channel, which the reception records by itself.
  public var recorded: [(question: String, answer: Int)] {
    numbers.filter { $0.key != CaseQuestion.channel }.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }
}

extension CaseQuestion {
  /// The answer that the owner's birth gives; nil if it gives none, or the birth is not known well enough.
  /// - Parameter birth: as the clerk typed it.
  public func answer(fromBirth birth: String, on today: CivilDate) -> Int? {
    guard let derivation, let last = BirthDate.normalised(birth).flatMap(BirthDate.lastDay) else { return nil }
    return last.adding(days: derivation.daysSinceBirth) < today ? derivation.answer : nil
  }

  /// Whether an answer cannot be true of this birth. Of a birth without its day, every day has to contradict it.
  /// - Parameter birth: as the clerk typed it.
  public func isContradicted(_ answer: Int, byBirth birth: String, on today: CivilDate) -> Bool {
    if let right = self.answer(fromBirth: birth, on: today) { return answer != right }
    guard let derivation, answer == derivation.answer,
      let first = BirthDate.normalised(birth).flatMap(BirthDate.firstDay)
    else { return false }
    return first.adding(days: derivation.daysSinceBirth) >= today
  }
}

extension CaseAnswers {
  /// With the answers that the owner's birth gives, where the clerk has given none.
  public func derived(from owner: Person, on today: CivilDate, of version: ProcedureVersion) -> CaseAnswers {
    var answers = self
    for question in version.rules.questions where answers[question.id] == nil {
      answers[question.id] = question.answer(fromBirth: owner.birth, on: today)
    }
    return answers
  }

  /// With the usual answers where a question still decides something. What was answered stays, and so do questions that
  /// decide nothing in this case. An answer that the question does not have was one to another version of it.
  public func withUsual(of version: ProcedureVersion) -> CaseAnswers {
    var answers = self
    for question in version.rules.questions {
      if let number = answers[question.id], number < 1 || number > question.answers.count { answers[question.id] = nil }
    }
    while let question = version.outcome(answers).open.first(where: { $0.usual != nil }) {
      answers[question.id] = question.usual
    }
    return answers
  }
}

/// When something applies: every fact holds. Without facts it always does.
public struct CaseCondition: Hashable, Sendable {
  public struct Fact: Hashable, Sendable {
    public var question: String
    /// Any of these, in ascending order.
    public var answers: [Int]

    public init(question: String, answers: [Int]) {
      self.question = question
      self.answers = Array(Set(answers)).sorted()
    }
  }

  public var facts: [Fact]

  public init(_ facts: [Fact] = []) { self.facts = facts }

  public static let always = CaseCondition()

  /// Nil as long as an answer is missing on which it depends.
  public func holds(_ answers: CaseAnswers) -> Bool? {
    var isOpen = false
    for fact in facts {
      guard let answer = answers[fact.question] else {
        isOpen = true
        continue
      }
      guard fact.answers.contains(answer) else { return false }
    }
    return isOpen ? nil : true
  }
}

/// A case (trường hợp) of a procedure, with papers, a limit or a fee of its own.
public struct ProcedureCase: Hashable, Sendable {
  /// Names the case within its procedure; lower-case letters, digits and `-`.
  public var id: String
  public var name: String
  public var condition: CaseCondition

  public init(id: String, name: String, condition: CaseCondition) {
    self.id = id
    self.name = name
    self.condition = condition
  }
}

/// The cases and answers under which a paper, an item of the fee or a limit applies.
public struct Applicability: Hashable, Sendable {
  /// Ids of cases; empty for every case.
  public var cases: [String]
  public var condition: CaseCondition

  public init(cases: [String] = [], condition: CaseCondition = .always) {
    self.cases = cases
    self.condition = condition
  }

  public static let always = Applicability()
}
