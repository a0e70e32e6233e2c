/// Counts and rates of a period, from rows that the store streams (domain facts 8.2 and 14).
///
/// For the dossiers received in the period, and apart for those carried over from before:
/// received = resolved + withdrawn + refused + stopped + open in time + open overdue + paused.
public struct Report: Hashable, Sendable {
  /// The facts of one dossier.
  public struct Row: Hashable, Sendable {
    public var status: DossierStatus
    public var channel: Channel
    public var receivedAt: Instant?
    public var dueAt: Instant?
    public var missedDueAt: Instant?
    public var resolvedAt: Instant?
    /// The components with a file of their own or of the dossier from which they were reused.
    public var digitisedComponents: Int
    /// The components that were reused from a named dossier.
    public var reusedComponents: Int
    public var lookedUpComponents: Int
    public var hasDigitisedResult: Bool
    /// False if the procedure gives no paper, so that nothing has to be digitised.
    public var hasPaperResult: Bool

    public init(
      status: DossierStatus, channel: Channel, receivedAt: Instant?, dueAt: Instant?, missedDueAt: Instant? = nil,
      resolvedAt: Instant?, digitisedComponents: Int, reusedComponents: Int, lookedUpComponents: Int = 0,
      hasDigitisedResult: Bool, hasPaperResult: Bool = true
    ) {
      self.status = status
      self.channel = channel
      self.receivedAt = receivedAt
      self.dueAt = dueAt
      self.missedDueAt = missedDueAt
      self.resolvedAt = resolvedAt
      self.digitisedComponents = digitisedComponents
      self.reusedComponents = reusedComponents
      self.lookedUpComponents = lookedUpComponents
      self.hasDigitisedResult = hasDigitisedResult
      self.hasPaperResult = hasPaperResult
    }

    /// A register said only that it was handed back, and not when. It counts as resolved in the period in which it was
    /// received, and in no later one; whether that was in time is not known.
    fileprivate var endedAtUnknownTime: Bool { status == .handedBack && resolvedAt == nil }
  }

  /// Where a number of dossiers stand at the end of the period. Every dossier is counted once.
  public struct Standing: Hashable, Sendable {
    public fileprivate(set) var early = 0
    public fileprivate(set) var onTime = 0
    public fileprivate(set) var late = 0
    public fileprivate(set) var resolvedWithoutAppointment = 0
    /// Counted apart from the resolved ones, because one deployed system counts withdrawals as resolved.
    public fileprivate(set) var withdrawn = 0
    public fileprivate(set) var refused = 0
    public fileprivate(set) var stopped = 0
    public fileprivate(set) var openInTime = 0
    public fileprivate(set) var openOverdue = 0
    /// A supplement or a payment is awaited from the citizen.
    public fileprivate(set) var paused = 0

    public var resolved: Int { early + onTime + late + resolvedWithoutAppointment }
    public var open: Int { openInTime + openOverdue + paused }
    public var all: Int { resolved + withdrawn + refused + stopped + open }

    fileprivate static var resolvedPlaces: [WritableKeyPath<Standing, Int>] {
      [\.early, \.onTime, \.late, \.resolvedWithoutAppointment]
    }
    private static var places: [WritableKeyPath<Standing, Int>] {
      resolvedPlaces + [\.withdrawn, \.refused, \.stopped, \.openInTime, \.openOverdue, \.paused]
    }

    public static func + (left: Standing, right: Standing) -> Standing {
      places.reduce(into: left) { sum, place in sum[keyPath: place] += right[keyPath: place] }
    }
  }

  public let from: CivilDate
  public let through: CivilDate
  /// The end of the period, or the present moment if the period has not ended: what is open then is in time or overdue.
  private let end: Instant
  /// Dossiers received before the period and not finished at its start.
  public private(set) var carriedOver = Standing()
  /// Dossiers received in the period.
  public private(set) var received = Standing()
  public private(set) var online = 0
  public private(set) var withDigitisedComponents = 0
  public private(set) var withReuse = 0
  public private(set) var withLookup = 0
  public private(set) var withDigitisedResult = 0

  public init(from: CivilDate, through: CivilDate, now: Instant) {
    self.from = from
    self.through = through
    end = min(through.instant(atMinute: 1440), now)
  }

  public mutating func add(_ row: Row) {
    guard let receivedOn = row.receivedAt?.civilDate, receivedOn <= through else { return }
    let resolvedOn = row.resolvedAt?.civilDate
    let place = place(of: row)
    if receivedOn < from {
      if row.endedAtUnknownTime { return }
      if let resolvedOn, resolvedOn < from { return }
      carriedOver[keyPath: place] += 1
    } else {
      received[keyPath: place] += 1
      if row.channel == .online { online += 1 }
      if row.digitisedComponents > 0 { withDigitisedComponents += 1 }
      if row.reusedComponents > 0 { withReuse += 1 }
      if row.lookedUpComponents > 0 { withLookup += 1 }
    }
    if Standing.resolvedPlaces.contains(place), row.hasDigitisedResult || !row.hasPaperResult {
      withDigitisedResult += 1
    }
  }

  private func place(of row: Row) -> WritableKeyPath<Standing, Int> {
    if row.endedAtUnknownTime { return \.resolvedWithoutAppointment }
    guard let resolvedAt = row.resolvedAt, resolvedAt.civilDate <= through else { return openPlace(of: row) }
    switch row.status {
    case .withdrawn: return \.withdrawn
    case .refused: return \.refused
    case .stopped: return \.stopped
    case .completed, .handedBack:
      switch row.dueAt.map({ Punctuality(resolvedAt: resolvedAt, dueAt: $0, missedDueAt: row.missedDueAt) }) {
      case .early: return \.early
      case .onTime: return \.onTime
      case .late: return \.late
      case nil: return \.resolvedWithoutAppointment
      }
    // A register may name the day of an end together with the status of an open dossier.
    case .registered, .received, .inProgress, .supplementRequested, .paymentRequested: return openPlace(of: row)
    }
  }

  /// A dossier that was resolved after the period was open at its end.
  private func openPlace(of row: Row) -> WritableKeyPath<Standing, Int> {
    if row.status.isPaused { return \.paused }
    // An appointment that was missed stays missed, whatever was appointed afterwards.
    if let missed = row.missedDueAt, missed < end { return \.openOverdue }
    if let due = row.dueAt, due < end { return \.openOverdue }
    return \.openInTime
  }

  public var total: Standing { carriedOver + received }

  public var onTimeRate: Rate {
    Rate(total.early + total.onTime, of: total.early + total.onTime + total.late)
  }
  public var digitisedComponentsRate: Rate { Rate(withDigitisedComponents, of: received.all) }
  public var digitisedResultsRate: Rate { Rate(withDigitisedResult, of: total.resolved) }
  public var reuseRate: Rate { Rate(withReuse, of: received.all) }
  public var lookupRate: Rate { Rate(withLookup, of: received.all) }
  public var onlineRate: Rate { Rate(online, of: received.all) }
}
