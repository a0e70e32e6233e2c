import DossierDomain
import GRDB
import OfficeWork

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

extension LocalStore {
  private static let foldRules = "fold-rules"

  /// Reads what the first screen needs, in one reading, and puts right what has changed since the data were last open: a
  /// newer program reads entries that the older one could only keep, and a copy begins a life of its own.
  /// Call it once, before anything else works on the data.
  public func begin(at now: Instant) throws(StoreError) -> Opening {
    let place = Self.place(of: folder + "/" + Self.fileName)
    let (opening, isSettled) = try readAlone { db in
      // Before anything that an interrupted rebuild may have emptied.
      let isSettled = try Self.isSettled(db, place)
      try end.look(db, asks: true)
      return (try Self.opening(db), isSettled)
    }
    guard access == .readWrite, !isSettled else { return opening }
    try readNewKinds()
    try set(Self.foldRules, to: "\(FoldedDossier.revision)")
    let isCopy = try recogniseCopy(at: now)
    var settled = try readAlone(Self.opening)
    settled.isCopy = isCopy
    return settled
  }

  /// The office as the screens show it.
  public func opening() throws(StoreError) -> Opening { try read(Self.opening) }

  private static func opening(_ db: Database) throws -> Opening {
    let office = try OfficeProjection.office(db)
    return Opening(
      office: office, clerks: try OfficeProjection.clerks(db), absences: try OfficeProjection.absences(db),
      calendar: try OfficeProjection.calendar(db, of: office), catalogue: try OfficeProjection.catalogue(db),
      isEnrolled: try enrolment(db) != nil, machineClerks: try machineClerks(db))
  }

  /// Nothing has changed since the last time, as on every ordinary morning.
  private static func isSettled(_ db: Database, _ place: String?) throws -> Bool {
    var known: [String] = []
    for row in try Row.fetchAll(
      db, sql: "SELECT name || value FROM setting WHERE name IN ('\(placeName)', '\(foldRules)', '\(rebuildMark)')")
    {
      known.append(row[0])
    }
    if known.contains(where: { $0.hasPrefix(rebuildMark) }) { throw StoreError.rebuildUnfinished }
    return try known.contains("\(foldRules)\(FoldedDossier.revision)")
      && (place == nil || known.contains(placeName + (place ?? ""))) && !hasReadableEntries(db)
  }
}
