import DossierDomain
import Foundation
import GRDB
import OfficeWork

extension OfficeStore {
  /// The announcements with their retractions, the newest first.
  public func announcements() throws(StoreError) -> [AnnouncementRecord] {
    try read { try ProcedureProjection.records($0) }
  }

  public func announcement(_ id: Announcement.ID) throws(StoreError) -> AnnouncementRecord? {
    try read { try ProcedureProjection.record($0, id) }
  }

  /// The SHA-256 of the canonical text of a version, by which an announcement names it.
  public static func hash(of version: ProcedureVersion) -> [UInt8] { Array(ProcedureProjection.versionHash(version)) }

  /// Those of the versions that would not count, because every announcement that brought them was taken back. They
  /// count again with an announcement that stands.
  public func takenBack(_ versions: [ProcedureVersion]) throws(StoreError) -> [ProcedureVersion] {
    try read { db in
      try versions.filter { version in
        try Int.fetchOne(
          db.cachedStatement(sql: "SELECT max(stands) FROM announced_version WHERE hash = ?"),
          arguments: [ProcedureProjection.versionHash(version)]) == 0
      }
    }
  }
}
