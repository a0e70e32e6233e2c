import DossierDomain
import Testing

@Suite struct BirthDateTests {
  @Test(arguments: [
    ("25/11/1998", "25/11/1998"), ("5/2/1998", "05/02/1998"), ("25.11.98", "25/11/1998"), ("25-11-26", "25/11/2026"),
    ("25111998", "25/11/1998"), ("251126", "25/11/2026"), ("021998", "02/1998"), ("102012", "10/2012"),
    ("02/1998", "02/1998"),
    ("2/1998", "02/1998"), ("1998", "1998"), ("00/00/1998", "1998"), ("00/02/1998", "02/1998"),
    ("29/02/2024", "29/02/2024"),
    ("29/02/1896", "29/02/1896"), ("", ""), (" 25 11 1998 ", "25/11/1998"),
  ])
  func isStoredInOneForm(_ typed: String, _ stored: String) {
    #expect(BirthDate.normalised(typed) == stored)
    #expect(BirthDate.normalised(stored) == stored)
  }

  @Test(arguments: [
    "31/02/1998", "32/13/2020", "29/02/2023", "13/1998", "98", "199", "25/11", "25/11/998", "15/00/1998", "251399",
    "1/2/3/4",
    "2x/11/1998", "1998/11/25", "99999999",
  ])
  func aDayThatDoesNotExistIsNone(_ typed: String) {
    #expect(BirthDate.normalised(typed) == nil)
  }

  /// A form goes on by itself behind a date that is whole, so no beginning of another date may count as one.
  @Test(arguments: [
    ("251126", true), ("25112026", true), ("25/11/26", true), ("5.2.98", true), ("25/11/1998", true), ("1998", true),
    ("11/1998", true), ("111998", true), ("1990", true), ("251119", false), ("251120", false), ("25/11/20", false),
    ("2011", false), ("1912", false), ("2511", false), ("25112", false), ("31/02/1998", false), ("", false),
    ("25/11/2", false), ("2902", false),
  ])
  func aWholeDateHasNoFurtherDigit(_ typed: String, _ isWhole: Bool) {
    #expect(BirthDate.isWhole(typed) == isWhole)
  }

  @Test func aBirthInTheFutureIsKnown() throws {
    let today = try #require(CivilDate(year: 2026, month: 11, day: 25))
    for birth in ["26/11/2026", "12/2026", "2027", "01/02/2030"] {
      #expect(BirthDate.isInFuture(birth, today: today), "\(birth)")
    }
    for birth in ["25/11/2026", "11/2026", "2026", "31/12/1998", ""] {
      #expect(!BirthDate.isInFuture(birth, today: today), "\(birth)")
    }
  }
}
