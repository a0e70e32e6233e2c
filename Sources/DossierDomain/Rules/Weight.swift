/// What makes an act one of weight: it is done only when she who does it has just given her PIN, so that a desk left open for a
/// moment decides nothing.
public enum Weight: CaseIterable, Hashable, Sendable {
  /// A result is recorded.
  case result
  /// Ends without a result: refused, stopped, or void.
  case refusal, stop, annulment
  /// A recorded result no longer counts.
  case reopening
  /// Something is destroyed for good.
  case erasure
  /// A decision about the office itself.
  case decision
}

extension DossierCommand {
  public var weight: Weight? { rule.weight }

  public var hasWeight: Bool { weight != nil }
}

extension DossierAction {
  public var weight: Weight? { rule.weight }

  public var hasWeight: Bool { weight != nil }
}

extension OfficeAction {
  public var weight: Weight? {
    switch self {
    case .setOffice, .setClerk, .mapClerk, .setDays, .setProcedure: .decision
    // The day's business of a head of desk, and an answer to a question of the program's.
    case .setAbsence, .clearAbsence, .confirmClock, .recordReading: nil
    }
  }

  public var hasWeight: Bool { weight != nil }
}
