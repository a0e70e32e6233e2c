import DossierDomain
import Testing

/// Who may see the full numbers of a dossier on her screen.
@Suite struct NumberReadingTests {
  private static let holder = Clerk(id: ClerkID(high: 3, low: 9), name: "Lê Quốc Đạt", roles: [.specialist])

  private static func standing(
    _ status: DossierStatus, isConfidential: Bool = false, voidReason: String? = nil
  ) -> DossierStanding {
    DossierStanding(
      status: status, voidReason: voidReason, isConfidential: isConfidential, assignee: holder.id,
      isProvisional: false, dueAt: nil, at: moment("2026-11-25T08:00"))
  }

  private static func clerk(_ roles: Clerk.Role...) -> Clerk {
    Clerk(id: ClerkID(high: 3, low: 1), name: "Hồ Thị Lan", roles: Set(roles))
  }

  @Test(arguments: DossierStatus.allCases) func theHolderAndTheHeadMayAlways(status: DossierStatus) throws {
    for isConfidential in [false, true] {
      let standing = Self.standing(status, isConfidential: isConfidential)
      #expect(try standing.numberReading(by: Self.holder) == .holding)
      #expect(try standing.numberReading(by: Self.clerk(.headOfDesk)) == .heading)
    }
  }

  @Test(arguments: DossierStatus.allCases) func theReceptionMayWhereTheCitizenComes(status: DossierStatus) {
    let comes = [.registered, .supplementRequested, .paymentRequested, .completed].contains(status)
    let reading = try? Self.standing(status).numberReading(by: Self.clerk(.reception))
    #expect(reading == (comes ? .atTheCounter : nil))
    #expect(throws: Denial.confidential) {
      try Self.standing(status, isConfidential: true).numberReading(by: Self.clerk(.reception))
    }
    #expect(throws: Denial.numbersNotHers) {
      try Self.standing(status, voidReason: "").numberReading(by: Self.clerk(.reception))
    }
    for role in [Clerk.Role.signingLeader, .administrator] {
      #expect(throws: Denial.numbersNotHers) { try Self.standing(status).numberReading(by: Self.clerk(role)) }
    }
  }

  @Test func onlyTheHeadIsAskedWhatFor() {
    #expect(NumberReading.holding.purpose == .handling && NumberReading.atTheCounter.purpose == .comparing)
    #expect(NumberReading.heading.purpose == nil)
    for purpose in DataReading.UsualPurpose.allCases {
      #expect(DataReading.purpose(purpose.recorded) == purpose.recorded)
      #expect(purpose.wording(.vi) != purpose.wording(.en))
    }
  }
}
