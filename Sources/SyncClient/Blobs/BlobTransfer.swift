import DossierStore

/// Which part of which attachment moves next: a queue without connection, store or clock.
///
/// Erasures go first, because somebody has a right to them; then what is here goes up, then what other desks made comes
/// down. Entries go before all of it: at the end of each part the exchange may go on with them. A part that was lost is
/// the only thing that is ever repeated, so that a break costs at most 64 KB.
public struct BlobTransfer: Sendable {
  public enum Step: Hashable, Sendable {
    case erase(BlobHash)
    case send(BlobHash, offset: Int, count: Int, size: Int)
    case fetch(BlobHash, offset: Int)
    /// New entries were recorded meanwhile.
    case entriesFirst
    case done
  }

  /// In bytes. A part begins small, because a line may be slow; the other end takes none that is larger.
  public static let smallestPart = 16 << 10
  public static let largestPart = 64 << 10
  /// A part should be long enough to be worth its answer on a satellite and short enough to be repeated on 2G.
  private static let quick = 4_000
  private static let slow = 20_000
  /// Answers in a row that bring a blob no further, before it waits for another exchange.
  private static let patience = 3

  fileprivate struct Moving: Sendable {
    var hash: BlobHash
    var offset: Int
    var size: Int
    /// How far it ever was in this exchange, and answers since then.
    var farthest: Int
    var idle = 0
  }

  private var erasures: [BlobHash]
  private var sending: [Moving]
  private var fetching: [Moving]
  private var partSize = Self.smallestPart
  /// Of everything that is to be moved, and moved so far; for the progress bar.
  public private(set) var bytesToSend: Int
  public private(set) var bytesSent = 0

  /// - Parameters: in the order in which they are to move.
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
      // A whole blob of which the province does not know that it is whole: its last byte once more asks for the word.
      let offset = min(blob.offset, blob.size - 1)
      return .send(blob.hash, offset: offset, count: min(partSize, blob.size - offset), size: blob.size)
    }
    if let blob = fetching.first { return .fetch(blob.hash, offset: blob.offset) }
    return .done
  }

  /// The province has it no more.
  public mutating func erased(_ hash: BlobHash) {
    erasures.removeAll { $0 == hash }
  }

  /// What the province has of a blob, as its answer to a part says.
  /// - Parameter milliseconds: how long the part took.
  /// - Returns: false when it has come no further for too long, and waits for another exchange.
  @discardableResult
  public mutating func sent(_ hash: BlobHash, received: Int, isComplete: Bool, milliseconds: Int) -> Bool {
    adapt(to: milliseconds)
    guard let index = sending.firstIndex(where: { $0.hash == hash }) else { return true }
    bytesSent += max(0, (isComplete ? sending[index].size : received) - sending[index].offset)
    let goesOn = isComplete || sending[index].advance(to: received, patience: Self.patience)
    if isComplete || !goesOn { sending.remove(at: index) }
    return goesOn
  }

  /// How much of another desk's blob is here; nil when all of it is, or when it is not wanted any more.
  /// - Returns: false when it has come no further for too long.
  @discardableResult
  public mutating func fetched(_ hash: BlobHash, next: Int?, milliseconds: Int) -> Bool {
    adapt(to: milliseconds)
    guard let index = fetching.firstIndex(where: { $0.hash == hash }) else { return true }
    let goesOn = next.map { fetching[index].advance(to: $0, patience: Self.patience) } ?? true
    if next == nil || !goesOn { fetching.remove(at: index) }
    return goesOn
  }

  /// It cannot move in this exchange: the province does not have it yet, or the file is missing here.
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
  /// False when it has not come any further for too long.
  fileprivate mutating func advance(to offset: Int, patience: Int) -> Bool {
    self.offset = offset
    idle = offset > farthest ? 0 : idle + 1
    farthest = max(farthest, offset)
    return idle < patience
  }
}
