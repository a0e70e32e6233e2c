import DossierDomain

/// Reads the entries of one epoch in order and finds the proof of each entry's author.
public struct Authorship {
  private let office: OfficeID
  private let epoch: DeviceEpoch
  private let keys: [ClerkID: [SigningPublicKey]]
  /// The last entry of the epoch that the machine, or the province, has signed.
  private let signedThrough: Int64
  private let isProvinces: Bool
  private var waiting: [ClerkID: ArraySlice<ClerkStatement>]
  private var open: [ClerkID: Session] = [:]
  private var unsigned: [ClerkID: AuthoredSpan] = [:]
  private var before: Int64 = 0
  /// The finished series, in the order of their last entries.
  private var done: [AuthoredSpan] = []
  /// Statements whose signature does not match the clerk's key.
  public private(set) var wrong: [ClerkStatement] = []

  private struct Session {
    var statement: ClerkStatement
    var span: AuthoredSpan
    var hashes: [[UInt8]]
    var isWhole: Bool
  }

  /// - Parameters:
  ///   - statements: the statements of this epoch, ordered by their first entries.
  ///   - head: the signed end of this epoch, whose signature the caller has checked; nil if there is none.
  public init(
    office: OfficeID, epoch: DeviceEpoch, statements: [ClerkStatement], keys: [ClerkID: [SigningPublicKey]],
    head: MachineHead?
  ) {
    self.office = office
    self.epoch = epoch
    self.keys = keys
    signedThrough = head?.sequence ?? 0
    isProvinces = head?.device == MachineHead.province
    waiting = Dictionary(grouping: statements, by: \.clerk).mapValues { $0.sorted { $0.first < $1.first }[...] }
  }

  /// Adds the next entry. Entries must be added in the order of their sequence numbers; some may be missing.
  public mutating func add(_ sequence: Int64, hash: [UInt8], bytes: [UInt8]) {
    guard let (clerk, moment) = EntryFormat.authorAndMoment(of: bytes) else { return }
    if sequence != before + 1 { for clerk in open.keys { open[clerk]?.isWhole = false } }
    before = sequence
    add(clerk, sequence, hash, moment)
  }

  private mutating func add(_ clerk: ClerkID, _ sequence: Int64, _ hash: [UInt8], _ moment: Instant) {
    if let session = open[clerk], session.statement.last < sequence { end(clerk) }
    if open[clerk] == nil {
      // Statements whose entries are all missing here.
      while let next = waiting[clerk]?.first, next.last < sequence { waiting[clerk] = waiting[clerk]?.dropFirst() }
      if let next = waiting[clerk]?.first, next.first <= sequence {
        waiting[clerk] = waiting[clerk]?.dropFirst()
        open[clerk] = Session(
          statement: next, span: span(clerk, sequence, moment, .incomplete), hashes: [],
          isWhole: next.first == sequence)
        open[clerk]?.span.entries = 0
      }
    }
    if open[clerk] != nil {
      open[clerk]?.span.last = sequence
      open[clerk]?.span.to = moment
      open[clerk]?.span.entries += 1
      open[clerk]?.hashes.append(hash)
      if open[clerk]?.statement.last == sequence { end(clerk) }
    } else {
      addUnsigned(clerk, sequence, moment)
    }
  }

  private mutating func end(_ clerk: ClerkID) {
    guard var session = open.removeValue(forKey: clerk) else { return }
    session.span.confirmed = session.statement.confirmed.count
    if session.isWhole, session.span.last == session.statement.last, let keys = keys[clerk] {
      if keys.contains(where: { session.statement.isSigned(by: $0, office: office, hashes: session.hashes) }) {
        session.span.proof = .clerk
      } else {
        wrong.append(session.statement)
        session.span.proof = proof(clerk, session.span.last)
      }
    }
    done.append(session.span)
  }

  private mutating func addUnsigned(_ clerk: ClerkID, _ sequence: Int64, _ moment: Instant) {
    let proof = proof(clerk, sequence)
    if var span = unsigned[clerk], span.proof == proof, span.from.civilDate == moment.civilDate {
      span.last = sequence
      span.to = moment
      span.entries += 1
      unsigned[clerk] = span
    } else {
      if let span = unsigned[clerk] { done.append(span) }
      unsigned[clerk] = span(clerk, sequence, moment, proof)
    }
  }

  private func proof(_ clerk: ClerkID, _ sequence: Int64) -> AuthoredSpan.Proof {
    guard sequence <= signedThrough else { return .none }
    return isProvinces ? .province : .machine
  }

  private func span(
    _ clerk: ClerkID, _ sequence: Int64, _ moment: Instant, _ proof: AuthoredSpan.Proof
  ) -> AuthoredSpan {
    AuthoredSpan(
      clerk: clerk, epoch: epoch, first: sequence, last: sequence, from: moment, to: moment, entries: 1, confirmed: 0,
      proof: proof)
  }

  /// Ends the reading, after the last entry.
  /// - Returns: all series, ordered by their first entries.
  public mutating func finish() -> [AuthoredSpan] {
    for clerk in open.keys.sorted() { end(clerk) }
    done += unsigned.values
    unsigned = [:]
    return done.sorted { ($0.first, $0.clerk) < ($1.first, $1.clerk) }
  }
}
