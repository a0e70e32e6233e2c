import VietnameseText

extension Decision {
  func correct(
    _ field: DossierAction.CorrectableField, _ value: String, _ reason: String
  ) throws(Denial) -> DossierAction {
    var clean = value.cleaned(maxLength: 1000)
    switch field {
    case .ownerName: guard clean.contains(where: \.isLetter) else { throw .ownerNameMissing }
    case .applicantName:
      // An empty name is nobody.
      guard clean.isEmpty && dossier.applicant != nil || clean.contains(where: \.isLetter) else {
        throw .valueInvalid(field: field)
      }
    case .ownerBirth: clean = try birth(clean, context)
    case .ownerIdentityNumber:
      // As at the reception: enterprises and other organisations have numbers of other lengths.
      guard dossier.owner.kind != .individual || !IdentityKind.isMistyped(clean) else { throw .identityNumberInvalid }
      clean = IdentityKind.normalised(clean)
    case .ownerPhone, .applicantPhone:
      if field == .applicantPhone, dossier.applicant == nil { throw .valueInvalid(field: field) }
      clean = PhoneNumber.normalised(clean)
      guard clean.isEmpty || (8...15).contains(clean.count(where: \.isNumber)), !clean.contains(where: \.isLetter)
      else {
        throw .valueInvalid(field: field)
      }
    case .copies: guard let copies = Int(clean), (1...1000).contains(copies) else { throw .valueInvalid(field: field) }
    case .ownerSex:
      guard UInt8(clean).flatMap(Sex.init(rawValue:)) != nil else { throw .valueInvalid(field: field) }
    case .applicantRelation:
      let kind = UInt8(clean).flatMap(Relation.Kind.init(rawValue:))
      guard dossier.has(field), let kind, !kind.asksText, kind.sex == nil || !isNamed(kind) else {
        throw .valueInvalid(field: field)
      }
    case .father, .mother:
      // An empty name is nobody, and the applicant who is this parent is no second one.
      guard dossier.has(field),
        clean.isEmpty || clean.contains(where: \.isLetter) && dossier.applicant?.relation?.kind != field.parent
      else { throw .valueInvalid(field: field) }
    case .ownerAddress, .summary: break
    }
    return .correct(field: field, value: clean, reason: try required(reason, or: .reasonMissing))
  }

  /// Somebody else is named as this parent.
  private func isNamed(_ kind: Relation.Kind) -> Bool { dossier.related.contains { $0.relation?.kind == kind } }

  func addCode(_ code: DossierCode) throws(Denial) -> DossierAction {
    guard !code.text.isEmpty, code.text.count <= DossierCode.maximumLength else { throw .codeUnavailable }
    // A number of this office's series belongs to the dossier to which it is issued; that of the system beside, which has
    // the same series, ends with the change-over.
    if code.text.hasPrefix(context.office.agencyCode + "-") {
      guard let day = code.dayOfOffice, let from = context.office.ownCodesFrom, day < from else {
        throw .codeOfThisOffice(agency: context.office.agencyCode)
      }
    }
    guard !context.isCodeKnown(code.text) else { throw .codeInUse(code.text) }
    return .addCode(code)
  }

  /// The register that was imported calls the dossier open, although it was handed back before the change-over. When
  /// that was is not known, and nothing is invented.
  func closeAsDoneBefore() throws(Denial) -> DossierAction {
    guard dossier.isImported else { throw .notImported }
    var row = ImportedDossier(dossier)
    (row.status, row.resolvedAt, row.handedBackAt, row.note) = (.handedBack, nil, nil, "")
    (row.owner.birth, row.owner.sex, row.owner.relative) = ("", nil, "")
    row.unsaid = ImportedFacts.all.subtracting(.outcome)
    return .importUpdate(row)
  }

  func issueCode() throws(Denial) -> DossierAction {
    try believed(context)
    if let day = context.office.ownCodesFrom, context.office.isBesideAnotherSystem(on: context.now.civilDate) {
      throw .codesNotOursYet(from: day)
    }
    guard let code = context.nextCode, code.origin == .office else { throw .numbersUsedUp }
    return .addCode(code)
  }

  func settleConflict(_ loser: EntryReference) throws(Denial) -> DossierAction {
    guard dossier.conflicts.contains(where: { $0.loser == loser }) else { throw .conflictUnknown }
    return .settleConflict(loser)
  }
}
