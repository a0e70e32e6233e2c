import DossierDomain

extension Administration {
  /// The yearly decision for all offices of the province. Each has it after the next exchange of one of its desks.
  public func setDays(_ decision: YearlyDecision) throws {
    try store.transaction { try YearlyDecisions.keep(decision, in: $0) }
  }

  /// What was decided, by year.
  public func decidedDays() throws -> [YearlyDecision] {
    try store.read { try YearlyDecisions.all(in: $0) }
  }
}
