import Crypto
import DossierDomain
import DossierStore
import ExchangeModel
import Foundation
import JournalFormat
import OfficeWork
import SyncProtocol

extension DeskBundles {
  public struct Export: Hashable, Sendable {
    public var entries = 0
    /// There were more entries than fit; the next bundle contains them.
    public var hasMore = false
    public var scans = 0
    /// The number of waiting scans that did not fit; the next bundle contains them.
    public var scansLeft = 0
    /// The number of dossiers that the entries are about.
    public var dossiers = 0
    /// The order here is damaged, or the last answer did not fit to it, so the file asks for it in full.
    public var asksAgain = false
  }

  /// A file that has been written, but is not registered as awaiting its answer yet.
  public struct Written: Sendable {
    public var export: Export
    fileprivate var awaited: AwaitedBundle
  }

  /// The usual limit for the sealed bytes of scans in one file. A stick stores as much in about a minute.
  public static let usualScanBytes = 500 << 20

  private static let mostEntries = 500_000
  private static let mostBytes = 64 << 20
  private static let entriesInAFrame = 2000
  private static let bytesAnEntry = 1 << 10
  /// Entries of other machines may not be compressible, and the province refuses a frame above 4 MB.
  private static let mostBytesInAFrame = 3 << 20
  private static let mostScans = 20_000
  /// The day's numbers that a desk should have; it requests the missing ones. A file travels for days, so they have to
  /// suffice for more than one day.
  private static let numbersNeeded = 300

  /// Writes everything that waits into one file for the province, and stores that its answer is awaited. Scans are
  /// added by urgency, as far as they fit.
  /// - Parameter scanBytes: the limit for the bytes of sealed scans.
  public func export(
    to path: String, scanBytes: Int = usualScanBytes, at now: Instant
  ) throws(Fault) -> Export {
    let written = try write(to: path, scanBytes: scanBytes, at: now)
    try expectAnswer(to: written, path)
    return written.export
  }

  /// Marks the entries as sent and stores that the answer is awaited. Call it when the file is complete.
  public func expectAnswer(to written: Written, _ path: String) throws(Fault) {
    try Self.translating(path) {
      try store.exchange.markSent(written.export.entries, written.awaited.request?.statements ?? [])
      try written.awaited.keep(in: store)
    }
  }

  /// Writes the file like `export`, but nothing counts as sent. Until `expectAnswer` is called, the file can be
  /// discarded.
  public func write(
    to path: String, scanBytes: Int = usualScanBytes, at now: Instant
  ) throws(Fault) -> Written {
    try Self.translating(path) {
      // The province could not know a damaged position, and would answer nothing. It is not counted anew, because the places
      // may be damaged instead; only the whole order mends either.
      let doubt = try store.exchange.isPositionCounted() ? OrderDoubt.kept(in: store, now) : .wholeOrder
      let outgoing = try outgoing(doubt, now)
      var asked = outgoing.request
      (asked.entries, asked.seals, asked.points) = ([], [:], [])
      let awaited = AwaitedBundle(
        id: random16(), lastExchangeAt: try store.exchange.status(now: now).lastExchangeAt, request: asked,
        doubt: doubt)
      var export = Export(entries: outgoing.request.entries.count, hasMore: outgoing.hasMore)
      export.asksAgain = doubt != .none
      export.dossiers = Set(outgoing.request.entries.compactMap { (try? EntryFormat.decodeTrusted($0))?.dossier }).count
      try DurableFile.write(to: path) { put in
        var writer = try writer(awaited.id, now, put)
        for frame in try frames(outgoing) { try writer.put(.message(frame)) }
        let wanted = try store.scans.wanted(limit: Self.mostScans).map(\.hash.bytes)
        if !wanted.isEmpty { try writer.put(.wanted(wanted)) }
        try putScans(into: &writer, most: scanBytes, &export)
        try writer.finish()
      }
      return Written(export: export, awaited: awaited)
    }
  }

