import DossierDomain

/// What the papers of a dossier are made from, as it was at one moment.
public struct PaperSource: Hashable, Sendable {
  public struct Received: Hashable, Sendable {
    public var dossier: Dossier
    /// The version by which it was received; nil if it is not known here.
    public var version: ProcedureVersion?

    public init(_ dossier: Dossier, version: ProcedureVersion? = nil) {
      (self.dossier, self.version) = (dossier, version)
    }
  }

  public var subject: Received
  /// What was handed in at the same visit and stands on one receipt, in the order of reception, with the dossier itself. One that came
  /// alone is its own visit. A confidential dossier has a receipt of its own and is named on no other one, whoever prints it.
  public var visit: [Received]
  public var office: Office
  public var clerks: [Clerk]
  public var calendar: WorkingCalendar

  public init(_ subject: Received, visit: [Received] = [], office: Office, clerks: [Clerk], calendar: WorkingCalendar) {
    self.subject = subject
    let together = subject.dossier.isConfidential ? [] : visit.filter { !$0.dossier.isConfidential }
    self.visit = together.isEmpty ? [subject] : together
    self.office = office
    self.clerks = clerks
    self.calendar = calendar
  }

  public var dossier: Dossier { subject.dossier }

  /// The dossier on which a paper is recorded: a receipt of the whole visit on the one that its code names, whichever was open.
  public func recording(_ form: PaperFormID) -> Dossier { form.isOfVisit ? visit.first?.dossier ?? dossier : dossier }

  /// The last day for what was asked for last; nil if nothing was, or if nobody has said any day.
  public var supplementUntil: CivilDate? {
    ProcedureBounds.supplementUntil(of: dossier, subject.version?.bounds(under: dossier.answers), calendar)
  }

  /// Who signs a notice to the citizen: the office's only active signing leader. Empty if it has none or several, so that the line is
  /// left for a hand.
  public var signer: String {
    let leaders = clerks.filter { $0.isActive && $0.has(.signingLeader) }
    return leaders.count == 1 ? leaders[0].name : ""
  }

  public func clerk(_ id: ClerkID) -> Clerk? { clerks.first { $0.id == id } }

  /// Empty for a clerk who is not of this office.
  public func name(of clerk: ClerkID) -> String { self.clerk(clerk)?.name ?? "" }
}
