import DossierDomain

extension Administration {
  /// Sets the yearly decisions for all offices of the province, all of them or none. Each office receives them after
  /// the next exchange of one of its desks.
  public func setDays(_ decisions: [YearlyDecision]) throws {
    try store.transaction { transaction in
      for decision in decisions { try YearlyDecisions.keep(decision, in: transaction) }
    }
  }

  /// The decisions by year.
  public func decidedDays() throws -> [YearlyDecision] {
    try store.read { try YearlyDecisions.all(in: $0) }
  }
}
