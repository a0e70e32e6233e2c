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

extension Relation.Kind {
  /// Nobody has a child or is married before this age; what is asked about is never what may be.
  private static let youngestParent = 10
  private static let ageOfMajority = 18

  /// Whether the ages say that the applicant is not this to the owner. An age that is not known contradicts nothing, except that
  /// nobody was born after the day.
  /// - Parameter applicant: the days on which she may have been born, as `Person.born` gives them; nil if nothing says it.
  public func contradicts(
    bornOn applicant: ClosedRange<CivilDate>?, toOwnerBornOn owner: ClosedRange<CivilDate>?, on day: CivilDate
  ) -> Bool {
    /// She cannot be older by so many years, because even her first day is too late for the other one's last.
    func isNotOlder(_ elder: ClosedRange<CivilDate>?, than born: CivilDate?, by years: Int) -> Bool {
      elder.map { $0.lowerBound.adding(months: 12 * years) > min(born ?? day, day) } ?? false
    }
    return switch self {
    case .father, .mother: isNotOlder(applicant, than: owner?.upperBound, by: Self.youngestParent)
    case .grandparent: isNotOlder(applicant, than: owner?.upperBound, by: 2 * Self.youngestParent)
    case .child: isNotOlder(owner, than: applicant?.upperBound, by: Self.youngestParent)
    case .spouse: [applicant, owner].contains { isNotOlder($0, than: day, by: Self.youngestParent) }
    // A person in charge of somebody else has full capacity (BLDS 2015, Đ.20 and Đ.49).
    case .guardian: isNotOlder(applicant, than: day, by: Self.ageOfMajority)
    case .sibling, .otherRelative, .authorised, .representative, .other: false
    }
  }
}

extension Person {
  /// Her date of birth as far as it is recorded, otherwise the year that her number says; empty if nothing says it.
  public var knownBirth: String {
    birth.isEmpty ? (try? CitizenNumber(identityNumber)).map { String($0.birthYear) } ?? "" : birth
  }

  /// The days on which she may have been born; nil if nothing says it.
  public var born: ClosedRange<CivilDate>? { BirthDate.days(knownBirth) }

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
