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

  /// Makes an empty store ready: the first life of its log. Harmless when it is ready.
  public func prepare(at now: Instant) throws {
    let id: DeviceEpoch = newIdentifier(at: now)
    try store.transaction { try LogEpochs.beginFirst(id.bytes, in: $0) }
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
