extension DossierAction.Kind {
  public var rule: ActionRule { ActionRule.of(self) }
}

extension ActionRule {
  /// The rules of all kinds. In a commune one person often has several roles. The head of desk may act for everyone
  /// except the leader who signs.
  public static func of(_ kind: DossierAction.Kind) -> ActionRule {
    switch kind {
    // Reception
    case .receive: ActionRule(receiving, decides: .course, issuesCode: true, begins: .first)
    case .submitOnline: ActionRule(.everybody, decides: .course, undoing: .never, begins: .first)
    case .acceptOnline: ActionRule(receiving, .leads(to: .received), decides: .course, issuesCode: true)
    case .importRow: ActionRule(importing, decides: .course, undoing: .never, agreesWithSame: true, begins: .first)
    case .importUpdate:
      ActionRule(importing, decides: .course, undoing: .never, agreesWithSame: true, begins: .anyTime)

    // Course
    case .assign: ActionRule(.holder, .always, decides: .assignee, agreesWithSame: true)
    case .handOver, .takeOver: ActionRule(.everybody, .beginsWork, decides: .courseAndAssignee)
    case .requestSupplement:
      ActionRule(handling, .leads(to: .supplementRequested), decides: .course, precedesAppointment: true)
    case .receiveSupplement:
      ActionRule(handling, .leadsOnly(from: .supplementRequested, to: .inProgress), decides: .course)
    case .refuse:
      ActionRule(receiving, .leads(to: .refused), decides: .course, weight: .refusal, isRepeatable: false)
    case .withdraw: ActionRule(handling, .leads(to: .withdrawn), decides: .course, isRepeatable: false)
    case .stop: ActionRule(handling, .leads(to: .stopped), decides: .course, weight: .stop, isRepeatable: false)
    case .extend, .verify: ActionRule(handling, .running, decides: .course)
    case .complete: ActionRule(deciding, .leads(to: .completed), decides: .course, weight: .result)
    case .reopen:
      ActionRule(
        deciding, .leadsOnly(from: .completed, to: .inProgress), decides: .course, weight: .reopening,
        isRepeatable: false)
    case .handBack: ActionRule(receiving, .leads(to: .handedBack), decides: .course)
    case .recomputeAppointment: ActionRule(handling, decides: .course)

    // Papers
    case .addComponent: ActionRule(.everybody, isRepeatable: false)
    case .setComponentForm, .reuse: ActionRule(.everybody, decides: .paper, isRepeatable: false, agreesWithSame: true)
    case .digitise: ActionRule(.everybody, .always, decides: .paper, isRepeatable: false)
    case .replaceByLookup: ActionRule(.everybody, decides: .paper, isRepeatable: false)
    // Destruction is allowed in every status, because data that must not be kept have to be destroyed in any case.
    case .eraseScan:
      ActionRule(erasing, .always, weight: .erasure, undoing: .leftOut, isRepeatable: false, onVoid: true)

    // A paper may be made out after the end, too. It cannot be undone, because it may be in somebody's hands: a wrong one is
    // replaced by another that names it. It does not hinder undoing what came before.
    case .issuePaper:
      ActionRule(handling, .always, undoing: .leftOut, isRepeatable: false, standsByItself: true)

    // Certification. A number is used up even if it is undone.
    case .sendToSigner: ActionRule(handling, .running, decides: .course)

    // Money
    case .requestPayment:
      ActionRule(handling, .leads(to: .paymentRequested), decides: .course, precedesAppointment: true)
    // A fee is often paid when the result is handed over, when the dossier has ended already.
    case .recordPayment: ActionRule(handling, .always, decides: .courseWithAppointment, standsByItself: true)

    // Records
    case .note: ActionRule(.everybody, .always)
    case .addCode: ActionRule(.everybody, .always, standsByItself: true)
    case .correct: ActionRule(.everybody, .always, decides: .field, isRepeatable: false, agreesWithSame: true)
    case .void: ActionRule(annulling, decides: .course, weight: .annulment, isRepeatable: false)
    // Undoing an act of weight needs no PIN, because it only restores the earlier state.
    case .undo: ActionRule(reachingBack: .everybody, decides: .whatItUndoes)
    case .settleConflict: ActionRule(.everybody, .always, undoing: .standsAlone, isRepeatable: false)
    case .release: ActionRule(reachingBack: .province, decides: .nothing)
    }
  }

  /// A code that replaces a provisional one is recorded like any further code, but only these roles may use a number of
  /// the lane for it.
  public static let issueCode = ActionRule(receiving, .always, issuesCode: true, needsProvisionalCode: true)

  /// A received dossier is refused no more (domain facts 3.1), except in the act that records it.
  public static let refuseReception = ActionRule(
    receiving, .leadsOnly(from: .received, to: .refused), decides: .course, weight: .refusal, isRepeatable: false)

  private static let receiving = Permission.roles([.reception, .specialist, .headOfDesk])
  private static let handling = Permission.roles([.reception, .specialist, .signingLeader, .headOfDesk])
  private static let deciding = Permission.roles([.specialist, .signingLeader, .headOfDesk])
  private static let annulling = Permission.roles([.reception, .headOfDesk])
  private static let erasing = Permission.roles([.headOfDesk])
  private static let importing = Permission.roles([.reception, .specialist, .headOfDesk, .administrator])

  private init(
    _ permission: Permission, _ status: StatusRule = .beforeEnd, decides: Deciding = .nothing, weight: Weight? = nil,
    undoing: Undoing = .undoable, isRepeatable: Bool = true, onVoid isAllowedOnVoid: Bool = false,
    issuesCode: Bool = false, needsProvisionalCode: Bool = false, agreesWithSame: Bool = false,
    begins beginning: Beginning = .none, precedesAppointment mustPrecedeAppointment: Bool = false,
    standsByItself: Bool = false
  ) {
    self.permission = permission
    self.status = status
    self.decides = decides
    self.weight = weight
    self.undoing = undoing
    self.isRepeatable = isRepeatable
    self.isAllowedOnVoid = isAllowedOnVoid
    self.issuesCode = issuesCode
    self.needsProvisionalCode = needsProvisionalCode
    self.agreesWithSame = agreesWithSame
    self.beginning = beginning
    self.mustPrecedeAppointment = mustPrecedeAppointment
    self.standsByItself = standsByItself
  }

  /// For actions that concern an earlier entry: the rules of that entry apply, not those of the dossier.
  private init(reachingBack permission: Permission, decides: Deciding) {
    self.init(permission, .always, decides: decides, undoing: .leftOut, isRepeatable: false)
    ignoresDossier = true
    reachesBack = true
  }
}
