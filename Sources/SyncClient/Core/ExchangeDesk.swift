import Crypto
import DossierDomain
import DossierStore
import ExchangeModel
import JournalFormat
import SwiftASN1
import SyncProtocol
import X509

/// The desk's side of the words: what it says is read from its store, and what it hears is written there. All functions
/// block: call them off the UI thread and off event loops. Safe to call from any thread.
public struct ExchangeDesk: Sendable {
  private let store: LocalStore
  private let enrolment: Enrolment
  private let program: String
  private let reads: ReadableContent
  private let authority: Certificate.PublicKey
  private let key: P256.Signing.PrivateKey
  /// Entries and bytes in one request; the frame is a tenth of it.
  private let mostEntries: Int
  private static let mostBytes = 2 << 20
  /// A desk that has fewer of today's numbers left asks for more.
  private static let numbersNeeded = 150
  /// The next attachments only: each costs 36 bytes, and of the others the province tells with their first part.
  private static let mostOffers = 8
  /// Other desks' attachments that did not come with an earlier exchange: each question and its answer cost 70 bytes, and
  /// asking for one that the province does not have yet costs a round trip.
  private static let mostQuestions = 8

  /// - Parameters:
  ///   - program: version, for the province's list of machines.
  ///   - reads: which entries this version can read.
  /// - Throws: `.damaged` when the authority's certificate cannot be read.
  public init(
    store: LocalStore, enrolment: Enrolment, program: String, mostEntries: Int = 2000,
    reads: ReadableContent = .own
  ) throws(StoreError) {
    self.store = store
    self.enrolment = enrolment
    self.program = program
    self.mostEntries = mostEntries
    self.reads = reads
    guard let certificate = try? Certificate(derEncoded: enrolment.authority) else {
      throw .damaged("enrolment.authority")
    }
    guard let key = try? P256.Signing.PrivateKey(rawRepresentation: enrolment.privateKey) else {
      throw .damaged("enrolment.private_key")
    }
    authority = certificate.publicKey
    self.key = key
  }

  /// Reads what is to be said next and marks its entries as on their way.
  public func prepare(_ style: RequestStyle, at now: Instant) throws(StoreError) -> PreparedRequest {
    if !style.isLook { try store.signIn.signSessions() }
    let outgoing = try store.exchange.outgoing(
      RequestSender(
        office: enrolment.office, device: enrolment.device, program: program, sentAt: now, reads: reads),
      mostEntries: style.isLook ? 0 : mostEntries, mostBytes: Self.mostBytes, trustsOwnChain: style.trustsOwnChain)
    var request = outgoing.request
    if let search = style.search {
      request.points = try store.exchange.orderPoints(at: search.sequences(upTo: request.position.sequence))
    }
    request.numbersWanted = outgoing.numbersLeftToday < Self.numbersNeeded ? Self.numbersNeeded : 0
    request.blobs =
      try store.scans.offers(limit: Self.mostOffers).map { BlobOffer(hash: $0.hash.bytes, size: $0.sealedSize) }
      + store.scans.wanted(limit: Self.mostQuestions).filter { $0.received == 0 }.map { .question($0.hash.bytes) }
    if let head = try machineHead(outgoing, style, at: now) {
      request.machineHead = head
      request.machineKey = SigningPublicKey(key.publicKey)
    }
    let frame: [UInt8]
    do throws(SyncProtocolError) {
      frame = try SyncFrame.pack(request.encoded(), dictionary: style.usesDictionary ? .standard : nil)
    } catch {
      throw .other("\(error)")
    }
    try store.exchange.markSent(outgoing.ownCount, request.statements)
    return PreparedRequest(frame: frame, request: request, hasMore: outgoing.hasMore)
  }

  /// The machine's word on what goes with this request, when there is something new and all of it goes.
  private func machineHead(
    _ outgoing: Outgoing, _ style: RequestStyle, at now: Instant
  ) throws(StoreError) -> MachineHead? {
    guard !style.isLook, style.search == nil, style.trustsOwnChain, !outgoing.hasMore,
      let epoch = outgoing.epochs.last, epoch.isCurrent,
      epoch.lastSequence > outgoing.signedThrough
    else { return nil }
    var head = MachineHead(
      device: enrolment.device, epoch: epoch.epoch, sequence: epoch.lastSequence, hash: epoch.lastHash, at: now)
    do { try head.sign(with: key, office: enrolment.office) } catch { throw .other("\(error)") }
    return head
  }

