import DossierDomain
import Testing

struct YearlyDecisionTests {
  private func row(_ text: String, name: String = "") throws -> CalendarRow {
    CalendarRow(date: try #require(CivilDate(text: text)), kind: .holiday, name: name, source: "QĐ")
  }

  @Test func rowsAreKeptByDate() throws {
    let decision = try YearlyDecision(year: 2027, rows: [row("03/09/2027"), row("04/02/2027")])
    #expect(decision.rows.map(\.date.slashed) == ["04/02/2027", "03/09/2027"])
  }

  @Test func aWrongTableIsRefusedWithItsReason() throws {
    let day = try #require(CivilDate(text: "04/02/2027"))
    #expect(throws: YearlyDecision.Fault.yearUnknown(2040)) { try YearlyDecision.entered(year: 2040, rows: []) }
    #expect(throws: YearlyDecision.Fault.yearUnknown(0)) { try YearlyDecision(year: 0, rows: []) }
    // A decision of a newer version can be read.
    #expect(try YearlyDecision(year: 2040, rows: []).year == 2040)
    #expect(throws: YearlyDecision.Fault.ofAnotherYear(day)) {
      try YearlyDecision(year: 2026, rows: [row("04/02/2027")])
    }
    #expect(throws: YearlyDecision.Fault.twice(day)) {
      try YearlyDecision(year: 2027, rows: [row("04/02/2027"), row("05/02/2027"), row("04/02/2027")])
    }
    #expect(throws: YearlyDecision.Fault.textTooLong(day, maximum: 200)) {
      try YearlyDecision(year: 2027, rows: [row("04/02/2027", name: String(repeating: "ế", count: 201))])
    }
    let many = (0...YearlyDecision.mostRows).map {
      CalendarRow(date: day.adding(days: $0), kind: .holiday, name: "", source: "")
    }
    #expect(throws: YearlyDecision.Fault.tooManyRows(maximum: 100)) { try YearlyDecision(year: 2027, rows: many) }
  }

  @Test(
    "Who may decide about the office",
    arguments: [
      (Clerk.Role.reception, false), (.specialist, false), (.signingLeader, false), (.headOfDesk, true),
      (.administrator, true),
    ])
  func roles(role: Clerk.Role, isPermitted: Bool) throws {
    let clerk = Clerk(id: ClerkID(high: 1, low: 1), name: "Hồ Thị Lan", roles: [role])
    let decision = OfficeAction.setDays(try YearlyDecision(year: 2027, rows: []))
    #expect(decision.isPermitted(to: clerk) == isPermitted)
    #expect(OfficeAction.setClerk(clerk).isPermitted(to: clerk) == (role == .administrator))
  }
}
