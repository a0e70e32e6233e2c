import DossierDomain
import ExchangeModel
import JournalFormat
import SyncProtocol

/// Who did it, in one exchange: keys first, then what is signed with them, then what the device has to hear.
struct Signers {
  private let request: ExchangeRequest
  private let shelf: SignatureShelf
  private let credentials: Credentials
  /// Clerks of whom the device has told something, and those of whom something else holds.
  private let told: Set<ClerkID>
  private let refused: Set<ClerkID>

  /// Takes what the request brings. Its entries have their places already: they may say who works in the office, and who
  /// may sign in at the device.
  init(
    _ request: ExchangeRequest, ends: [DeviceEpoch: EpochEnd], at now: Instant, in transaction: any ServerTransaction
  ) throws {
    guard let device = try DeviceRecord.find(request.device, of: request.office, in: transaction) else {
      throw ExchangeError.notEnrolled
    }
    self.request = request
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
    response.machineClerks = credentials.machineClerks(since: request.lastAnswer)
    let (signatures, through) = try shelf.told(
      behind: request.signaturesThrough, present: request.epochs.last?.epoch)
    response.signatures = signatures
    response.signaturesThrough = through
  }
}
