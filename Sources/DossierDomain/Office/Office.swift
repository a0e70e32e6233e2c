/// A commune's public-service centre, with the settings that decide codes, hours and rules.
/// Its settings are facts of the journal: each change is an entry.
public struct Office: Hashable, Sendable {
  public var id: OfficeID
  public var name: String
  /// Agency identification code, e.g. `000.19.45.H50`. Post-merger codes of Quảng Trị's communes are
  /// not known (domain facts 13.3), hence a setting.
  public var agencyCode: String
  /// Code of the administrative unit, e.g. `19594` for xã La Lay.
  public var unitCode: String
  public var workingHours: WorkingHours
  /// Whether 24 November counts as a day off; not settled in law for 2026 (domain facts 13.7).
  public var restsOn24November: Bool
  /// How often a dossier may be extended with an apology (unverified; old rule NĐ 61/2018: once).
  public var extensionLimit: Int
  /// False in a demo or one-clerk office that switched the PIN off.
  public var requiresPIN: Bool
  /// Minutes without a key before the screen locks; 0 never.
  public var idleLockMinutes: Int
  /// Codes of procedures whose whole period begins again after a supplement; all others are prolonged by the pause.
  public var wholePeriodProcedures: Set<String>

  public init(
    id: OfficeID, name: String, agencyCode: String, unitCode: String,
    workingHours: WorkingHours = .standard, restsOn24November: Bool = false,
    extensionLimit: Int = 1, requiresPIN: Bool = true, idleLockMinutes: Int = 10,
    wholePeriodProcedures: Set<String> = []
  ) {
    self.id = id
    self.name = name
    self.agencyCode = agencyCode
    self.unitCode = unitCode
    self.workingHours = workingHours
    self.restsOn24November = restsOn24November
    self.extensionLimit = extensionLimit
    self.requiresPIN = requiresPIN
    self.idleLockMinutes = idleLockMinutes
    self.wholePeriodProcedures = wholePeriodProcedures
  }
}

extension Office {
  public func pausePolicy(of procedure: String) -> PausePolicy {
    wholePeriodProcedures.contains(procedure) ? .wholePeriod : .prolonged
  }

  /// The text whose hash names the settings in an appointment. What is not set leaves no trace in it, so that hashes of
  /// earlier versions stay.
  public var canonicalSettings: String {
    let restarted = wholePeriodProcedures.sorted().joined(separator: ",")
    return "\(workingHours) \(extensionLimit)" + (restarted.isEmpty ? "" : " whole-period:\(restarted)")
  }
}
