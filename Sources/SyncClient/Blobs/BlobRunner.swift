import Dispatch
import DossierDomain
import DossierStore
import OfficeWork
import SyncProtocol

/// Transfers attachments over the connection of an exchange, after its entries, by the steps that `BlobTransfer`
/// chooses.
///
/// An interrupted transfer continues next time from the offset that the receiver has, so this type stores no state of
/// its own.
public struct BlobRunner: Sendable {
  private let store: LocalStore
  private let now: @Sendable () -> Instant
  private let queue = DispatchQueue(label: "dossier.blobs", qos: .utility)

  public init(store: LocalStore, now: @escaping @Sendable () -> Instant) {
    self.store = store
    self.now = now
  }

  /// - Parameter absent: attachments that the province has just reported as incomplete; they are skipped.
  /// - Returns: true if entries were recorded meanwhile. They go first: exchange them, then call again.
  public func run(
    over connection: any ProvinceConnection, without absent: Set<BlobHash> = [],
    progress: @escaping @Sendable (SyncProgress) -> Void
  ) async throws(SyncFailure) -> Bool {
    var aside = absent
    while true {
      var transfer = try await begin(without: aside)
      guard transfer.next(entriesWait: false) != .done else { return false }
      try await move(&transfer, &aside, over: connection, progress)
      if try await onQueue({ () throws(StoreError) in try store.exchange.entriesWait() }) { return true }
    }
  }

  private func begin(without aside: Set<BlobHash>) async throws(SyncFailure) -> BlobTransfer {
    try await onQueue { () throws(StoreError) in
      BlobTransfer(
        erasures: try store.scans.erasures().filter { !aside.contains($0) },
        offers: try store.scans.offers(limit: 64 + aside.count).filter { !aside.contains($0.hash) },
        wanted: try store.scans.wanted(limit: 64 + aside.count).filter { !aside.contains($0.hash) })
    }
  }

  private func move(
    _ transfer: inout BlobTransfer, _ aside: inout Set<BlobHash>, over connection: any ProvinceConnection,
    _ progress: @escaping @Sendable (SyncProgress) -> Void
  ) async throws(SyncFailure) {
    while true {
      if Task.isCancelled { throw .cancelled }
      let entriesWait = try await onQueue { () throws(StoreError) in try store.exchange.entriesWait() }
      let step = transfer.next(entriesWait: entriesWait)
      guard let hash = step.hash else { return }
      let began = ContinuousClock.now
      let (sent, toSend) = (transfer.bytesSent, transfer.bytesToSend)
      let answer = try await answer(to: step, over: connection) { part in
        progress(
          SyncProgress(
            phase: .blobs, bytesSent: min(sent + part.sent, toSend), bytesToSend: toSend, bytesReceived: part.received,
            bytesToReceive: part.toReceive))
      }
      guard let answer else {
        aside.insert(hash)
        transfer.setAside(hash)
        continue
      }
      let milliseconds = Int((ContinuousClock.now - began) / .milliseconds(1))
      if try await !take(answer, to: step, &transfer, milliseconds) { aside.insert(hash) }
    }
  }

  /// Nil if this attachment cannot be transferred now, but others can.
  private func answer(
    to step: BlobTransfer.Step, over connection: any ProvinceConnection,
    _ progress: @escaping @Sendable (TransferProgress) -> Void
  ) async throws(SyncFailure) -> ProvinceAnswer? {
    guard let request = try await request(for: step) else { return nil }
    let answer = try await connection.send(request, progress: progress)
    guard let problem = try answer.problem() else { return answer }
    // The attachment never reached the province, so there is nothing to erase.
    if case .erase = step, problem.code == .notFound { return answer }
    switch problem.code {
    // The blob is not complete at the province yet, not meant for this desk, or belongs to no dossier that the province
    // knows.
    case .notFound, .malformed, .tooLarge: return nil
    case .busy, .notEnrolled, .wrongCode, .newerProtocol, .unknownDictionary, .positionUnknown, .restored,
      .clerksUnknown, .receivedElsewhere, .storage:
      throw SyncFailure(problem)
    }
  }

