import Crypto
import DossierDomain
import DossierStore
import ExchangeModel
import Foundation
import JournalFormat
import OfficeWork
import SwiftASN1
import SyncProtocol
import X509

extension DeskBundles {
  public enum Import: Hashable, Sendable {
    case taken(Taken)
    /// This file was imported before.
    case already
  }

  public struct Taken: Hashable, Sendable {
    public var summary: SyncSummary
    /// This desk's own scans that the province has completely.
    public var scansHeld = 0
    /// Scans of other desks that were stored here.
    public var scansReceived = 0
    /// Entries that had been damaged here and are whole again.
    public var mended = 0
  }

  /// Imports the province's answer after the whole file has been checked. After an interruption it can simply be
  /// imported again.
  public func take(_ path: String, at now: Instant) throws(Fault) -> Import {
    try Self.translating(path) {
      var (header, items) = try open(path)
      if try AwaitedBundle.isTaken(header.id, in: store) { return .already }
      let status = try store.exchange.status(now: now)
      // Another desk may meanwhile have been granted the numbers that an older answer grants.
      guard let awaited = try AwaitedBundle.kept(in: store), awaited.id == header.id,
        awaited.lastExchangeAt == status.lastExchangeAt, try isNext(header, awaited, now)
      else { throw Fault.outdated }
      while try items.next() != nil {}
      (header, items) = try open(path)
      let desk = try ExchangeDesk(store: store, enrolment: enrolment, program: program)
      let size = (try? FileManager.default.attributesOfItem(atPath: path))?[.size] as? Int ?? 0
      var taken = Taken(summary: SyncSummary(bytesDown: size))
      while let item = try items.next() {
        switch item {
        case .message(let frame):
          let response = try ExchangeResponse(decoding: SyncFrame.unpack(frame))
          guard !response.isRevoked else { throw Fault.revoked }
          // A new life needs an answer of its own; what the rest of this one says is about the earlier life.
          guard !taken.summary.beganNewLife else { continue }
          if let fork = response.forks.first {
            try renew(desk, from: fork, &taken, at: now)
            continue
          }
          guard try !isHere(response, awaited, now) else { continue }
          do {
            let answer = try desk.take(response, to: request(for: response, awaited, status), at: now)
            taken.summary.add(answer)
            taken.mended += answer.page.mended
          } catch StoreError.order(.forked(let fork)) {
            try renew(desk, from: fork, &taken, at: now)
          } catch StoreError.order(let fault) {
            throw try doubt(fault, awaited.doubt, at: now)
          }
        case .held(let hashes):
          for hash in hashes.compactMap({ BlobHash(bytes: $0) }) {
            try store.scans.noteSent(hash, received: 0, isComplete: true)
            taken.scansHeld += 1
          }
        case .scan(let scan):
          guard let hash = BlobHash(bytes: scan.hash) else { continue }
          if try store.scans.takeSealed(hash, scan.bytes, key: scan.key, at: now) { taken.scansReceived += 1 }
        case .wanted: break
        }
      }
      // An answer that began a new life has not brought the order.
      let doubt = taken.summary.beganNewLife ? awaited.doubt : .none
      try AwaitedBundle.markTaken(header.id, in: store)
      try store.exchange.recordExchange(failure: nil, at: now)
      try doubt.keep(in: store, now)
      return .taken(taken)
    }
  }

  /// Whether no answer has been taken in since the file was written, except by an interrupted import of this one. An exchange
  /// that broke off and the question at a sign-in are not recorded as exchanges, but they move numbers and books as well.
  private func isNext(_ header: BundleHeader, _ awaited: AwaitedBundle, _ now: Instant) throws(StoreError) -> Bool {
    guard let request = awaited.request else { return true }
    let last = try store.exchange.outgoing(sender(now), mostEntries: 0, mostBytes: 0).request.lastAnswer
    return last == request.lastAnswer || last == header.madeAt
  }

  /// Notes that the order in an answer does not fit to the one here, so that the next file asks for more of it.
  /// - Parameter asked: what the answered file asked for. The same answer may be tried several times.
  private func doubt(_ fault: OrderFault, _ asked: OrderDoubt, at now: Instant) throws -> Fault {
    try asked.deeper.keep(in: store, now)
    guard asked == .wholeOrder else { return .orderDiffers(fault) }
    try store.exchange.recordExchange(failure: .orderDiffers("\(fault)"), at: now)
    return .orderStillDiffers(fault)
  }

  /// Begins a new life, because the province has other entries under the names of those here: this database is a copy of
  /// one that is used elsewhere, or an older image of its disk. The entries that the province lacks wait for the next file
  /// under new names. A life that an interrupted import of the same file began is not followed by another one.
  private func renew(_ desk: ExchangeDesk, from fork: EntryReference, _ taken: inout Taken, at now: Instant) throws {
    let epochs = try store.exchange.outgoing(sender(now), mostEntries: 0, mostBytes: 0).epochs
    taken.summary.beganNewLife = true
    guard epochs.contains(where: { $0.epoch == fork.epoch && ($0.isCurrent || $0.lastSequence >= fork.sequence) })
    else { return }
    try desk.beginNewLife(forkedAt: fork, at: now)
  }

  private func open(_ path: String) throws -> (header: BundleHeader, items: BundleItems) {
    let file = try FileHandle(forReadingFrom: URL(fileURLWithPath: path))
    let reader = try BundleReader { Array(try file.read(upToCount: $0) ?? Data()) }
    guard reader.header.direction == .down else { throw Fault.noAnswer }
    guard reader.header.office == enrolment.office, reader.header.device == enrolment.device else {
      throw Fault.otherDesk
    }
    guard let certificate = try? Certificate(derEncoded: enrolment.authority),
      let authority = P256.Signing.PublicKey(certificate.publicKey),
      let key = try? P256.KeyAgreement.PrivateKey(rawRepresentation: enrolment.agreementKey)
    else { throw BundleError.badKey }
    return (reader.header, try reader.open(signedBy: authority, with: key))
  }

  /// Whether an earlier, interrupted import has already applied this response. If the whole order was asked for, the import
  /// begins again with its first place.
  private func isHere(
    _ response: ExchangeResponse, _ awaited: AwaitedBundle, _ now: Instant
  ) throws(StoreError) -> Bool {
    if awaited.request?.position == .beginning, response.base == 0 { return false }
    let position = try store.exchange.outgoing(sender(now), mostEntries: 0, mostBytes: 0).request.position
    return !response.places.isEmpty && response.logEpoch == position.logEpoch
      && response.base + Int64(response.places.count) <= position.sequence
  }

  /// The request that the response answers. The age of the file says nothing about the clock, so `sentAt` is chosen so
  /// that the clock skew measured last stays.
  private func request(
    for response: ExchangeResponse, _ awaited: AwaitedBundle, _ status: SyncStatus
  ) throws(StoreError) -> PreparedRequest {
    let sentAt = Instant(milliseconds: response.serverTime.milliseconds + (status.clockSkew ?? 0))
    var request =
      awaited.request
      ?? ExchangeRequest(
        office: enrolment.office, device: enrolment.device, program: program, sentAt: sentAt, position: .beginning,
        epochs: [], lanesReturned: awaited.lanesReturned)
    request.sentAt = sentAt
    // Only some responses in a file contain histories. Those without one do not mean that there is none.
    if response.histories.isEmpty { request.histories = [] }
    return PreparedRequest(frame: [], request: request, hasMore: false)
  }
}
