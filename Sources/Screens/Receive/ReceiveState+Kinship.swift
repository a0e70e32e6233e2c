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

  /// Nil unless somebody is said to be a parent, so that nothing is worked out at every key.
  var parentFault: ParentFault? {
    guard hasApplicant, relation?.sex != nil, !text("father").isEmpty || !text("mother").isEmpty else { return nil }
    return reception.parentFault
  }
}
