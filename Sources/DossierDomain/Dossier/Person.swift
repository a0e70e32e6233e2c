import VietnameseText

/// The owner of a dossier, or the person who applies for the owner.
public struct Person: Hashable, Sendable {
  /// LoaiDoiTuong of the national portal (domain facts 3.3), and what it counts among "other".
  public enum Kind: UInt8, CaseIterable, Sendable {
    case individual = 1
    case enterprise = 2
    case stateAgency = 3
    case other = 4
    /// Hộ kinh doanh; since revision 7 of the journal.
    case householdBusiness = 5
  }

  public var kind: Kind
  /// NFC, cleaned; never empty for a received dossier.
  public var name: String
  /// Digits and letters as `IdentityKind` normalises them; empty if not given.
  public var identityNumber: String
  public var identityKind: IdentityKind
  /// `dd/mm/yyyy`, `mm/yyyy`, `yyyy` or empty, because civil-status papers have partial dates (domain facts 9).
  public var birth: String
  public var sex: Sex?
  /// Digits only, or the text as given if it is not a phone number.
  public var phone: String
  public var address: String
  public var email: String
  /// The name of her mother, or of her husband or wife, by which people of one name are told apart; empty if not asked.
  public var relative: String
  /// How she was identified (NĐ 104/2022, Đ.14); nil if nobody said.
  public var identified: LookupMethod?
  /// The number of her earlier identity card, as her card or a paper has it: digits; empty if not known.
  public var oldNumber = ""
  public var card = CardFacts()
  /// How she stands to the owner of the dossier; nil for the owner herself, and if nobody said.
  public var relation: Relation?

  public init(
    name: String, kind: Kind = .individual, identityNumber: String = "",
    identityKind: IdentityKind = .none, birth: String = "", sex: Sex? = nil, phone: String = "",
    address: String = "", email: String = "", relative: String = ""
  ) {
    self.kind = kind
    self.name = name
    self.identityNumber = identityNumber
    self.identityKind = identityKind
    self.birth = birth
    self.sex = sex
    self.phone = phone
    self.address = address
    self.email = email
    self.relative = relative
  }
}

extension Person {
  /// The year of birth; empty if no whole year is known.
  public var birthYear: String {
    let year = birth.suffix(4)
    return year.utf8.count == 4 && isDigits(year) ? String(year) : ""
  }

  /// The smallest place of the address that names a hamlet, otherwise the address's first part; empty without address.
  public var hamlet: String {
    let parts = address.split(separator: ",").map { $0.drop { $0 == " " } }.filter { !$0.isEmpty }
    let named = parts.first { part in
      let words = part.folded.words
      return Self.hamletWords.contains { words.starts(with: $0) }
    }
    return (named ?? parts.first).map { String($0) } ?? ""
  }

  private static let hamletWords = ["thon", "ban", "lang", "xom", "ap", "khoi", "khom", "khu pho", "to dan pho", "tdp"]
    .map(\.words)
}

extension Person {
  /// Whether no machine could mean something else by it. Only what revision 7 of the journal added is judged.
  public var isBounded: Bool {
    isDigits(oldNumber) && oldNumber.utf8.count <= Self.longestOldNumber && card.isBounded
      && relation?.isBounded != false
  }

  /// As machines know her that read no revision 7.
  var withoutLaterFacts: Person {
    var person = self
    (person.identified, person.oldNumber, person.card, person.relation) = (nil, "", CardFacts(), nil)
    if kind == .householdBusiness { person.kind = .other }
    return person
  }

  /// Whether it says what revision 7 of the journal added.
  public var hasLaterFacts: Bool { self != withoutLaterFacts }
}

/// The kind of paper from which a person's number was read.
public enum IdentityKind: UInt8, CaseIterable, Sendable {
  case none = 0
  /// 12-digit citizen number (CCCD, thẻ căn cước, số định danh).
  case citizenNumber = 1
  /// 9-digit number. It is not valid for transactions since 1 January 2025 and is kept as a reference.
  case oldNumber = 2
  case passport = 3
  case other = 4
}

/// GioiTinh of the civil-status interchange.
public enum Sex: UInt8, CaseIterable, Sendable {
  case male = 1
  case female = 2
  case undetermined = 3
}
