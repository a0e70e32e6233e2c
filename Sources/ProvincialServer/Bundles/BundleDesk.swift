import Crypto
import DossierDomain
import ExchangeModel
import JournalFormat
import SwiftASN1
import SyncProtocol
import X509

/// Answers the files of desks without a connection: the same exchange, with a file as the answer.
///
/// Handing in the same file twice is harmless: the entries are stored already, and the answer says so.
public struct BundleDesk: Sendable {
  public enum Fault: Error, Hashable, Sendable {
    case bundle(BundleError)
    /// The file is an answer and not a request.
    case noQuestion
    /// Its certificate is not from this province's authority.
    case otherProvince
    /// There is no desk with this key, or the file names another office.
    case notEnrolled
    case message(SyncProtocolError)
  }

  /// The additions from one file, and the contents of its answer.
  public struct Outcome: Sendable {
    public var header: BundleHeader
    /// The entries of the file that the province has now.
    public var entries: Int
    /// Those that it does not have: they follow a gap, or a restored province has to know first what else is lost. The
    /// desk hands them in again with its next file.
    public var entriesLeft = 0
    /// How many of the file's scans the province now has completely.
    public var scans = 0
    public var scansBack = 0
    /// Scans for this desk that did not fit; the next answer contains them.
    public var scansLeft = 0
  }

  /// The usual limit for sealed bytes of scans in one answer.
  public static let usualScanBytes = 500 << 20

  private let store: any ServerStore
  private let authority: ProvinceAuthority
  private let exchange: Exchange
  private let blobs: BlobDesk

  public init(store: any ServerStore, authority: ProvinceAuthority) {
    self.init(store: store, authority: authority, exchange: Exchange(store: store, authority: authority))
  }

  init(store: any ServerStore, authority: ProvinceAuthority, exchange: Exchange) {
    self.store = store
    self.authority = authority
    self.exchange = exchange
    blobs = BlobDesk(store: store)
  }

  /// - Parameters:
  ///   - open: opens the file for reading. It is called once to verify the whole file, and once more for its scans.
  ///   - write: appends to the answer, which only the desk can decrypt.
  ///   - scanBytes: the limit for sealed bytes of scans in the answer.
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
      var outcome = Outcome(header: header, entries: 0)
      var writer = try BundleWriter(
        BundleHeader(direction: .down, id: header.id, office: header.office, device: header.device, madeAt: now),
        for: recipient, sign: authority.sign, writing: write)
      var wanted = question.wanted
      var isRevoked = false
      // Requests and responses are handled one message at a time, because there may be hundreds.
      let (held, entries) = try take(open(), question, now) { response in
        try writer.put(.message(SyncFrame.pack(response.encoded())))
        wanted += Self.scansNamed(in: response)
        isRevoked = isRevoked || response.isRevoked
      }
      outcome.scans = held.count
      (outcome.entries, outcome.entriesLeft) = (entries, question.entries - entries)
      if !held.isEmpty { try writer.put(.held(held)) }
      if !isRevoked { try put(wanted, lacking: held, into: &writer, most: scanBytes, keyHash, &outcome) }
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
    var messages = 0
    var entries = 0
    var wanted: [[UInt8]] = []
  }

  /// The limit for hashes of scans that a desk may ask for in one file.
  private static let mostWanted = 100_000

  private func items(of source: @escaping BundleSource) throws -> (header: BundleHeader, items: BundleItems) {
    let reader = try BundleReader(source)
    guard reader.header.direction == .up else { throw Fault.noQuestion }
    guard let certificate = try? Certificate(derEncoded: reader.header.certificate),
      authority.certificate.publicKey.isValidSignature(certificate.signature, for: certificate),
      let signer = P256.Signing.PublicKey(certificate.publicKey)
    else { throw Fault.otherProvince }
    return (reader.header, try reader.open(signedBy: signer, with: authority.agreementKey))
  }

  /// Reads the file to its end before anything is stored, so that nothing of an incomplete file is stored.
  private func question(_ source: @escaping BundleSource) throws -> Question {
    var (header, items) = try items(of: source)
    var question = Question(header: header, keyHash: try ProvinceAuthority.keyHash(ofCertificate: header.certificate))
    while let item = try items.next() {
      switch item {
      case .message(let frame):
        let request = try ExchangeRequest(decoding: SyncFrame.unpack(frame))
        guard request.office == header.office, request.device == header.device else { throw Fault.notEnrolled }
        question.messages += 1
        question.entries += request.entries.count
      case .wanted(let hashes): question.wanted += hashes.prefix(Self.mostWanted - question.wanted.count)
      case .scan, .held: break
      }
    }
    guard question.messages > 0 else { throw Fault.notEnrolled }
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

  // MARK: Entries and scans

  /// Stores the contents of the file in its order: entries, then scans.
  /// - Parameter told: called with each response.
  /// - Returns: the hashes of scans that the province now has completely, and how many of the entries it has.
  private func take(
    _ source: @escaping BundleSource, _ question: Question, _ now: Instant, told: (ExchangeResponse) throws -> Void
  ) throws -> (held: [[UInt8]], entries: Int) {
    var (_, items) = try items(of: source)
    var held: [[UInt8]] = []
    var messages = 0
    var entries = 0
    var exchange = BundleExchange(exchange, with: question.keyHash, at: now)
    while let item = try items.next() {
      switch item {
      case .message(let frame):
        messages += 1
        var request = try ExchangeRequest(decoding: SyncFrame.unpack(frame))
        // The file was in transit for a while, so its time says nothing about the desk's clock.
        request.sentAt = now
        // A file can carry the whole order, so that no snapshot is needed.
        request.beginning = nil
        try dropOverruledCredentials(from: &request)
        let isLast = messages == question.messages
        if !isLast { request.mostEntries = 1 }
        let histories = request.histories
        request.histories = []
        let settled = try exchange.take(request)
        entries += settled.entries
        if isLast { try exchange.tell(settled, to: request, histories, told) }
      case .scan(let scan): if try blobs.put(scan, keyHash: question.keyHash) { held.append(scan.hash) }
      case .wanted, .held: break
      }
    }
    return (held, entries)
  }

  /// A PIN in a file is older than one that the province has received since the desk's last answer.
  private func dropOverruledCredentials(from request: inout ExchangeRequest) throws {
    guard !request.credentials.isEmpty else { return }
    let since = request.lastAnswer?.milliseconds ?? .min
    let changed = try store.read { transaction in
      try transaction.rows(
        "SELECT clerk FROM credential WHERE office = $1 AND changed_at > $2",
        [.blob(request.office.bytes), .integer(since)]
      ).compactMap { ClerkID(bytes: try $0.blob(0)) }
    }
    request.credentials.removeAll { changed.contains($0.clerk) }
  }

  /// Scans of other desks that the entries of an answer name. The desk lacks them and cannot have asked for them yet.
  private static func scansNamed(in response: ExchangeResponse) -> [[UInt8]] {
    let told = response.places.compactMap { place in
      if case .bytes(let bytes) = place.content { bytes } else { nil }
    }
    return (told + response.granted.map(\.bytes)).flatMap { bytes -> [[UInt8]] in
      guard case .dossier(let action)? = try? EntryFormat.decodeTrusted(bytes).content else { return [] }
      return action.blobHashes
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
      // It was erased while the answer was being written.
      guard bytes.count == first.size else { continue }
      try writer.put(.scan(BundleScan(hash: hash, key: key, bytes: bytes)))
      room -= bytes.count
      outcome.scansBack += 1
    }
  }
}
