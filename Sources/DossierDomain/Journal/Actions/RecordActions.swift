import ReferenceData

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
      // A corrected name is the same person's. Another person is named after this one was taken away.
      var named = applicant ?? Person(name: value)
      named.name = value
      applicant = value.isEmpty ? nil : named
    case .applicantPhone: applicant?.phone = value
    case .summary: summary = value
    case .copies: copies = Int(value) ?? copies
    case .ownerSex: owner.sex = UInt8(value).flatMap(Sex.init(rawValue:))
    case .applicantRelation:
      applicant?.relation = UInt8(value).flatMap(Relation.Kind.init(rawValue:)).map { Relation($0) }
    case .father: nameParent(.father, value)
    case .mother: nameParent(.mother, value)
    }
  }

  /// A corrected name is the same person's; an empty one is nobody. Another person is named after this one was taken away.
  private mutating func nameParent(_ kind: Relation.Kind, _ name: String) {
    let place = related.firstIndex { $0.relation?.kind == kind }
    guard !name.isEmpty else {
      if let place { related.remove(at: place) }
      return
    }
    if let place {
      related[place].name = name
    } else if related.count < Reception.mostRelated {
      var parent = Person(name: name)
      parent.relation = Relation(kind)
      related.append(parent)
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
    case .ownerSex: owner.sex.map { String($0.rawValue) } ?? ""
    case .applicantRelation: applicant?.relation.map { String($0.kind.rawValue) } ?? ""
    case .father, .mother: person(namedBy: field)?.name ?? ""
    }
  }

  /// Whose name the field is, where she may be another person than was recorded; nil if nobody is named.
  public func person(namedBy field: DossierAction.CorrectableField) -> Person? {
    switch field {
    case .applicantName: applicant
    case .father, .mother: related.first { $0.relation?.kind == field.parent }
    case .ownerName, .ownerIdentityNumber, .ownerBirth, .ownerPhone, .ownerAddress, .applicantPhone, .summary, .copies,
      .ownerSex, .applicantRelation:
      nil
    }
  }

  /// Whether there is such a thing to correct: parents are recorded of newborns.
  public func has(_ field: DossierAction.CorrectableField) -> Bool {
    switch field {
    case .applicantRelation: applicant != nil
    case .father, .mother: NewbornProcedures.codes.contains(procedure.code) || !value(of: field).isEmpty
    case .ownerName, .ownerIdentityNumber, .ownerBirth, .ownerPhone, .ownerAddress, .applicantName, .applicantPhone,
      .summary, .copies, .ownerSex:
      true
    }
  }
}

// MARK: How the timeline says them

extension ActionWording {
  func corrected(_ field: DossierAction.CorrectableField, _ value: String, _ reason: String) -> String {
    guard !value.isEmpty else {
      return language.pick("Xóa \(field.wording(.vi)): \(reason)", "Removed \(field.wording(.en)): \(reason)")
    }
    let value = field.shown(value, language)
    return language.pick(
      "Sửa \(field.wording(.vi)) thành \"\(value)\": \(reason)",
      "Corrected \(field.wording(.en)) to \"\(value)\": \(reason)")
  }
}

extension DossierAction.CorrectableField {
  /// Whether it is a number that screens show masked.
  public var isNumber: Bool {
    switch self {
    case .ownerIdentityNumber, .ownerPhone, .applicantPhone: true
    case .ownerName, .ownerBirth, .ownerAddress, .applicantName, .summary, .copies, .ownerSex, .applicantRelation,
      .father, .mother:
      false
    }
  }

  /// Whether revision 8 of the journal added the field, or that it is emptied.
  public func isLater(saying value: String) -> Bool { isLater || self == .applicantName && value.isEmpty }

  /// Whether revision 8 of the journal added it.
  public var isLater: Bool {
    switch self {
    case .ownerSex, .applicantRelation, .father, .mother: true
    case .ownerName, .ownerIdentityNumber, .ownerBirth, .ownerPhone, .ownerAddress, .applicantName, .applicantPhone,
      .summary, .copies:
      false
    }
  }

  /// The parent that it names.
  var parent: Relation.Kind? { self == .father ? .father : self == .mother ? .mother : nil }

  /// The value in words.
  public func shown(_ value: String, _ language: Language) -> String {
    switch self {
    case .ownerSex: UInt8(value).flatMap(Sex.init(rawValue:))?.wording(language) ?? value
    case .applicantRelation: UInt8(value).flatMap(Relation.Kind.init(rawValue:))?.wording(language) ?? value
    case .ownerName, .ownerIdentityNumber, .ownerBirth, .ownerPhone, .ownerAddress, .applicantName, .applicantPhone,
      .summary, .copies, .father, .mother:
      value
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
    case .ownerSex: language.pick("giới tính chủ hồ sơ", "owner's sex")
    case .applicantRelation: language.pick("quan hệ của người nộp", "applicant's relation")
    case .father: language.pick("tên cha", "father's name")
    case .mother: language.pick("tên mẹ", "mother's name")
    }
  }
}
