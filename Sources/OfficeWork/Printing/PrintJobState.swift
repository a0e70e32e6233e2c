import DossierDomain

/// How far a paper is that the print server has taken; the raw value is the drawing process's word.
public enum PrintJobState: String, CaseIterable, Hashable, Sendable {
  case pending
  case held
  case processing
  case stopped
  case cancelled
  case aborted
  /// The only state in which a paper counts as printed.
  case completed

  /// Nothing more happens to the job.
  public var isFinal: Bool {
    switch self {
    case .pending, .held, .processing, .stopped: false
    case .cancelled, .aborted, .completed: true
    }
  }

  public func wording(_ language: Language) -> String {
    switch self {
    case .pending: language.pick("đang chờ in", "waiting to be printed")
    case .held: language.pick("đang bị giữ lại, chưa in", "held, not printed yet")
    case .processing: language.pick("đang in", "printing")
    case .stopped: language.pick("dừng giữa chừng", "stopped halfway")
    case .cancelled: language.pick("đã hủy in", "cancelled")
    case .aborted: language.pick("in không thành", "printing failed")
    case .completed: language.pick("đã in xong", "printed")
    }
  }
}
