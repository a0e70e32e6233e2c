import DossierStore

/// Chooses which part of which attachment is transferred next. It has no connection, store or clock.
///
/// Erasures go first, because a person has a legal right to them. Then this desk's attachments are sent, then those of
/// other desks are fetched. Entries go before all of this: after each part the exchange may continue with entries. Only
/// the part that was lost is ever repeated, so an interruption costs at most 64 KB.
public struct BlobTransfer: Sendable {
  public enum Step: Hashable, Sendable {
    case erase(BlobHash)
    case send(BlobHash, offset: Int, count: Int, size: Int)
    case fetch(BlobHash, offset: Int)
    /// New entries were recorded meanwhile and have to be exchanged first.
    case entriesFirst
    case done
  }

  /// In bytes. The first part is small, because the line may be slow; the receiver accepts none above the largest size.
  public static let smallestPart = 16 << 10
  public static let largestPart = 64 << 10
  /// In milliseconds. A part should be large enough for its round trip to pay off over a satellite, and small enough to
  /// be repeated on 2G.
  private static let quick = 4_000
  private static let slow = 20_000
  /// The number of successive answers without progress after which a blob waits for another exchange.
  private static let patience = 3

  fileprivate struct Moving: Sendable {
    var hash: BlobHash
    var offset: Int
    var size: Int
    /// The largest offset reached in this exchange; `idle` counts the answers since then.
    var farthest: Int
    var idle = 0
  }

  private var erasures: [BlobHash]
  private var sending: [Moving]
  private var fetching: [Moving]
  private var partSize = Self.smallestPart
  /// The total of bytes to send, and the bytes sent so far, for the progress bar.
  public private(set) var bytesToSend: Int
  public private(set) var bytesSent = 0

  /// Each list is in the order of transfer.
  public init(erasures: [BlobHash], offers: [WaitingBlob], wanted: [WantedBlob]) {
    self.erasures = erasures
    sending = offers.map {
      Moving(hash: $0.hash, offset: $0.received, size: $0.sealedSize, farthest: $0.received)
    }
    fetching = wanted.map {
      Moving(hash: $0.hash, offset: $0.received, size: $0.sealedSize, farthest: $0.received)
    }
    bytesToSend = offers.reduce(0) { $0 + max(0, $1.sealedSize - $1.received) }
  }

  public func next(entriesWait: Bool) -> Step {
    if entriesWait { return .entriesFirst }
    if let hash = erasures.first { return .erase(hash) }
    if let blob = sending.first {
      // The province may have all bytes of a blob without this desk knowing that it is complete. Sending the last byte
      // again gets that answer.
      let offset = min(blob.offset, blob.size - 1)
      return .send(blob.hash, offset: offset, count: min(partSize, blob.size - offset), size: blob.size)
    }
    if let blob = fetching.first { return .fetch(blob.hash, offset: blob.offset) }
    return .done
  }

  /// Notes that the province has erased the attachment.
  public mutating func erased(_ hash: BlobHash) {
    erasures.removeAll { $0 == hash }
  }

  /// Notes how much of a blob the province has, from its answer to a part.
  /// - Parameter milliseconds: how long the part took.
  /// - Returns: false if the blob has made no progress for too long, so that it waits for another exchange.
  @discardableResult
  public mutating func sent(_ hash: BlobHash, received: Int, isComplete: Bool, milliseconds: Int) -> Bool {
    adapt(to: milliseconds)
    guard let index = sending.firstIndex(where: { $0.hash == hash }) else { return true }
    bytesSent += max(0, (isComplete ? sending[index].size : received) - sending[index].offset)
    let goesOn = isComplete || sending[index].advance(to: received, patience: Self.patience)
    if isComplete || !goesOn { sending.remove(at: index) }
    return goesOn
  }

  /// Notes how much of another desk's blob is here.
  /// - Parameter next: the offset to ask for next; nil if the blob is complete or no longer wanted.
  /// - Returns: false if the blob has made no progress for too long.
  @discardableResult
  public mutating func fetched(_ hash: BlobHash, next: Int?, milliseconds: Int) -> Bool {
    adapt(to: milliseconds)
    guard let index = fetching.firstIndex(where: { $0.hash == hash }) else { return true }
    let goesOn = next.map { fetching[index].advance(to: $0, patience: Self.patience) } ?? true
    if next == nil || !goesOn { fetching.remove(at: index) }
    return goesOn
  }

  /// Skips an attachment in this exchange, because the province does not have it yet or the file is missing here.
  public mutating func setAside(_ hash: BlobHash) {
    erasures.removeAll { $0 == hash }
    sending.removeAll { $0.hash == hash }
    fetching.removeAll { $0.hash == hash }
  }

  private mutating func adapt(to milliseconds: Int) {
    if milliseconds < Self.quick {
      partSize = min(partSize * 2, Self.largestPart)
    } else if milliseconds > Self.slow {
      partSize = max(partSize / 2, Self.smallestPart)
    }
  }
}

extension BlobTransfer.Moving {
  /// - Returns: false if there has been no progress for too long.
  fileprivate mutating func advance(to offset: Int, patience: Int) -> Bool {
    self.offset = offset
    idle = offset > farthest ? 0 : idle + 1
    farthest = max(farthest, offset)
    return idle < patience
  }
}
