import DossierDomain
import OfficeWork
import VietnameseText

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
      let isSame = try ask.isSamePerson(field, value)
      let reason = try ask.ask("reason", ask.reasonLabel(field, value), .required)
      return (isSame ? [value] : ["", value]).map { .correct(field: field, value: $0, reason: reason) }
    },
    commands: { commands, _, _ in commands })

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
    let label = Words {
      $0.pick("Nội dung đúng của mục: \(field.wording(.vi))", "The right value of: \(field.wording(.en))")
    }
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

  /// A name that is spelled otherwise may be another person's, and only the clerk knows. Nothing that was recorded of somebody goes without
  /// a word. In the record another person is named after the former one was taken away.
  fileprivate func isSamePerson(_ field: DossierAction.CorrectableField, _ name: String) throws(Unanswered) -> Bool {
    guard let person = dossier?.person(namedBy: field), !name.isEmpty, person.name.exactFolded != name.exactFolded,
      let facts = facts(of: person, field)
    else { return true }
    return try choose(
      "same", Words("Vẫn là người ấy?", "Is it the same person?"),
      [
        Choice(true, "1", Words("Vẫn người ấy: chỉ sửa tên", "The same: only the name is corrected")),
        Choice(false, "0", Words { $0.pick("Người khác; bỏ: ", "Another person; drop: ") + facts($0) }),
      ])
  }

  /// What is corrected, and what goes with a person who is taken away.
  fileprivate func reasonLabel(_ field: DossierAction.CorrectableField, _ value: String) -> Words {
    let facts = value.isEmpty ? dossier?.person(namedBy: field).flatMap { self.facts(of: $0, field) } : nil
    return Words { language in
      let name = field.wording(language)
      guard let facts else { return language.pick("Vì sao sửa \(name)?", "Why correct the \(name)?") }
      return language.pick(
        "Vì sao xóa \(name)? Bỏ cả: \(facts(.vi))", "Why remove the \(name)? This goes too: \(facts(.en))")
    }
  }

  /// What is recorded of the person beside her name; nil if nothing is.
  private func facts(of person: Person, _ field: DossierAction.CorrectableField) -> Words? {
    let facts: [(has: Bool, words: Words)] = [
      (!person.birth.isEmpty, Words("ngày sinh", "birth")),
      (!person.identityNumber.isEmpty || !person.oldNumber.isEmpty, Words("số", "number")),
      (!person.phone.isEmpty, Words("điện thoại", "phone")),
      (!person.address.isEmpty, Words("địa chỉ", "address")),
      (person.identified != nil || person.card != CardFacts(), Words("thẻ", "card")),
      (field == .applicantName && person.relation != nil, Words("quan hệ", "relation")),
    ]
    let known = facts.filter(\.has).map(\.words)
    return known.isEmpty ? nil : Words { language in known.map { $0(language) }.joined(separator: ", ") }
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
