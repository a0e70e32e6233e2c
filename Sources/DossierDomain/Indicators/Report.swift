/// Counts and rates of a period, from rows that the store streams (domain facts 8.2).
public struct Report: Hashable, Sendable {
  /// The facts of one dossier.
  public struct Row: Hashable, Sendable {
    public var status: DossierStatus
    public var channel: Channel
    public var receivedAt: Instant?
    public var dueAt: Instant?
    public var resolvedAt: Instant?
    public var digitisedComponents: Int
    public var reusedComponents: Int
    public var hasDigitisedResult: Bool

    public init(
      status: DossierStatus, channel: Channel, receivedAt: Instant?, dueAt: Instant?, resolvedAt: Instant?,
      digitisedComponents: Int, reusedComponents: Int, hasDigitisedResult: Bool
    ) {
      self.status = status
      self.channel = channel
      self.receivedAt = receivedAt
      self.dueAt = dueAt
      self.resolvedAt = resolvedAt
      self.digitisedComponents = digitisedComponents
      self.reusedComponents = reusedComponents
      self.hasDigitisedResult = hasDigitisedResult
    }
  }

  public let from: CivilDate
  public let through: CivilDate
  /// Dossiers received before the period and not finished at its start.
  public private(set) var carriedOver = 0
  public private(set) var received = 0
  public private(set) var resolved = 0
  /// Status 7. It is counted separately, because one deployed system counts it as resolved.
  public private(set) var withdrawn = 0
  public private(set) var early = 0
  public private(set) var onTime = 0
  public private(set) var late = 0
  public private(set) var resolvedWithoutAppointment = 0
  public private(set) var online = 0
  public private(set) var withDigitisedComponents = 0
  public private(set) var withReuse = 0
  public private(set) var withDigitisedResult = 0
  public private(set) var stillOpen = 0

  public init(from: CivilDate, through: CivilDate) {
    self.from = from
    self.through = through
  }

  public mutating func add(_ row: Row) {
    guard let receivedOn = row.receivedAt?.civilDate, receivedOn <= through else { return }
    let resolvedOn = row.resolvedAt?.civilDate
    if receivedOn < from {
      if let resolvedOn, resolvedOn < from { return }
      carriedOver += 1
    } else {
      received += 1
      if row.channel == .online { online += 1 }
      if row.digitisedComponents > 0 { withDigitisedComponents += 1 }
      if row.reusedComponents > 0 { withReuse += 1 }
    }
    guard let resolvedOn, resolvedOn <= through, let resolvedAt = row.resolvedAt else {
      stillOpen += 1
      return
    }
    if row.status == .withdrawn { withdrawn += 1 }
    guard row.status == .completed || row.status == .handedBack else { return }
    resolved += 1
    if row.hasDigitisedResult { withDigitisedResult += 1 }
    switch row.dueAt.map({ Punctuality(resolvedAt: resolvedAt, dueAt: $0) }) {
    case .early: early += 1
    case .onTime: onTime += 1
    case .late: late += 1
    case nil: resolvedWithoutAppointment += 1
    }
  }

  public var onTimeRate: Rate { Rate(early + onTime, of: early + onTime + late) }
  public var digitisedComponentsRate: Rate { Rate(withDigitisedComponents, of: received) }
  public var digitisedResultsRate: Rate { Rate(withDigitisedResult, of: resolved) }
  public var reuseRate: Rate { Rate(withReuse, of: received) }
  public var onlineRate: Rate { Rate(online, of: received) }
}
