import VietnameseText

/// What a dossier would have been by another version of its procedure. Both versions are applied to what was recorded of it,
/// by the same calendar, so that a version differs from itself in nothing.
public struct WhatIf: Hashable, Sendable {
  /// Why the dossier would have had no way through.
  public enum NoWay: Hashable, Sendable {
    /// What was answered is no answer of the question any more.
    case answerGone(question: String, answer: String)
    /// Nobody answered it at the time, and there is no usual answer.
    case questionOpen(String)
    case refused(Denial)
  }

  /// An appointment is nil if the limit is not known and the clerk entered no days.
  public struct Appointments: Hashable, Sendable {
    public var old: Instant?
    public var new: Instant?
    /// From the old one to the new one; negative if the new one is earlier.
    public var workingDays: Int
  }

  /// In đồng; nil if not known.
  public struct Fees: Hashable, Sendable {
    public var old: Int?
    public var new: Int?
    /// What was counted is not recorded, so that both are those of one copy of one page.
    public var isOfOne: Bool
  }

  /// If it is set, nothing else can be compared.
  public var noWay: NoWay?
  /// Nil if it would have been the same, with every pause and extension that came.
  public var appointments: Appointments?
  /// Whether the result would have been late, if it was not; false the other way round. Nil if nothing changes or nothing
  /// was decided yet.
  public var turnsLate: Bool?
  public var fees: Fees?
  /// Papers that would be asked for, and that nobody handed in.
  public var missing: [String] = []
  /// Papers that would not be asked for any more.
  public var dropped: [String] = []

  public init() {}

  public static let nothing = WhatIf()
}

extension Dossier {
  /// Nil if it cannot be said: the dossier was never received, or the version of its reception leaves its case open.
  /// - Parameters:
  ///   - new: with the standing that it would have had on the day of the reception.
  ///   - context: its calendar, office and hours are used; nothing in it depends on a clock.
  public func whatIf(
    _ new: ProcedureVersion, insteadOf old: ProcedureVersion, _ context: DecisionContext
  ) -> WhatIf? {
    let before = old.outcome(answers.withUsual(of: old))
    guard receivedAt != nil, before.open.isEmpty else { return nil }
    var difference = WhatIf()
    if let denial = new.denial, old.denial == nil {
      difference.noWay = .refused(denial)
      return difference
    }
    let after: CaseOutcome
    let answered: CaseAnswers
    switch outcome(of: new, after: old) {
    case .success(let found):
      after = found.0
      answered = found.1
    case .failure(let blocked):
      difference.noWay = blocked.noWay
      return difference
    }
    if let (from, to) = limits(before, after) {
      let old = Course(self, old, from, answers, context)
      let new = Course(self, new, to, answered, context)
      let (was, would) = (old.due(), new.due())
      if was != would {
        let days = was.flatMap { was in
          would.map { context.calendar.workingDays(after: was.civilDate, through: $0.civilDate) }
        }
        difference.appointments = WhatIf.Appointments(old: was, new: would, workingDays: days ?? 0)
      }
      if let wasLate = old.isLate, let wouldBeLate = new.isLate, wasLate != wouldBeLate {
        difference.turnsLate = wouldBeLate
      }
    }
    difference.fees = fees(before, after)
    if before.papers != after.papers {
      let missed = Set(missing(of: before.papers).map(\.plainWords))
      difference.missing = missing(of: after.papers).filter { !missed.contains($0.plainWords) }
      let asked = Set(after.papers.lazy.filter(\.isBrought).map { $0.name.plainWords })
      difference.dropped = before.papers.filter { $0.isBrought && !asked.contains($0.name.plainWords) }.map(\.name)
    }
    return difference
  }
}

// MARK: The case

extension Dossier {
  private struct Blocked: Error {
    var noWay: WhatIf.NoWay
  }

  /// What the new version says of the answers of the reception. They are found by their words, because in another version
  /// their numbers may be others.
  private func outcome(
    of new: ProcedureVersion, after old: ProcedureVersion
  ) -> Result<(CaseOutcome, CaseAnswers), Blocked> {
    var answers = CaseAnswers(channel: channel)
    var gone: [String: String] = [:]
    for answer in caseRecord.answers {
      guard let words = old.words(of: answer),
        let question = new.rules.questions.first(where: { $0.id == answer.question })
      else { continue }
      answers[answer.question] = question.number(of: words, at: answer.number)
      if answers[answer.question] == nil { gone[answer.question] = words }
    }
    var outcome = new.outcome(answers)
    while let question = outcome.open.first(where: { gone[$0.id] != nil || $0.usual != nil }) {
      if let words = gone[question.id] {
        return .failure(Blocked(noWay: .answerGone(question: question.text, answer: words)))
      }
      answers[question.id] = question.usual
      outcome = new.outcome(answers)
    }
    if let open = outcome.open.first { return .failure(Blocked(noWay: .questionOpen(open.text))) }
    return .success((outcome, answers))
  }
}

extension String {
  /// To compare texts in which only capitals or punctuation were corrected.
  fileprivate var plainWords: [String] { lowercased().words }
}

