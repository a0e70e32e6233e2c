import DossierDomain
import Testing

@Suite struct BlankReceiptsTests {
  private static let day = moment("2026-11-18T08:15").civilDate
  private static let agency = "000.19.45.H50"

  private static func blanks(_ numbers: [Int], agency: String = agency) -> BlankReceipts? {
    BlankReceipts(agency: agency, date: day, numbers: numbers)
  }

  @Test func theirCodesAreThoseOfTheDay() throws {
    let blanks = try #require(Self.blanks([7, 21]))
    #expect(blanks.codes.map(\.text) == ["000.19.45.H50-261118-0007", "000.19.45.H50-261118-0021"])
    #expect(blanks.codes.allSatisfy { $0.origin == .office })
  }

  @Test(arguments: [[], [0], [10_000], [2, 1], [1, 1], Array(1...101)])
  func numbersAreFewAscendingAndOfADay(numbers: [Int]) { #expect(Self.blanks(numbers) == nil) }

  @Test func aDrawerFullIsPermitted() { #expect(Self.blanks(Array(1...100)) != nil) }

  @Test(arguments: ["", "a-b", "000|19"]) func theAgencyCodeIsOne(agency: String) {
    #expect(Self.blanks([1], agency: agency) == nil)
  }

  @Test func codesComeTogetherByAgencyAndDay() throws {
    let other = try #require(BlankReceipts(agency: Self.agency, date: Self.day.adding(days: -1), numbers: [9]))
    let blanks = try #require(Self.blanks([7, 21]))
    let codes = [blanks.codes[1], other.codes[0], blanks.codes[0], DossierCode("P-1", origin: .provisional)]
    #expect(BlankReceipts.groups(of: codes) == [other, blanks])
  }

  @Test func whoKeepsTheDrawerPrintsAndStrikes() throws {
    let blanks = try #require(Self.blanks([1]))
    for action in [OfficeAction.printBlanks(blanks), .strikeBlanks(blanks, reason: "rách")] {
      #expect(action.permittedRoles == [.reception, .headOfDesk])
    }
  }

  @Test(arguments: [("  phiếu  rách ", true), ("", false), ("12", false)]) func aReasonHasLetters(
    text: String, isOne: Bool
  ) {
    #expect((BlankReceipts.reason(text) != nil) == isOne)
  }
}
