import DossierDomain
import ExchangeModel
import JournalFormat
import SyncProtocol
import Testing

@testable import ProvincialServer

/// How the order handles chains that no honest desk writes, and entries that the province cannot read.
@Suite struct OrderContractTests {
  private static let one = TestDesk.dossier(1)

  @Test(arguments: StoreKind.allCases) func bytesWithoutANameAreNoRequest(_ kind: StoreKind) throws {
    let province = try TestProvince(kind)
    var desk = try province.desk()
    #expect(throws: ExchangeError.malformed("entry")) { try desk.exchange(province) { $0.entries = [[1, 2, 3]] } }
    try desk.receive(Self.one, code: "A-1")
    #expect(try desk.exchange(province).acknowledged.map(\.lastSequence) == [1])
  }

  /// Both copies of a disk wrote a first entry; of the second copy only the next entry arrives.
  @Test(arguments: StoreKind.allCases) func whatFollowsAnotherEntryThanTheLastIsAFork(_ kind: StoreKind) throws {
    let province = try TestProvince(kind)
    var desk = try province.desk()
    var copy = desk
    try desk.receive(Self.one, code: "A-1")
    try copy.receive(TestDesk.dossier(2), code: "A-2")
    try desk.exchange(province)
    let next = try copy.write(.dossier(.note("a")), dossier: TestDesk.dossier(2))
    let request = copy.request([copy.waiting[1]])
    let answer = try province.exchange().answer(request, keyHash: copy.keyHash, now: province.now)
    #expect(answer.forks == [next])
    #expect(answer.acknowledged.map(\.lastHash) == [desk.lastHash])
  }

  /// Two entries with the same reference, neither of which a desk could apply.
  @Test(arguments: StoreKind.allCases) func aForkOfWhatNobodyCouldTakeIsOneToo(_ kind: StoreKind) throws {
    let province = try TestProvince(kind)
    var desk = try province.desk()
    try desk.receive(Self.one, code: "A-1")
    var copy = desk
    let reference = try desk.writeRaw(UnplaceableContractTests.Bad.tooEarly.bytes(desk))
    try desk.exchange(province)
    try copy.writeRaw(UnplaceableContractTests.Bad.tooLate.bytes(copy))
    let answer = try province.exchange().answer(copy.request(), keyHash: copy.keyHash, now: province.now)
    #expect(answer.forks == [reference] && answer.unplaced.isEmpty)
  }

  @Test(arguments: StoreKind.allCases) func aChainThatIsNamedTwiceIsOne(_ kind: StoreKind) throws {
    let province = try TestProvince(kind)
    var desk = try province.desk()
    for number in 1...3 as ClosedRange<UInt64> { try desk.receive(TestDesk.dossier(number), code: "A-\(number)") }
    let answer = try desk.exchange(province) { request in
      request.epochs.insert(EpochHead(epoch: request.epochs[0].epoch, lastSequence: 1), at: 0)
    }
    #expect(answer.acknowledged.map(\.lastSequence) == [3])
    #expect(answer.places.suffix(3).allSatisfy { if case .own = $0.content { true } else { false } })
  }

  /// What was never judged must not begin to count after an upgrade: an entry of a later version is kept back like one
  /// of a known kind that cannot be read. No honest desk writes either.
  @Test(arguments: StoreKind.allCases) func whatTheProvinceCannotReadStandsInNobodysWay(_ kind: StoreKind) throws {
    let province = try TestProvince(kind)
    var desk = try province.desk()
    try desk.receive(Self.one, code: "A-1")
    let later = try desk.write(.unknown(kind: 4711, payload: [1]), dossier: Self.one)
    let broken = try desk.write(.unknown(kind: 25, payload: [0x2A, 1, 0x61, 0xF8, 7, 1]), dossier: Self.one)
    try desk.exchange(province)
    let note = try desk.write(.dossier(.note("a")), dossier: Self.one)
    try desk.exchange(province)
    #expect(desk.verdict(of: later) == .quarantined(.unreadable))
    #expect(desk.verdict(of: broken) == .quarantined(.unreadable))
    #expect(desk.verdict(of: note) == .accepted)
  }

  /// A restored desk has issued the same entry with a new reference before the original arrives.
  @Test(arguments: StoreKind.allCases) func whatWasSaidUnderANewNameCountsOnce(_ kind: StoreKind) throws {
    let province = try TestProvince(kind)
    var (desk, restored) = (try province.desk(), try province.desk())
    let first = try desk.receive(Self.one, code: "A-1")
    try desk.exchange(province)
    let note = try desk.write(.dossier(.note("a")), dossier: Self.one)
    let again = try restored.write(
      .dossier(.note("a")), dossier: Self.one, origin: EntryOrigin(reference: note, hash: desk.lastHash))
    try restored.exchange(province)
    try desk.exchange(province)
    #expect(desk.verdict(of: first) == .accepted && restored.verdict(of: again) == .accepted)
    #expect(desk.verdict(of: note) == .repeated(of: again))
  }

