import ArgumentParser
import Console
import DossierDomain
import Foundation
import ProvincialServer

/// Where the province's data are.
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

  /// - Parameter isServer: whether this is the serving process, which alone checkpoints SQLite's log.
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

  /// Whether the connection string contains a password: before the `@` of a URL, or as a parameter of a URL or of a
  /// list of words.
  static func holdsPassword(_ postgres: String) -> Bool {
    let user = postgres.split(separator: "://", maxSplits: 1).dropFirst().first?.prefix { $0 != "/" && $0 != "?" }
    let isBeforeHost = user.flatMap { authority in authority.lastIndex(of: "@").map { authority[..<$0].contains(":") } }
    return isBeforeHost == true || postgres.lowercased().contains("password=")
      || postgres.lowercased().contains("password =")
  }

  /// The file with the state of the database that the last server saw.
  var mark: String { folder + "/mark.json" }

  /// Removes the mark, because an operator has accepted the database as it is. This works even if the clocks of two
  /// machines differ.
  func forgetMark() { try? FileManager.default.removeItem(atPath: mark) }

  /// The administration, prepared for a command.
  func administration() throws -> Administration {
    let administration = Administration(store: try open())
    try administration.prepare(at: Clock.now)
    return administration
  }

  /// Runs a command that gives entries places. It is refused on a database that is behind its mark, and the mark is brought
  /// up to date afterwards, also if the command failed after a part of its work.
  func placing<Value>(_ body: (Administration) throws -> Value) throws -> Value {
    let administration = try administration()
    // With PostgreSQL the folder of the mark may not exist before the server's first start.
    try makeFolder()
    if let fault = try administration.storeFault(mark: mark) { throw Failure(.notDone, fault) }
    defer {
      do {
        try administration.noteStore(mark: mark, at: Clock.now)
      } catch {
        Output.message("The mark beside the keys cannot be written: \(error).")
      }
    }
    return try body(administration)
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
