import DossierDomain

/// Why a session is read-only.
public enum LookingOn: Hashable, Sendable {
  case anotherWindowWrites
  case diskIsReadOnly
}

/// The data about the office that the screens need. It is small, and loaded at the start and after each change.
public struct OfficeSnapshot: Hashable, Sendable {
  public var office: Office
  public var clerks: [Clerk]
  public var absences: [Absence]
  public var calendar: WorkingCalendar
  /// The reception point at which this desk stands.
  public var point = OpeningHours.mainPoint
  /// The hours that were decided for it; nil for the office's working hours.
  public var decidedHours: OpeningHours?
  /// The times in which this desk was not at work, by which the day of a time on a blank receipt is told.
  public var silences: [ClosedRange<Instant>] = []
  public var catalogue: Catalogue
  /// The short names that decided versions give to their procedures, by code, so that a list needs no catalogue.
  public var shortNames: [String: String] = [:]
  /// Nil if the session can write.
  public var lookingOn: LookingOn?
  /// Whether the machine exchanges with the province; false in an office that works alone.
  public var isEnrolled: Bool
  /// The clerks who may sign in here. Work can be given to every clerk of the office.
  public var machineClerks: MachineClerks
  /// The clerks who choose a PIN at their next sign-in here; empty in an office without PINs.
  public var clerksWithoutPIN: Set<ClerkID> = []

  public init(
    office: Office, clerks: [Clerk], absences: [Absence], calendar: WorkingCalendar,
    catalogue: Catalogue = .starter, lookingOn: LookingOn? = nil, isEnrolled: Bool = false,
    machineClerks: MachineClerks = .everybody
  ) {
    self.office = office
    self.clerks = clerks
    self.absences = absences
    self.calendar = calendar
    self.catalogue = catalogue
    self.lookingOn = lookingOn
    self.isEnrolled = isEnrolled
    self.machineClerks = machineClerks
  }

  /// A name of its procedure that is short enough for a list.
  public func shortName(of row: QueueRow) -> String { shortNames[row.procedureCode] ?? row.procedureShortName }

  public var isReadOnly: Bool { lookingOn != nil }

  public var openingHours: OpeningHours { decidedHours ?? OpeningHours(office.workingHours) }
}
