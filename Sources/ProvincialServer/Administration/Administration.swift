import DossierDomain

/// What the province's administrators decide: offices, devices, books, what was kept back. Each function is one
/// transaction, usable while servers run on the same store. All block.
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

  /// Makes a store ready for a process that begins to work on it: the first life of its log when it is empty, and new names
  /// for what the province writes.
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

/// Why an administrator's wish was not done.
public enum AdministrationError: Error, Hashable, Sendable {
  case officeUnknown
  case officeExists
  case deviceUnknown
  case clerkUnknown
  case bookUnknown
  /// No such place, or what stands there was not kept back.
  case notQuarantined
  /// It is about the office itself: an administrator of the office does the same again.
  case notReleasable
  case weakPIN
}