  /// The roles are those of the identifier that the province gave the clerk. A mapping to an unknown clerk has no
  /// effect.
  @Test(arguments: StoreKind.allCases) func aClerkHasTheRolesOfHerProvincialName(_ kind: StoreKind) throws {
    let province = try TestProvince(kind)
    var desk = try province.desk()
    let local = Clerk(id: ClerkID(high: 8, low: 8), name: "Hồ Thị Lan", roles: [.reception])
    try desk.write(.office(.setClerk(local)), clerk: TestProvince.head)
    try desk.receive(Self.one, code: "A-1")
    try desk.write(.dossier(.handOver(step: .verification, to: local.id)), dossier: Self.one)
    let result = EntryContent.dossier(.complete(DossierResult(approved: true, title: "t")))
    let before = try desk.write(result, dossier: Self.one, clerk: local.id)
    let unknown = ClerkID(high: 9, low: 9)
    try desk.write(.office(.mapClerk(local.id, to: unknown)), clerk: TestProvince.head)
    let still = try desk.write(result, dossier: Self.one, clerk: local.id)
    try desk.write(.office(.mapClerk(local.id, to: TestProvince.specialist)), clerk: TestProvince.head)
    let after = try desk.write(result, dossier: Self.one, clerk: local.id)
    try desk.exchange(province)
    #expect(desk.verdict(of: before) == .quarantined(.roleMissing))
    #expect(desk.verdict(of: still) == .quarantined(.roleMissing))
    #expect(desk.verdict(of: after) == .accepted)
  }

  /// The holder of the dossier is the one after the earlier entries of the same act.
  @Test(arguments: StoreKind.allCases) func anActIsJudgedBehindItsOwnBeginning(_ kind: StoreKind) throws {
    let province = try TestProvince(kind)
    var desk = try province.desk()
    func assign(_ number: UInt64, holder: ClerkID?) throws -> EntryReference {
      let group = GroupID(high: 1, low: number)
      try desk.receive(TestDesk.dossier(number), code: "A-\(number)", assignee: holder, group: group)
      return try desk.write(
        .dossier(.assign(to: TestProvince.head)), dossier: TestDesk.dossier(number), group: group)
    }
    let hers = try assign(1, holder: TestProvince.specialist)
    let anothers = try assign(2, holder: TestProvince.reception)
    try desk.exchange(province)
    #expect(desk.verdict(of: hers) == .accepted)
    #expect(desk.verdict(of: anothers) == .quarantined(.roleMissing))
  }

  /// After a restore the province's release may be placed before the entry that it releases.
  @Test func aReleaseBeforeItsEntryWaitsForIt() throws {
    let province = try TestProvince(.sqlite)
    let kept = EntryReference(epoch: DeviceEpoch(high: 5, low: 5), sequence: 1)
    func recorded(_ sequence: Int64, _ action: DossierAction, _ verdict: Verdict = .accepted) -> RecordedAction {
      RecordedAction(
        reference: EntryReference(epoch: DeviceEpoch(high: 6, low: 6), sequence: sequence), clerk: TestProvince.head,
        at: province.now, action: action, verdict: verdict)
    }
    try province.store.read { transaction in
      let histories = try DossierHistories(of: [], office: province.office.id, in: transaction)
      histories.add(recorded(1, .release(kept)), at: 1, to: Self.one)
      #expect(histories.released(Self.one) == [kept])
      #expect(histories.unseen(of: Self.one, by: DeviceEpoch(high: 7, low: 7), base: 0, heads: [:]).isEmpty)
      var withdrawal = recorded(1, .withdraw(reason: "a"), .quarantined(.clerkUnknown))
      withdrawal.reference = kept
      histories.add(withdrawal, at: 2, to: Self.one)
      #expect(histories.countingAction(kept, of: Self.one) == .withdraw(reason: "a"))
    }
  }

  // MARK: After a restore

  private func restored(_ kind: StoreKind) throws -> (TestProvince, TestDesk) {
    let province = try TestProvince(kind)
    var desk = try province.desk()
    for number in 1...3 as ClosedRange<UInt64> { try desk.receive(TestDesk.dossier(number), code: "A-\(number)") }
    try desk.exchange(province)
    try province.administration.logRestored(at: province.now)
    return (province, desk)
  }

  /// The desk's log epoch does not belong to this province's past, so nothing of its order is known here.
  @Test(arguments: StoreKind.allCases) func aDeskOfAnUnknownLifeBeginsWithTheFirstPlace(_ kind: StoreKind) throws {
    var (province, desk) = try restored(kind)
    let end = desk.position.sequence
    desk.position.logEpoch = [UInt8](repeating: 9, count: 16)
    desk.position.rolling = .zero
    let answer = try desk.exchange(province)
    #expect(answer.base == 0 && desk.position.sequence == end)
  }

  /// The restored order continued before the restore was reported, so only the hashes show where the orders diverge.
  @Test(arguments: StoreKind.allCases) func aDeskWithAnotherPastIsAskedForIt(_ kind: StoreKind) throws {
    var (province, desk) = try restored(kind)
    desk.position.rolling = .zero
    #expect(throws: ExchangeError.positionUnknown) { try desk.exchange(province) }
  }

  @Test(arguments: StoreKind.allCases) func numbersAreGrantedAgainOnceEveryDeskHasCome(_ kind: StoreKind) throws {
    var (province, desk) = try restored(kind)
    var new = try province.desk("Bàn mới")
    #expect(try new.exchange(province) { $0.numbersWanted = 10 }.lanes.isEmpty)
    #expect(throws: AdministrationError.officeUnknown) {
      try province.administration.openLanes(of: OfficeID(high: 9, low: 9))
    }
    try province.administration.openLanes(of: province.office.id)
    try desk.exchange(province)
    try new.exchange(province) { $0.numbersWanted = 10 }
    #expect(!new.lanes.isEmpty)
    for block in new.lanes { #expect(!desk.lanes.contains { $0.overlaps(block) }) }
  }
}
