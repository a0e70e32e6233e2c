import DossierDomain
import GRDB

/// What the first screen shows of the office, and what the desk found out about its data.
public struct Opening: Sendable {
  public var office: Office
  public var clerks: [Clerk]
  public var absences: [Absence]
  public var calendar: WorkingCalendar
  public var catalogue: Catalogue
  /// A desk of the province; an office that works alone otherwise.
  public var isEnrolled: Bool
  /// Who may sign in here.
  public var machineClerks = MachineClerks.everybody
  /// The data were copied here from another place since they were last open: see `recogniseCopy`.
  public var isCopy = false
}

extension OfficeStore {
  /// The office as the screens show it.
  public func opening() throws(StoreError) -> Opening { try read(Self.opening) }

  static func opening(_ db: Database) throws -> Opening {
    let office = try OfficeProjection.office(db)
    return Opening(
      office: office, clerks: try OfficeProjection.clerks(db), absences: try OfficeProjection.absences(db),
      calendar: try OfficeProjection.calendar(db, of: office), catalogue: try OfficeProjection.catalogue(db),
      isEnrolled: try EnrolmentTable.row(db) != nil, machineClerks: try MachineClerkTable.all(db))
  }
}
