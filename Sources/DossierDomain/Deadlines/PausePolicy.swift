/// How the appointment changes when a pause ends. The law does not settle which way applies (domain facts 6), so it is
/// a setting of the office for each procedure.
public enum PausePolicy: UInt8, CaseIterable, Sendable {
  /// The old appointment plus the working time that passed meanwhile.
  case prolonged = 1
  /// The procedure's whole period again, from the day on which the papers were complete.
  case wholePeriod = 2
}
