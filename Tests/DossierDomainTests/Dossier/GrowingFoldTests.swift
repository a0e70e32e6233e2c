import Testing

@testable import Demonstration
@testable import DossierDomain

@Suite struct GrowingFoldTests {
  /// Entries of any kind and verdict in any order, undone, released and settled at random. After each of them the
  /// result equals a fold of all entries from the beginning.
  @Test(arguments: 0..<300 as Range<UInt64>) func growingEqualsFoldingFromTheBeginning(seed: UInt64) throws {
    var random = SeededRandom(seed: seed)
    let entries = try Self.entries(&random, count: 40)
    var growing = GrowingFold(id: DecisionBench().id)
    for (index, entry) in entries.enumerated() {
      growing.append(entry)
      if random.chance(60) { #expect(growing.dossier() == Self.model(entries.prefix(index + 1))) }
    }
    #expect(growing.dossier() == Self.model(entries[...]))
    #expect(Dossier.fold(id: growing.id, entries: entries) == growing.dossier())
  }

  /// Each entry is applied only once, however often the result is requested in between.
  @Test(arguments: [1000, 2000, 4000]) func eachEntryIsAppliedOnce(count: Int) throws {
    var bench = DecisionBench()
    try bench.decide(.receive(DecisionBench.form()))
    var entry = try #require(bench.history.first)
    var growing = GrowingFold(id: bench.id)
    growing.append(entry)
    for number in 2...count {
      entry.reference.sequence = Int64(number)
      entry.action = .note("ghi \(number)")
      growing.append(entry)
      #expect(growing.dossier()?.notes.count == number - 1)
    }
    #expect(growing.applied == count)
  }

  // MARK: A second fold without state, for comparison

  private static func model(_ entries: ArraySlice<RecordedAction>) -> Dossier? {
    let counting = CountingEntries(entries)
    var dossier: Dossier?
    for entry in counting.entries {
      if dossier == nil {
        dossier = Dossier(id: DecisionBench().id, beginning: entry)
        if counting.undone.contains(entry.reference) { dossier?.voidReason = Dossier.undoneReason }
      } else if !counting.undone.contains(entry.reference) {
        dossier?.advance(by: entry)
      }
    }
    if dossier == nil, let held = counting.held.first(where: \.action.beginsDossier) {
      dossier = Dossier(id: DecisionBench().id, beginning: held)
      dossier?.voidReason = Dossier.heldReason
    }
    dossier?.setAttention(from: counting.conflicts, counting.held)
    return dossier
  }

  private static func entries(_ random: inout SeededRandom, count: Int) throws -> [RecordedAction] {
    var bench = DecisionBench()
    try bench.decide(.receive(DecisionBench.form()))
    let template = try #require(bench.history.first)
    return (0..<count).map { _ in
      var entry = template
      entry.reference.sequence = Int64(1 + random.below(60))
      let other = EntryReference(epoch: entry.reference.epoch, sequence: Int64(1 + random.below(60)))
      entry.action = random.pick([
        template.action, .note("a"), .assign(to: nil), .takeOver, .undo(other), .undo(other), .release(other),
        .settleConflict(other), .requestSupplement(items: ["b"]), .void(reason: "c"),
      ])
      entry.verdict = random.pick([
        .accepted, .accepted, .accepted, .quarantined(.clerkUnknown), .conflicted(with: other, over: .course),
        .repeated(of: other),
      ])
      return entry
    }
  }
}
