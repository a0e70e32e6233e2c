import DossierDomain
import ExchangeModel
import JournalFormat
import SyncProtocol

/// The exchange with a desk that has sent one file: it can neither repeat a request nor ask for the next page.
struct BundleExchange {
  private let exchange: Exchange
  private let keyHash: [UInt8]
  private let now: Instant
  /// The entries of the file that are stored beside the order. Each answer names only those of its own request, and the
  /// desk receives only the answers to the last one.
  private var forks = References()
  private var unplaced = References()

  private static let mostPages = 1000

  init(_ exchange: Exchange, with keyHash: [UInt8], at now: Instant) {
    (self.exchange, self.keyHash, self.now) = (exchange, keyHash, now)
  }

  /// Repeats a request until all of its entries that can be taken in are taken in. One transaction takes in only so much,
  /// and a desk on a connection would send the rest again. Others get their turn between two of these transactions.
  mutating func take(_ request: ExchangeRequest) throws -> Exchange.Settled {
    var settled = try answer(request)
    note(settled.response)
    while settled.isCut {
      let next = try answer(request)
      note(next.response)
      let hasProgress = next.entries > settled.entries
      settled = Exchange.Settled(
        response: next.response, entries: max(settled.entries, next.entries), isCut: next.isCut && hasProgress,
        hasMoreGrants: next.hasMoreGrants)
    }
    (settled.response.forks, settled.response.unplaced) = (forks.told, unplaced.told)
    return settled
  }

  private mutating func note(_ response: ExchangeResponse) {
    forks.note(response.forks)
    unplaced.note(response.unplaced)
  }

  /// Answers a request that cannot be followed by a second one. If the order here is not the desk's, which happens after
  /// a restore, the answer begins at the last point of the desk's order that is known here.
  private func answer(_ asked: ExchangeRequest) throws -> Exchange.Settled {
    var request = asked
    request.points = []
    do {
      return try exchange.settle(request, keyHash: keyHash, now: now)
    } catch ExchangeError.positionUnknown where !asked.points.isEmpty {
      let common = try exchange.answer(asked, keyHash: keyHash, now: now).base
      request.points = asked.points.filter { $0.sequence == common }
      return try exchange.settle(request, keyHash: keyHash, now: now)
    }
  }

  /// Writes everything that the desk does not have, because a file cannot ask for more: places, signatures, the contents of
  /// places that were withheld, and at the end the entries of the dossiers that the desk has only as folds.
  func tell(
    _ settled: Exchange.Settled, to request: ExchangeRequest, _ histories: [DossierID],
    _ told: (ExchangeResponse) throws -> Void
  ) throws {
    let first = settled.response
    try told(first)
    var last = first
    var granted = first.granted.last?.officeSequence ?? 0
    var hasGrants = settled.hasMoreGrants
    var next = request
    (next.entries, next.seals, next.points, next.statements, next.credentials) = ([], [:], [], [], [])
    next.books = []
    (next.machineHead, next.machineKey, next.numbersWanted) = (nil, nil, 0)
    var hasSignatures = first.signaturesThrough.map { $0 != request.signaturesThrough } ?? false
    func goOn() throws {
      next.position = LogPosition(
        logEpoch: last.logEpoch, sequence: last.base + Int64(last.places.count), rolling: last.rolling)
      next.signaturesThrough = last.signaturesThrough ?? next.signaturesThrough
      let settled = try exchange.settle(next, keyHash: keyHash, now: now, granted: granted)
      last = settled.response
      granted = last.granted.last?.officeSequence ?? granted
      hasGrants = settled.hasMoreGrants
      hasSignatures = last.signaturesThrough.map { $0 != next.signaturesThrough } ?? false
      try told(last)
    }
    var pages = 1
    while !last.isRevoked, pages < Self.mostPages,
      hasSignatures || hasGrants || (last.base + Int64(last.places.count) < last.head && !last.places.isEmpty)
    {
      try goOn()
      pages += 1
    }
    // A history may take several answers, and the file has to hold all of them.
    for dossier in histories {
      next.histories = [dossier]
      repeat {
        guard !last.isRevoked, pages < Self.mostPages else { return }
        try goOn()
        pages += 1
        next.historyParts[dossier] = last.historyPart?.through
      } while last.historyPart?.isLast == false
    }
  }

  /// Names of entries in the order in which they were reported, each once.
  private struct References {
    private var all: [EntryReference] = []
    private var known: Set<EntryReference> = []

    mutating func note(_ references: [EntryReference]) {
      for reference in references where known.insert(reference).inserted { all.append(reference) }
    }

    /// As many as an answer can carry.
    var told: [EntryReference] { Array(all.prefix(SyncLimits.standard.entries)) }
  }
}
