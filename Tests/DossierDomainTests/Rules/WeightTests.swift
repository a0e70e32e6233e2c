import Testing

@testable import DossierDomain

/// The acts that need the PIN: results, decisions about the office, and acts that destroy data.
@Suite struct WeightTests {
  private static let commands: [(DossierCommand, Weight?)] = [
    (.complete(DossierResult(approved: true, title: "a")), .result), (.refuse(reason: "a", legalBasis: "b"), .refusal),
    (.stop(reason: "a", legalBasis: "b"), .stop), (.void(reason: "a"), .annulment),
    (.eraseScan(blobHash: "ab", reason: "a"), .erasure), (.withdraw(reason: "a"), nil), (.note("a"), nil),
    (.handBack(recipient: "a", delivery: .atDesk), nil), (.requestSupplement(items: ["a"]), nil),
  ]

  @Test func aCommandHasTheWeightOfWhatIsDecidedByIt() throws {
    for (command, weight) in Self.commands {
      #expect(command.weight == weight, "\(command)")
      #expect(command.hasWeight == (weight != nil))
    }
    var bench = try DecisionBench.at(.inProgress)
    let completed = try bench.decide(.complete(DossierResult(approved: true, title: "a")))
    #expect(completed.weight == .result)
    #expect(DossierCommand.reopen(reason: "a").weight == .reopening)
    let reopened = try bench.decide(.reopen(reason: "a"))
    #expect(reopened.weight == .reopening)
    let stopped = try bench.decide(.stop(reason: "a", legalBasis: "b"))
    #expect(stopped.weight == .stop)
    // Undoing an important act needs no PIN.
    #expect(DossierCommand.undo(bench.last).weight == nil)
    let undone = try bench.decide(.undo(bench.last))
    #expect(undone.weight == nil)
    #expect(DossierAction.refuse(reason: "a", legalBasis: "b").weight == .refusal)
    #expect(DossierAction.void(reason: "a").weight == .annulment)
    #expect(DossierAction.eraseScan(blobHash: "ab", reason: "a").weight == .erasure)
  }

  @Test func whatNeedsAnAdministratorHasWeight() throws {
    let clerk = Clerk(id: ClerkID(high: 3, low: 1), name: "Hồ Thị Lan", roles: [.administrator])
    let decisions: [OfficeAction] = [
      .setOffice(DecisionBench.office), .setClerk(clerk), .mapClerk(clerk.id, to: clerk.id),
    ]
    for action in decisions {
      #expect(action.permittedRoles == [.administrator])
      #expect(action.weight == .decision)
    }
    let day = moment("2026-11-18T08:15").civilDate
    let blanks = try #require(BlankReceipts(agency: "000.19.45.H50", date: day, numbers: [1]))
    let daily: [OfficeAction] = [
      .setAbsence(Absence(clerk: clerk.id, from: day, through: day, substitute: nil)),
      .clearAbsence(clerk.id, from: day), .confirmClock(day), .printBlanks(blanks),
      .strikeBlanks(blanks, reason: "rách"), .openBook(NumberingTests.opening()),
    ]
    for action in daily { #expect(!action.hasWeight) }
  }
}