  private func request(for step: BlobTransfer.Step) async throws(SyncFailure) -> ProvinceRequest? {
    switch step {
    case .erase(let hash): return BlobPart.delete(hash)
    case .fetch(let hash, let offset): return BlobPart.get(hash, from: offset)
    case .send(let hash, let offset, let count, let size):
      return try await onQueue { () throws(StoreError) in
        // `verify` reports a file that is missing here; the next one can still be sent.
        guard let bytes = try? store.scans.readSealed(hash, offset: offset, count: count), bytes.count == count else {
          return nil
        }
        return BlobPart.put(bytes, of: hash, at: offset, size: size, key: try store.scans.key(of: hash))
      }
    case .entriesFirst, .done: return nil
    }
  }

  /// - Returns: false if the transfer of this attachment makes no progress and was put off.
  private func take(
    _ answer: ProvinceAnswer, to step: BlobTransfer.Step, _ transfer: inout BlobTransfer, _ milliseconds: Int
  ) async throws(SyncFailure) -> Bool {
    switch step {
    case .erase(let hash):
      try await onQueue { () throws(StoreError) in try store.scans.noteErased(hash) }
      transfer.erased(hash)
    case .send(let hash, _, _, _):
      let (received, isComplete) = try BlobPart.state(answer)
      try await onQueue { () throws(StoreError) in
        try store.scans.noteSent(hash, received: received, isComplete: isComplete)
      }
      return transfer.sent(hash, received: received, isComplete: isComplete, milliseconds: milliseconds)
    case .fetch(let hash, let offset):
      let next = try await keep(answer, of: hash, askedFrom: offset)
      return transfer.fetched(hash, next: next, milliseconds: milliseconds)
    case .entriesFirst, .done: break
    }
    return true
  }

  private func keep(
    _ answer: ProvinceAnswer, of hash: BlobHash, askedFrom asked: Int
  ) async throws(SyncFailure) -> Int? {
    let (offset, size, key) = try BlobPart.range(answer)
    let at = now()
    return try await storing { () throws(AttachmentError) in
      guard let here = try store.scans.beginFetch(hash, sealedSize: size) else { return nil }
      guard here == offset else { return here }
      return try store.scans.storeSealed(hash, offset: offset, answer.body, key: key, at: at)
    }
  }

  // MARK: The store's queue

  private func onQueue<Value: Sendable>(
    _ body: @escaping @Sendable () throws(StoreError) -> Value
  ) async throws(SyncFailure) -> Value {
    try await storing { () throws(AttachmentError) in
      do throws(StoreError) { return try body() } catch { throw AttachmentError.store(error) }
    }
  }

  private func storing<Value: Sendable>(
    _ body: @escaping @Sendable () throws(AttachmentError) -> Value
  ) async throws(SyncFailure) -> Value {
    let result: Result<Value, AttachmentError> = await withCheckedContinuation { continuation in
      queue.async {
        do throws(AttachmentError) {
          continuation.resume(returning: .success(try body()))
        } catch {
          continuation.resume(returning: .failure(error))
        }
      }
    }
    do throws(AttachmentError) { return try result.get() } catch {
      switch error {
      case .diskFull, .store(.diskFull): throw .diskFull
      case .missing, .notAFile, .empty, .tooLarge, .noPermission, .readOnlyDisk, .fileSystem, .unknown, .erased,
        .notHere,
        .damaged, .store:
        throw .storeFailed("\(error)")
      }
    }
  }
}

extension BlobTransfer.Step {
  /// The attachment that the step transfers or erases; nil for the other steps.
  fileprivate var hash: BlobHash? {
    switch self {
    case .erase(let hash), .send(let hash, _, _, _), .fetch(let hash, _): hash
    case .entriesFirst, .done: nil
    }
  }
}
