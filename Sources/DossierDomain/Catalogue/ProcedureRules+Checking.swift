extension ProcedureRules {
  /// Why rules cannot be used, whatever their source is.
  public enum Fault: Error, Hashable, Sendable {
    case idMalformed(String)
    case idTwice(String)
    case textMalformed(String)
    case tooMany(maximum: Int)
    /// A question needs two answers at least.
    case answersMissing(question: String)
    case questionUnknown(String)
    case answerUnknown(question: String, answer: Int)
    case caseUnknown(String)
    /// Two cases apply to the same answers.
    case casesOverlap(String, String, answers: [CaseCondition.Fact])
    /// No case applies to these answers.
    case caseMissing(answers: [CaseCondition.Fact])
    /// The answers of the questions that decide about cases have too many combinations to look at each.
    case tooManyCombinations(maximum: Int)
    /// A group of which one paper is enough has only one.
    case groupOfOne(String)
    case limitMissing
    case limitOutOfRange(Int)
    case countOutOfRange(Int)
    case amountOutOfRange(Int)
    case ratesMissing(item: String)
    case percentOutOfRange(Int)
    case validityOutOfRange(Int)
    case hoursOutOfRange(Int)
    case boundOutOfRange(Int)
    case procedureCodeMalformed(String)
    case unitCodeMalformed(String)
    /// The same text twice where each has to be another one.
    case textTwice(String)
  }

  public static let mostQuestions = 20
  static let mostAnswers = 20
  public static let mostCases = 40
  /// Of one condition: one for each question, and the channel.
  static let mostFacts = mostQuestions + 1
  public static let mostPapers = 200
  public static let mostFees = 20
  public static let mostReductions = 40
  public static let mostLimits = 40
  static let mostStages = 6
  static let mostRates = 10
  static let mostCombinations = 4096
  static let mostSheets = 1000
  public static let mostResults = 20
  public static let mostSteps = 40
  public static let mostOffices = 20
  public static let mostLinks = 40
  public static let mostTexts = 60
  static let mostNames = 40
  /// Ten years of months.
  static let longestValidity = 120
  /// A year of working hours.
  static let mostHours = 2000
  /// In đồng.
  static let highestAmount = 1_000_000_000

  func check() throws(Fault) {
    guard self != .none else { return }
    try bound(questions, Self.mostQuestions)
    try bound(cases, Self.mostCases)
    try bound(papers, Self.mostPapers)
    try bound(fees, Self.mostFees)
    try bound(reductions, Self.mostReductions)
    try bound(limits, Self.mostLimits)
    try checkIDs(questions.map(\.id) + [CaseQuestion.channel])
    try checkIDs(cases.map(\.id))
    try checkIDs(reductions.map(\.id))
    for question in questions { try check(question) }
    for one in cases { try check(one) }
    try checkCases()
    for paper in papers { try check(paper) }
    try checkGroups()
    for item in fees { try check(item) }
    for reduction in reductions { try check(reduction) }
    for limit in limits { try check(limit) }
    try checkWhatFollows()
  }

  func bound(_ list: [some Any], _ maximum: Int) throws(Fault) {
    guard list.count <= maximum else { throw .tooMany(maximum: maximum) }
  }

  static func isID(_ text: String) -> Bool {
    (1...40).contains(text.utf8.count)
      && text.utf8.allSatisfy { (97...122).contains($0) || (48...57).contains($0) || $0 == 45 }
  }

  func checkIDs(_ ids: [String]) throws(Fault) {
    var seen: Set<String> = []
    for id in ids {
      guard Self.isID(id) else { throw .idMalformed(String(id.prefix(40))) }
      guard seen.insert(id).inserted else { throw .idTwice(id) }
    }
  }

  /// One line that can be drawn, so that the canonical text has a line for each fact.
  func check(_ text: String, isRequired: Bool = true) throws(Fault) {
    let isOneLine = text.unicodeScalars.allSatisfy { $0.properties.generalCategory != .control }
    guard isOneLine, ProcedureVersion.isShort(text), !isRequired || text.contains(where: \.isLetter) else {
      throw .textMalformed(String(text.prefix(40)))
    }
  }

  private func checkGroups() throws(Fault) {
    var sizes: [String: Int] = [:]
    for paper in papers { if case .oneOf(let group) = paper.need { sizes[group, default: 0] += 1 } }
    for (group, size) in sizes.sorted(by: { $0.key < $1.key }) where size < 2 { throw .groupOfOne(group) }
  }
}

// MARK: One rule

/// What can be wrong with a rule by itself, beside the questions and cases of these rules.
extension ProcedureRules {
  public func check(_ question: CaseQuestion) throws(Fault) {
    try checkIDs([question.id])
    try check(question.text)
    guard question.answers.count >= 2 else { throw .answersMissing(question: question.id) }
    try bound(question.answers, Self.mostAnswers)
    for answer in question.answers { try check(answer) }
    if let usual = question.usual, !question.answers.indices.contains(usual - 1) {
      throw .answerUnknown(question: question.id, answer: usual)
    }
    guard let derivation = question.derivation else { return }
    guard (0...TimeLimit.mostDays).contains(derivation.daysSinceBirth) else {
      throw .boundOutOfRange(derivation.daysSinceBirth)
    }
    guard question.answers.indices.contains(derivation.answer - 1) else {
      throw .answerUnknown(question: question.id, answer: derivation.answer)
    }
  }

  public func check(_ one: ProcedureCase) throws(Fault) {
    try checkIDs([one.id])
    try check(one.name)
    try check(one.condition)
  }

