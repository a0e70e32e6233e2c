extension Decision {
  func acceptOnline(_ assignee: ClerkID?, _ days: Int?) throws(Denial) -> DossierAction {
    try believed(context)
    guard let code = context.nextCode else { throw .codeUnavailable }
    let version = try receivable(dossier.procedure.code, context).version
    // The portal asks no questions, so that the usual case counts.
    let outcome = version.usualOutcome(.online)
    let fee = outcome.open.isEmpty ? outcome.quote(.one).total : version.fee.value
    var acceptance = Acceptance(
      code: code, receivedAt: context.now,
      appointment: try appointment(of: version, outcome.limit, days: days, context),
      fee: fee, assignee: assignee)
    acceptance.step = steps.first.flatMap(context.begin)
    return .acceptOnline(acceptance)
  }
}
