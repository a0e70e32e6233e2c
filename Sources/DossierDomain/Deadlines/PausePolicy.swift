/// What becomes of an appointment when the clock goes on after a pause (domain facts 6; which one holds is not settled in
/// law, hence a setting of the office, by procedure).
public enum PausePolicy: UInt8, CaseIterable, Sendable {
  /// The old appointment plus the working time that passed meanwhile.
  case prolonged = 1
  /// The procedure's whole period again, from the day on which the papers were complete.
  case wholePeriod = 2
}
