import Testing

@testable import Demonstration
@testable import DossierDomain

@Suite struct FoldedDossierTests {
  /// A history is cut at any point: folding its end onto its beginning gives the whole, unless the end reports that
  /// this is impossible.
  @Test(arguments: 0..<40 as Range<UInt64>)
  func theRestOfAHistoryFoldsOntoItsBeginning(seed: UInt64) throws {
    var random = SeededRandom(seed: seed)
    let history = try Self.history(&random)
    let id = DossierID(high: 1, low: 1)
    for cut in 1..<history.count {
      let (before, after) = (history[..<cut], history[cut...])
      let folded = FoldedDossier(
        dossier: try #require(Dossier.fold(id: id, entries: before)), namedCodes: before.compactMap(\.action.namedCode))
      let whole = Dossier.fold(id: id, entries: history)
      if folded.isReopened(by: after) {
        #expect(after.contains { if case .undo = $0.action { true } else { false } })
      } else {
        #expect(Dossier.fold(id: id, onto: folded, entries: after) == whole)
      }
    }
  }

  @Test func onlyWhatHasEndedAndWasLeftAloneIsFolded() throws {
    var bench = DecisionBench()
    try bench.decide(.receive(DecisionBench.form()))
    let later = bench.now.adding(minutes: 60 * 24 * 40)
    #expect(FoldedDossier(id: bench.id, entries: bench.history, restingSince: later) == nil)
    try bench.decide(.withdraw(reason: "rút"))
    #expect(FoldedDossier(id: bench.id, entries: bench.history, restingSince: bench.now) == nil)
    let folded = try #require(FoldedDossier(id: bench.id, entries: bench.history, restingSince: later))
    #expect(folded.dossier == bench.dossier)
    #expect(folded.namedCodes == bench.dossier?.codes)
    // If a clerk may still have to check something, the entries are needed.
    var history = bench.history
    history[1].verdict = .quarantined(.roleMissing)
    #expect(FoldedDossier(id: bench.id, entries: history, restingSince: later) == nil)
  }

  private static func history(_ random: inout SeededRandom) throws -> [RecordedAction] {
    var bench = DecisionBench()
    try bench.decide(.receive(DecisionBench.form()))
    for _ in 0..<12 {
      bench.now = bench.now.adding(minutes: 1 + random.below(300))
      var commands: [DossierCommand] = [
        .note("a"), .requestSupplement(items: ["b"]), .receiveSupplement(), .takeOver,
        .handOver(step: .decision, to: bench.clerk.id), .complete(DossierResult(approved: true, title: "f")),
        .reopen(reason: "g"), .correct(field: .ownerPhone, value: "0912345678", reason: "h"),
      ]
      if let last = bench.history.last { commands.append(.undo(last.reference)) }
      let command = random.pick(commands)
      if bench.denial(of: command) == nil { try bench.decide(command) }
    }
    return bench.history
  }
}
