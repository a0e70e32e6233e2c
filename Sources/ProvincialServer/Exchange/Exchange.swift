import DossierDomain
import ExchangeModel
import JournalFormat
import SyncProtocol

/// Answers one request of a device in one transaction, so that its entries are placed and durable before they are
/// acknowledged.
public struct Exchange: Sendable {
  private let store: any ServerStore
  private let authority: ProvinceAuthority
  private let limits: SyncLimits
  private let snapshots: Snapshots.Rules
  private let budget: @Sendable () -> AdmissionBudget
  /// The content that the province itself can read.
  private let reads: ReadableContent

  public init(store: any ServerStore, authority: ProvinceAuthority) {
    self.init(store: store, authority: authority, limits: .standard)
  }

  init(
    store: any ServerStore, authority: ProvinceAuthority, limits: SyncLimits = .standard,
    snapshots: Snapshots.Rules = .standard,
    budget: @escaping @Sendable () -> AdmissionBudget = { .lasting(seconds: AdmissionBudget.seconds) },
    reads: ReadableContent = .own
  ) {
    self.store = store
    self.authority = authority
    self.limits = limits
    self.snapshots = snapshots
    self.budget = budget
    self.reads = reads
  }

  /// - Parameters:
  ///   - keyHash: SHA-256 of the public key whose possession the device proved.
  ///   - now: the server's clock.
  /// - Throws: `ExchangeError`, `ServerStoreError`.
  public func answer(_ request: ExchangeRequest, keyHash: [UInt8], now: Instant) throws -> ExchangeResponse {
    try settle(request, keyHash: keyHash, now: now).response
  }

  /// The answer to a request, and how much of the request was taken in.
  struct Settled {
    var response: ExchangeResponse
    /// How many of its entries have a place, or are stored beside the order because no desk could read them.
    var entries = 0
    /// Further entries would be taken in if the same request came again.
    var isCut = false
    /// Contents of places that were withheld before did not fit into the answer.
    var hasMoreGrants = false
    /// Clerks who may sign in at the device and whom its office does not have.
    var unknownClerks: [ClerkID] = []
    /// The device gets this instead of the answer, although its entries are stored.
    var refusal: ExchangeError?
  }

  /// The same as `answer`, for a sender that cannot read the answer before its next request.
  /// - Parameter granted: the last place that an earlier answer in the same file grants; nil for the first answer.
  func settle(
    _ request: ExchangeRequest, keyHash: [UInt8], now: Instant, granted: Int64? = nil
  ) throws -> Settled {
    let settled = try store.transaction { transaction in
      guard let device = try DeviceRecord.lock(keyHash: keyHash, in: transaction), device.id == request.device,
        device.office == request.office
      else { throw ExchangeError.notEnrolled }
      return try answer(request, device, granted, now, transaction)
    }
    if let refusal = settled.refusal { throw refusal }
    return settled
  }

