import Testing

@testable import DossierDomain

/// When a hand-over waits for its receiver.
@Suite struct HandOverTests {
  private let colleague = ClerkID(high: 3, low: 2)

  private func handedOver(to clerk: ClerkID?) throws -> DecisionBench {
    var bench = try DecisionBench.at(.inProgress)
    try bench.decide(.handOver(step: .decision, to: clerk))
    return bench
  }

  @Test func itWaitsForAColleagueUntilSheTakesIt() throws {
    var bench = try handedOver(to: colleague)
    #expect(bench.dossier?.isHandedOver == true)
    bench.clerk = Clerk(id: colleague, name: "Lê Quốc Đạt", roles: [.specialist])
    try bench.decide(.takeOver)
    #expect(bench.dossier?.isHandedOver == false)
    try bench.decide(.undo(bench.last))
    #expect(bench.dossier?.isHandedOver == true)
  }

  @Test func whatSomebodyKeepsOrNobodyHoldsWaitsForNobody() throws {
    let bench = try DecisionBench.at(.inProgress)
    #expect(try handedOver(to: bench.clerk.id).dossier?.isHandedOver == false)
    #expect(try handedOver(to: nil).dossier?.isHandedOver == false)
  }

  @Test func itNoLongerWaitsOnceItIsGivenToAnotherOrFinished() throws {
    var assigned = try handedOver(to: colleague)
    try assigned.decide(.assign(to: ClerkID(high: 3, low: 9)))
    #expect(assigned.dossier?.isHandedOver == false)
    var finished = try handedOver(to: colleague)
    try finished.decide(.complete(DossierResult(approved: true, title: "Giấy xác nhận")))
    #expect(finished.dossier?.isHandedOver == false)
  }

  @Test(arguments: DossierStatus.allCases)
  func itSaysSinceWhenItWaits(status: DossierStatus) throws {
    let dossier = try #require(try DecisionBench.at(status).dossier)
    let waits: Set<DossierStatus> = [.registered, .supplementRequested, .paymentRequested, .completed]
    #expect(dossier.waitingSince == (waits.contains(status) ? moment("2026-11-18T08:15") : nil))
  }
}
