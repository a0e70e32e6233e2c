import Crypto
import DossierDomain
import JournalFormat

extension Administration {
  /// Sets procedures for all offices of the province, all of them or none. Each office receives them after the next
  /// exchange of one of its desks.
  /// - Parameter announcement: the decision that brings them; what it changes is computed here.
  /// - Returns: the announcement as it was recorded.
  @discardableResult
  public func setProcedures(
    _ versions: [ProcedureVersion], announcedBy announcement: Announcement? = nil
  ) throws -> Announcement? {
    // No office could exchange any more if one of them did not fit into its order.
    if let large = versions.first(where: { !EntryFormat.fits($0) }) {
      throw AdministrationError.procedureTooLarge(large.code)
    }
    return try store.transaction { transaction in
      let recorded = try announcement.map { try completed($0, versions, in: transaction) }
      try ProcedureDecisions.keep(versions, in: transaction)
      if let recorded { try ProcedureDecisions.keep(recorded, in: transaction) }
      return recorded
    }
  }

  /// The announcement as `setProcedures` would record it.
  public func announcement(_ announcement: Announcement, of versions: [ProcedureVersion]) throws -> Announcement {
    try store.read { try completed(announcement, versions, in: $0) }
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
  public func retract(_ retraction: AnnouncementRetraction) throws -> Bool {
    let retraction = try retraction.tidied().checked()
    return try store.transaction { transaction in
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
