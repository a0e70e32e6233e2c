import Crypto
import DossierDomain
import JournalFormat

extension Administration {
  /// Records in the order of an office, where each of its desks sees it, that its people were listed for an
  /// administrator of the province. It is recorded before the list is put out.
  /// - Parameters:
  ///   - bytes: the list.
  ///   - dossiers: how many dossiers it is about.
  /// - Throws: `.noClerks` if there are people, and the order has not begun yet: it may hold dossiers of other offices already.
  ///     Its first desk writes the beginning, so that nothing may be put before it.
  public func recordReading(
    of bytes: [UInt8], dossiers: Int, purpose: String, in office: OfficeID, at now: Instant
  ) throws {
    let reading = DataReading(
      what: .list, purpose: purpose, persons: dossiers, hash: Array(SHA256.hash(data: bytes)))
    try store.transaction { transaction in
      guard let record = try OfficeRecord.lock(office, in: transaction) else { throw AdministrationError.officeUnknown }
      let order = try OfficeOrder(record, dossiers: [], in: transaction)
      guard !order.clerks.isEmpty else {
        guard dossiers == 0 else { throw AdministrationError.noClerks }
        return
      }
      try order.introduceProvince(at: now)
      try order.appendOwn(.office(.recordReading(reading)), dossier: nil, at: now)
      try order.finish()
    }
  }
}
