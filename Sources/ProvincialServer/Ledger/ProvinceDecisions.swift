import DossierDomain
import JournalFormat

/// The province's decisions for all offices. They are added to an office's order as entries at the next exchange of one
/// of its desks, even if the office is created later. A decision is therefore one small transaction, whatever the
/// number of offices.
enum ProvinceDecisions {
  /// A decision that an office's order does not contain yet.
  struct Missing {
    var action: OfficeAction
    /// Records that the order contains it.
    var mark: () throws -> Void
  }

  /// Adds the missing decisions at the end of the office's order.
  static func enter(orderOf office: OfficeID, at now: Instant, in transaction: any ServerTransaction) throws {
    guard try !missing(office, in: transaction).isEmpty,
      let record = try OfficeRecord.lock(office, in: transaction)
    else { return }
    // Another desk of the office may have exchanged meanwhile.
    let missing = try missing(office, in: transaction)
    let order = try OfficeOrder(record, dossiers: [], in: transaction)
    // An office that worked alone writes the beginning of its order itself.
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
