import DossierDomain
import OfficeWork
import Testing

@Suite struct PersonMarkTests {
  @Test(arguments: [
    ("Thôn Ka Tăng, xã La Lay", "Thôn Ka Tăng"), ("Số 5, bản Mới, xã La Lay", "bản Mới"),
    ("12 Lê Lợi, Đông Hà", "12 Lê Lợi"),
    ("tổ dân phố 3, phường Nam Đông Hà", "tổ dân phố 3"),
    (" , ", ""), ("", ""),
  ])
  func theHamletIsThePartOfTheAddressThatNamesOne(address: String, hamlet: String) {
    #expect(Person(name: "Hồ Thị Lan", address: address).hamlet == hamlet)
  }

  @Test(arguments: [
    ("12/03/1985", "1985"), ("03/1985", "1985"), ("1985", "1985"), ("85", ""), ("", ""), ("không rõ", ""),
  ])
  func theYearOfBirthIsTakenFromPartialDates(birth: String, year: String) {
    #expect(Person(name: "Hồ Thị Lan", birth: birth).birthYear == year)
  }

  @Test func onlyWhatIsKnownIsShownAndNeverTheWholeNumber() {
    let person = Person(
      name: "Hồ Thị Lan", identityNumber: "045185001217", birth: "12/03/1985", address: "Thôn Ka Tăng, xã La Lay")
    #expect(PersonMark(person).text == "1985 · Thôn Ka Tăng · •••217")
    #expect(PersonMark(Person(name: "Hồ Thị Lan", identityNumber: "12345")).text == "")
  }
}
