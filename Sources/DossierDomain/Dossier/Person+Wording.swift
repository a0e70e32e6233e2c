extension Person.Kind {
  public func wording(_ language: Language) -> String {
    switch self {
    case .individual: language.pick("cá nhân", "individual")
    case .householdBusiness: language.pick("hộ kinh doanh", "household business")
    case .enterprise: language.pick("doanh nghiệp", "enterprise")
    case .stateAgency: language.pick("cơ quan nhà nước", "state agency")
    case .other: language.pick("tổ chức khác", "other organisation")
    }
  }
}

extension Relation.Kind {
  public func wording(_ language: Language) -> String {
    switch self {
    case .father: language.pick("cha", "father")
    case .mother: language.pick("mẹ", "mother")
    case .spouse: language.pick("vợ, chồng", "spouse")
    case .child: language.pick("con", "child")
    case .grandparent: language.pick("ông, bà", "grandparent")
    case .sibling: language.pick("anh, chị, em", "brother or sister")
    case .guardian: language.pick("người giám hộ", "guardian")
    case .otherRelative: language.pick("người thân thích khác", "other relative")
    case .authorised: language.pick("người được ủy quyền", "authorised person")
    case .representative: language.pick("người đại diện", "representative")
    case .other: language.pick("quan hệ khác", "other relation")
    }
  }
}

extension Relation {
  /// `người được ủy quyền: giấy ủy quyền số 12/2026`
  public func wording(_ language: Language) -> String {
    text.isEmpty ? kind.wording(language) : "\(kind.wording(language)): \(text)"
  }
}