  private func answer(
    _ request: ExchangeRequest, _ device: DeviceRecord, _ granted: Int64?, _ now: Instant,
    _ transaction: any ServerTransaction
  ) throws -> Settled {
    let log = try LogEpochs(of: device.office, in: transaction)
    let base = try log.base(for: request.position, points: request.points, in: transaction)
    if request.isSearch, base.sequence < request.position.sequence {
      // A search only asks for the last place up to which both orders are equal.
      let found = ExchangeResponse(
        serverTime: now, logEpoch: log.current, base: base.sequence, places: [], rolling: base.rolling,
        head: max(base.sequence, try OfficeRecord.find(device.office, in: transaction)?.head ?? 0),
        isRevoked: device.revokedAt != nil)
      return Settled(response: found)
    }
    // Witnesses are accepted only after a restore, and only for a limited time.
    let takesWitnesses = log.takesWitnesses(at: now)
    let heads = request.epochs.filter { takesWitnesses || !$0.isWitness }
    let proven = Seals(authority).proven(request.entries, request.seals, of: device.office)
    let witnesses = try Witnesses(request, of: device, isOpen: takesWitnesses, sealed: proven, in: transaction)
    var admission = try Admission(
      device, heads: heads, authors: witnesses.authors, proven: proven, isRestoring: takesWitnesses, reads: reads,
      now: now, budget: budget(), in: transaction)
    // Entries on which the new ones build may be lost here. The device first learns how much is left, and then hands in
    // everything in the right order.
    let isBehind = base.sequence < request.position.sequence
    if isBehind { admission.forgetSeen(beyond: base.sequence) }
    let late = LateHandIn(device, in: transaction)
    let ends = try admission.admit(late.allowed(isBehind ? [] : witnesses.entries))
    try late.note(entries: admission.placed + admission.keptAside)
    let isWhole = request.isWhole(ends)
    var response = ExchangeResponse(
      serverTime: now, logEpoch: log.current, base: base.sequence, places: [], rolling: base.rolling,
      head: base.sequence,
      acknowledged: ends.values.map { EpochHead(epoch: $0.epoch, lastSequence: $0.lastSequence, lastHash: $0.lastHash) }
        .sorted { $0.epoch < $1.epoch },
      forks: admission.forks, unplaced: admission.unplaced, isRevoked: device.revokedAt != nil)
    let founder = try FounderClerks(device, isWhole: isWhole, in: transaction)
    // The device has not been seen, so that what it writes until it gets an answer is still its beginning.
    guard founder.refusal == nil else { return Settled(response: response, refusal: founder.refusal) }
    let signers =
      device.revokedAt == nil ? try Signers(request, ends: ends, isWhole: isWhole, at: now, in: transaction) : nil
    let skew = request.sentAt.milliseconds - now.milliseconds
    try device.seen(at: now, skew: skew, program: request.program, reads: request.reads, in: transaction)
    let (entries, isCut) = (admission.known + admission.placed, admission.isCut)
    // A revoked machine may hand in entries, but it receives nothing any more.
    guard device.revokedAt == nil else { return Settled(response: response, entries: entries, isCut: isCut) }
    // The decisions get places behind everything that the device knows and hands in, because an earlier decision of its
    // office must not come later in the order.
    if !isBehind, isWhole { try ProvinceDecisions.enter(orderOf: device.office, at: now, in: transaction) }
    let hasMoreGrants = try handDown(
      &response, request, device, granted, now, foreign: admission.foreign(request.epochs),
      own: Set(ends.values.filter { $0.device == device.id }.map(\.epoch)), transaction)
    try device.wasHanded(through: response.handedThrough, in: transaction)
    // This is read after the places, because the order can only have grown since then.
    guard let office = try OfficeRecord.find(device.office, in: transaction) else { throw ExchangeError.notEnrolled }
    response.head = office.head
    response.lanes = try lanes(request, device, log, now, transaction)
    response.blobs = try BlobArrivals(device, in: transaction).states(of: request.blobs)
    response.books = try BookShelf(device, in: transaction).settle(
      request.books, lastAnswer: request.lastAnswer, at: now)
    try ProvinceHeads(device.office, in: transaction).sign(with: authority)
    try signers?.tell(&response)
    response.checkpoint = try Checkpoints(authority: authority).due(
      office, logEpoch: log.current, since: request.lastAnswer, now: now, in: transaction)
    response.nextSlot = SyncSlots.next(for: device.id, after: now)
    response.readable = try device.officeReads(request.reads, province: reads, at: now, in: transaction)
    return Settled(
      response: response, entries: entries, isCut: isCut, hasMoreGrants: hasMoreGrants, unknownClerks: founder.unknown)
  }

  private func lanes(
    _ request: ExchangeRequest, _ device: DeviceRecord, _ log: LogEpochs, _ now: Instant,
    _ transaction: any ServerTransaction
  ) throws -> [LaneBlock] {
    guard let life = request.epochs.last?.epoch else { return [] }
    let earlier = Set(request.epochs.dropLast().filter { !$0.isWitness }.map(\.epoch))
    let mayGrant = try LaneShare.mayGrant(device.office, log, in: transaction)
    return try LaneShare(device, life, earlier: earlier, in: transaction).settle(
      held: request.lanesHeld, returned: request.lanesReturned, wanted: request.numbersWanted, today: now.civilDate,
      claims: LaneShare.Claims(of: device, log, mayGrant: mayGrant, at: now), mayGrant: mayGrant)
  }

