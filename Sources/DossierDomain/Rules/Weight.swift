/// The reason why an act has weight. Such an act is done only if the clerk has just given her PIN, so that nobody can
/// decide anything at a desk that was left open for a moment.
public enum Weight: CaseIterable, Hashable, Sendable {
  /// A result is recorded.
  case result
  /// The dossier ends without a result: refused, stopped, or void.
  case refusal, stop, annulment
  /// A recorded result no longer counts.
  case reopening
  /// Data are destroyed permanently.
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
    case .setOffice, .setClerk, .mapClerk, .setDays, .setProcedure, .setOpeningWeek, .announce, .retractAnnouncement:
      .decision
    // These are daily work of a head of desk, or answers to a question of the program.
    case .setAbsence, .clearAbsence, .setOpeningDay, .confirmClock, .recordReading, .printBlanks,
      .strikeBlanks, .openBook:
      nil
    }
  }

  public var hasWeight: Bool { weight != nil }
}
