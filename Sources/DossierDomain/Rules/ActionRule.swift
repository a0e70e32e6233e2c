/// The rules of one kind of action, whatever its details are. Decision, screens, import and the province's judge use
/// the same row, so that they cannot disagree.
public struct ActionRule: Hashable, Sendable {
  public var permission: Permission
  public var status = StatusRule.beforeEnd
  /// It is allowed on a void dossier too.
  public var isAllowedOnVoid = false
  /// It does not depend on the dossier's state. An undo, for example, depends on the author of the entry and on the
  /// entries after it.
  public var ignoresDossier = false
  public var needsProvisionalCode = false
  /// It needs a number of the lane, and a date that is certain.
  public var issuesCode = false
  public var weight: Weight?
  public var undoing = Undoing.undoable
  /// `.` may repeat it on another dossier. False for actions that end a dossier, concern one paper, or correct one
  /// value.
  public var isRepeatable = true
  public var decides = Deciding.nothing
  /// Two desks may do the same without a conflict, because both wanted the same state.
  public var agreesWithSame = false
  public var beginning = Beginning.none
  /// It stops the clock. A pause that began after the appointment would make a late dossier look as if it were on time.
  public var mustPrecedeAppointment = false
  /// It only adds a fact, so that it counts whatever becomes of the other entries of its act.
  public var standsByItself = false
  /// It changes the effect of earlier entries, so that the dossier has to be folded again.
  public var reachesBack = false

  public enum Permission: Hashable, Sendable {
    case everybody
    /// One of these roles is enough.
    case roles(Set<Clerk.Role>)
    /// The clerk who holds the dossier, or a clerk who takes a dossier without holder for herself; for all others the
    /// head of desk.
    case holder
    /// Only the province can release an entry that it kept back.
    case province
  }

  /// The statuses that allow the action, and the status that it leads to.
  public enum StatusRule: Hashable, Sendable {
    /// All statuses, including the final ones.
    case always
    case beforeEnd
    /// Received and not finished, with nothing awaited from the citizen.
    case running
    /// Leads to this status, from those that the national rules allow (domain facts 3.1).
    case leads(to: DossierStatus)
    /// Leads from exactly this status to another.
    case leadsOnly(from: DossierStatus, to: DossierStatus)
    /// A received dossier is in progress afterwards; later statuses stay. An online submission has to be accepted
    /// first.
    case beginsWork
  }

  public enum Undoing: Hashable, Sendable {
    case undoable
    /// It can be undone; no other entry builds on it.
    case standsAlone
    /// It cannot be undone, and neither can the entries before it.
    case never
    /// It cannot be undone, and it does not prevent undoing the entries before it.
    case leftOut
  }

  /// The matter that the action decides, so that another desk's action about the same matter collides with it.
  public enum Deciding: Hashable, Sendable {
    case nothing
    case course
    case courseAndAssignee
    /// The course if it has a new appointment, otherwise nothing.
    case courseWithAppointment
    case assignee
    case paper
    case field
    /// The matter of the entry that it undoes.
    case whatItUndoes
  }

  /// Whether it can be the first entry of a dossier.
  public enum Beginning: Hashable, Sendable {
    case none
    /// It can only be the first entry.
    case first
    /// It is the first entry if the desk does not have the one before; usually it is a later one.
    case anyTime
  }
}

/// The facts of a dossier that the rules need before the details of an action are known. A row of a list contains them.
public struct DossierStanding: Hashable, Sendable {
  public var status: DossierStatus
  /// Empty if the dossier is void and the reason is not available; nil if it is not void.
  public var voidReason: String?
  public var isConfidential: Bool
  public var assignee: ClerkID?
  public var isProvisional: Bool
  /// The appointment, if it has passed.
  public var overdueSince: Instant?

  public init(
    status: DossierStatus, voidReason: String?, isConfidential: Bool, assignee: ClerkID?, isProvisional: Bool,
    dueAt: Instant?, at now: Instant
  ) {
    self.status = status
    self.voidReason = voidReason
    self.isConfidential = isConfidential
    self.assignee = assignee
    self.isProvisional = isProvisional
    overdueSince = dueAt.flatMap { $0 < now ? $0 : nil }
  }
}

extension Dossier {
  public func standing(at now: Instant) -> DossierStanding {
    DossierStanding(
      status: status, voidReason: voidReason, isConfidential: isConfidential, assignee: assignee,
      isProvisional: code.origin == .provisional, dueAt: dueAt, at: now)
  }
}

extension ActionRule {
  /// Why the clerk may not do it on such a dossier; nil if she may, apart from the details of the action.
  /// - Parameter receiver: the clerk to whom an assignment gives the dossier. Before that is known, she may be taking
  ///   it for herself.
  public func denial(on dossier: DossierStanding, by clerk: Clerk, givingTo receiver: Receiver = .herself) -> Denial? {
    if beginning == .first { return .alreadyExists }
    if ignoresDossier { return denial(by: clerk) }
    if let reason = dossier.voidReason, !isAllowedOnVoid { return .voided(reason: reason) }
    if dossier.isConfidential, dossier.assignee != clerk.id, !clerk.has(.headOfDesk) { return .confidential }
    let isForHerself = receiver == .herself || receiver == .clerk(clerk.id)
    return denial(by: clerk, holder: dossier.assignee, isForHerself: isForHerself) ?? status.denial(in: dossier.status)
      ?? (needsProvisionalCode && !dossier.isProvisional ? .codeNotProvisional : nil)
      ?? (mustPrecedeAppointment ? dossier.overdueSince.map { .overdueAlready(since: $0) } : nil)
  }

  /// The roles of which one is enough, if nothing else is known of the clerk; empty if roles do not matter.
  public var permittedRoles: Set<Clerk.Role> {
    switch permission {
    case .roles(let roles): roles
    case .everybody, .holder, .province: []
    }
  }

  public enum Receiver: Hashable, Sendable {
    case herself
    case clerk(ClerkID?)
  }

  /// Why the clerk's roles alone do not allow it.
  /// - Parameters:
  ///   - holder: the clerk who holds the dossier; called only if the rule depends on it.
  ///   - isForHerself: the assignment gives the dossier to the clerk who makes it.
  public func denial(
    by clerk: Clerk, holder: @autoclosure () -> ClerkID? = nil, isForHerself: Bool = false
  ) -> Denial? {
    switch permission {
    case .everybody: return nil
    case .roles(let roles): return roles.isDisjoint(with: clerk.roles) ? .roleMissing(roles) : nil
    case .holder:
      let holder = holder()
      let isHers = holder == clerk.id || (holder == nil && isForHerself)
      return isHers || clerk.has(.headOfDesk) ? nil : .roleMissing([.headOfDesk])
    case .province: return .roleMissing([])
    }
  }
}

extension ActionRule.StatusRule {
  fileprivate func denial(in status: DossierStatus) -> Denial? {
    func unless(_ isAllowed: Bool, to target: DossierStatus) -> Denial? {
      isAllowed ? nil : status.isFinal ? .alreadyFinal(status) : .moveNotAllowed(from: status, to: target)
    }
    return switch self {
    case .always: nil
    case .beforeEnd: status.isFinal ? .alreadyFinal(status) : nil
    case .running: unless(status.isRunning, to: .inProgress)
    case .leads(let target): unless(status.successors.contains(target), to: target)
    case .leadsOnly(let source, let target): unless(status == source, to: target)
    case .beginsWork: unless(!status.isFinal && status != .registered, to: .inProgress)
    }
  }
}
