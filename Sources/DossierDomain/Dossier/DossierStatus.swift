/// The ten national statuses of a dossier, with the numbers that the national portal uses (TrangThaiHoSo).
public enum DossierStatus: Int, CaseIterable, Sendable, Comparable {
  case registered = 1
  case received = 2
  case refused = 3
  case inProgress = 4
  case supplementRequested = 5
  case paymentRequested = 6
  case withdrawn = 7
  case stopped = 8
  case completed = 9
  case handedBack = 10

  /// The allowed changes of status (domain facts 3.1).
  public var successors: Set<DossierStatus> {
    switch self {
    case .registered: [.received, .refused, .supplementRequested, .withdrawn]
    case .received:
      [.inProgress, .supplementRequested, .paymentRequested, .withdrawn, .stopped, .completed]
    case .inProgress: [.supplementRequested, .paymentRequested, .withdrawn, .stopped, .completed]
    case .supplementRequested: [.inProgress, .withdrawn, .stopped]
    case .paymentRequested: [.inProgress, .withdrawn, .stopped]
    case .completed: [.handedBack, .inProgress]
    case .refused, .withdrawn, .stopped, .handedBack: []
    }
  }

  /// Nothing more happens to a dossier in a final status.
  public var isFinal: Bool { successors.isEmpty }

  /// The time limit is paused while a supplement or a payment is awaited from the citizen.
  public var isPaused: Bool { self == .supplementRequested || self == .paymentRequested }

  /// The dossier was received and is not finished, so the office owes an answer.
  public var isRunning: Bool { self == .received || self == .inProgress }

  public static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
}
