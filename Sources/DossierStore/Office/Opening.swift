import DossierDomain
import GRDB

/// The data about the office for the first screen, and the findings about the database.
public struct Opening: Sendable {
  public var office: Office
  public var clerks: [Clerk]
  public var absences: [Absence]
  public var calendar: WorkingCalendar
  public var catalogue: Catalogue
  /// The short names that were decided, by the codes of their procedures.
  public var shortNames: [String: String] = [:]
  /// The reception point at which this desk stands, and its hours; nil if nothing was decided about it.
  public var point = OpeningHours.mainPoint
  public var openingHours: OpeningHours?
  /// The times in which this desk was not at work, for blank receipts; the last one may go on. Empty while no blank is unused.
  public var silences: [ClosedRange<Instant>] = []
  /// True at a desk of a province; false in an office that works alone.
  public var isEnrolled: Bool
  /// The clerks who may sign in here.
  public var machineClerks = MachineClerks.everybody
  /// The clerks who have to choose a PIN; empty in an office without PINs.
  public var clerksWithoutPIN: Set<ClerkID> = []
  /// The data were copied from another place since they were last open: see `recogniseCopy`.
  public var isCopy = false
  /// Rows are to be computed again after an upgrade: see `UpkeepStore.refold`.
  public var isRefolding = false
}

extension OfficeStore {
  /// The office in the form that the screens need.
  public func opening() throws(StoreError) -> Opening { try read { try opening($0) } }

  func opening(_ db: Database) throws -> Opening {
    let office = try OfficeProjection.office(db)
    let point = try OfficeStore.point(db)
    let clerks = try OfficeProjection.clerks(db)
    return Opening(
      office: office, clerks: clerks, absences: try OfficeProjection.absences(db),
      calendar: try OfficeProjection.calendar(db), catalogue: catalogue,
      shortNames: try ProcedureProjection.shortNames(db), point: point,
      openingHours: try OpeningTable.hours(db, of: point, office),
      silences: try write.opening.silences(db, until: Instant(milliseconds: .max)),
      isEnrolled: try EnrolmentTable.row(db) != nil, machineClerks: try MachineClerkTable.all(db),
      clerksWithoutPIN: try office.requiresPIN ? SignIn.clerksWithoutPIN(db, among: clerks) : [],
      isRefolding: try Refolding.find(db) != nil)
  }

  /// The starter catalogue and what was decided since then, which is read when somebody asks for it.
  var catalogue: Catalogue {
    let read = read
    return Catalogue(
      reading: KeptVersions(
        ofCode: { code in try? read { try ProcedureProjection.versions($0, of: code) } },
        all: { try? read { try ProcedureProjection.versions($0) } },
        named: { procedure in try read { try ProcedureProjection.version($0, of: procedure) } }))
  }
}
