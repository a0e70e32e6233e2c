extension DossierAction {
  /// The command that would make the same decision once more, for a clerk who insists on an act that lost against
  /// another desk's. The rules decide anew whether it is allowed. Nil for actions that cannot be repeated.
  public var again: DossierCommand? {
    switch self {
    case .receive, .submitOnline, .importRow, .importUpdate, .settleConflict, .release, .eraseScan, .issuePaper: nil
    case .acceptOnline(let acceptance):
      .acceptOnline(assignee: acceptance.assignee, days: nil, answers: acceptance.caseRecord.given)
    case .assign(let clerk): .assign(to: clerk)
    case .handOver(let step, let clerk, let fact): .handOver(step: step, to: clerk, named: fact?.id)
    case .takeOver: .takeOver
    case .addComponent(let component):
      .addComponent(name: component.name, form: component.form, quantity: component.quantity)
    case .setComponentForm(let number, let form, let quantity):
      .setComponentForm(number: number, form: form, quantity: quantity)
    case .digitise(let number, let hash): .digitise(number: number, blobHash: hash)
    case .reuse(let number, let source, let kind): .reuse(number: number, source: source, from: kind)
    case .replaceByLookup(let number, let method, let reference):
      .replaceByLookup(number: number, method: method, reference: reference)
    case .requestSupplement(let items, let reason, let until):
      .requestSupplement(items: items, reason: reason, until: until)
    case .receiveSupplement(_, let came, _): .receiveSupplement(came: came)
    case .requestPayment(let title, let amount): .requestPayment(title: title, amount: amount)
    case .recordPayment(let amount, let method, _): .recordPayment(amount: amount, method: method)
    case .refuse(let reason, let basis): .refuse(reason: reason, legalBasis: basis)
    case .withdraw(let reason): .withdraw(reason: reason)
    case .stop(let reason, let basis): .stop(reason: reason, legalBasis: basis)
    case .extend(let reason, let appointment): .extend(newDue: appointment.dueAt.civilDate, reason: reason)
    case .verify(let reason, _): .verify(reason: reason)
    case .complete(let result): .complete(result)
    case .reopen(let reason): .reopen(reason: reason)
    case .handBack(let recipient, let delivery): .handBack(recipient: recipient, delivery: delivery)
    case .note(let text): .note(text)
    case .correct(let field, let value, let reason): .correct(field: field, value: value, reason: reason)
    case .recomputeAppointment(_, let reason): .recomputeAppointment(reason: reason)
    case .addCode(let code): .addCode(code)
    case .void(let reason): .void(reason: reason)
    case .undo(let reference): .undo(reference)
    case .sendToSigner(let numbering): .sendToSigner(signer: numbering.signer)
    }
  }
}
