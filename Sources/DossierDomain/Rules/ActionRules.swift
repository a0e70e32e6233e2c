extension ActionRule {
  public static func of(_ kind: DossierAction.Kind) -> ActionRule { kind.rule }

  /// A code that takes the place of a provisional one is recorded as any further code, but only some may take a number for it.
  public static let issueCode = ActionRule(
    .roles(receiving), .always, needsProvisionalCode: true, issuesCode: true)

  fileprivate static let receiving: Set<Clerk.Role> = [.reception, .specialist, .headOfDesk]
  fileprivate static let handling: Set<Clerk.Role> = [.reception, .specialist, .signingLeader, .headOfDesk]
  fileprivate static let deciding: Set<Clerk.Role> = [.specialist, .signingLeader, .headOfDesk]
  fileprivate static let annulling: Set<Clerk.Role> = [.reception, .headOfDesk]
  fileprivate static let erasing: Set<Clerk.Role> = [.headOfDesk]
  fileprivate static let importing: Set<Clerk.Role> = [.reception, .specialist, .headOfDesk, .administrator]

  fileprivate init(
    _ permission: Permission, _ status: StatusRule = .beforeEnd, decides: Deciding = .nothing, weight: Weight? = nil,
    repeatable isRepeatable: Bool = true, needsProvisionalCode: Bool = false, issuesCode: Bool = false,
    agreesWithSame: Bool = false
  ) {
    self.permission = permission
    self.status = status
    self.decides = decides
    self.weight = weight
    self.isRepeatable = isRepeatable
    self.needsProvisionalCode = needsProvisionalCode
    self.issuesCode = issuesCode
    self.agreesWithSame = agreesWithSame
  }

  fileprivate func changed(_ change: (inout ActionRule) -> Void) -> ActionRule {
    var rule = self
    change(&rule)
    return rule
  }
}

extension DossierAction.Kind {
  /// The rules of all kinds. In a commune one person often has several roles; the head of desk may stand in for everyone but
  /// the leader who signs.
  public var rule: ActionRule {
    switch self {
    // Reception
    case .receive:
      ActionRule(.roles(ActionRule.receiving), decides: .course, issuesCode: true).changed { $0.beginning = .first }
    case .submitOnline:
      ActionRule(.everybody, decides: .course).changed { ($0.beginning, $0.undoing) = (.first, .never) }
    case .acceptOnline:
      ActionRule(.roles(ActionRule.receiving), .leads(to: .received), decides: .course, issuesCode: true)
    case .importRow:
      ActionRule(.roles(ActionRule.importing), decides: .course, agreesWithSame: true).changed {
        ($0.beginning, $0.undoing) = (.first, .never)
      }
    case .importUpdate:
      ActionRule(.roles(ActionRule.importing), decides: .course, agreesWithSame: true).changed {
        ($0.beginning, $0.undoing) = (.anyTime, .never)
      }

    // Course
    case .assign: ActionRule(.holder, .always, decides: .assignee, agreesWithSame: true)
    case .handOver: ActionRule(.everybody, .beginsWork, decides: .courseAndAssignee)
    case .takeOver: ActionRule(.everybody, .beginsWork, decides: .courseAndAssignee)
    case .requestSupplement:
      ActionRule(.roles(ActionRule.handling), .leads(to: .supplementRequested), decides: .course)
    case .receiveSupplement:
      ActionRule(
        .roles(ActionRule.handling), .leadsOnly(from: .supplementRequested, to: .inProgress), decides: .course)
    case .refuse:
      ActionRule(
        .roles(ActionRule.receiving), .leads(to: .refused), decides: .course, weight: .refusal, repeatable: false)
    case .withdraw:
      ActionRule(.roles(ActionRule.handling), .leads(to: .withdrawn), decides: .course, repeatable: false)
    case .stop:
      ActionRule(.roles(ActionRule.handling), .leads(to: .stopped), decides: .course, weight: .stop, repeatable: false)
    case .extend: ActionRule(.roles(ActionRule.handling), .running, decides: .course)
    case .complete:
      ActionRule(.roles(ActionRule.deciding), .leads(to: .completed), decides: .course, weight: .result)
    case .reopen:
      ActionRule(
        .roles(ActionRule.deciding), .leadsOnly(from: .completed, to: .inProgress), decides: .course,
        weight: .reopening, repeatable: false)
    case .handBack: ActionRule(.roles(ActionRule.receiving), .leads(to: .handedBack), decides: .course)
    case .recomputeAppointment: ActionRule(.roles(ActionRule.handling), decides: .course)

    // Papers
    case .addComponent: ActionRule(.everybody, repeatable: false)
    case .setComponentForm: ActionRule(.everybody, decides: .paper, repeatable: false, agreesWithSame: true)
    case .digitise: ActionRule(.everybody, .always, decides: .paper, repeatable: false)
    case .reuse: ActionRule(.everybody, decides: .paper, repeatable: false, agreesWithSame: true)
    case .replaceByLookup: ActionRule(.everybody, decides: .paper, repeatable: false)
    case .eraseScan:
      // What must not be kept is destroyed whatever became of the dossier.
      ActionRule(.roles(ActionRule.erasing), .always, weight: .erasure, repeatable: false).changed {
        ($0.isAllowedOnVoid, $0.undoing) = (true, .leftOut)
      }

    // Money
    case .requestPayment: ActionRule(.roles(ActionRule.handling), .leads(to: .paymentRequested), decides: .course)
    case .recordPayment: ActionRule(.roles(ActionRule.handling), decides: .courseWithAppointment)

    // Records
    case .note: ActionRule(.everybody, .always)
    case .correct:
      ActionRule(.everybody, .always, decides: .field, repeatable: false, agreesWithSame: true)
    case .addCode: ActionRule(.everybody, .always)
    case .void:
      ActionRule(.roles(ActionRule.annulling), decides: .course, weight: .annulment, repeatable: false)
    case .undo:
      // What takes back an act of weight needs no PIN: it is followed by nothing.
      ActionRule(.everybody, .always, decides: .whatItUndoes, repeatable: false).changed {
        ($0.ignoresDossier, $0.undoing, $0.reachesBack) = (true, .leftOut, true)
      }
    case .settleConflict:
      ActionRule(.everybody, .always, repeatable: false).changed { $0.undoing = .standsAlone }
    case .release:
      ActionRule(.province, .always, repeatable: false).changed { ($0.undoing, $0.reachesBack) = (.leftOut, true) }
    }
  }
}
