import DossierDomain

/// The decisions of the province's administrators: offices, machines, books, kept-back entries. Each function is one
/// transaction and may be called while servers use the same store. All block.
///
/// - Throws: `AdministrationError`, `ServerStoreError`.
public struct Administration: Sendable {
  let store: any ServerStore
  private let random: @Sendable () -> UInt64

  public init(
    store: any ServerStore, random: @escaping @Sendable () -> UInt64 = { UInt64.random(in: .min ... .max) }
  ) {
    self.store = store
    self.random = random
  }

  /// Prepares a store for a process that begins to use it: creates the first epoch of the log if the store is empty,
  /// and a new epoch for the province's own entries.
  public func prepare(at now: Instant) throws {
    let (life, start): (DeviceEpoch, DeviceEpoch) = (newIdentifier(at: now), newIdentifier(at: now))
    try store.transaction { transaction in
      try LogEpochs.beginFirst(life.bytes, in: transaction)
      try LogEpochs.noteStart(start.bytes, in: transaction)
      try ProvinceHeads.noteEarlier(in: transaction)
    }
  }

  func newIdentifier<Subject>(at now: Instant) -> Identifier<Subject> {
    .version7(at: now, random: (random(), random()))
  }

  func randomBytes(_ count: Int) -> [UInt8] {
    var bytes: [UInt8] = []
    while bytes.count < count { bytes += withUnsafeBytes(of: random()) { Array($0) } }
    return Array(bytes.prefix(count))
  }
}

/// Why an administrator's command was not carried out.
public enum AdministrationError: Error, Hashable, Sendable {
  case officeUnknown
  case officeExists
  /// No commune can have such a code.
  case unitCodeMalformed(String)
  /// Another office, with this agency code, has the code or is awaited with it.
  case unitCodeTaken(String, by: String)
  /// The office does not have the code, or was made with it.
  case unitCodeNotRemovable(String)
  case deviceUnknown
  case clerkUnknown
  /// Nothing can be recorded in the order of an office before its clerks are known.
  case noClerks
  case bookUnknown
  /// An office has at most `SyncLimits.books`.
  case tooManyBooks
  /// A book's name has 1 to `Administration.longestBookName` bytes.
  case bookNameLength
  /// There is no such place, or its entry is not kept back.
  case notQuarantined
  /// The entry is about the office itself. An administrator of the office has to make the decision again.
  case notReleasable
  /// The texts of the procedure with this code are longer than an entry can be.
  case procedureTooLarge(String)
  case weakPIN
  /// These machines, which came in the last 30 days, have versions that could not read the decision: at most
  /// `DeviceRecord.mostNames`, and how many more there are.
  case machinesBehind([String], others: Int)
}
