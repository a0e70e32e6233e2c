extension ProcedureVersion {
  /// The limit of the usual case, for a list of procedures.
  public func usualLimit(_ language: Language) -> String {
    guard !rules.limits.isEmpty else { return timeLimit.wording(language) }
    var answers = CaseAnswers(channel: .direct)
    for question in rules.questions { answers[question.id] = question.usual }
    return outcome(answers).limit.map { $0.stages.map { $0.limit.wording(language) }.joined(separator: " + ") }
      ?? language.pick("tùy trường hợp", "by the case")
  }

  /// The bounds of the case of these answers; those of the procedure where the law says nothing of the case.
  public func bounds(under answers: CaseAnswers) -> ProcedureBounds {
    outcome(answers.withUsual(of: self)).limit.map { $0.bounds.otherwise(bounds) } ?? bounds
  }

  /// For those who do not know the case: what all cases have in common. Where they differ it is not known.
  public var boundsOfEveryCase: ProcedureBounds {
    let common = boundsOfCases
    func agreed(_ bound: KeyPath<ProcedureBounds, Known<Int>>) -> Known<Int> {
      guard let first = common.first?[keyPath: bound], common.allSatisfy({ $0[keyPath: bound] == first }) else {
        return .unknown
      }
      return first
    }
    var shared = ProcedureBounds()
    shared.supplements = agreed(\.supplements)
    shared.waitingDays = agreed(\.waitingDays)
    shared.extensions = agreed(\.extensions)
    shared.extensionDays = agreed(\.extensionDays)
    return shared
  }

  /// Nobody can say the days for papers that were asked for without knowing the case.
  public var waitingDaysDependOnCase: Bool { Set(boundsOfCases.map(\.waitingDays)).count > 1 }

  private var boundsOfCases: [ProcedureBounds] {
    let ofLimits = rules.limits.map { $0.bounds.otherwise(bounds) }
    return rules.limits.isEmpty || hasCaseWithoutLimit ? ofLimits + [bounds] : ofLimits
  }

  /// The row's own limit counts in some case.
  private var hasCaseWithoutLimit: Bool {
    let always = rules.limits.filter { $0.applies.condition == .always }.map(\.applies)
    if always.contains(where: { $0.cases.isEmpty }) { return false }
    return rules.cases.isEmpty || rules.cases.contains { one in !always.contains { $0.cases.contains(one.id) } }
  }
}