extension ProcedureVersion {
  /// Nil for an answer that this version does not have.
  fileprivate func words(of answer: CaseRecord.Answer) -> String? {
    rules.questions.first { $0.id == answer.question }.flatMap { question in
      question.answers.indices.contains(answer.number - 1) ? question.answers[answer.number - 1] : nil
    }
  }
}

extension CaseQuestion {
  /// The number of an answer with these words, preferably the one that it had; capitals and punctuation do not matter.
  fileprivate func number(of words: String, at known: Int) -> Int? {
    func isSame(_ answer: String) -> Bool {
      answer == words || answer.plainWords == words.plainWords
    }
    if answers.indices.contains(known - 1), isSame(answers[known - 1]) { return known }
    return answers.firstIndex(where: isSame).map { $0 + 1 }
  }
}

// MARK: The appointment

extension Dossier {
  /// Nil if both are the same, so that no appointment need be computed.
  private func limits(_ before: CaseOutcome, _ after: CaseOutcome) -> ([TimeLimit], [TimeLimit])? {
    let (old, new) = (before.limit?.stages.map(\.limit) ?? [], after.limit?.stages.map(\.limit) ?? [])
    let isVerifiedAlike = verifications.isEmpty || before.limit?.verification == after.limit?.verification
    return old == new && isVerifiedAlike ? nil : (old, new)
  }
}

/// The appointments of a dossier by a limit, through every pause and extension that came.
private struct Course {
  private let decision: Decision
  private var dossier: Dossier { decision.dossier }

  init(
    _ dossier: Dossier, _ version: ProcedureVersion, _ stages: [TimeLimit], _ answers: CaseAnswers,
    _ context: DecisionContext
  ) {
    var (dossier, context) = (dossier, context)
    dossier.caseRecord.limit = stages
    dossier.caseRecord.answers = answers.recorded.map { CaseRecord.Answer(question: $0.question, number: $0.answer) }
    let hash = dossier.procedure.versionHash
    context.versions = { _, _ in (version, hash) }
    decision = Decision(dossier: dossier, context: context)
  }

  /// - Parameter moment: only what came before it is counted; nil for all.
  func due(before moment: Instant? = nil) -> Instant? {
    var dossier = dossier
    if let moment {
      dossier.supplementRequests.removeAll { ($0.receivedAt ?? moment) >= moment }
      dossier.payments.removeAll { ($0.paidAt ?? moment) >= moment }
      dossier.extensions.removeAll { $0.at >= moment }
      dossier.verifications.removeAll { $0.at >= moment }
    }
    return try? Decision(dossier: dossier, context: decision.context).computedAppointment().dueAt
  }

  /// Whether an appointment had passed while the office owed the answer, as the fold counts it. Nil without a result.
  var isLate: Bool? {
    guard let resolvedAt = dossier.resolvedAt, [.completed, .handedBack].contains(dossier.status), due() != nil else {
      return nil
    }
    let pauses =
      dossier.supplementRequests.map { ($0.requestedAt, $0.receivedAt) }
      + dossier.payments.filter { $0.paidAt != $0.requestedAt }.map { ($0.requestedAt, $0.paidAt) }
    let moments = pauses.map(\.0) + (dossier.extensions + dossier.verifications).map(\.at) + [resolvedAt]
    return moments.contains { moment in
      let isPaused = pauses.contains { $0.0 < moment && moment <= ($0.1 ?? moment) }
      guard !isPaused, let due = due(before: moment) else { return false }
      return moment.civilDate > due.civilDate
    }
  }
}

// MARK: Fee and papers

extension Dossier {
  private func fees(_ before: CaseOutcome, _ after: CaseOutcome) -> WhatIf.Fees? {
    let granted = before.reductions.first { !caseRecord.reduction.isEmpty && $0.reason == caseRecord.reduction }?.id
    let fees = WhatIf.Fees(
      old: before.quote(.one, reducedBy: granted).total, new: after.quote(.one, reducedBy: granted).total,
      isOfOne: (before.fees + after.fees).contains { !$0.counted.isEmpty })
    // What is counted may come to the same for one page and to another sum for two.
    let isSame = fees.old == fees.new && (!fees.isOfOne || before.fees.map(\.amount) == after.fees.map(\.amount))
    return isSame ? nil : fees
  }

  /// What would still have to come, if these papers were asked for and what the dossier has were there.
  private func missing(of papers: [PaperRule]) -> [String] {
    let forms = Dictionary(
      components.filter(\.isPresent).map { ($0.name.plainWords, $0.form) }, uniquingKeysWith: { first, _ in first })
    let asked = papers.enumerated().map { index, paper in
      Component(
        number: index + 1, name: paper.name, form: forms[paper.name.plainWords] ?? .missing, need: paper.needInDossier)
    }
    return asked.missing.map(\.name)
  }
}

extension PaperRule {
  /// Not what the office looks up by itself.
  fileprivate var isBrought: Bool { needInDossier != .lookedUp }
}
