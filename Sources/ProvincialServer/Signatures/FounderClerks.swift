import DossierDomain

/// The clerks whom an administrator of the province named for the first desk of an office that worked alone. Their ids
/// could not be checked before the office came, and if all of them were wrong, nobody could sign in at its only desk any
/// more. A list with one right id keeps nobody out for ever, because that clerk can be asked.
struct FounderClerks {
  /// The named clerks whom the office does not have.
  private(set) var unknown: [ClerkID] = []
  /// Why the machine gets no answer.
  private(set) var refusal: ExchangeError?

  /// Every machine but a first desk has clerks who were checked when they were named.
  /// - Parameter isWhole: all entries of the device have come. Before, any of them may still bring the clerks.
  init(_ device: DeviceRecord, isWhole: Bool, in transaction: any ServerTransaction) throws {
    guard isWhole, device.isFounder, device.revokedAt == nil, case .only(let named) = device.signsIn else { return }
    unknown = try ClerkList(of: device.office, in: transaction).unknown(among: named)
    guard !named.isEmpty, unknown.count == named.count,
      let record = try OfficeRecord.find(device.office, in: transaction)
    else { return }
    refusal = .clerksUnknown(unknown, device: device.id, agencyCode: record.agencyCode)
  }
}

extension ClerkList {
  func unknown(among named: Set<ClerkID>) -> [ClerkID] { named.filter { clerk($0) == nil }.sorted() }
}
