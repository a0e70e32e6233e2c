import DossierDomain

extension Administration {
  /// Procedures for all offices of the province, all of them or none. Each office has them after the next exchange of one of its
  /// desks.
  public func setProcedures(_ versions: [ProcedureVersion]) throws {
    try store.transaction { transaction in
      for version in versions { try ProcedureDecisions.keep(version, in: transaction) }
    }
  }

  /// What was decided beyond the starter catalogue, in that order.
  public func decidedProcedures() throws -> [ProcedureVersion] {
    try store.read { try ProcedureDecisions.all(in: $0) }
  }
}
