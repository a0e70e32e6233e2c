import DossierDomain

/// The text form of failures in the database and in the output of commands: a name, then its value after a blank.
extension SyncFailure {
  /// The text must not change between versions.
  public var kept: String {
    switch self {
    case .notEnrolled: "not-enrolled"
    case .unreachable: "unreachable"
    case .interrupted: "interrupted"
    case .wrongServer: "wrong-server"
    case .captivePortal: "captive-portal"
    case .certificateExpired: "certificate-expired"
    case .deviceRevoked: "device-revoked"
    case .serverBusy(let seconds): "server-busy \(seconds)"
    case .serverFailed: "server-failed"
    case .answerDamaged(let reason): "answer-damaged \(reason)"
    case .orderDiffers(let reason): "order-differs \(reason)"
    case .provinceRestored: "province-restored"
    case .clerksUnknown(let clerks): (["clerks-unknown"] + clerks.map(\.hexadecimal)).joined(separator: " ")
    case .copyInUse: "copy-in-use"
    case .newerProtocol: "newer-protocol"
    case .diskFull: "disk-full"
    case .storeFailed(let reason): "store-failed \(reason)"
    case .cancelled: "cancelled"
    }
  }

  /// Nil for a text that no version of this program has written.
  public init?(kept text: String) {
    let parts = text.split(separator: " ", maxSplits: 1, omittingEmptySubsequences: false)
    let detail = parts.count > 1 ? String(parts[1]) : ""
    switch parts.first ?? "" {
    case "not-enrolled": self = .notEnrolled
    case "unreachable": self = .unreachable
    case "interrupted": self = .interrupted
    case "wrong-server": self = .wrongServer
    case "captive-portal": self = .captivePortal
    case "certificate-expired": self = .certificateExpired
    case "device-revoked": self = .deviceRevoked
    case "server-busy":
      guard let seconds = Int(detail) else { return nil }
      self = .serverBusy(retryAfterSeconds: seconds)
    case "server-failed": self = .serverFailed
    case "answer-damaged": self = .answerDamaged(detail)
    case "order-differs": self = .orderDiffers(detail)
    case "province-restored": self = .provinceRestored
    case "clerks-unknown": self = .clerksUnknown(Self.clerks(in: detail))
    case "copy-in-use": self = .copyInUse
    case "newer-protocol": self = .newerProtocol
    case "disk-full": self = .diskFull
    case "store-failed": self = .storeFailed(detail)
    case "cancelled": self = .cancelled
    default: return nil
    }
  }

  /// The ids in a text that separates them by blanks; whatever is none is left out.
  public static func clerks(in text: String) -> [ClerkID] {
    text.split(separator: " ").compactMap { ClerkID(hexadecimal: String($0)) }
  }
}
