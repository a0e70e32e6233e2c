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

  /// What one file brought, and what its answer brings.
  public struct Outcome: Sendable {
    public var header: BundleHeader
    public var entries: Int
    /// Of the file's scans, those that the province has whole now.
    public var scans = 0
    public var scansBack = 0
    /// Scans for this desk that did not fit; the next answer has them.
    public var scansLeft = 0
  }

  /// Sealed bytes of scans in one answer.
  public static let usualScanBytes = 500 << 20

  private static let mostPages = 1000

  private let store: any ServerStore
  private let authority: ProvinceAuthority
  private let exchange: Exchange
  private let blobs: BlobDesk

  public init(store: any ServerStore, authority: ProvinceAuthority) {
    self.store = store
    self.authority = authority
    exchange = Exchange(store: store, authority: authority)
    blobs = BlobDesk(store: store)
  }

  /// - Parameters:
  ///   - open: begins to read the file: once to prove that it is whole, and once more for its scans.
  ///   - write: appends to the answer, which only the desk can read.
  ///   - scanBytes: most of sealed scans in the answer.
  ///   - now: the server's clock.
  /// - Throws: `Fault`, `ExchangeError`, `ServerStoreError`; what reading and writing throw.
  public func answer(
    _ open: () throws -> BundleSource, writing write: @escaping ([UInt8]) throws -> Void,
    scanBytes: Int = usualScanBytes, at now: Instant
  ) throws -> Outcome {
    do {
      let question = try question(open())
      let (header, keyHash) = (question.header, question.keyHash)
      let recipient = try agreementKey(of: header, keyHash)
      let responses = try responses(to: question.requests, keyHash, now)
      var outcome = Outcome(header: header, entries: question.requests.reduce(0) { $0 + $1.entries.count })
      let held = try take(scansOf: open(), keyHash)
      outcome.scans = held.count
      var writer = try BundleWriter(
        BundleHeader(direction: .down, id: header.id, office: header.office, device: header.device, madeAt: now),
        for: recipient, sign: authority.sign, writing: write)
      for response in responses { try writer.put(.message(SyncFrame.pack(response.encoded()))) }
      if !held.isEmpty { try writer.put(.held(held)) }
      if !responses.contains(where: \.isRevoked) {
        let wanted = question.wanted + Self.scansNamed(in: responses)
        try put(wanted, lacking: held, into: &writer, most: scanBytes, keyHash, &outcome)
      }
      try writer.finish()
      return outcome
    } catch let error as BundleError {
      throw Fault.bundle(error)
    } catch let error as SyncProtocolError {
      throw Fault.message(error)
    }
  }

  // MARK: The question

  private struct Question {
    var header: BundleHeader
    var keyHash: [UInt8]
    var requests: [ExchangeRequest] = []
    var wanted: [[UInt8]] = []
  }

  private func items(of source: @escaping BundleSource) throws -> (header: BundleHeader, items: BundleItems) {
    let reader = try BundleReader(source)
    guard reader.header.direction == .up else { throw Fault.noQuestion }
    guard let certificate = try? Certificate(derEncoded: reader.header.certificate),
      authority.certificate.publicKey.isValidSignature(certificate.signature, for: certificate),
      let signer = P256.Signing.PublicKey(certificate.publicKey)
    else { throw Fault.otherProvince }
    return (reader.header, try reader.open(signedBy: signer, with: authority.agreementKey))
  }

  /// Reads the file to its end, so that nothing is taken of one that is not whole.
  private func question(_ source: @escaping BundleSource) throws -> Question {
    var (header, items) = try items(of: source)
    var question = Question(header: header, keyHash: try ProvinceAuthority.keyHash(ofCertificate: header.certificate))
    while let item = try items.next() {
      switch item {
      case .message(let frame): question.requests.append(try ExchangeRequest(decoding: SyncFrame.unpack(frame)))
      case .wanted(let hashes): question.wanted += hashes
      case .scan, .held: break
      }
    }
    guard !question.requests.isEmpty,
      question.requests.allSatisfy({ $0.office == header.office && $0.device == header.device })
    else { throw Fault.notEnrolled }
    return question
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

  // MARK: Entries

  private func responses(
    to requests: [ExchangeRequest], _ keyHash: [UInt8], _ now: Instant
  ) throws -> [ExchangeResponse] {
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
    return responses
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

  // MARK: Scans

  /// - Returns: hashes of those that the province has whole now.
  private func take(scansOf source: @escaping BundleSource, _ keyHash: [UInt8]) throws -> [[UInt8]] {
    var (_, items) = try items(of: source)
    var held: [[UInt8]] = []
    while let item = try items.next() {
      if case .scan(let scan) = item, try blobs.put(scan, keyHash: keyHash) { held.append(scan.hash) }
    }
    return held
  }

  /// Scans of other desks that an answer's entries tell of: the desk lacks them, and cannot know it yet.
  private static func scansNamed(in responses: [ExchangeResponse]) -> [[UInt8]] {
    responses.flatMap { response in
      let told = response.places.compactMap { place in
        if case .bytes(let bytes) = place.content { bytes } else { nil }
      }
      return (told + response.granted.map(\.bytes)).flatMap { bytes -> [[UInt8]] in
        guard case .dossier(let action)? = try? EntryFormat.decodeTrusted(bytes).content else { return [] }
        return action.blobHashes
      }
    }
  }

  private func put(
    _ wanted: [[UInt8]], lacking held: [[UInt8]], into writer: inout BundleWriter, most: Int, _ keyHash: [UInt8],
    _ outcome: inout Outcome
  ) throws {
    var seen = Set(held)
    var room = most
    for hash in wanted where seen.insert(hash).inserted {
      guard let first = try blobs.get(hash, from: 0, keyHash: keyHash), let key = first.key else { continue }
      guard first.size <= room else {
        outcome.scansLeft += 1
        continue
      }
      var bytes = first.bytes
      while bytes.count < first.size, let part = try blobs.get(hash, from: bytes.count, keyHash: keyHash) {
        bytes += part.bytes
      }
      // Erased in this moment.
      guard bytes.count == first.size else { continue }
      try writer.put(.scan(BundleScan(hash: hash, key: key, bytes: bytes)))
      room -= bytes.count
      outcome.scansBack += 1
    }
  }
}
