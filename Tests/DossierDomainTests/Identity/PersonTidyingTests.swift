import DossierDomain
import Testing

@Suite struct PersonTidyingTests {
  /// A person has one number however it was typed, because otherwise her earlier dossiers are not found.
  @Test(arguments: [
    ("045 099 000001", "045099000001"), ("045.099.000.001", "045099000001"), ("045099000001", "045099000001"),
    ("123 456 789", "123456789"), ("b 1234567", "B1234567"), ("QĐ-12/345", "QĐ-12/345"), (" ", ""),
    ("QN\u{1B}[31m-7", "QN-7"), ("04\u{202E}5099000001", "045099000001"), ("\u{FEFF}045099000001", "045099000001"),
  ])
  func aNumberIsKeptInOneForm(typed: String, kept: String) {
    let person = Person(name: "Nguyễn Văn Mẫu", identityNumber: typed).tidied
    #expect(person.identityNumber == kept)
    #expect(person.identityKind == IdentityKind(number: kept))
  }

  @Test(arguments: [
    ("0912 345 678", "0912345678"), ("0912.345.678", "0912345678"), ("+84 912 345 678", "0912345678"),
    ("84912345678", "0912345678"), ("(0233) 385-2345", "02333852345"), ("", ""), ("nhờ con gái", "nhờ con gái"),
    ("0912345678 / 0987654321", "0912345678 / 0987654321"), ("113", "113"),
  ])
  func aTelephoneNumberIsReadLeniently(typed: String, kept: String) {
    #expect(PhoneNumber.normalised(typed) == kept)
    #expect(PhoneNumber.normalised(kept) == kept)
  }

  @Test func textFromOutsideIsCleanAndBounded() {
    let long = String(repeating: "a", count: 10_000)
    let person = Person(name: "  HỒ THỊ KĂN TƯM\u{202E} ", birth: " 1999 ", address: long, email: long).tidied
    #expect(person.name == "HỒ THỊ KĂN TƯM")
    #expect(person.birth == "1999")
    #expect(person.address.count == 500)
    #expect(person.email.count == 200)
  }
}
