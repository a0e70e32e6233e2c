import DossierDomain

extension Administration {
  /// Sets procedures for all offices of the province, all of them or none. Each office receives them after the next
  /// exchange of one of its desks.
  public func setProcedures(_ versions: [ProcedureVersion]) throws {
    try store.transaction { transaction in
      for version in versions { try ProcedureDecisions.keep(version, in: transaction) }
    }
  }

  /// The decisions beyond the starter catalogue, in the order in which they were made.
  public func decidedProcedures() throws -> [ProcedureVersion] {
    try store.read { try ProcedureDecisions.all(in: $0) }
  }
}
