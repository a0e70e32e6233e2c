/// The plan of a command: the rule that applies, and the action that is recorded if the rule allows it.
struct CommandPlan {
  let rule: ActionRule
  let action: (Decision) throws(Denial) -> DossierAction

  init(_ kind: DossierAction.Kind, _ action: @escaping (Decision) throws(Denial) -> DossierAction) {
    self.init(kind.rule, action)
  }

  init(_ rule: ActionRule, _ action: @escaping (Decision) throws(Denial) -> DossierAction) {
    self.rule = rule
    self.action = action
  }
}

extension DossierCommand {
  public var rule: ActionRule { plan.rule }

  /// It needs a number of the lane, and a date that is certain.
  public var issuesCode: Bool { rule.issuesCode }

  /// It takes numbers of a book, which has to be known before it is decided.
  public var takesBookNumbers: Bool { if case .sendToSigner = self { true } else { false } }

  var plan: CommandPlan {
    switch self {
    // Commands that begin a dossier or concern earlier entries are decided before any details.
    case .receive: CommandPlan(.receive) { (_) throws(Denial) in throw .alreadyExists }
    case .undo: CommandPlan(.undo) { (_) throws(Denial) in throw .nothingToUndo }
    case .acceptOnline(let assignee, let days, let answers, let reasonHere):
      CommandPlan(.acceptOnline) { (it) throws(Denial) in try it.acceptOnline(assignee, days, answers, reasonHere) }
    case .assign(let clerk): CommandPlan(.assign) { (it) throws(Denial) in try it.assign(to: clerk) }
    case .handOver(let step, let clerk, let named):
      CommandPlan(.handOver) { (it) throws(Denial) in try it.handOver(step, to: clerk, named: named) }
    case .takeOver: CommandPlan(.takeOver) { (it) throws(Denial) in try it.takeOver() }
    case .addComponent(let name, let form, let quantity):
      CommandPlan(.addComponent) { (it) throws(Denial) in try it.addComponent(name, form, quantity) }
    case .setComponentForm(let number, let form, let quantity):
      CommandPlan(.setComponentForm) { (it) throws(Denial) in try it.setComponentForm(number, form, quantity) }
    case .digitise(let number, let hash):
      CommandPlan(.digitise) { (it) throws(Denial) in try it.digitise(number, hash) }
    case .reuse(let number, let source, let kind):
      CommandPlan(.reuse) { (it) throws(Denial) in try it.reuse(number, source, kind) }
    case .replaceByLookup(let number, let method, let reference):
      CommandPlan(.replaceByLookup) { (it) throws(Denial) in try it.replaceByLookup(number, method, reference) }
    case .requestSupplement(let items, let reason, let until):
      CommandPlan(.requestSupplement) { (it) throws(Denial) in try it.requestSupplement(items, reason, until) }
    case .receiveSupplement(let came):
      CommandPlan(.receiveSupplement) { (it) throws(Denial) in try it.receiveSupplement(came) }
    case .requestPayment(let title, let amount):
      CommandPlan(.requestPayment) { (it) throws(Denial) in try it.requestPayment(title, amount) }
    case .recordPayment(let amount, let method):
      CommandPlan(.recordPayment) { (it) throws(Denial) in try it.recordPayment(amount, method) }
    case .refuse(let reason, let basis):
      CommandPlan(.refuse) { (it) throws(Denial) in try it.refuse(reason, basis) }
    case .refuseReception(let reason, let basis):
      CommandPlan(.refuseReception) { (it) throws(Denial) in try it.refuseReception(reason, basis) }
    case .withdraw(let reason):
      CommandPlan(.withdraw) { (it) throws(Denial) in .withdraw(reason: try it.reason(reason)) }
    case .stop(let reason, let basis):
      CommandPlan(.stop) { (it) throws(Denial) in try it.stop(reason, basis) }
    case .extend(let date, let reason): CommandPlan(.extend) { (it) throws(Denial) in try it.extend(to: date, reason) }
    case .verify(let reason): CommandPlan(.verify) { (it) throws(Denial) in try it.verify(reason) }
    case .complete(let result): CommandPlan(.complete) { (it) throws(Denial) in try it.complete(result) }
    case .reopen(let reason): CommandPlan(.reopen) { (it) throws(Denial) in .reopen(reason: try it.reason(reason)) }
    case .handBack(let recipient, let delivery):
      CommandPlan(.handBack) { (it) throws(Denial) in
        .handBack(recipient: try it.required(recipient, or: .recipientMissing), delivery: delivery)
      }
    case .note(let text):
      CommandPlan(.note) { (it) throws(Denial) in .note(try it.required(text, or: .reasonMissing, limit: 2000)) }
    case .correct(let field, let value, let reason):
      CommandPlan(.correct) { (it) throws(Denial) in try it.correct(field, value, reason) }
    case .recomputeAppointment(let reason):
      CommandPlan(.recomputeAppointment) { (it) throws(Denial) in try it.recomputeAppointment(reason) }
    case .addCode(let code): CommandPlan(.addCode) { (it) throws(Denial) in try it.addCode(code) }
    case .closeAsDoneBefore: CommandPlan(.importUpdate) { (it) throws(Denial) in try it.closeAsDoneBefore() }
    case .issueCode: CommandPlan(.issueCode) { (it) throws(Denial) in try it.issueCode() }
    case .void(let reason): CommandPlan(.void) { (it) throws(Denial) in .void(reason: try it.reason(reason)) }
    case .settleConflict(let loser):
      CommandPlan(.settleConflict) { (it) throws(Denial) in try it.settleConflict(loser) }
    case .eraseScan(let hash, let reason):
      CommandPlan(.eraseScan) { (it) throws(Denial) in try it.eraseScan(hash, reason) }
    case .sendToSigner(let signer):
      CommandPlan(.sendToSigner) { (it) throws(Denial) in try it.sendToSigner(signer) }
    case .issuePaper(let paper): CommandPlan(.issuePaper) { (it) throws(Denial) in try it.issue(paper) }
    }
  }
}
