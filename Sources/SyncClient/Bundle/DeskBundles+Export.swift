import Crypto
import DossierDomain
import DossierStore
import Foundation
import SyncProtocol

extension DeskBundles {
  public struct Export: Hashable, Sendable {
    public var file: [UInt8]
    public var entries: Int
    /// There were more than fit; the next bundle has them.
    public var hasMore: Bool
  }

  private static let mostEntries = 500_000
  private static let mostBytes = 64 << 20
  private static let entriesInAFrame = 2000
  private static let bytesInAFrame = 2 << 20
  /// A file is on its way for days: numbers for more than one of them.
  private static let numbersNeeded = 300

  /// Writes down everything that waits, as one file for the province, and remembers that its answer is awaited.
  public func export(at now: Instant) throws(Fault) -> Export {
    let outgoing: Outgoing
    let awaited: AwaitedBundle
    do throws(StoreError) {
      outgoing = try store.outgoing(
        mostEntries: Self.mostEntries, mostBytes: Self.mostBytes, today: now.civilDate)
      awaited = AwaitedBundle(
        id: random16(), lastExchangeAt: try store.syncStatus(now: now).lastExchangeAt,
        lanesReturned: outgoing.lanesReturned)
    } catch {
      throw .store(error)
    }
    let header = BundleHeader(
      direction: .up, id: awaited.id, office: enrolment.office, device: enrolment.device, madeAt: now,
      certificate: enrolment.certificate)
    let file = try seal(frames(outgoing, now), header)
    do throws(StoreError) {
      try store.markSent(outgoing.entries.count)
      try awaited.keep(in: store)
    } catch {
      throw .store(error)
    }
    return Export(file: file, entries: outgoing.entries.count, hasMore: outgoing.hasMore)
  }

  /// As many requests as the entries need; all say the same of the desk.
  private func frames(_ outgoing: Outgoing, _ now: Instant) throws(Fault) -> [[UInt8]] {
    var request = ExchangeRequest(
      office: enrolment.office, device: enrolment.device, program: program, sentAt: now, position: outgoing.position,
      epochs: outgoing.epochs.map { EpochHead(epoch: $0.epoch, lastSequence: $0.lastSequence, lastHash: $0.lastHash) },
      lanesHeld: outgoing.lanesHeld, lanesReturned: outgoing.lanesReturned,
      numbersWanted: max(0, Self.numbersNeeded - outgoing.numbersLeftToday), withheld: outgoing.withheld)
    var frames: [[UInt8]] = []
    do throws(SyncProtocolError) {
      for chunk in Self.chunks(outgoing.entries) {
        request.entries = chunk
        frames.append(try SyncFrame.pack(request.encoded()))
      }
    } catch {
      throw .message(error)
    }
    return frames
  }

  /// At least one, though it may be empty.
  private static func chunks(_ entries: [[UInt8]]) -> [[[UInt8]]] {
    var chunks: [[[UInt8]]] = []
    var chunk: [[UInt8]] = []
    var size = 0
    for entry in entries {
      if chunk.count == entriesInAFrame || (!chunk.isEmpty && size + entry.count > bytesInAFrame) {
        chunks.append(chunk)
        (chunk, size) = ([], 0)
      }
      chunk.append(entry)
      size += entry.count
    }
    return chunks + [chunk]
  }

  private func seal(_ frames: [[UInt8]], _ header: BundleHeader) throws(Fault) -> [UInt8] {
    do throws(BundleError) {
      guard let province = try? P256.KeyAgreement.PublicKey(x963Representation: enrolment.provinceKey),
        let key = try? P256.Signing.PrivateKey(rawRepresentation: enrolment.privateKey)
      else { throw .badKey }
      return try Bundle.seal(frames, header, for: province) { bytes in
        Array(try key.signature(for: bytes).derRepresentation)
      }
    } catch {
      throw .bundle(error)
    }
  }

  private func random16() -> [UInt8] {
    let (high, low) = store.random()
    return [high, low].flatMap { number in (0..<8).map { UInt8(truncatingIfNeeded: number >> (56 - 8 * UInt64($0))) } }
  }
}
