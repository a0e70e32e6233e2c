import VietnameseText

/// What the QR code of a citizen's card says (căn cước công dân with a chip, căn cước since July 2024).
///
/// The text is UTF-8, its fields are separated by `|`:
/// `number|old number|name|birth|Nam or Nữ|address|issued`, dates as `ddMMyyyy`. Cards since mid-2024 have four further
/// fields whose order is not confirmed; re-shared pictures have six fields, without the old number and with `dd/MM/yyyy`.
public struct CitizenCard: Hashable, Sendable {
  public var number: CitizenNumber
  /// Of the earlier identity card: 9 digits, seen with 10 and 12 too; empty if there is none.
  public var oldNumber: String
  /// NFC, in capitals or not, as the card has it; empty where its letters were lost.
  public var name: String
  /// As `BirthDate.normalised` returns it.
  public var birth: String
  /// Nil where the word was lost.
  public var sex: Sex?
  /// Of the time of issue, so often of a commune that no longer exists; empty where its letters were lost.
  public var address: String
  /// `dd/mm/yyyy`.
  public var issued: String
  /// What follows the day of issue, cleaned and otherwise as it came. Nothing is read from it.
  public var further: [String]

  public static let mostFurther = 5
  /// In characters.
  public static let longestName = 200
  public static let longestFurther = 200

  /// Values that do not fit the number. They are warnings: the card is still hers.
  public var mismatches: [CitizenNumber.Mismatch] { number.mismatches(sex: sex, birth: birth) }

  /// The person as a reception has her.
  public var person: Person {
    var person = Person(
      name: name, identityNumber: number.digits, identityKind: .citizenNumber, birth: birth, sex: sex, address: address)
    person.identified = .cardQR
    (person.oldNumber, person.card) = (oldNumber, CardFacts(issued: issued, further: further))
    return person
  }

  /// The card from whose code the person was read; nil if none was. What was recorded for machines of earlier
  /// versions does not say it.
  public init?(of person: Person) {
    guard let number = try? CitizenNumber(person.identityNumber), !person.name.isEmpty, !person.card.issued.isEmpty
    else { return nil }
    self.number = number
    (oldNumber, name, birth, sex) = (person.oldNumber, person.name, person.birth, person.sex)
    (address, issued, further) = (person.address, person.card.issued, person.card.further)
  }

  /// The same card in the form of its code, for a draft.
  public var text: String {
    func digits(_ date: String) -> String {
      let text = date.filter { $0 != "/" }
      return String(repeating: "0", count: max(0, 8 - text.utf8.count)) + text
    }
    let sex = sex.map { $0 == .male ? "Nam" : "Nữ" } ?? ""
    return ([number.digits, oldNumber, name, digits(birth), sex, address, digits(issued)] + further).joined(
      separator: "|")
  }

  /// - Parameter text: as `text` gives it; nil for anything else, or without a name.
  public init?(text: String) {
    guard text.utf8.count <= ScannedCode.maximumLength * 4 else { return nil }
    self.init(Substring(text))
  }

  /// Reads text whose fields are where they belong; nil otherwise. Letters are not judged here.
  init?(_ text: Substring) {
    let fields = text.split(separator: "|", omittingEmptySubsequences: false).map { $0.trimmed }
    switch fields.count {
    case 6: self.init(fields[0], "", fields[1], fields[2], fields[3], fields[4], fields[5], [])
    case 7...(7 + Self.mostFurther):
      self.init(fields[0], fields[1], fields[2], fields[3], fields[4], fields[5], fields[6], fields[7...])
    default: return nil
    }
  }

  private init?(
    _ number: Substring, _ oldNumber: Substring, _ name: Substring, _ birth: Substring, _ sex: Substring,
    _ address: Substring, _ issued: Substring, _ further: ArraySlice<Substring>
  ) {
    guard number.utf8.count == 12, let number = try? CitizenNumber(String(number)),
      isDigits(oldNumber), oldNumber.utf8.count <= 12, !name.isEmpty,
      let birth = Self.date(birth), let issued = Self.date(issued), issued.utf8.count == 10
    else { return nil }
    self.number = number
    self.oldNumber = String(oldNumber)
    self.name = name.cleaned(maxLength: Self.longestName)
    self.birth = birth
    switch sex.folded {
    case "nam": self.sex = .male
    case "nu": self.sex = .female
    default: self.sex = nil
    }
    self.address = address.cleaned(maxLength: Person.longestAddress)
    self.issued = issued
    self.further = further.map { $0.cleaned(maxLength: Self.longestFurther) }
  }

  /// `ddMMyyyy`, `dd/MM/yyyy` or `yyyy`; day and month 00 if nobody knows them.
  private static func date(_ text: Substring) -> String? {
    let isWhole = text.utf8.count == 8 && isDigits(text) || text.utf8.count == 4 && isDigits(text)
    let isSlashed = text.utf8.count == 10 && text.filter { $0 == "/" }.count == 2
    return isWhole || isSlashed ? BirthDate.normalised(String(text)) : nil
  }

  /// Without what a transmission that loses letters cannot be trusted with.
  var withoutLetters: CitizenCard {
    var card = self
    (card.name, card.address) = ("", "")
    card.further = card.further.map { _ in "" }
    return card
  }
}

extension Substring {
  /// Without the blanks, line ends and marks that a scanner adds around the text or a field.
  var trimmed: Substring {
    func isOutside(_ scalar: Unicode.Scalar) -> Bool {
      scalar.value <= 0x20 && scalar.value != 0x1B && scalar.value != 0x08 || scalar.value == 0xFEFF
    }
    guard let first = unicodeScalars.firstIndex(where: { !isOutside($0) }),
      let last = unicodeScalars.lastIndex(where: { !isOutside($0) })
    else { return "" }
    return self[first..<unicodeScalars.index(after: last)]
  }
}
