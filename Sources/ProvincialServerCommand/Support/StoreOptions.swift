import ArgumentParser
import DossierDomain
import Foundation
import ProvincialServer

/// Where the province's data is.
struct StoreOptions: ParsableArguments {
  @Option(name: .long, help: "Folder of the server's keys and data. Default: ~/.local/share/provincial-server.")
  var data: String?
  @Option(
    name: .long,
    help:
      "PostgreSQL, e.g. postgresql://user@first,second/province: the host that takes writes is used. Its password stands in ~/.pgpass or in the file that PGPASSFILE names. Without it: SQLite in the folder."
  )
  var postgres: String?

  @OptionGroup var passphrase: PassphraseOptions

  var folder: String {
    data ?? NSHomeDirectory() + "/.local/share/provincial-server"
  }

  /// - Parameter isServer: only the serving process writes SQLite's pages back to the main file.
  func open(isServer: Bool = false, connections: Int = 1) throws -> any ServerStore {
    if let postgres, Self.holdsPassword(postgres) {
      throw Failure(
        .notDone,
        "A password in --postgres is seen by every user of this machine. Put it into ~/.pgpass or the file that PGPASSFILE names."
      )
    }
    do throws(ServerStoreError) {
      if let postgres { return try PostgresServerStore(url: postgres, connections: connections) }
      try makeFolder()
      return try SQLiteServerStore(path: folder + "/province.sqlite", checkpoints: isServer)
    } catch {
      throw Failure(.storeUnavailable, Wording.of(error))
    }
  }

  /// libpq takes one before the `@` of an address, and as a parameter of an address or of a list of words.
  static func holdsPassword(_ postgres: String) -> Bool {
    let user = postgres.split(separator: "://", maxSplits: 1).dropFirst().first?.prefix { $0 != "/" && $0 != "?" }
    let isBeforeHost = user.flatMap { authority in authority.lastIndex(of: "@").map { authority[..<$0].contains(":") } }
    return isBeforeHost == true || postgres.lowercased().contains("password=")
      || postgres.lowercased().contains("password =")
  }

  /// How far the database has come, as the last server saw it.
  var mark: String { folder + "/mark.json" }

  /// An operator has said that the database is right as it is: also when the clocks of two machines differ.
  func forgetMark() { try? FileManager.default.removeItem(atPath: mark) }

  /// Ready for an administrator's command.
  func administration() throws -> Administration {
    let administration = Administration(store: try open())
    try administration.prepare(at: Clock.now)
    return administration
  }

  func authority() throws -> ProvinceAuthority {
    try makeFolder()
    do {
      return try ProvinceAuthority.open(
        folder: authorityFolder, province: "Quảng Trị", now: Clock.now, passphrase: passphrase.read())
    } catch let failure as Failure {
      throw failure
    } catch let error as AuthorityError {
      throw Failure(.storeUnavailable, Wording.of(error))
    } catch {
      throw Failure(.storeUnavailable, "The authority's keys in \(authorityFolder) cannot be used: \(error).")
    }
  }

  var authorityFolder: String { folder + "/authority" }

  private func makeFolder() throws(ServerStoreError) {
    do {
      try FileManager.default.createDirectory(
        atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    } catch {
      throw .unreachable("\(folder) cannot be made")
    }
  }
}

enum Clock {
  static var now: Instant { Instant(milliseconds: Int64(Date().timeIntervalSince1970 * 1000)) }
}
