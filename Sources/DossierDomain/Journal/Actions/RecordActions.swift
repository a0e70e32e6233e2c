import VietnameseText

// MARK: What they make of a dossier

extension Dossier {
  /// Adds a code. An office code replaces the provisional code of the dossier.
  mutating func add(_ code: DossierCode) {
    if code.origin == .office { codes.insert(code, at: 0) } else { codes.append(code) }
  }

  mutating func correct(_ field: DossierAction.CorrectableField, _ value: String) {
    switch field {
    case .ownerName: owner.name = value
    case .ownerIdentityNumber:
      owner.identityNumber = value
      owner.identityKind = IdentityKind(number: value)
      // They were those of the other number.
      (owner.identified, owner.oldNumber, owner.card) = (nil, "", CardFacts())
    case .ownerBirth: owner.birth = value
    case .ownerPhone: owner.phone = value
    case .ownerAddress: owner.address = value
    case .applicantName:
      var named = applicant ?? Person(name: value)
      if named.name.exactFolded != value.exactFolded {
        // They were those of whoever had the other name.
        (named.identified, named.oldNumber, named.card, named.relation) = (nil, "", CardFacts(), nil)
      }
      named.name = value
      applicant = named
    case .applicantPhone: applicant?.phone = value
    case .summary: summary = value
    case .copies: copies = Int(value) ?? copies
    }
  }
}

extension Dossier {
  /// What stands in a field that can be corrected.
  public func value(of field: DossierAction.CorrectableField) -> String {
    switch field {
    case .ownerName: owner.name
    case .ownerIdentityNumber: owner.identityNumber
    case .ownerBirth: owner.birth
    case .ownerPhone: owner.phone
    case .ownerAddress: owner.address
    case .applicantName: applicant?.name ?? ""
    case .applicantPhone: applicant?.phone ?? ""
    case .summary: summary
    case .copies: String(copies)
    }
  }
}

// MARK: How the timeline says them

extension ActionWording {
  func corrected(_ field: DossierAction.CorrectableField, _ value: String, _ reason: String) -> String {
    language.pick(
      "Sửa \(field.wording(.vi)) thành \"\(value)\": \(reason)",
      "Corrected \(field.wording(.en)) to \"\(value)\": \(reason)")
  }
}

extension DossierAction.CorrectableField {
  /// Whether it is a number that screens show masked.
  public var isNumber: Bool {
    switch self {
    case .ownerIdentityNumber, .ownerPhone, .applicantPhone: true
    case .ownerName, .ownerBirth, .ownerAddress, .applicantName, .summary, .copies: false
    }
  }

  public func wording(_ language: Language) -> String {
    switch self {
    case .ownerName: language.pick("tên chủ hồ sơ", "owner's name")
    case .ownerIdentityNumber: language.pick("số giấy tờ", "identity number")
    case .ownerBirth: language.pick("ngày sinh", "date of birth")
    case .ownerPhone: language.pick("số điện thoại", "phone number")
    case .ownerAddress: language.pick("địa chỉ", "address")
    case .applicantName: language.pick("tên người nộp", "applicant's name")
    case .applicantPhone: language.pick("điện thoại người nộp", "applicant's phone")
    case .summary: language.pick("nội dung yêu cầu", "summary")
    case .copies: language.pick("số bộ", "number of sets")
    }
  }
}
