import Crypto
import DossierDomain
import DossierStore
import ExchangeModel
import JournalFormat
import OfficeWork
import SwiftASN1
import SyncProtocol
import X509

/// The desk's side of an exchange: reads requests from the store and writes answers to it. All functions block, so call
/// them off the UI thread and off event loops. Safe to call from any thread.
public struct ExchangeDesk: Sendable {
  private let store: LocalStore
  private let enrolment: Enrolment
  private let program: String
  private let reads: ReadableContent
  private let authority: Certificate.PublicKey
  private let key: P256.Signing.PrivateKey
  /// The limits for entries and bytes in one request. The compressed frame has about a tenth of the bytes.
  private let mostEntries: Int
  private static let mostBytes = 2 << 20
  /// A desk with fewer of today's numbers left asks for more.
  private static let numbersNeeded = 150
  /// Only the next attachments are offered. Each offer costs 36 bytes, and the province reports its state of the others
  /// in the answer to their first part.
  private static let mostOffers = 8
  /// The limit for questions about other desks' attachments that no earlier exchange has begun to fetch. Each question
  /// and its answer cost 70 bytes, but asking for an attachment that the province does not have yet would cost a round
  /// trip.
  private static let mostQuestions = 8

  /// - Parameters:
  ///   - program: the program's version, for the province's list of machines.
  ///   - reads: the kinds of entries that this version can read.
  /// - Throws: `.damaged` if the authority's certificate or the desk's private key cannot be read.
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

  /// Reads the next request from the store and marks its entries as sent.
  public func prepare(_ style: RequestStyle, at now: Instant) throws(StoreError) -> PreparedRequest {
    if !style.isLook { try store.signIn.signSessions() }
    // The search has just begun, because the province does not know the position that is noted here.
    var isDamaged = false
    if style.search == OrderSearch(), style.trustsOwnChain { isDamaged = try !store.exchange.countPosition() }
    var outgoing = try store.exchange.outgoing(
      RequestSender(
        office: enrolment.office, device: enrolment.device, program: program, sentAt: now, reads: reads),
      mostEntries: style.isLook || style.wantsWholeOrder ? 0 : mostEntries, mostBytes: Self.mostBytes,
      trustsOwnChain: style.trustsOwnChain, mayWitness: style.mayWitness)
    if !style.isLook, style.search == nil, style.trustsOwnChain {
      try outgoing.signHead(of: enrolment.device, with: key, at: now)
    }
    if style.wantsWholeOrder {
      outgoing.request.askForWholeOrder()
      outgoing.hasMore = try store.exchange.status(now: now).waiting > 0
    }
    var request = outgoing.request
    if let search = style.search {
      request.points = try store.exchange.orderPoints(at: search.sequences(upTo: request.position.sequence))
    }
    request.numbersWanted = outgoing.numbersLeftToday < Self.numbersNeeded ? Self.numbersNeeded : 0
    request.blobs =
      try store.scans.offers(limit: Self.mostOffers).map { BlobOffer(hash: $0.hash.bytes, size: $0.sealedSize) }
      + store.scans.wanted(limit: Self.mostQuestions).filter { $0.received == 0 }.map { .question($0.hash.bytes) }
    let frame: [UInt8]
    do throws(SyncProtocolError) {
      frame = try SyncFrame.pack(request.encoded(), dictionary: style.usesDictionary ? .standard : nil)
    } catch {
      throw .other("\(error)")
    }
    try store.exchange.markSent(outgoing.ownCount, request.statements)
    return PreparedRequest(
      frame: frame, request: request, hasMore: outgoing.hasMore, isOrderDamaged: isDamaged)
  }

  /// Stores an answer: entries, verdicts, projections and position in one transaction.
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
    // The province has reported how much of each epoch it has, so entries of earlier epochs that it lacks can be issued
    // again.
    let reissued = page.position.sequence >= response.head ? try store.exchange.reissue() : 0
    // In another log epoch some entries here have lost their places and have to be sent again.
    let isOtherLog = !before.logEpoch.isEmpty && before.logEpoch != page.position.logEpoch
    return StoredAnswer(
      page: page, isRevoked: response.isRevoked,
      hasMore: !response.isRevoked
        && (prepared.hasMore || isLeftBehind(response, prepared.request) || isOtherLog
          || page.position.sequence < response.head || reissued > 0
          || page.wantsHistories || response.isUnfinished),
      hasProgress: page.position != before || page.acknowledged > 0 || reissued > 0 || response.snapshot != nil
        || !prepared.request.histories.isEmpty || bringsMore(response, prepared.request),
      absentBlobs: Set(
        response.blobs.filter { !$0.isComplete && questions.contains($0.hash) }.compactMap { BlobHash(bytes: $0.hash) })
    )
  }

  /// Whether an answer that did not hold everything has brought something besides places of the order.
  private func bringsMore(_ response: ExchangeResponse, _ request: ExchangeRequest) -> Bool {
    response.isUnfinished
      && (!response.granted.isEmpty || response.signaturesThrough.map { $0 != request.signaturesThrough } ?? false)
  }

  /// Whether the province accepted only a part of the entries, which it does so that no other desk waits for long. The
  /// rest goes with the next request.
  private func isLeftBehind(_ response: ExchangeResponse, _ request: ExchangeRequest) -> Bool {
    guard !request.entries.isEmpty, let present = request.epochs.last(where: { !$0.isWitness }),
      let acknowledged = response.acknowledged.first(where: { $0.epoch == present.epoch })
    else { return false }
    return acknowledged.lastSequence < present.lastSequence
  }

  /// Checks the province's signatures in an answer, and that a snapshot page continues the one stored here.
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

  // MARK: The province's signatures

  /// Keeps only those of the province's heads that the authority known to this desk has signed. The province signs its
  /// own entries as if it were a machine. A head signed by another key, for example by an authority that was replaced,
  /// proves nothing here.
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

  /// Stores the province's signed checkpoint, so that neither side can later claim a different history.
  private func take(_ checkpoint: Checkpoint) throws(StoreError) {
    try check(checkpoint)
    try store.exchange.keepCheckpoint(checkpoint.position, at: checkpoint.at, signature: checkpoint.signature)
  }

  /// Begins a new epoch, because another machine runs a copy of this database and its entries reached the province
  /// first.
  public func beginNewLife(forkedAt fork: EntryReference, at now: Instant) throws(StoreError) {
    try store.exchange.beginNewLife(forkedAt: fork, at: now)
  }
}

/// A request ready to be sent: its bytes, and the values that they encode.
public struct PreparedRequest: Hashable, Sendable {
  public var frame: [UInt8]
  public var request: ExchangeRequest
  /// More entries wait than the request contains.
  public var hasMore: Bool
  /// The places here and the note of the position did not agree, so that the position may be one that no province knows.
  public var isOrderDamaged: Bool

  public init(frame: [UInt8], request: ExchangeRequest, hasMore: Bool, isOrderDamaged: Bool = false) {
    self.frame = frame
    self.request = request
    self.hasMore = hasMore
    self.isOrderDamaged = isOrderDamaged
  }
}

/// The changes that one answer made here.
public struct StoredAnswer: Hashable, Sendable {
  public var page: AppliedPage
  public var isRevoked: Bool
  /// Another request is needed before both sides have everything.
  public var hasMore: Bool
  /// The answer reduced the difference between both sides.
  public var hasProgress: Bool
  /// Attachments of other desks that the province does not have completely yet.
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
