extension QueueRow {
  /// The row of a dossier that is at hand whole, for those who may see it.
  public init(_ dossier: Dossier, delivery: EntryDelivery) {
    let digitised = dossier.digitisedShare
    let share = dossier.componentShare
    self.init(
      id: dossier.id, code: dossier.code, ownerName: dossier.owner.name, procedureCode: dossier.procedure.code,
      procedureName: dossier.procedure.name, status: dossier.status, step: dossier.step, dueAt: dossier.dueAt,
      receivedAt: dossier.receivedAt, resolvedAt: dossier.resolvedAt, assignee: dossier.assignee,
      componentsDigitised: digitised.digitised, componentsCountable: digitised.countable,
      componentsMissing: share.needed - share.present, delivery: delivery, isConfidential: dossier.isConfidential,
      isVoid: dossier.isVoid, conflicts: dossier.conflicts.count, held: dossier.held.count)
  }
}
