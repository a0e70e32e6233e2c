extension Decision {
  func acceptOnline(_ assignee: ClerkID?, _ days: Int?) throws(Denial) -> DossierAction {
    try believed(context)
    guard let code = context.nextCode else { throw .codeUnavailable }
    let version = try receivable(dossier.procedure.code, context).version
    return .acceptOnline(
      Acceptance(
        code: code, receivedAt: context.now, appointment: try appointment(of: version, days: days, context),
        fee: version.fee.value, assignee: assignee))
  }
}
