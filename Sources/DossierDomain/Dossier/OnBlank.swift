/// That a dossier was received on a blank receipt and recorded later.
public struct OnBlank: Hashable, Sendable {
  public var reason: String
  public var recordedAt: Instant

  public init(reason: String, recordedAt: Instant) {
    self.reason = reason
    self.recordedAt = recordedAt
  }

  /// `Phiếu dự phòng, ghi lúc 10:30 24/11/2026: mất điện`
  public func wording(_ language: Language) -> String { Self.start(recordedAt, language) + ": \(reason)" }

  /// Without the reason, which a clerk has typed: for rows of confidential dossiers.
  public func hiddenWording(_ language: Language) -> String { Self.start(recordedAt, language) }

  private static func start(_ at: Instant, _ language: Language) -> String {
    language.pick("Phiếu dự phòng, ghi lúc \(at.clockAndDate)", "Blank receipt, recorded \(at.clockAndDate)")
  }
}

extension Dossier {
  /// Its blank receipt can be entered again: it is void, so that the code on the citizen's paper would lead nowhere. A reception that
  /// the province keeps back may still count, and keeps its paper.
  public var leavesItsBlank: Bool { onBlank != nil && isVoid && held.isEmpty }
}
