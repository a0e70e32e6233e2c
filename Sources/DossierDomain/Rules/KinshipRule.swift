extension Relation.Kind {
  /// The sex that the word says; nil if it says none.
  public var sex: Sex? {
    switch self {
    case .father: .male
    case .mother: .female
    case .spouse, .child, .grandparent, .sibling, .guardian, .otherRelative, .authorised, .representative, .other: nil
    }
  }

  /// Whether somebody of this sex has another word. An unknown or undetermined sex contradicts nothing.
  public func contradicts(_ sex: Sex?) -> Bool {
    guard let said = self.sex, let sex, sex != .undetermined else { return false }
    return said != sex
  }
}

extension Person {
  /// As her card or somebody says, otherwise as her number does; nil if nothing says it.
  public var knownSex: Sex? { sex ?? (try? CitizenNumber(identityNumber))?.sex }
}

/// Why the persons of a reception cannot be a child's parents.
public enum ParentFault: Hashable, Sendable {
  /// Several persons are one parent.
  case severalPersons(Relation.Kind, names: [String])
  /// One number stands for both parents.
  case oneNumber

  public func wording(_ language: Language) -> String {
    switch self {
    case .severalPersons(let kind, let names):
      let names = names.joined(separator: language.pick(" và ", " and "))
      let word = kind.wording(language)
      return language.pick(
        "Hai người cùng ghi là \(word): \(names). Sửa Quan hệ của người nộp, hoặc xóa tên ghi nhầm.",
        "Two persons are the \(word): \(names). Correct the applicant's relation, or clear the wrong name.")
    case .oneNumber:
      return language.pick(
        "Cha và mẹ cùng một số định danh. Sửa Quan hệ hoặc số của người nộp.",
        "Father and mother have one number. Correct the applicant's relation or number.")
    }
  }
}

extension ReceptionForm {
  /// A child has one father and one mother, and they are two persons.
  public var parentFault: ParentFault? {
    let people = [applicant].compactMap(\.self) + related
    for kind in [Relation.Kind.father, .mother] {
      let names = people.filter { $0.relation?.kind == kind }.map(\.name)
      if names.count > 1 { return .severalPersons(kind, names: names) }
    }
    let numbers = people.filter { $0.relation?.kind.sex != nil }.map { IdentityKind.normalised($0.identityNumber) }
      .filter { !$0.isEmpty }
    return Set(numbers).count < numbers.count ? .oneNumber : nil
  }
}
