import Testing

@testable import DossierDomain

@Suite struct UndoTests {
  @Test func anUndoneEntryCountsAsNotMade() throws {
    var bench = try DecisionBench.at(.inProgress)
    let before = try #require(bench.dossier)
    try bench.decide(.note("nhầm"))
    try bench.decide(.undo(bench.last))
    #expect(bench.dossier?.notes == before.notes)
    #expect(bench.dossier?.status == before.status)
  }

  @Test func anUndoneReceptionIsVoidAndKeepsItsCode() throws {
    var bench = try DecisionBench.at(.received)
    let code = bench.dossier?.code
    try bench.decide(.undo(bench.last))
    #expect(bench.dossier?.isVoid == true)
    #expect(bench.dossier?.code == code)
    guard case .voided = bench.denial(of: .note("a")) else {
      Issue.record("a void dossier took a note")
      return
    }
  }

  @Test func onlyTheLastCountingEntryIsUndone() throws {
    var bench = try DecisionBench.at(.received)
    let reception = bench.last
    try bench.decide(.note("sau"))
    #expect(bench.denial(of: .undo(reception)) == .laterEntryBuildsOnIt)
    try bench.decide(.undo(bench.last))
    #expect(bench.denial(of: .undo(reception)) == nil)
    #expect(bench.denial(of: .undo(EntryReference(epoch: DecisionBench.epoch, sequence: 99))) == .nothingToUndo)
  }

  @Test func entriesOfOneActAreUndoneTogether() throws {
    var bench = DecisionBench()
    let group = GroupID(high: 7, low: 7)
    try bench.decide(.receive(DecisionBench.form("2.000815")), group: group)
    try bench.decide(.complete(DossierResult(approved: true, title: "a")), group: group)
    try bench.decide(.handBack(recipient: "a", delivery: .atDesk), group: group)
    for sequence in [3, 2, 1] as [Int64] {
      try bench.decide(.undo(EntryReference(epoch: DecisionBench.epoch, sequence: sequence)))
    }
    #expect(bench.dossier?.isVoid == true)
    #expect(bench.dossier?.status == .received)
  }

  @Test func anotherClerksEntryIsUndoneByTheHeadOnly() throws {
    var bench = try DecisionBench.at(.inProgress)
    bench.clerk = Clerk(id: ClerkID(high: 3, low: 9), name: "Kray Thị Mơi", roles: [.specialist])
    #expect(bench.denial(of: .undo(bench.last)) == .roleMissing([.headOfDesk]))
  }
}
