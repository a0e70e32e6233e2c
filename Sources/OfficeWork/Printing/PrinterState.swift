import DossierDomain

/// What a queue does; the raw value is the drawing process's word.
public enum PrinterState: String, CaseIterable, Hashable, Sendable {
  case idle
  case processing
  /// Nothing is printed until somebody starts it again.
  case stopped

  public func wording(_ language: Language) -> String {
    switch self {
    case .idle: language.pick("sẵn sàng", "ready")
    case .processing: language.pick("đang in", "printing")
    case .stopped: language.pick("đang dừng", "stopped")
    }
  }
}
