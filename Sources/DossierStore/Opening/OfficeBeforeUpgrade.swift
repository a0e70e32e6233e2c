import DossierDomain
import GRDB
import OfficeWork

/// What the sign-in shows of an office whose data an earlier version left. It is read before they are upgraded, so that
/// nobody looks at an empty terminal meanwhile.
public struct OfficeBeforeUpgrade: Sendable {
  public let office: Office
  public let clerks: [Clerk]
  public let machineClerks: MachineClerks

  /// From this version of the schema on, the tables that are read here are as they are now.
  private static let firstVersion: UInt32 = 15

  /// Reads the data without changing anything and without a lock.
  /// - Parameter folder: the data folder.
  /// - Returns: nil if there is nothing to upgrade, if an unfinished upgrade or another program left a log beside the file, and
  ///     if the data cannot be read; what is wrong is then said by the opening.
  public static func find(in folder: String) -> OfficeBeforeUpgrade? {
    let path = folder + "/" + LocalStore.fileName
    guard StoreFile.isMissingOrEmpty(path + "-wal"), StoreFile.isMissingOrEmpty(path + "-journal"),
      let version = StoreFile.versionOfHeader(path), firstVersion..<Migrations.version ~= version
    else { return nil }
    var configuration = Configuration()
    configuration.readonly = true
    guard let connection = try? DatabaseQueue(path: StoreFile.immutable(path), configuration: configuration) else {
      return nil
    }
    defer { try? connection.close() }
    return try? connection.read { db in
      OfficeBeforeUpgrade(
        office: try OfficeProjection.office(db), clerks: try OfficeProjection.clerks(db),
        machineClerks: try MachineClerkTable.all(db))
    }
  }
}
