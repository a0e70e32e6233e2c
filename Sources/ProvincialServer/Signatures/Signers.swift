import DossierDomain
import ExchangeModel
import JournalFormat
import SyncProtocol

/// The proofs of authorship in one exchange: first keys are stored, then what is signed with them, then the device gets
/// what it lacks.
struct Signers {
  private let request: ExchangeRequest
  private let shelf: SignatureShelf
  private let credentials: Credentials
  /// The clerks whose credentials the device has sent, and those of them whose credentials were refused.
  private let told: Set<ClerkID>
  private let refused: Set<ClerkID>
  private let isWhole: Bool

  /// Stores the proofs in the request. The entries of the request must have their places already, because they may
  /// change who works in the office and who may sign in at the device.
  /// - Parameter isWhole: all entries of the device have come.
  init(
    _ request: ExchangeRequest, ends: [DeviceEpoch: EpochEnd], isWhole: Bool, at now: Instant,
    in transaction: any ServerTransaction
  ) throws {
    guard let device = try DeviceRecord.find(request.device, of: request.office, in: transaction) else {
      throw ExchangeError.notEnrolled
    }
    self.request = request
    self.isWhole = isWhole
    credentials = Credentials(device, try ClerkList(of: device.office, in: transaction), in: transaction)
    shelf = SignatureShelf(device, in: transaction)
    told = Set(request.credentials.map(\.clerk))
    refused = try credentials.take(request.credentials, at: now)
    try shelf.take(request.statements, ends: ends, at: now)
    if let head = request.machineHead { try shelf.take(head, key: request.machineKey, end: ends[head.epoch]) }
  }

  func tell(_ response: inout ExchangeResponse) throws {
    response.credentials = try credentials.changed(
      since: request.lastAnswer, brought: told.subtracting(refused), wanted: refused)
    response.machineClerks = credentials.machineClerks(since: request.lastAnswer, isWhole: isWhole)
    let (signatures, through, hasMore) = try shelf.told(
      behind: request.signaturesThrough, present: request.epochs.last?.epoch)
    response.signatures = signatures
    response.signaturesThrough = through
    response.isUnfinished = response.isUnfinished || hasMore
  }
}
