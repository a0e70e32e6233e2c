import DossierDomain

/// What the papers of a dossier are made from, as it was at one moment.
public struct PaperSource: Hashable, Sendable {
  public struct Received: Hashable, Sendable {
    public var dossier: Dossier
    /// The version by which it was received; nil if it is not known here.
    public var version: ProcedureVersion?

    public init(_ dossier: Dossier, version: ProcedureVersion? = nil) { (self.dossier, self.version) = (dossier, version) }
  }

  public var subject: Received
  /// What was handed in at the same visit, in the order of reception, with the dossier itself. One that came alone is its own visit.
  public var visit: [Received]
  public var office: Office
  public var clerks: [Clerk]
  public var calendar: WorkingCalendar

  public init(_ subject: Received, visit: [Received] = [], office: Office, clerks: [Clerk], calendar: WorkingCalendar) {
    self.subject = subject
    self.visit = visit.isEmpty ? [subject] : visit
    self.office = office
    self.clerks = clerks
    self.calendar = calendar
  }

  public var dossier: Dossier { subject.dossier }

  /// The last day for what was asked for last; nil if nothing was, or if its procedure says no day.
  public var supplementUntil: CivilDate? {
    guard let day = dossier.supplementRequests.last?.requestedAt.civilDate else { return nil }
    return subject.version?.bounds(under: dossier.answers).supplementUntil(requestedOn: day, calendar)
  }

  public func clerk(_ id: ClerkID) -> Clerk? { clerks.first { $0.id == id } }

  /// Empty for a clerk who is not of this office.
  public func name(of clerk: ClerkID) -> String { self.clerk(clerk)?.name ?? "" }
}
