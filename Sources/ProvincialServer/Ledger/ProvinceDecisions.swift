import DossierDomain
import JournalFormat

/// What the province has decided for all its offices. An office's order gets it as entries when the next of its desks comes,
/// also in an office that is made later; so a decision is one small transaction, however many offices there are.
enum ProvinceDecisions {
  /// A decision that an office's order does not hold yet.
  struct Missing {
    var action: OfficeAction
    /// Writes down that the order holds it.
    var mark: () throws -> Void
  }

  /// Writes what the office does not have yet at the end of its order.
  static func enter(orderOf office: OfficeID, at now: Instant, in transaction: any ServerTransaction) throws {
    guard try !missing(office, in: transaction).isEmpty,
      let record = try OfficeRecord.lock(office, in: transaction)
    else { return }
    // Another desk of the office may have come in between.
    let missing = try missing(office, in: transaction)
    let order = try OfficeOrder(record, dossiers: [], in: transaction)
    // An office that worked alone begins its order itself.
    guard !missing.isEmpty, !order.clerks.isEmpty else { return }
    try order.introduceProvince(at: now)
    for decision in missing {
      try order.appendOwn(.office(decision.action), dossier: nil, at: now)
      try decision.mark()
    }
    try order.finish()
  }

  private static func missing(_ office: OfficeID, in transaction: any ServerTransaction) throws -> [Missing] {
    try YearlyDecisions.missing(office, in: transaction) + ProcedureDecisions.missing(office, in: transaction)
  }
}
