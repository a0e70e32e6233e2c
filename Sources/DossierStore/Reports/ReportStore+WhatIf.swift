import DossierDomain
import GRDB

extension ReportStore {
  /// What new versions of procedures would have made of the dossiers received in a period, as if they had been in force.
  /// Nothing is written, and no more than a slice of dossiers is in memory at a time.
  /// - Returns: the counts by the procedure's code.
  public func whatIf(
    _ new: [ProcedureVersion], receivedFrom first: CivilDate, through last: CivilDate
  ) throws(StoreError) -> [String: WhatIfCount] {
    let trial = try read { try Trial($0, new) }
    var counts = Dictionary(uniqueKeysWithValues: trial.codes.map { ($0, WhatIfCount()) })
    try forEachDossier(receivedFrom: first, through: last, of: trial.codes) { dossier in
      guard !dossier.isVoid, dossier.receivedAt != nil else { return }
      counts[dossier.procedure.code]?.add(dossier.code, trial.difference(dossier))
    }
    return counts
  }
}

/// What is tried out, and by what it is compared.
private struct Trial {
  let codes: [String]
  private let new: [String: [ProcedureVersion]]
  /// The known versions by their hashes.
  private var known: [String: ProcedureVersion] = [:]
  /// What the catalogue would be.
  private let after: Catalogue
  private let context: DecisionContext

  init(_ db: Database, _ versions: [ProcedureVersion]) throws {
    new = Dictionary(grouping: versions, by: \.code)
    codes = new.keys.sorted()
    var decided: [ProcedureVersion] = []
    for code in codes {
      for version in try ProcedureProjection.known(db, of: code) {
        known[contentHash(version.canonicalText)] = version
      }
      decided += try ProcedureProjection.versions(db, of: code)
    }
    after = Catalogue(changes: decided + versions)
    let office = try OfficeProjection.office(db)
    context = DecisionContext(
      now: Instant(milliseconds: 0), clerk: ProvinceClerk.clerk, office: office,
      calendar: try OfficeProjection.calendar(db),
      opening: try OpeningTable.hours(db, of: OfficeStore.point(db), office), calendarHash: "", settingsHash: "",
      procedure: { _, _ in nil })
  }

  /// Nil if the version of the dossier is not known. An online submission is accepted by the version of the day on which it came
  /// to the province, which is that on which it was handed in, as far as the portal passes it on at once.
  func difference(_ dossier: Dossier) -> WhatIf? {
    guard let begun = dossier.submittedAt ?? dossier.receivedAt, let old = known[dossier.procedure.versionHash],
      old.code == dossier.procedure.code, let tried = tried(old.code, on: begun.civilDate)
    else { return nil }
    return dossier.whatIf(tried, insteadOf: old, context)
  }

  /// The new version that holds on the day; the first one if none does, because rules are tried before they are in force.
  private func tried(_ code: String, on day: CivilDate) -> ProcedureVersion? {
    let versions = new[code, default: []]
    guard let holding = after.version(of: code, on: day) else { return nil }
    var tried =
      versions.first { $0.validFrom == holding.validFrom }
      ?? versions.min { ($0.validFrom.value?.dayNumber ?? .min) < ($1.validFrom.value?.dayNumber ?? .min) }
    if tried?.standing == .inForce { tried?.standing = holding.standing }
    return tried
  }
}