  /// - Returns: whether contents of places that were withheld before are left for a further answer.
  private func handDown(
    _ response: inout ExchangeResponse, _ request: ExchangeRequest, _ device: DeviceRecord, _ granted: Int64?,
    _ now: Instant, foreign: Set<DeviceEpoch>, own: Set<DeviceEpoch>, _ transaction: any ServerTransaction
  ) throws -> Bool {
    let clerks = try ClerkList(of: device.office, in: transaction)
    let handDown = HandDown(
      transaction: transaction, device: device,
      heads: Dictionary(request.epochs.filter { !foreign.contains($0.epoch) }.map { ($0.epoch, $0.lastSequence) }) {
        max($0, $1)
      },
      own: own,
      permission: Permission(device, heads: clerks.heads(), in: transaction), seals: Seals(authority),
      // The moment of a snapshot counts as handed down before all of its pages are.
      before: request.beginning == nil ? device.handedThrough : 0)
    let whole = AnswerBudget(limits)
    if let beginning = request.beginning, response.base == 0,
      let office = try OfficeRecord.find(device.office, in: transaction)
    {
      let snapshots = Snapshots(
        handDown: handDown, authority: authority, budget: whole, takesParts: request.takesParts, rules: snapshots)
      response.snapshot = try snapshots.page(beginning, of: office, logEpoch: response.logEpoch, now: now)
      if response.snapshot != nil { return false }
    }
    var budget = whole
    // Histories come first. They are at most a third of an answer, unless a single one is longer, and a desk of an
    // earlier version takes an answer without them to mean that there are none.
    let histories = try Histories(request, upTo: response.base, handDown, whole: whole, &budget)
    (response.histories, response.historyPart) = (histories.places, histories.part)
    let (places, rolling) = try handDown.places(
      after: response.base, limit: request.mostEntries ?? whole.entries, &budget)
    response.places = places
    if let rolling { response.rolling = rolling }
    // A part of a history may name contents that are withheld here and that the device does not count yet, so that nothing
    // can be said about which grants have arrived.
    guard response.historyPart == nil, request.historyParts.isEmpty else { return false }
    let (grants, areMore, isUnfinished) = try handDown.granted(
      upTo: response.base, deviceHas: request.withheld, after: granted, &budget)
    (response.granted, response.isUnfinished) = (grants, isUnfinished)
    return areMore
  }
}

extension ExchangeRequest {
  /// Whether all entries of the device's own chains have come.
  fileprivate func isWhole(_ ends: [DeviceEpoch: EpochEnd]) -> Bool {
    epochs.allSatisfy { $0.isWitness || ends[$0.epoch].map { $0.lastSequence } ?? 0 >= $0.lastSequence }
  }
}

extension ExchangeResponse {
  /// The last place that a device has once it has taken in this answer and, if it begins, all pages of its snapshot.
  fileprivate var handedThrough: Int64 {
    max(base, places.last?.officeSequence ?? 0, snapshot?.through.moment.position.sequence ?? 0)
  }
}

/// The times at which devices are asked to exchange. They are spread over the half hour before the end of the working
/// day, and each device always has the same time, so that the whole province does not connect at once.
enum SyncSlots {
  /// 16:15 to 16:45, in seconds of the day at +07:00.
  private static let beginning: Int64 = (16 * 60 + 15) * 60
  private static let length: UInt64 = 30 * 60

  static func next(for device: DeviceID, after now: Instant) -> Instant {
    let offset = Int64((device.high ^ device.low &* 0x9E37_79B9_7F4A_7C15) % length)
    let today = now.civilDate.instant(atMinute: 0).milliseconds + (beginning + offset) * 1000
    let day: Int64 = 86_400_000
    return Instant(milliseconds: today > now.milliseconds ? today : today + day)
  }
}
