/// What a further row of a register changes of a dossier that is known: what the register says otherwise than before, unless it
/// was decided here since. Nothing that a clerk recorded is overwritten, and a column that is missing says nothing.
///
/// - Returns: the row with what stays named in it; nil when it changes nothing.
public func importUpdate(
  _ row: ImportedDossier, of dossier: Dossier, history: [RecordedAction]
) -> ImportedDossier? {
  // Of a dossier that was received here, the journal knows more than any register.
  guard dossier.isImported else { return nil }
  var said: [ImportedDossier] = []
  var decided: ImportedFacts = []
  let undone = Set(history.compactMap { if case .undo(let reference) = $0.action { reference } else { nil } })
  for entry in history where entry.verdict.counts && !undone.contains(entry.reference) {
    if let earlier = entry.action.importedRow {
      said.append(earlier)
    } else {
      decided.formUnion(entry.action.decidedFacts)
    }
  }
  // Its entries are elsewhere: an end is never taken back.
  if said.isEmpty, dossier.status.isFinal { decided.insert(.outcome) }
  var update = row
  var changed = row.differing(from: ImportedDossier(dossier)).subtracting(decided)
  if !said.isEmpty { changed.formIntersection(row.differing(fromLastSaid: said)) }
  guard !changed.isEmpty else { return nil }
  update.unsaid = ImportedFacts.all.subtracting(changed)
  return update
}

extension DossierAction {
  /// Of what a register also speaks.
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
    case .ownerBirth, .applicantName, .applicantPhone, .summary: []
    }
  }
}

extension ImportedDossier {
  /// As a register would say what the dossier is now.
  fileprivate init(_ dossier: Dossier) {
    self.init(
      code: dossier.code, procedure: dossier.procedure, owner: dossier.owner, status: dossier.status,
      copies: dossier.copies, decidingOfficeName: dossier.decidingOfficeName, receivedAt: dossier.receivedAt,
      dueAt: dossier.dueAt, resolvedAt: dossier.resolvedAt, handedBackAt: dossier.handBack?.at,
      delivery: dossier.delivery, note: dossier.notes.last?.text ?? "", office: dossier.receivingOffice)
  }
}
