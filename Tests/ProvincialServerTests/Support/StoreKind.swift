import PostgresForTests
import ProvincialServer

/// The kinds of database on which every rule has to hold.
enum StoreKind: CaseIterable, Sendable {
  case sqlite
  case postgresql

  func make() throws -> any ServerStore {
    switch self {
    case .sqlite: try SQLiteServerStore(path: nil)
    case .postgresql: try PostgresServerStore(url: TestPostgres.shared().empty(), connections: 4)
    }
  }
}
