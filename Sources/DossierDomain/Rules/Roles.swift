extension Clerk.Role {
  /// Who decides about the office itself: its settings, its clerks, their PINs.
  public static let administering: Set<Clerk.Role> = [.administrator]
  /// Who runs its days: absences, days off, procedures.
  public static let running: Set<Clerk.Role> = [.headOfDesk, .administrator]
  /// Who sees numbers of people that are not masked, outside of the full-screen program.
  public static let seeingNumbers: Set<Clerk.Role> = [.headOfDesk]
  /// Who is shown the key that opens every copy of the office's data.
  public static let holdingRecoveryKey: Set<Clerk.Role> = [.headOfDesk, .administrator]
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
    let rule = rule
    var isForHerself = false
    if case .assign(let target) = self { isForHerself = target == clerk.id }
    return rule.denial(by: clerk, holder: dossier()?.assignee, isForHerself: isForHerself) == nil
  }
}
