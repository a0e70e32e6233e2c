import DossierDomain
import Testing

@Suite struct DataReadingTests {
  private func reading(
    _ what: DataReading.What = .list, persons: Int, showsNumbers: Bool = false
  ) -> DataReading {
    DataReading(what: what, persons: persons, showsNumbers: showsNumbers, hash: [])
  }

  @Test func manyPeopleNumbersAndScansAreRecorded() {
    #expect(!reading(persons: 20).isRecorded && reading(persons: 21).isRecorded)
    #expect(reading(.show, persons: 1, showsNumbers: true).isRecorded && !reading(.show, persons: 1).isRecorded)
    #expect(reading(.scan, persons: 1).isRecorded)
  }

  @Test func aPurposeIsCleanedAndSaysSomething() {
    #expect(DataReading.purpose("  đối \u{1B}[31mchiếu\n dân cư ") == "đối chiếu dân cư")
    #expect(DataReading.purpose("ab") == nil && DataReading.purpose(" a \u{200B} ") == nil)
    #expect(DataReading.purpose(String(repeating: "ế", count: 200))?.count == 200)
    #expect(DataReading.purpose(String(repeating: "a", count: 201)) == nil)
    #expect(DataReading.purpose("abc" + String(repeating: "\u{323}", count: 2000)) == nil)
  }

  @Test func everyActiveClerkMayBeRecorded() {
    let action = OfficeAction.recordReading(reading(persons: 30))
    for role in Clerk.Role.allCases {
      var clerk = Clerk(id: ClerkID(high: 1, low: 1), name: "Hồ Thị Lan", roles: [role])
      #expect(action.isPermitted(to: clerk))
      clerk.isActive = false
      #expect(!action.isPermitted(to: clerk))
    }
  }

  @Test func correctedNumbersAreMaskedAndNothingElse() {
    #expect(
      DossierAction.correct(field: .ownerIdentityNumber, value: "045191176943", reason: "x").masked
        == .correct(field: .ownerIdentityNumber, value: "045••••••943", reason: "x"))
    #expect(isMasked("045••••••943") && !isMasked("045191176943") && !isMasked(""))
    let name = DossierAction.correct(field: .ownerName, value: "Hồ Thị Mơ", reason: "x")
    #expect(name.masked == name)
  }
}
