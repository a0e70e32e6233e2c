import DossierDomain

extension Catalogue {
  /// An ordinary day for the tests.
  static let day = Instant(milliseconds: 1_795_572_000_000).civilDate

  func version(of code: String) -> ProcedureVersion? { version(of: code, on: Self.day) }
  func version(named name: String) -> ProcedureVersion? { version(named: name, on: Self.day) }
  func find(_ query: String, limit: Int = 50) -> [ProcedureHit] { find(query, on: Self.day, limit: limit) }
}
