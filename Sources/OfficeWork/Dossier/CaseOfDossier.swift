import DossierDomain

extension OfficeSnapshot {
  /// The version by which the dossier was received. Nobody knows that of a row of a register, nor of every dossier that an
  /// earlier program received, so that the version of the day counts for them; nil if the catalogue has none of the procedure.
  public func version(of dossier: Dossier) -> ProcedureVersion? {
    version(dossier.procedure, (dossier.receivedAt ?? dossier.submittedAt)?.civilDate)
  }

  /// The same of a row, which has no other time of a submission than the one since which it waits.
  public func version(of row: QueueRow) -> ProcedureVersion? {
    let named = ProcedureReference(code: row.procedureCode, name: row.procedureName, versionHash: row.versionHash)
    return version(named, (row.receivedAt ?? row.waitingSince)?.civilDate)
  }

  /// Reads the versions that a list of these rows asks for, because reading one takes longer than drawing a row.
  public func makeReady(for rows: [QueueRow]) {
    for row in rows where row.status == .supplementRequested { _ = version(of: row) }
  }

  private func version(_ named: ProcedureReference, _ day: CivilDate?) -> ProcedureVersion? {
    catalogue.version(of: named) ?? day.flatMap { catalogue.version(of: named.code, on: $0) }
  }

  /// What that version says of the dossier's case. Nil for a row of a register, of which nobody has decided a case.
  public func outcome(of dossier: Dossier) -> CaseOutcome? {
    guard !dossier.isImported, let version = version(of: dossier) else { return nil }
    return version.outcome(dossier.answers.withUsual(of: version))
  }

  /// The time that the law of the case adds for a verification; nil if it adds none, if nobody knows how much, or if it
  /// was taken before.
  public func verification(of dossier: Dossier) -> TimeLimit? {
    guard dossier.verifications.isEmpty, let time = outcome(of: dossier)?.limit?.verification, time != .unknown else {
      return nil
    }
    return time
  }

  /// What the case gives the citizen if it is granted, as the version says; empty if it says nothing.
  public func results(of dossier: Dossier) -> [ResultRule] { outcome(of: dossier)?.results ?? [] }

  /// How long the granted result can be used, such as "có giá trị 6 tháng: đến 01/06/2027"; nil if nobody knows.
  public func validity(of dossier: Dossier, _ language: Language) -> String? {
    guard let result = dossier.result, result.approved, let day = dossier.resolvedAt?.civilDate else { return nil }
    let rules = results(of: dossier)
    let rule = rules.count == 1 ? rules.first : rules.first { $0.name == result.title }
    return rule?.validity.value?.wording(from: day, language)
  }
}
