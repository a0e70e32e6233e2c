import DossierDomain

/// What the applicant is to the owner, and whether it can be.
extension ReceiveState {
  /// Of whoever hands it in, by her card or her number; nil if nothing says it.
  var applicantSex: Sex? {
    card(of: .applicant)?.sex ?? (try? CitizenNumber(text("applicant-number")))?.sex
  }

  /// The relation is one of the other sex. The number may be wrong, so it is asked and not refused.
  var kinshipDoubt: (field: Field.ID, sentence: Words)? {
    guard hasApplicant, let relation, let sex = applicantSex, relation.contradicts(sex) else { return nil }
    return (
      "relation",
      Words {
        $0.pick(
          "Người nộp là \(sex.wording(.vi).lowercased()) (theo thẻ hoặc số định danh), mà Quan hệ ghi: \(relation.wording(.vi)).",
          "By card or number the applicant is \(sex.wording(.en).lowercased()), but the relation says: \(relation.wording(.en))."
        )
      }
    )
  }

  /// Whoever is said to be what nobody of her age is to the owner, a parent with a card of her own as well. Ages may have been
  /// read or typed wrong, so it is asked and not refused.
  var ageDoubts: [(field: Field.ID, sentence: Words)] {
    guard let day = receptionDay else { return [] }
    let owner = Person(
      name: "", identityNumber: text("number"), birth: BirthDate.normalised(text("birth")) ?? "")
    return relatedByAge.compactMap { field, kind, person in
      guard kind.contradicts(bornOn: person.born, toOwnerBornOn: owner.born, on: day) else { return nil }
      return (field, Words { Self.ageSentence(kind, person, owner, $0) })
    }
  }

  private var relatedByAge: [(field: Field.ID, kind: Relation.Kind, person: Person)] {
    var all: [(field: Field.ID, kind: Relation.Kind, person: Person)] = []
    if hasApplicant, let relation {
      let card = card(of: .applicant)
      all.append(
        ("relation", relation, Person(name: "", identityNumber: text("applicant-number"), birth: card?.birth ?? "")))
    }
    for (field, kind, holder) in [("father", .father, .father), ("mother", .mother, .mother)]
      as [(Field.ID, Relation.Kind, CardHolder)]
    {
      if let card = card(of: holder) { all.append((field, kind, card.person)) }
    }
    return all
  }

  private static func ageSentence(
    _ kind: Relation.Kind, _ person: Person, _ owner: Person, _ language: Language
  ) -> String {
    let known = [
      (language.pick("người ấy sinh ", "that person was born "), person.knownBirth),
      (language.pick("chủ hồ sơ sinh ", "the owner was born "), owner.knownBirth),
    ].filter { !$0.1.isEmpty }.map { $0.0 + $0.1 }.joined(separator: ", ")
    return language.pick("Quan hệ ghi: ", "The relation says: ") + kind.wording(language)
      + language.pick(", mà tuổi không hợp: ", ", but the ages do not fit: ") + known + "."
  }

  /// Nil unless somebody is said to be a parent, so that nothing is worked out at every key.
  var parentFault: ParentFault? {
    guard hasApplicant, relation?.sex != nil, !text("father").isEmpty || !text("mother").isEmpty else { return nil }
    return reception.parentFault
  }
}
