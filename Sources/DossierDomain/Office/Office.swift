/// A commune's public-service centre, with the settings that decide codes, hours and rules. Each change of the settings
/// is an entry of the journal.
public struct Office: Hashable, Sendable {
  public var id: OfficeID
  public var name: String
  /// Agency identification code, such as `000.19.45.H50`. It is a setting, because the codes of Quảng Trị's communes
  /// after the merger are not known (domain facts 13.3).
  public var agencyCode: String
  /// Code of the administrative unit, such as `19594` for xã La Lay.
  public var unitCode: String
  public var workingHours: WorkingHours
  /// A setting of versions up to 0.2, which entries contain; nothing reads it. 24 November is off by law from 2026 on
  /// (NQ 28/2026/QH16).
  public var restsOn24November: Bool
  /// How often a dossier may be extended with an apology (unverified; the old rule in NĐ 61/2018 was once).
  public var extensionLimit: Int
  /// False in a demo, or in a one-clerk office that has switched the PIN off.
  public var requiresPIN: Bool
  /// Minutes without a key press before the program locks; 0 for never.
  public var idleLockMinutes: Int
  /// Codes of procedures whose whole period begins again after a supplement; for all others the pause is added.
  public var wholePeriodProcedures: Set<String>
  /// The day from which citizens get the codes of this program; until then another system is in use beside it, and its
  /// codes are the ones on paper. Nil if there is no such system.
  public var ownCodesFrom: CivilDate?

  public init(
    id: OfficeID, name: String, agencyCode: String, unitCode: String,
    workingHours: WorkingHours = .standard, restsOn24November: Bool = false,
    extensionLimit: Int = 1, requiresPIN: Bool = true, idleLockMinutes: Int = 10,
    wholePeriodProcedures: Set<String> = [], ownCodesFrom: CivilDate? = nil
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
    self.ownCodesFrom = ownCodesFrom
  }
}

extension Office {
  public func pausePolicy(of procedure: String) -> PausePolicy {
    wholePeriodProcedures.contains(procedure) ? .wholePeriod : .prolonged
  }

  /// Whether another system is in use beside this program on that day, so that its codes are on the citizens' papers.
  public func isBesideAnotherSystem(on date: CivilDate) -> Bool { ownCodesFrom.map { date < $0 } ?? false }

  /// The hash of this text identifies the settings in an appointment. Settings without a value are left out of the
  /// text, so that the hashes of earlier versions stay the same.
  public var canonicalSettings: String {
    let restarted = wholePeriodProcedures.sorted().joined(separator: ",")
    return "\(workingHours) \(extensionLimit)" + (restarted.isEmpty ? "" : " whole-period:\(restarted)")
  }
}
