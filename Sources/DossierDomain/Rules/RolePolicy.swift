extension Clerk.Role {
  /// Who decides about the office itself: its settings, its clerks, their PINs.
  public static let administering: Set<Clerk.Role> = [.administrator]
  /// Who runs its days: absences, days off, procedures.
  public static let running: Set<Clerk.Role> = [.headOfDesk, .administrator]
  /// Who takes in a register of other software.
  public static let importing: Set<Clerk.Role> = [.reception, .specialist, .headOfDesk, .administrator]
  /// Who sees numbers of people that are not masked, outside of the full-screen program.
  public static let seeingNumbers: Set<Clerk.Role> = [.headOfDesk]
  /// Who has a scan destroyed.
  public static let erasing: Set<Clerk.Role> = [.headOfDesk]
}

/// Who may do what. In a commune one person often has several roles; the head of desk may stand in for everyone but the
/// leader who signs.
enum RolePolicy {
  /// Any one of these roles will do; an empty set means everybody.
  static func roles(for command: DossierCommand, dossier: Dossier?, clerk: Clerk) -> Set<Clerk.Role> {
    switch command {
    case .receive, .acceptOnline, .refuse, .issueCode: [.reception, .specialist, .headOfDesk]
    case .handBack: [.reception, .specialist, .headOfDesk]
    case .complete, .reopen: [.specialist, .signingLeader, .headOfDesk]
    case .requestSupplement, .receiveSupplement, .requestPayment, .recordPayment, .withdraw, .stop, .extend,
      .recomputeAppointment:
      [.reception, .specialist, .signingLeader, .headOfDesk]
    case .assign(let target):
      // Taking for oneself what nobody holds, or giving on what one holds, needs no head of desk.
      (target == clerk.id && dossier?.assignee == nil) || dossier?.assignee == clerk.id ? [] : [.headOfDesk]
    case .void: [.reception, .headOfDesk]
    case .eraseScan: Clerk.Role.erasing
    case .handOver, .takeOver, .addComponent, .setComponentForm, .digitise, .reuse, .replaceByLookup, .note, .correct,
      .addCode, .undo, .settleConflict:
      []
    }
  }
}

extension OfficeAction {
  /// Any one of these roles will do; an empty set means everybody.
  public var permittedRoles: Set<Clerk.Role> {
    switch self {
    case .confirmClock, .recordReading: []
    case .setAbsence, .clearAbsence, .setDays, .setProcedure: Clerk.Role.running
    case .setOffice, .setClerk, .mapClerk: Clerk.Role.administering
    }
  }

  public func isPermitted(to clerk: Clerk) -> Bool {
    clerk.isActive && (permittedRoles.isEmpty || !permittedRoles.isDisjoint(with: clerk.roles))
  }
}

extension DossierAction {
  /// Whether a clerk may have done this, as the province checks it again: by her roles alone.
  /// - Parameter dossier: as folded before it, asked for only where the rule depends on it; nil when it begins the dossier.
  public func isPermitted(to clerk: Clerk, on dossier: @autoclosure () -> Dossier?) -> Bool {
    // Only the province lets count what it kept back.
    if case .release = self { return false }
    let roles = roles(dossier, clerk)
    return roles.isEmpty || !roles.isDisjoint(with: clerk.roles)
  }

  private func roles(_ dossier: () -> Dossier?, _ clerk: Clerk) -> Set<Clerk.Role> {
    switch self {
    case .receive, .acceptOnline, .refuse, .handBack: [.reception, .specialist, .headOfDesk]
    case .complete, .reopen: [.specialist, .signingLeader, .headOfDesk]
    case .requestSupplement, .receiveSupplement, .requestPayment, .recordPayment, .withdraw, .stop, .extend,
      .recomputeAppointment:
      [.reception, .specialist, .signingLeader, .headOfDesk]
    case .assign(let target): RolePolicy.roles(for: .assign(to: target), dossier: dossier(), clerk: clerk)
    case .void: [.reception, .headOfDesk]
    case .eraseScan: Clerk.Role.erasing
    case .importRow, .importUpdate: Clerk.Role.importing
    case .submitOnline, .release, .handOver, .takeOver, .addComponent, .setComponentForm, .digitise, .reuse,
      .replaceByLookup, .note, .correct, .addCode, .undo, .settleConflict:
      []
    }
  }
}
