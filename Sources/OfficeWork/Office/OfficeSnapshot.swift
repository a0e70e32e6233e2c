import DossierDomain

/// Why a window records nothing and only looks on.
public enum LookingOn: Hashable, Sendable {
  case anotherWindowWrites
  case diskIsReadOnly
}

/// The office as the screens need it; small, loaded once and after each change.
public struct OfficeSnapshot: Hashable, Sendable {
  public var office: Office
  public var clerks: [Clerk]
  public var absences: [Absence]
  public var calendar: WorkingCalendar
  public var catalogue: Catalogue
  /// Nil where one works.
  public var lookingOn: LookingOn?
  /// The machine exchanges its work with the province; false in an office that works alone.
  public var isEnrolled: Bool
  /// Who may sign in here; work is given to everybody of the office.
  public var machineClerks: MachineClerks

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

  public var isReadOnly: Bool { lookingOn != nil }
}
