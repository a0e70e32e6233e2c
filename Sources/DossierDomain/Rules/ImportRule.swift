/// Computes the change that a further row of a register makes to a known dossier: the facts that differ from the
/// earlier rows, except those that were decided here since. Nothing that a clerk recorded is overwritten, and a missing
/// column changes nothing.
///
/// - Returns: the row, with the facts that stay unchanged named in it; nil if it changes nothing.
public func importUpdate(
  _ row: ImportedDossier, of dossier: Dossier, history: [RecordedAction]
) -> ImportedDossier? {
  // If the dossier was received here, the journal has more facts than any register.
  guard dossier.isImported else { return nil }
  var said: [ImportedDossier] = []
  var decided: ImportedFacts = []
  var isBirthDecided = false
  let undone = Set(history.compactMap { if case .undo(let reference) = $0.action { reference } else { nil } })
  for entry in history where entry.verdict.counts && !undone.contains(entry.reference) {
    if let earlier = entry.action.importedRow {
      said.append(earlier)
    } else {
      decided.formUnion(entry.action.decidedFacts)
      if entry.action.outline.field == .ownerBirth { isBirthDecided = true }
    }
  }
  // The earlier rows are not in this database, so an end is never reverted.
  if said.isEmpty, dossier.status.isFinal { decided.insert(.outcome) }
  // It was closed as done before the change-over, without dates. A register that still calls it open does not open it.
  if said.last?.unsaid == ImportedFacts.all.subtracting(.outcome), dossier.status == .handedBack,
    dossier.handBack == nil, dossier.resolvedAt == nil, row.handedBackAt == nil
  {
    decided.insert(.outcome)
  }
  var update = row
  var changed = row.differing(from: ImportedDossier(dossier)).subtracting(decided)
  if row.owner.name == ImportedDossier.hiddenOwner {
    changed.subtract([.ownerName, .ownerNumber, .ownerPhone, .ownerAddress, .note])
  }
  if !said.isEmpty { changed.formIntersection(row.differing(fromLastSaid: said)) }
  let isHidden = row.owner.name == ImportedDossier.hiddenOwner
  func added<Value: Equatable>(_ value: (Person) -> Value?) -> Value? {
    guard !isHidden, let new = value(row.owner), new != value(dossier.owner) else { return nil }
    // The earlier rows are not in this database, so that nobody knows whether a clerk has decided it.
    if said.isEmpty { return value(dossier.owner) == nil ? new : nil }
    return said.lastOfPerson(value) == new ? nil : new
  }
  update.owner.birth = isBirthDecided ? "" : added { $0.birth.isEmpty ? nil : $0.birth } ?? ""
  update.owner.sex = added(\.sex)
  update.owner.relative = added { $0.relative.isEmpty ? nil : $0.relative } ?? ""
  let saysPerson = update.owner.saysPerson
  guard !changed.isEmpty || saysPerson else { return nil }
  update.unsaid = ImportedFacts.all.subtracting(changed)
  if saysPerson { update.unsaid.insert(.saysPerson) }
  return update
}

extension Person {
  /// Whether a register has said more of her than name, number, phone and address.
  fileprivate var saysPerson: Bool { !birth.isEmpty || sex != nil || !relative.isEmpty }
}

extension [ImportedDossier] {
  /// What the last row that said it said of the owner; the first row says all that it contains.
  fileprivate func lastOfPerson<Value>(_ value: (Person) -> Value?) -> Value? {
    for (place, row) in enumerated().reversed() where place == 0 || row.unsaid.contains(.saysPerson) {
      if let said = value(row.owner) { return said }
    }
    return nil
  }
}

extension DossierAction {
  /// The facts decided by the action that a register contains too.
  fileprivate var decidedFacts: ImportedFacts {
    let outline = outline
    return switch outline.kind.rule.decides {
    case .course, .courseAndAssignee, .courseWithAppointment: [.outcome, .due]
    case .field: outline.field?.importedFacts ?? []
    case .nothing, .assignee, .paper, .whatItUndoes: []
    }
  }
}

extension DossierAction.CorrectableField {
  fileprivate var importedFacts: ImportedFacts {
    switch self {
    case .ownerName: .ownerName
    case .ownerIdentityNumber: .ownerNumber
    case .ownerPhone: .ownerPhone
    case .ownerAddress: .ownerAddress
    case .copies: .copies
    case .ownerBirth, .applicantName, .applicantPhone, .summary, .ownerSex, .applicantRelation, .father, .mother: []
    }
  }
}

extension ImportedDossier {
  /// The dossier's present state in the form of a register's row.
  init(_ dossier: Dossier) {
    self.init(
      code: dossier.code, procedure: dossier.procedure, owner: dossier.owner, status: dossier.status,
      copies: dossier.copies, decidingOfficeName: dossier.decidingOfficeName, receivedAt: dossier.receivedAt,
      dueAt: dossier.dueAt, resolvedAt: dossier.resolvedAt, handedBackAt: dossier.handBack?.at,
      delivery: dossier.delivery, note: dossier.notes.last?.text ?? "", office: dossier.receivingOffice)
  }
}
