extension Clerk.Role {
  /// The roles that decide about the office itself: its settings, its clerks, their PINs.
  public static let administering: Set<Clerk.Role> = [.administrator]
  /// The roles that decide about absences, days off and procedures.
  public static let running: Set<Clerk.Role> = [.headOfDesk, .administrator]
  /// The roles that print blank receipts and strike them.
  public static let keepingBlanks: Set<Clerk.Role> = [.reception, .headOfDesk]
  /// The roles that may see unmasked numbers of people outside the full-screen program.
  public static let seeingNumbers: Set<Clerk.Role> = [.headOfDesk]
  /// Who is shown the key that opens every copy of the office's data.
  public static let holdingRecoveryKey: Set<Clerk.Role> = [.headOfDesk, .administrator]
}

extension OfficeAction {
  /// One of these roles is enough; an empty set permits everybody.
  public var permittedRoles: Set<Clerk.Role> {
    switch self {
    case .confirmClock, .recordReading: []
    case .printBlanks, .strikeBlanks: Clerk.Role.keepingBlanks
    case .setAbsence, .clearAbsence, .setDays, .setProcedure, .setOpeningWeek, .setOpeningDay, .announce,
      .retractAnnouncement, .openBook:
      Clerk.Role.running
    case .setOffice, .setClerk, .mapClerk: Clerk.Role.administering
    }
  }

  public func isPermitted(to clerk: Clerk) -> Bool {
    clerk.isActive && (permittedRoles.isEmpty || !permittedRoles.isDisjoint(with: clerk.roles))
  }
}

extension DossierAction {
  /// Whether the clerk's roles permit the action. The province checks this again.
  /// - Parameter dossier: the fold before the action, called only if the rule depends on it; nil if the action begins
  ///   the dossier.
  public func isPermitted(to clerk: Clerk, on dossier: @autoclosure () -> Dossier?) -> Bool {
    let rule = rule
    var isForHerself = false
    if case .assign(let target) = self { isForHerself = target == clerk.id }
    return rule.denial(by: clerk, holder: dossier()?.assignee, isForHerself: isForHerself) == nil
  }
}
