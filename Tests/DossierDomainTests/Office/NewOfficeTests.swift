import DossierDomain
import Testing

@Suite struct NewOfficeTests {
  @Test(arguments: [
    ("000.19.45.H50", true), ("H50", true), ("00", false), ("000.19.45.h50", false), ("000 19", false), ("Đ50", false),
    (String(repeating: "0", count: 36), false),
  ])
  func agencyCodes(code: String, isAcceptable: Bool) {
    #expect(Office.isAcceptable(agencyCode: code) == isAcceptable)
  }

  @Test func namesAndUnitCodes() {
    #expect(Office.isAcceptable(name: "xã La Lay") && !Office.isAcceptable(name: " ") && !Office.isAcceptable(name: ""))
    #expect(!Clerk.isAcceptable(name: String(repeating: "a", count: 121)))
    #expect(Office.isAcceptable(unitCode: "19594") && !Office.isAcceptable(unitCode: "1959a"))
    #expect(!Office.isAcceptable(unitCode: ""))
  }

  /// Somebody has to decide about the others, and somebody has to receive on the first day.
  @Test func theFirstClerkMayBegin() {
    let new = NewOffice(
      name: "xã La Lay", agencyCode: "H50", unitCode: "19594", firstClerk: "Hồ Thị Lan", requiresPIN: false)
    let clerk = new.clerk(id: ClerkID(high: 1, low: 1))
    #expect(clerk.roles == [.reception, .specialist, .headOfDesk, .administrator])
    #expect(!new.office(id: OfficeID(high: 1, low: 1)).requiresPIN)
  }

  @Test func anIdSaysWhenItWasMade() {
    let now = Instant(milliseconds: 1_795_600_000_000)
    #expect(OfficeID.version7(at: now, random: (.max, .max)).createdAt == now)
    #expect(OfficeID.ofUnit("19594")?.createdAt == nil)
  }
}