  private func check(_ condition: CaseCondition) throws(Fault) {
    try bound(condition.facts, Self.mostFacts)
    for fact in condition.facts {
      let answers: Int
      if fact.question == CaseQuestion.channel {
        answers = Channel.allCases.count
      } else if let question = questions.first(where: { $0.id == fact.question }) {
        answers = question.answers.count
      } else {
        throw .questionUnknown(fact.question)
      }
      for answer in fact.answers where !(1...answers).contains(answer) {
        throw .answerUnknown(question: fact.question, answer: answer)
      }
      guard !fact.answers.isEmpty else { throw .answersMissing(question: fact.question) }
    }
  }

  func check(_ applies: Applicability) throws(Fault) {
    try bound(applies.cases, Self.mostCases)
    for id in applies.cases where !cases.contains(where: { $0.id == id }) { throw .caseUnknown(id) }
    try check(applies.condition)
  }

  public func check(_ paper: PaperRule) throws(Fault) {
    try check(paper.name)
    for text in [paper.formNumber, paper.replacedBy, paper.portalCode, paper.note] {
      try check(text, isRequired: false)
    }
    try check(paper.applies)
    if case .oneOf(let group) = paper.need { try checkIDs([group]) }
    if let count = paper.count.value, !(0...Self.mostSheets).contains(count) { throw .countOutOfRange(count) }
  }

  public func check(_ item: FeeItem) throws(Fault) {
    try check(item.name)
    try check(item.applies)
    switch item.amount {
    case .unknown: break
    case .fixed(let amount), .each(let amount, _): try check(amount: amount)
    case .pages(let rates, let cap):
      guard !rates.isEmpty else { throw .ratesMissing(item: item.name) }
      try bound(rates, Self.mostRates)
      for rate in rates { try check(amount: rate) }
      if let cap { try check(amount: cap) }
    }
  }

  private func check(amount: Int) throws(Fault) {
    guard (0...Self.highestAmount).contains(amount) else { throw .amountOutOfRange(amount) }
  }

  public func check(_ reduction: FeeReduction) throws(Fault) {
    try checkIDs([reduction.id])
    try check(reduction.reason)
    try check(reduction.proof, isRequired: false)
    guard (1...100).contains(reduction.percent) else { throw .percentOutOfRange(reduction.percent) }
    try check(reduction.applies)
  }

  public func check(_ limit: LimitRule) throws(Fault) {
    try check(limit.applies)
    guard !limit.stages.isEmpty else { throw .limitMissing }
    try bound(limit.stages, Self.mostStages)
    for stage in limit.stages { try check(stage.name, isRequired: limit.stages.count > 1) }
    for one in limit.stages.map(\.limit) + [limit.verification].compactMap({ $0 }) {
      guard one.isInRange else { throw .limitOutOfRange(one.count) }
    }
    for bound in limit.bounds.all.compactMap(\.value) where !(0...TimeLimit.mostDays).contains(bound) {
      throw .boundOutOfRange(bound)
    }
  }
}

// MARK: Exactly one case

extension ProcedureRules {
  /// The answers of a case to one of the questions that decide about cases: the bit 0 is the first answer.
  private typealias AnswerSet = UInt32

  /// Each combination of answers to the questions on which cases depend has one case. Rules are checked whenever they are
  /// read, so each combination is looked at only to name the one that is wrong.
  private func checkCases() throws(Fault) {
    guard !cases.isEmpty else { return }
    let named = Set(cases.flatMap { $0.condition.facts.map(\.question) })
    var deciding = questions.filter { named.contains($0.id) }.map { (id: $0.id, answers: $0.answers.count) }
    if named.contains(CaseQuestion.channel) { deciding.append((CaseQuestion.channel, Channel.allCases.count)) }
    let combinations = deciding.reduce(1) { min($0 * $1.answers, Self.mostCombinations + 1) }
    guard combinations <= Self.mostCombinations else { throw .tooManyCombinations(maximum: Self.mostCombinations) }
    let sets: [[AnswerSet]] = cases.map { one in
      deciding.map { question in
        one.condition.facts.filter { $0.question == question.id }.reduce((1 << AnswerSet(question.answers)) - 1) {
          $0 & $1.answers.reduce(0) { $0 | 1 << AnswerSet($1 - 1) }
        }
      }
    }
    let covered = sets.reduce(0) { $0 + $1.reduce(1) { $0 * $1.nonzeroBitCount } }
    if covered == combinations, !Self.haveCommonAnswers(sets) { return }
    for number in 0..<combinations {
      var (answers, rest) = ([Int](), number)
      for question in deciding {
        answers.append(rest % question.answers)
        rest /= question.answers
      }
      let applying = sets.indices.filter { zip(sets[$0], answers).allSatisfy { $0 & 1 << AnswerSet($1) != 0 } }
      if applying.count == 1 { continue }
      let facts = zip(deciding, answers).map { CaseCondition.Fact(question: $0.id, answers: [$1 + 1]) }
      guard let first = applying.first else { throw .caseMissing(answers: facts) }
      throw .casesOverlap(cases[first].id, cases[applying[1]].id, answers: facts)
    }
  }

  /// Whether two cases apply to one combination: to each question they have an answer in common.
  private static func haveCommonAnswers(_ sets: [[AnswerSet]]) -> Bool {
    sets.indices.contains { first in
      sets[..<first].contains { zip($0, sets[first]).allSatisfy { $0 & $1 != 0 } }
    }
  }
}

extension TimeLimit {
  static let mostDays = 400

  var isInRange: Bool { self == .sameDay || self == .unknown || (1...Self.mostDays).contains(count) }

  /// Of days, hours or months; 0 for the others.
  var count: Int {
    switch self {
    case .workingDays(let count), .calendarDays(let count), .hours(let count), .months(let count): count
    case .sameDay, .unknown: 0
    }
  }
}
