/// What holds for one kind of act, whatever its details are. Decision, screens, import and the province's judge ask the same
/// row, so that none of them can say otherwise than another.
public struct ActionRule: Hashable, Sendable {
  public var permission: Permission
  public var status = StatusRule.beforeEnd
  /// Also on a void dossier.
  public var isAllowedOnVoid = false
  /// Asks nothing of the dossier: an undo asks who made the entry and what has come since.
  public var ignoresDossier = false
  public var needsProvisionalCode = false
  /// It needs a number of the lane, and a date that is beyond doubt.
  public var issuesCode = false
  public var weight: Weight?
  public var undoing = Undoing.undoable
  /// One key may do it again on another dossier. Not what ends one, means one paper of it, or sets right one value of it.
  public var isRepeatable = true
  public var decides = Deciding.nothing
  /// Two desks may do the same without contradicting each other: both wanted what is then the case.
  public var agreesWithSame = false
  public var beginning = Beginning.none
  /// It changes what entries before it have made, so that the dossier is folded anew.
  public var reachesBack = false

  public enum Permission: Hashable, Sendable {
    case everybody
    /// Any one of these will do.
    case roles(Set<Clerk.Role>)
    /// Who holds the dossier, and who takes one that nobody holds for herself; all others as the head of desk.
    case holder
    /// Only the province lets count what it kept back.
    case province
  }

  /// Which statuses allow it, and to which it leads.
  public enum StatusRule: Hashable, Sendable {
    /// All, also the final ones.
    case always
    case beforeEnd
    /// Received, not finished, and nothing is awaited from the citizen.
    case running
    /// Leads to this one, from where the national statuses allow it (domain facts 3.1).
    case leads(to: DossierStatus)
    /// Leads from exactly one status to another.
    case leadsOnly(from: DossierStatus, to: DossierStatus)
    /// What was received is in progress from now on; later statuses stay. What came online has to be accepted first.
    case beginsWork
  }

  public enum Undoing: Hashable, Sendable {
    case undoable
    /// Can be undone; nothing builds on it.
    case standsAlone
    /// Stays, and what came before it does too.
    case never
    /// Stays, and says nothing about what came before it.
    case leftOut
  }

  /// What of a dossier it decides, so that another desk's act about the same matter collides with it.
  public enum Deciding: Hashable, Sendable {
    case nothing
    case course
    case courseAndAssignee
    /// The course where it brings a new appointment, nothing otherwise.
    case courseWithAppointment
    case assignee
    case paper
    case field
    /// The matter of the entry that it takes back.
    case whatItUndoes
  }

  /// Whether it can be the first entry of a dossier.
  public enum Beginning: Hashable, Sendable {
    case none
    /// Only the first one.
    case first
    /// The first one, where the desk was not told of the one before; usually a later one.
    case anyTime
  }
}

/// What the rules ask of a dossier before the details of an act are known: a row of a list shows as much.
public struct DossierStanding: Hashable, Sendable {
  public var status: DossierStatus
  /// Empty where it is void and the reason is not at hand; nil where it is not void.
  public var voidReason: String?
  public var isConfidential: Bool
  public var assignee: ClerkID?
  public var isProvisional: Bool

  public init(
    status: DossierStatus, voidReason: String?, isConfidential: Bool, assignee: ClerkID?, isProvisional: Bool
  ) {
    self.status = status
    self.voidReason = voidReason
    self.isConfidential = isConfidential
    self.assignee = assignee
    self.isProvisional = isProvisional
  }
}

extension Dossier {
  public var standing: DossierStanding {
    DossierStanding(
      status: status, voidReason: voidReason, isConfidential: isConfidential, assignee: assignee,
      isProvisional: code.origin == .provisional)
  }
}

extension ActionRule {
  /// Why a clerk cannot have it on such a dossier; nil when she can, as far as its details do not speak against it.
  /// - Parameter receiver: to whom an assignment gives it; asked in advance, she may take it for herself.
  public func denial(on dossier: DossierStanding, by clerk: Clerk, givingTo receiver: Receiver = .herself) -> Denial? {
    if beginning == .first { return .alreadyExists }
    if ignoresDossier { return denial(by: clerk) }
    if let reason = dossier.voidReason, !isAllowedOnVoid { return .voided(reason: reason) }
    if dossier.isConfidential, dossier.assignee != clerk.id, !clerk.has(.headOfDesk) { return .confidential }
    let isForHerself = receiver == .herself || receiver == .clerk(clerk.id)
    return denial(by: clerk, holder: dossier.assignee, isForHerself: isForHerself) ?? status.denial(in: dossier.status)
      ?? (needsProvisionalCode && !dossier.isProvisional ? .codeNotProvisional : nil)
  }

  /// Any one of these roles will do for somebody of whom no more is known; empty where it is not a matter of roles.
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

  /// Why her roles alone do not allow it.
  /// - Parameters:
  ///   - holder: of the dossier, asked for only where the rule depends on it.
  ///   - isForHerself: an assignment gives it to her who makes it.
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
