import Crypto
import DossierDomain
import DossierStore
import JournalFormat
import SwiftASN1
import SyncProtocol
import X509

extension DeskBundles {
  public enum Import: Hashable, Sendable {
    case taken(SyncSummary)
    /// This very file was taken in before.
    case already
  }

  /// Takes in the province's answer. Broken off in between it is simply taken in again.
  public func take(_ file: [UInt8], at now: Instant) throws(Fault) -> Import {
    let (id, frames) = try open(file)
    let desk: ExchangeDesk
    let awaited: AwaitedBundle?
    let status: SyncStatus
    do throws(StoreError) {
      if try AwaitedBundle.isTaken(id, in: store) { return .already }
      desk = try ExchangeDesk(store: store, enrolment: enrolment, program: program)
      awaited = try AwaitedBundle.kept(in: store)
      status = try store.syncStatus(now: now)
    } catch {
      throw .store(error)
    }
    // Numbers that an older answer grants may belong to another desk by now.
    guard let awaited, awaited.id == id, awaited.lastExchangeAt == status.lastExchangeAt else { throw .outdated }
    var summary = SyncSummary(bytesDown: file.count)
    for frame in frames {
      let response = try Self.decode(frame)
      guard !response.isRevoked else { throw .revoked }
      do throws(StoreError) {
        guard try !isHere(response, now) else { continue }
        summary.add(try desk.take(response, to: request(for: response, awaited, status), at: now))
      } catch {
        throw .store(error)
      }
    }
    do throws(StoreError) {
      try AwaitedBundle.markTaken(id, in: store)
      try store.recordExchange(failure: nil, at: now)
    } catch {
      throw .store(error)
    }
    return .taken(summary)
  }

  private func open(_ file: [UInt8]) throws(Fault) -> (id: [UInt8], frames: [[UInt8]]) {
    let bundle: Bundle
    do throws(BundleError) { bundle = try Bundle(reading: file) } catch { throw .bundle(error) }
    guard bundle.header.direction == .down else { throw .noAnswer }
    guard bundle.header.office == enrolment.office, bundle.header.device == enrolment.device else { throw .otherDesk }
    do throws(BundleError) {
      guard let certificate = try? Certificate(derEncoded: enrolment.authority),
        let authority = P256.Signing.PublicKey(certificate.publicKey),
        let key = try? P256.KeyAgreement.PrivateKey(rawRepresentation: enrolment.agreementKey)
      else { throw .badKey }
      return (bundle.header.id, try bundle.open(signedBy: authority, with: key))
    } catch {
      throw .bundle(error)
    }
  }

  private static func decode(_ frame: [UInt8]) throws(Fault) -> ExchangeResponse {
    do throws(SyncProtocolError) {
      return try ExchangeResponse(decoding: SyncFrame.unpack(frame))
    } catch {
      throw .message(error)
    }
  }

  /// Taken in by a try that was broken off behind it.
  private func isHere(_ response: ExchangeResponse, _ now: Instant) throws(StoreError) -> Bool {
    let position = try store.outgoing(mostEntries: 0, mostBytes: 0, today: now.civilDate).position
    return !response.places.isEmpty && response.logEpoch == position.logEpoch
      && response.base + Int64(response.places.count) <= position.sequence
  }

  /// What was said in the file; its age is no fault of the clock, so the skew that was measured last stays.
  private func request(
    for response: ExchangeResponse, _ awaited: AwaitedBundle, _ status: SyncStatus
  ) throws(StoreError) -> PreparedRequest {
    let sentAt = Instant(milliseconds: response.serverTime.milliseconds + (status.clockSkew ?? 0))
    let request = ExchangeRequest(
      office: enrolment.office, device: enrolment.device, program: program, sentAt: sentAt, position: .beginning,
      epochs: [], lanesReturned: awaited.lanesReturned)
    return PreparedRequest(frame: [], request: request, hasMore: false)
  }
}
