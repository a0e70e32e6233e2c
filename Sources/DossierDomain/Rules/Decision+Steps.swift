extension DecisionContext {
  /// The fact that a step begins now; nil if a machine of the office could not read it.
  func begin(_ rule: StepRule) -> StepFact? {
    recordsSteps ? StepFact(id: rule.id, name: rule.name, dueAt: rule.hours.value.flatMap(workingHoursFromNow)) : nil
  }

  /// Nil beyond the calendar: a deadline that nobody can compute is not known, and stops no dossier.
  private func workingHoursFromNow(_ count: Int) -> Instant? {
    try? calendar.adding(workingMinutes: count * 60, to: now, hours: office.workingHours)
  }
}

extension Decision {
  /// By the version of the reception, which for an online submission is the one that the portal showed.
  var steps: [StepRule] { context.version(of: dossier.procedure).map(dossier.steps(by:)) ?? [] }

  /// The dossier goes to a step of its internal procedure, or to a kind of work if the procedure has no such step.
  func handOver(_ step: ProcessingStep, to clerk: ClerkID?, named: String?) throws(Denial) -> DossierAction {
    guard let rule = stepRule(step, named) else { return .handOver(step: step, to: clerk) }
    if let role = rule.role, let receiver = clerk.flatMap(context.colleague), !receiver.has(role),
      !context.clerk.has(.headOfDesk)
    {
      throw .stepOfAnotherRole(step: rule.name, role)
    }
    return .handOver(step: rule.step, to: clerk, fact: context.begin(rule))
  }

  /// The named step; otherwise the next one of this kind of work, or the first of it if none follows.
  private func stepRule(_ step: ProcessingStep, _ named: String?) -> StepRule? {
    let steps = steps
    if let rule = steps.first(where: { $0.id == named }) { return rule }
    return dossier.following(steps).first { $0.step == step }
  }

  /// The step's deadline after a pause: the working time that was left is left again.
  func resumedStep(pausedSince: Instant) -> Instant? {
    guard context.recordsSteps, let due = dossier.stepFact?.dueAt else { return nil }
    let hours = context.office.workingHours
    // A step that began while the citizen was awaited lost no more than what was left of the pause.
    let since = max(pausedSince, dossier.handOvers.last?.givenAt ?? pausedSince)
    let paused = context.calendar.workingMinutes(from: since, to: context.now, hours: hours)
    return paused == 0 ? nil : try? context.calendar.adding(workingMinutes: paused, to: due, hours: hours)
  }
}
