/// The steps of the internal procedure (quy trình nội bộ) of one dossier.
extension Dossier {
  /// Those that apply to its case, in their order.
  /// - Parameter version: the version of its reception.
  public func steps(by version: ProcedureVersion) -> [StepRule] {
    version.rules.steps.isEmpty ? [] : version.outcome(answers.withUsual(of: version)).steps
  }

  /// The steps as they may come next: those after the present one, then those from the beginning up to it. Without a
  /// recorded step the kind of work tells where the dossier is.
  public func following(_ steps: [StepRule]) -> [StepRule] {
    let present = steps.firstIndex { $0.id == stepFact?.id } ?? steps.firstIndex { $0.step == step }
    guard let present else { return steps }
    return Array(steps[(present + 1)...] + steps[...present])
  }

  /// Until when the present step has to be done; nil if that is not known, or the office does not owe an answer now.
  public var runningStepDueAt: Instant? { status.isRunning && !isVoid ? stepFact?.dueAt : nil }

  /// When the step ended that the reception began (0), or a hand-over (from 1): the dossier was handed on, or
  /// finished; what began after the result ends with the hand-back. Nil while it has not ended.
  public func end(ofStep number: Int) -> Instant? {
    let begun = number == 0 ? receivedAt : handOvers.indices.contains(number - 1) ? handOvers[number - 1].givenAt : nil
    let next = handOvers.indices.contains(number) ? handOvers[number].givenAt : nil
    guard let begun else { return next }
    return ([resolvedAt, handBack?.at].compactMap { $0 }.filter { $0 >= begun } + [next].compactMap { $0 }).min()
  }
}

/// The working time left for a step.
public struct StepTime: Hashable, Sendable {
  public let minutes: Int
  /// The deadline has passed by these minutes.
  public let isOver: Bool

  public init(dueAt: Instant, now: Instant, calendar: WorkingCalendar, hours: WorkingHours) {
    isOver = now > dueAt
    minutes = calendar.workingMinutes(from: min(now, dueAt), to: max(now, dueAt), hours: hours)
  }

  public func wording(_ language: Language) -> String {
    let time = hoursWording(minutes, language)
    return isOver
      ? language.pick("quá bước \(time)", "step \(time) late") : language.pick("bước còn \(time)", "step: \(time) left")
  }
}
