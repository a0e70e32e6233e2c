import DossierDomain
import OfficeWork

/// Verbs that correct earlier acts. Nothing is overwritten: the earlier value stays in the journal.
extension Verb {
  static let correct = Verb(
    "correct", Words("Sửa thông tin", "Correct a field"),
    consequence: Words(
      "Nội dung cũ vẫn còn trong quá trình, kèm lý do sửa.", "The old value stays in the journal, with the reason."),
    under: .of(.correct),
    asks: { ask throws(Unanswered) in
      let field = try ask.choose(
        "field", Words("Sửa mục nào?", "Which field?"),
        Choice.each(of: DossierAction.CorrectableField.allCases.filter { ask.dossier?.has($0) ?? !$0.isLater }) {
          $0.wording($1)
        })
      let value = try ask.rightValue(of: field)
      return .correct(
        field: field, value: value, reason: try ask.ask("reason", Words("Vì sao sửa?", "Why?"), .required))
    })

  static let reopen: Verb = Verb(
    "reopen", Words("Mở lại hồ sơ", "Reopen"),
    consequence: Words(
      "Hồ sơ về lại Đang xử lý; kết quả đã ghi không còn hiệu lực.",
      "It is in progress again; the recorded result no longer counts."),
    under: .of(.reopen),
    asks: { ask throws(Unanswered) in
      .reopen(reason: try ask.phrase("reason", Words("Vì sao mở lại?", "Why?"), of: .reopen))
    })
}

extension Questions {
  /// A sex and a relation are chosen; everything else is typed.
  fileprivate func rightValue(of field: DossierAction.CorrectableField) throws(Unanswered) -> String {
    let label = Words("Nội dung đúng", "The right value")
    switch field {
    case .ownerSex:
      return String(try choose("value", label, Choice.each(of: Sex.allCases) { $0.wording($1) }).rawValue)
    case .applicantRelation:
      return String(try choose("value", label, Choice.each(of: possibleRelations) { $0.wording($1) }).rawValue)
    case .ownerName, .applicantName, .father, .mother:
      return try askName("value", label, .optional, proposal: dossier?.value(of: field) ?? "")
    case .ownerIdentityNumber, .ownerBirth, .ownerPhone, .ownerAddress, .applicantPhone, .summary, .copies:
      return try ask(
        "value", label, Reading<String>.optional.ofNames,
        proposal: dossier.flatMap { field.isNumber ? nil : $0.value(of: field) } ?? "")
    }
  }

  /// Those that need no text, and neither contradict the applicant's sex or age nor make a second parent.
  private var possibleRelations: [Relation.Kind] {
    Relation.Kind.allCases.filter { kind in
      let isNamed = kind.sex != nil && dossier?.related.contains { $0.relation?.kind == kind } == true
      return !kind.asksText && !isNamed && !kind.contradicts(dossier?.applicant?.knownSex)
        && !kind.contradicts(bornOn: dossier?.applicant?.born, toOwnerBornOn: dossier?.owner.born, on: now.civilDate)
    }
  }
}
