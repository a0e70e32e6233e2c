import Testing

@testable import Demonstration
@testable import DossierDomain

@Suite struct FoldTests {
  /// Random commands that the rules allow: a fold of all entries equals applying them one by one.
  @Test(arguments: 0..<60 as Range<UInt64>)
  func foldingEqualsApplyingOneByOne(seed: UInt64) throws {
    var random = SeededRandom(seed: seed)
    var bench = DecisionBench()
    try bench.decide(.receive(DecisionBench.form()))
    for _ in 0..<25 {
      bench.now = bench.now.adding(minutes: 1 + random.below(300))
      let command = random.pick(Self.commands(bench.clerk.id))
      if bench.denial(of: command) == nil { try bench.decide(command) }
    }
    let first = try #require(bench.history.first)
    var applied = try #require(Dossier.fold(id: bench.id, entries: [first]))
    for entry in bench.history.dropFirst() { applied.advance(by: entry) }
    #expect(applied == bench.dossier)
  }

  @Test(arguments: 0..<20 as Range<UInt64>)
  func nonsenseInTheJournalChangesNothingAndTrapsNowhere(seed: UInt64) throws {
    var random = SeededRandom(seed: seed)
    var bench = DecisionBench()
    try bench.decide(.receive(DecisionBench.form()))
    let template = try #require(bench.history.first)
    let nonsense: [DossierAction] = [
      .takeOver, .receiveSupplement(received: [99], appointment: nil), .digitise(number: -1, blobHash: ""),
      .recordPayment(amount: 1, method: .cash, appointment: nil), .handBack(recipient: "", delivery: .post),
      .undo(EntryReference(epoch: DecisionBench.epoch, sequence: 77)), .reopen(reason: ""),
      .correct(field: .copies, value: "x", reason: ""), .void(reason: "a"),
    ]
    var entries: [RecordedAction] = []
    for index in 0..<30 {
      var entry = template
      entry.reference.sequence = Int64(index + 1)
      if random.chance(80) { entry.action = random.pick(nonsense) }
      entries.append(entry)
    }
    entries.shuffle(using: &random)
    let folded = Dossier.fold(id: bench.id, entries: entries)
    #expect(folded == nil || folded?.id == bench.id)
  }

  @Test func aDossierWhoseReceptionIsHeldStaysVisibleWhateverWasHeldBefore() throws {
    var bench = DecisionBench()
    try bench.decide(.receive(DecisionBench.form()))
    try bench.decide(.note("a"))
    // The entries of a copy of the desk came first, and their authors did not know the dossier.
    let entries = zip(bench.history.reversed(), [QuarantineReason.dossierUnknown, .codeTaken]).map { entry, reason in
      var entry = entry
      entry.verdict = .quarantined(reason)
      return entry
    }
    let folded = try #require(Dossier.fold(id: bench.id, entries: entries))
    #expect(folded.isVoid && folded.held.count == 2 && folded.codes == bench.dossier?.codes)
  }

  private static func commands(_ clerk: ClerkID) -> [DossierCommand] {
    [
      .handOver(step: .decision, to: clerk), .takeOver, .note("a"), .requestSupplement(items: ["b"]),
      .receiveSupplement(), .requestPayment(title: "c", amount: 10),
      .recordPayment(amount: 10, method: .cash), .digitise(number: 1, blobHash: "ff"),
      .addComponent(name: "d", form: .photocopy, quantity: 1),
      .replaceByLookup(number: 2, method: .cardQR, reference: "e"),
      .complete(DossierResult(approved: true, title: "f")), .reopen(reason: "g"),
      .correct(field: .ownerPhone, value: "0912345678", reason: "h"),
    ]
  }
}
