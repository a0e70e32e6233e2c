import Crypto
import DossierDomain
import JournalFormat

extension Administration {
  /// Sets procedures for all offices of the province, all of them or none. Each office receives them after the next
  /// exchange of one of its desks.
  /// - Parameter announcement: the decision that brings them; what it changes is computed here.
  /// - Returns: the announcement as it was recorded.
  /// - Throws: also `AdministrationError.machinesBehind` if a desk could not read a version or the announcement, and
  ///   `Announcement.Fault`.
  @discardableResult
  public func setProcedures(
    _ versions: [ProcedureVersion], announcedBy announcement: Announcement? = nil, at now: Instant
  ) throws -> Announcement? {
    // No office could exchange any more if one of them did not fit into its order.
    if let large = versions.first(where: { !EntryFormat.fits($0) }) {
      throw AdministrationError.procedureTooLarge(large.code)
    }
    return try store.transaction { transaction in
      let recorded = try announcement.map { try completed($0, versions, in: transaction) }
      try require(versions, recorded, at: now, in: transaction)
      try ProcedureDecisions.keep(versions, in: transaction)
      if let recorded { try ProcedureDecisions.keep(recorded, in: transaction) }
      return recorded
    }
  }

  /// What `setProcedures` would refuse because of the machines, and the announcement as it would record it.
  public func check(
    _ versions: [ProcedureVersion], announcedBy announcement: Announcement? = nil, at now: Instant
  ) throws -> Announcement? {
    try store.read { transaction in
      let announced = try announcement.map { try completed($0, versions, in: transaction) }
      try require(versions, announced, at: now, in: transaction)
      return announced
    }
  }

  /// As at a desk, nothing is written that a machine could not read which came lately. Entries reach an office later, but its
  /// machines only learn to read more until then.
  private func require(
    _ versions: [ProcedureVersion], _ announcement: Announcement?, at now: Instant,
    in transaction: any ServerTransaction
  ) throws {
    let actions =
      versions.map { OfficeAction.setProcedure($0) } + [announcement.map { .announce($0) }].compactMap(\.self)
    try DeviceRecord.requireReaders(of: actions, at: now, in: transaction)
  }

  private func completed(
    _ announcement: Announcement, _ versions: [ProcedureVersion], in transaction: any ServerTransaction
  ) throws -> Announcement {
    var announcement = announcement.tidied()
    announcement.changes = Announcement.changes(
      recording: versions, from: try ProcedureDecisions.catalogue(in: transaction), hash: ProcedureDecisions.hash)
    return try announcement.checked()
  }

  /// The SHA-256 by which an announcement names its signed file.
  public static func hash(ofFile bytes: [UInt8]) -> [UInt8] { Array(SHA256.hash(data: bytes)) }

  /// Takes an announcement back for all offices.
  /// - Returns: false if no such announcement is known. The retraction is recorded all the same and changes nothing.
  public func retract(_ retraction: AnnouncementRetraction, at now: Instant) throws -> Bool {
    let retraction = try retraction.tidied().checked()
    return try store.transaction { transaction in
      try DeviceRecord.requireReaders(of: [.retractAnnouncement(retraction)], at: now, in: transaction)
      let known = try ProcedureDecisions.history(in: transaction).announcements
      try ProcedureDecisions.keep(retraction, in: transaction)
      return known.contains { $0.id == retraction.id && $0.announcement != nil }
    }
  }

  /// The announcements with their retractions, the newest first.
  public func announcements() throws -> [AnnouncementRecord] {
    try store.read { try ProcedureDecisions.history(in: $0).announcements }
  }

  /// Those of the versions that would not count, because every announcement that brought them was taken back.
  public func takenBack(_ versions: [ProcedureVersion]) throws -> [ProcedureVersion] {
    let history = try store.read { try ProcedureDecisions.history(in: $0) }
    return versions.filter { history.isTakenBack(ProcedureDecisions.hash(of: $0)) }
  }

  /// The decisions beyond the starter catalogue that hold, in the order in which they were made.
  public func decidedProcedures() throws -> [ProcedureVersion] {
    try store.read { try ProcedureDecisions.all(in: $0) }
  }
}