  /// Writes an answer: entries, verdicts, projections and position in one transaction.
  public func take(
    _ response: ExchangeResponse, to prepared: PreparedRequest, at now: Instant
  ) throws(StoreError) -> StoredAnswer {
    let before = prepared.request.position
    let page = try store.exchange.apply(OrderedPage(checked(response, prepared.request), to: prepared.request))
    if let checkpoint = response.checkpoint { try take(checkpoint) }
    let questions = Set(prepared.request.blobs.filter(\.isQuestion).map(\.hash))
    for state in response.blobs where !questions.contains(state.hash) {
      guard let hash = BlobHash(bytes: state.hash) else { continue }
      try store.scans.noteSent(hash, received: state.received, isComplete: state.isComplete)
    }
    // The province has told how far it has every epoch: what it lacks of earlier lives can be said again.
    let reissued = page.position.sequence >= response.head ? try store.exchange.reissue() : 0
    // In another life of the log some entries here have no place any more, and are to be handed in again.
    let isOtherLog = !before.logEpoch.isEmpty && before.logEpoch != page.position.logEpoch
    return StoredAnswer(
      page: page, isRevoked: response.isRevoked,
      hasMore: !response.isRevoked
        && (prepared.hasMore || isLeftBehind(response, prepared.request) || isOtherLog
          || page.position.sequence < response.head || reissued > 0
          || page.wantsHistories),
      hasProgress: page.position != before || page.acknowledged > 0 || reissued > 0 || response.snapshot != nil
        || !prepared.request.histories.isEmpty,
      absentBlobs: Set(
        response.blobs.filter { !$0.isComplete && questions.contains($0.hash) }.compactMap { BlobHash(bytes: $0.hash) })
    )
  }

  /// The province took in a part of what was sent, so that no other desk waits for long: the rest goes with the next
  /// request.
  private func isLeftBehind(_ response: ExchangeResponse, _ request: ExchangeRequest) -> Bool {
    guard !request.entries.isEmpty, let present = request.epochs.last(where: { !$0.isWitness }),
      let acknowledged = response.acknowledged.first(where: { $0.epoch == present.epoch })
    else { return false }
    return acknowledged.lastSequence < present.lastSequence
  }

  /// Checks what the province has signed in an answer, and that a page of a snapshot follows what is here.
  private func checked(
    _ response: ExchangeResponse, _ request: ExchangeRequest
  ) throws(StoreError) -> ExchangeResponse {
    var checked = response
    checked.signatures = signatures(response.signatures)
    guard let page = response.snapshot else { return checked }
    try check(page.through.moment)
    let follows =
      switch request.beginning {
      case nil: false
      case .snapshot: page.before == SnapshotMark(moment: page.through.moment)
      case .rest(let mark, _): page.before == mark && page.through.moment == mark.moment
      }
    guard follows else { throw .order(.malformed("snapshot")) }
    return checked
  }

  // MARK: The province's word

  /// The province signs what it wrote as if it were a machine, with the key by which this desk knows it. Heads that another
  /// key signed, for example that of an authority which was replaced, prove nothing here and are not kept.
  private func signatures(_ told: Signatures) -> Signatures {
    var signatures = told
    let key = P256.Signing.PublicKey(authority).map { SigningPublicKey($0) }
    signatures.heads.removeAll { head in
      head.device == MachineHead.province
        && !(key.map { head.isSigned(by: $0, office: enrolment.office) } ?? false)
    }
    signatures.machines.removeAll { $0.device == MachineHead.province }
    if let key, signatures.heads.contains(where: { $0.device == MachineHead.province }) {
      signatures.machines.append(Machine(device: MachineHead.province, name: "", key: key))
    }
    return signatures
  }

  private func check(_ checkpoint: Checkpoint) throws(StoreError) {
    guard checkpoint.office == enrolment.office,
      let key = P256.Signing.PublicKey(authority),
      let signature = try? P256.Signing.ECDSASignature(derRepresentation: checkpoint.signature),
      key.isValidSignature(signature, for: checkpoint.signedBytes)
    else { throw .order(.malformed("checkpoint")) }
  }

  /// Keeps the province's signed word, so that neither side can later claim another past.
  private func take(_ checkpoint: Checkpoint) throws(StoreError) {
    try check(checkpoint)
    try store.exchange.keepCheckpoint(checkpoint.position, at: checkpoint.at, signature: checkpoint.signature)
  }

  /// This database also runs elsewhere, and the other one was first.
  public func beginNewLife(forkedAt fork: EntryReference, at now: Instant) throws(StoreError) {
    try store.exchange.beginNewLife(forkedAt: fork, at: now)
  }
}

/// A request on its way: its bytes, and what it said.
public struct PreparedRequest: Hashable, Sendable {
  public var frame: [UInt8]
  public var request: ExchangeRequest
  /// There are more entries than it holds.
  public var hasMore: Bool

  public init(frame: [UInt8], request: ExchangeRequest, hasMore: Bool) {
    self.frame = frame
    self.request = request
    self.hasMore = hasMore
  }
}

/// What one answer changed here.
public struct StoredAnswer: Hashable, Sendable {
  public var page: AppliedPage
  public var isRevoked: Bool
  /// Another request is needed until both sides have everything.
  public var hasMore: Bool
  /// It brought both sides nearer to each other.
  public var hasProgress: Bool
  /// Other desks' attachments that the province does not have whole yet.
  public var absentBlobs: Set<BlobHash>

  public init(
    page: AppliedPage, isRevoked: Bool, hasMore: Bool, hasProgress: Bool, absentBlobs: Set<BlobHash> = []
  ) {
    self.page = page
    self.isRevoked = isRevoked
    self.hasMore = hasMore
    self.hasProgress = hasProgress
    self.absentBlobs = absentBlobs
  }
}
