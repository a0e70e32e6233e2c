import DossierDomain
import Testing

@Suite struct SettleConflictTests {
  private func reference(_ sequence: Int64) -> EntryReference {
    EntryReference(epoch: DecisionBench.epoch, sequence: sequence)
  }

  /// The command equals the lost act; an act that begins a dossier cannot be repeated.
  @Test func anActThatLostCanBeWantedAgain() {
    let appointment = AppointmentFact(dueAt: Instant(milliseconds: 1_795_500_000_000))
    #expect(DossierAction.assign(to: nil).again == .assign(to: nil))
    #expect(DossierAction.withdraw(reason: "rút").again == .withdraw(reason: "rút"))
    #expect(
      DossierAction.extend(reason: "ốm", appointment: appointment).again
        == .extend(newDue: appointment.dueAt.civilDate, reason: "ốm"))
    #expect(DossierAction.settleConflict(reference(1)).again == nil)
    #expect(DossierAction.release(reference(1)).again == nil)
  }

  @Test func settlingCanBeTakenBackAndThenTheConflictWaitsAgain() throws {
    var bench = try DecisionBench.at(.received)
    let first = bench.last
    try bench.decide(.assign(to: bench.clerk.id))
    let loser = bench.last
    bench.rule(.conflicted(with: first, over: .assignee))
    #expect(bench.dossier?.conflicts == [Conflict(loser: loser, winner: first, matter: .assignee)])
    try bench.decide(.settleConflict(loser))
    #expect(bench.dossier?.conflicts == [])
    #expect(bench.denial(of: .settleConflict(loser)) == .conflictUnknown)
    try bench.decide(.undo(bench.last))
    #expect(bench.dossier?.conflicts.map(\.loser) == [loser])
    try bench.decide(.settleConflict(loser))
    #expect(bench.dossier?.conflicts == [])
  }

  @Test func settlingStandsInNoOtherActsWay() throws {
    var bench = try DecisionBench.at(.received)
    try bench.decide(.note("đã gọi"))
    let loser = bench.last
    bench.rule(.conflicted(with: loser, over: .course))
    try bench.decide(.assign(to: bench.clerk.id))
    let assigned = bench.last
    try bench.decide(.settleConflict(loser))
    try bench.decide(.undo(assigned))
    #expect(bench.dossier?.assignee == nil)
  }

  @Test func whatTheProvinceKeepsBackIsToldWithItsReason() throws {
    var bench = try DecisionBench.at(.received)
    try bench.decide(.note("x"))
    let held = bench.last
    bench.rule(.quarantined(.clerkUnknown))
    #expect(bench.dossier?.held == [HeldEntry(entry: held, reason: .clerkUnknown)])
    #expect(bench.dossier?.notes == [])
    bench.record(.release(held))
    #expect(bench.dossier?.held == [])
    #expect(bench.dossier?.notes.map(\.text) == ["x"])
  }
}