  /// The request of an exchange, with what a connection would ask for in a second one: points of the order here, in case
  /// the province was restored and its order is another one now.
  private func outgoing(_ doubt: OrderDoubt, _ now: Instant) throws -> Outgoing {
    guard let key = try? P256.Signing.PrivateKey(rawRepresentation: enrolment.privateKey) else {
      throw BundleError.badKey
    }
    try store.signIn.signSessions()
    let handsIn = doubt != .wholeOrder
    var outgoing = try store.exchange.outgoing(
      sender(now), mostEntries: handsIn ? Self.mostEntries : 0, mostBytes: Self.mostBytes,
      trustsOwnChain: doubt == .none, mayWitness: doubt == .none)
    if doubt == .none { try outgoing.signHead(of: enrolment.device, with: key, at: now) }
    if handsIn {
      let position = outgoing.request.position.sequence
      outgoing.request.points = try store.exchange.orderPoints(at: OrderSearch().sequences(upTo: position))
    } else {
      outgoing.request.askForWholeOrder()
      outgoing.hasMore = try store.exchange.status(now: now).waiting > 0
    }
    outgoing.request.numbersWanted = max(0, Self.numbersNeeded - outgoing.numbersLeftToday)
    return outgoing
  }

  private func writer(_ id: [UInt8], _ now: Instant, _ put: @escaping ([UInt8]) throws -> Void) throws -> BundleWriter {
    guard let province = try? P256.KeyAgreement.PublicKey(x963Representation: enrolment.provinceKey),
      let key = try? P256.Signing.PrivateKey(rawRepresentation: enrolment.privateKey)
    else { throw BundleError.badKey }
    let header = BundleHeader(
      direction: .up, id: id, office: enrolment.office, device: enrolment.device, madeAt: now,
      certificate: enrolment.certificate)
    return try BundleWriter(
      header, for: province, sign: { Array(try key.signature(for: $0).derRepresentation) }, writing: put)
  }

  private func putScans(into writer: inout BundleWriter, most: Int, _ export: inout Export) throws {
    var room = most
    for blob in try store.scans.offers(limit: Self.mostScans) {
      guard blob.sealedSize <= room else {
        export.scansLeft += 1
        continue
      }
      // `verify` reports a scan that is missing or damaged here; the others can still be sent.
      guard let bytes = try? store.scans.readSealed(blob.hash, offset: 0, count: blob.sealedSize),
        Array(SHA256.hash(data: bytes)) == blob.hash.bytes, let key = try store.scans.key(of: blob.hash)
      else { continue }
      try writer.put(.scan(BundleScan(hash: blob.hash.bytes, key: key, bytes: bytes)))
      room -= bytes.count
      export.scans += 1
    }
  }

  func sender(_ now: Instant) -> RequestSender {
    RequestSender(office: enrolment.office, device: enrolment.device, program: program, sentAt: now)
  }

  /// As many request frames as the entries need. All contain the same state of the desk; what is about the entries, or
  /// is answered once, is in the last one.
  private func frames(_ outgoing: Outgoing) throws(SyncProtocolError) -> [[UInt8]] {
    let whole = outgoing.request
    // The signed end of a witnessed chain proves the whole chain, so it is not split.
    let most = whole.witnessedHeads.isEmpty ? Self.entriesInAFrame : SyncLimits.standard.entries
    let chunks = Self.chunks(whole.entries, most: most)
    var frames: [[UInt8]] = []
    var first = 0
    for (index, chunk) in chunks.enumerated() {
      var request = whole
      if index < chunks.count - 1 {
        (request.statements, request.credentials, request.histories, request.books) = ([], [], [], [])
        (request.machineHead, request.machineKey) = (nil, nil)
      }
      request.entries = chunk
      let seals = whole.seals.filter { (first..<first + chunk.count).contains($0.key) }
      request.seals = Dictionary(uniqueKeysWithValues: seals.map { ($0.key - first, $0.value) })
      first += chunk.count
      frames.append(try SyncFrame.pack(request.encoded()))
    }
    return frames
  }

  /// Returns at least one chunk, which may be empty.
  private static func chunks(_ entries: [[UInt8]], most: Int) -> [[[UInt8]]] {
    var chunks: [[[UInt8]]] = []
    var chunk: [[UInt8]] = []
    var size = 0
    for entry in entries {
      if chunk.count == most || (!chunk.isEmpty && size + entry.count > min(most * bytesAnEntry, mostBytesInAFrame)) {
        chunks.append(chunk)
        (chunk, size) = ([], 0)
      }
      chunk.append(entry)
      size += entry.count
    }
    return chunks + [chunk]
  }

  private func random16() -> [UInt8] {
    let (high, low) = store.random()
    return [high, low].flatMap { number in (0..<8).map { UInt8(truncatingIfNeeded: number >> (56 - 8 * UInt64($0))) } }
  }
}
