import Crypto
import DossierDomain
import JournalFormat
import SwiftASN1
import SyncProtocol
import X509

/// Answers what desks without a link hand in as files: the same exchange, and a file that goes back.
///
/// Handing the same file in twice is harmless: what is there already is there, and the answer says so.
public struct BundleDesk: Sendable {
  public enum Fault: Error, Hashable, Sendable {
    case bundle(BundleError)
    /// It is an answer, not a question.
    case noQuestion
    /// Its certificate is not of this province's authority.
    case otherProvince
    /// No desk with this key, or its file names another office.
    case notEnrolled
    case message(SyncProtocolError)
  }

  /// What one file brought.
  public struct Outcome: Sendable {
    /// For the desk.
    public var answer: [UInt8]
    public var header: BundleHeader
    public var entries: Int
  }

  private static let mostPages = 1000

  private let store: any ServerStore
  private let authority: ProvinceAuthority
  private let exchange: Exchange

  public init(store: any ServerStore, authority: ProvinceAuthority) {
    self.store = store
    self.authority = authority
    exchange = Exchange(store: store, authority: authority)
  }

  /// - Parameter now: the server's clock.
  /// - Throws: `Fault`, `ExchangeError`, `ServerStoreError`.
  public func answer(_ file: [UInt8], at now: Instant) throws -> Outcome {
    let (header, requests) = try open(file)
    let keyHash = try ProvinceAuthority.keyHash(ofCertificate: header.certificate)
    let recipient = try agreementKey(of: header, keyHash)
    var responses: [ExchangeResponse] = []
    for (index, request) in requests.enumerated() {
      var request = request
      // The file was on its way for a while; that says nothing about the desk's clock.
      request.sentAt = now
      // A file carries the whole order as easily.
      request.beginning = nil
      let isLast = index == requests.count - 1
      if !isLast { request.mostEntries = 1 }
      let response = try exchange.answer(request, keyHash: keyHash, now: now)
      if isLast { responses = try pages(after: response, request, keyHash, now) }
    }
    let frames = try responses.map { try SyncFrame.pack($0.encoded()) }
    let answer = try Bundle.seal(
      frames,
      BundleHeader(direction: .down, id: header.id, office: header.office, device: header.device, madeAt: now),
      for: recipient, sign: authority.sign)
    return Outcome(answer: answer, header: header, entries: requests.reduce(0) { $0 + $1.entries.count })
  }

  /// Everything that the desk has not got: a file cannot ask again.
  private func pages(
    after first: ExchangeResponse, _ request: ExchangeRequest, _ keyHash: [UInt8], _ now: Instant
  ) throws -> [ExchangeResponse] {
    var responses = [first]
    var last = first
    while !last.isRevoked, last.base + Int64(last.places.count) < last.head, !last.places.isEmpty,
      responses.count < Self.mostPages
    {
      var next = request
      next.entries = []
      next.position = LogPosition(
        logEpoch: last.logEpoch, sequence: last.base + Int64(last.places.count), rolling: last.rolling)
      last = try exchange.answer(next, keyHash: keyHash, now: now)
      responses.append(last)
    }
    return responses
  }

  private func open(_ file: [UInt8]) throws -> (BundleHeader, [ExchangeRequest]) {
    do {
      let bundle = try Bundle(reading: file)
      guard bundle.header.direction == .up else { throw Fault.noQuestion }
      guard let certificate = try? Certificate(derEncoded: bundle.header.certificate),
        authority.certificate.publicKey.isValidSignature(certificate.signature, for: certificate),
        let signer = P256.Signing.PublicKey(certificate.publicKey)
      else { throw Fault.otherProvince }
      let frames = try bundle.open(signedBy: signer, with: authority.agreementKey)
      let requests = try frames.map { try ExchangeRequest(decoding: SyncFrame.unpack($0)) }
      guard !requests.isEmpty,
        requests.allSatisfy({ $0.office == bundle.header.office && $0.device == bundle.header.device })
      else { throw Fault.notEnrolled }
      return (bundle.header, requests)
    } catch let error as BundleError {
      throw Fault.bundle(error)
    } catch let error as SyncProtocolError {
      throw Fault.message(error)
    }
  }

  private func agreementKey(of header: BundleHeader, _ keyHash: [UInt8]) throws -> P256.KeyAgreement.PublicKey {
    let row = try store.read { transaction in
      try transaction.rows(
        "SELECT agreement_key FROM device WHERE key_hash = $1 AND office = $2 AND id = $3",
        [.blob(keyHash), .blob(header.office.bytes), .blob(header.device.bytes)]
      ).first
    }
    guard let row, let key = try? P256.KeyAgreement.PublicKey(x963Representation: row.blob(0)) else {
      throw Fault.notEnrolled
    }
    return key
  }
}
