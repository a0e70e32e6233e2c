import DossierDomain
import ExchangeModel
import JournalFormat
import SyncProtocol
import Testing

@testable import ProvincialServer

@Suite struct AdmissionContractTests {
  @Test(arguments: StoreKind.allCases) func aRepeatedRequestChangesNothing(_ kind: StoreKind) throws {
    let province = try TestProvince(kind)
    var desk = try province.desk()
    try desk.receive(TestDesk.dossier(1), code: "A-1")
    try desk.write(.dossier(.note("a")), dossier: TestDesk.dossier(1))
    let request = desk.request()
    // The answer to the first request is lost.
    let first = try province.exchange().answer(request, keyHash: desk.keyHash, now: province.now)
    let second = try province.exchange().answer(request, keyHash: desk.keyHash, now: province.now)
    #expect(first.head == second.head)
    #expect(first.places == second.places)
    #expect(second.acknowledged.map(\.lastSequence) == [2])
    try desk.take(second)
    #expect(desk.waiting.isEmpty)
  }

  @Test(arguments: StoreKind.allCases) func behindAGapNothingIsTaken(_ kind: StoreKind) throws {
    let province = try TestProvince(kind)
    var desk = try province.desk()
    for number in 1...4 { try desk.receive(TestDesk.dossier(UInt64(number)), code: "A-\(number)") }
    let before = try desk.exchange(province) { $0.entries = [$0.entries[1], $0.entries[2]] }
    #expect(before.acknowledged.map(\.lastSequence) == [0])
    // One entry in the middle is missing, so only the entries before it are accepted.
    let half = try desk.exchange(province) { $0.entries = [$0.entries[0], $0.entries[1], $0.entries[3]] }
    #expect(half.acknowledged.map(\.lastSequence) == [2])
    let all = try desk.exchange(province)
    #expect(all.acknowledged.map(\.lastSequence) == [4])
  }

  @Test(arguments: StoreKind.allCases) func aForkIsKeptRawAndToldAndBlocksNobody(_ kind: StoreKind) throws {
    let province = try TestProvince(kind)
    var desk = try province.desk()
    try desk.receive(TestDesk.dossier(1), code: "A-1")
    try desk.exchange(province)
    // The machine's disk was copied, and both copies continue from here.
    var copy = desk
    try desk.write(.dossier(.note("the one")), dossier: TestDesk.dossier(1))
    try copy.write(.dossier(.note("the other")), dossier: TestDesk.dossier(1))
    try copy.write(.dossier(.note("and more")), dossier: TestDesk.dossier(1))
    try desk.exchange(province)
    let answer = try province.exchange().answer(copy.request(), keyHash: copy.keyHash, now: province.now)
    #expect(answer.forks.map(\.sequence) == [2, 3])
    #expect(answer.acknowledged.first?.lastSequence == 2)
    #expect(answer.acknowledged.first?.lastHash == desk.lastHash)
    // The entry that has the reference at the province is sent with its bytes, because the copy has a different one.
    #expect(
      answer.places.contains {
        if case .bytes(let bytes) = $0.content { entryHash(bytes) == desk.lastHash } else { false }
      })
    let kept = try province.store.read { try $0.rows("SELECT bytes FROM fork ORDER BY epoch_sequence", []) }
    #expect(try kept.map { try $0.blob(0) } == copy.waiting)
    try desk.write(.dossier(.note("goes on")), dossier: TestDesk.dossier(1))
    #expect(try desk.exchange(province).forks.isEmpty)
  }

  @Test(arguments: StoreKind.allCases) func whatCannotBeJudgedWellIsKeptBackInItsPlace(_ kind: StoreKind) throws {
    let province = try TestProvince(kind)
    var desk = try province.desk()
    let nobody = ClerkID(high: 7, low: 7)
    let good = try desk.receive(TestDesk.dossier(1), code: "A-1")
    let unknownClerk = try desk.receive(TestDesk.dossier(2), code: "A-2", clerk: nobody)
    let wrongRole = try desk.write(
      .dossier(.void(reason: "r")), dossier: TestDesk.dossier(1), clerk: TestProvince.specialist)
    // The specialist may void the dossier, because she has the reception role too. Neither role may change a clerk's
    // record.
    let office = try desk.write(.office(.setClerk(TestProvince.clerks[0])), clerk: TestProvince.reception)
    let noDossier = try desk.write(.dossier(.note("n")), dossier: TestDesk.dossier(99))
    let codeTaken = try desk.receive(TestDesk.dossier(3), code: "A-1")
    let ownRelease = try desk.write(.dossier(.release(unknownClerk)), dossier: TestDesk.dossier(2))
    let last = try desk.receive(TestDesk.dossier(4), code: "A-4")
    try desk.exchange(province)
    #expect(desk.waiting.isEmpty)
    #expect(desk.verdict(of: good) == .accepted)
    #expect(desk.verdict(of: unknownClerk) == .quarantined(.clerkUnknown))
    #expect(desk.verdict(of: wrongRole) == .accepted)
    #expect(desk.verdict(of: office) == .quarantined(.roleMissing))
    #expect(desk.verdict(of: noDossier) == .quarantined(.dossierUnknown))
    #expect(desk.verdict(of: codeTaken) == .quarantined(.codeTaken))
    #expect(desk.verdict(of: ownRelease) == .quarantined(.roleMissing))
    #expect(desk.verdict(of: last) == .accepted)
    #expect(try province.administration.quarantined(in: province.office.id).count == 5)
  }

  @Test(arguments: StoreKind.allCases) func aReleasedEntryCountsAndGivesItsCode(_ kind: StoreKind) throws {
    let province = try TestProvince(kind)
    var desk = try province.desk()
    try desk.receive(TestDesk.dossier(2), code: "A-2", clerk: ClerkID(high: 7, low: 7))
    try desk.exchange(province)
    let waiting = try #require(try province.administration.quarantined(in: province.office.id).first)
    #expect(waiting.code == "A-2")
    #expect(
      try province.administration.release(placeAt: waiting.officeSequence, of: province.office.id, at: province.now)
        == 1)
    #expect(try province.administration.quarantined(in: province.office.id).isEmpty)
    #expect(throws: AdministrationError.notQuarantined) {
      try province.administration.release(placeAt: 1, of: province.office.id, at: province.now)
    }
    let second = try desk.receive(TestDesk.dossier(3), code: "A-2")
    try desk.exchange(province)
    #expect(desk.verdict(of: second) == .quarantined(.codeTaken))
  }

  @Test(arguments: StoreKind.allCases) func theFirstInTheOrderWinsAndTheOtherIsTold(_ kind: StoreKind) throws {
    let province = try TestProvince(kind)
    var (first, second) = (try province.desk(), try province.desk())
    try first.receive(TestDesk.dossier(1), code: "A-1")
    try first.exchange(province)
    try second.exchange(province)
    let winner = try first.write(.dossier(.withdraw(reason: "w")), dossier: TestDesk.dossier(1))
    let loser = try second.write(
      .dossier(.complete(DossierResult(approved: true, title: "t"))), dossier: TestDesk.dossier(1))
    let note = try second.write(.dossier(.note("kept")), dossier: TestDesk.dossier(1))
    try first.exchange(province)
    try second.exchange(province)
    try first.exchange(province)
    #expect(second.verdict(of: loser) == .conflicted(with: winner, over: .course))
    #expect(second.verdict(of: note) == .accepted)
    #expect(first.verdict(of: loser) == .conflicted(with: winner, over: .course))
    #expect(first.position == second.position)
  }

  /// A code of another system that somebody else has does not take a reception with it, nor a refused hand-back the money
  /// that was paid.
  @Test(arguments: StoreKind.allCases) func whatOnlyAddsAFactStandsByItself(_ kind: StoreKind) throws {
    let province = try TestProvince(kind)
    var (first, second) = (try province.desk(), try province.desk())
    let (one, other) = (GroupID(high: 1, low: 1), GroupID(high: 1, low: 2))
    try first.receive(TestDesk.dossier(1), code: "A-1")
    let reception = try first.receive(TestDesk.dossier(2), code: "A-2", group: one)
    let code = try first.write(
      .dossier(.addCode(DossierCode("A-1", origin: .imported))), dossier: TestDesk.dossier(2), group: one)
    try first.exchange(province)
    #expect(first.verdict(of: reception) == .accepted)
    #expect(first.verdict(of: code) == .quarantined(.codeTaken))
    try second.exchange(province)
    let winner = try first.write(.dossier(.withdraw(reason: "w")), dossier: TestDesk.dossier(1))
    let paid = try second.write(
      .dossier(.recordPayment(amount: 8000, method: .cash, appointment: nil)), dossier: TestDesk.dossier(1),
      group: other)
    let handed = try second.write(
      .dossier(.handBack(recipient: "r", delivery: .atDesk)), dossier: TestDesk.dossier(1), group: other)
    try first.exchange(province)
    try second.exchange(province)
    #expect(second.verdict(of: handed) == .conflicted(with: winner, over: .course))
    #expect(second.verdict(of: paid) == .accepted)
  }

  /// As at the desks: who typed it at the wrong dossier and took it back gives it to the right one.
  @Test(arguments: StoreKind.allCases) func aCodeOfAnotherSystemIsFreeAfterAnUndo(_ kind: StoreKind) throws {
    let province = try TestProvince(kind)
    var desk = try province.desk()
    let (code, own) = (DossierCode("B-1", origin: .imported), DossierCode("A-1", origin: .imported))
    try desk.receive(TestDesk.dossier(1), code: "A-1")
    try desk.receive(TestDesk.dossier(2), code: "A-2")
    let wrong = try desk.write(.dossier(.addCode(code)), dossier: TestDesk.dossier(1))
    try desk.write(.dossier(.undo(wrong)), dossier: TestDesk.dossier(1))
    let right = try desk.write(.dossier(.addCode(code)), dossier: TestDesk.dossier(2))
    try desk.exchange(province)
    #expect(desk.verdict(of: right) == .accepted)
    let late = try desk.write(.dossier(.addCode(code)), dossier: TestDesk.dossier(1))
    // What stands on a paper of this office stays with its dossier.
    try desk.write(.dossier(.void(reason: "nhầm")), dossier: TestDesk.dossier(1))
    let taken = try desk.write(.dossier(.addCode(own)), dossier: TestDesk.dossier(2))
    try desk.exchange(province)
    #expect(desk.verdict(of: late) == .quarantined(.codeTaken))
    #expect(desk.verdict(of: taken) == .quarantined(.codeTaken))
  }

  /// Every answer about PINs must be one that a desk can read.
  @Test func anOfficeHasABoundedNumberOfClerks() throws {
    let province = try TestProvince(.sqlite)
    var desk = try province.desk()
    let known = try province.store.read { try ClerkList(of: province.office.id, in: $0).count }
    let written = try (known...ClerkList.most).map { number in
      try desk.write(
        .office(.setClerk(Clerk(id: ClerkID(high: 99, low: UInt64(number)), name: "Người \(number)", roles: []))),
        clerk: TestProvince.head)
    }
    while !desk.waiting.isEmpty { try desk.exchange(province) }
    #expect(desk.verdict(of: try #require(written.dropLast().last)) == .accepted)
    #expect(desk.verdict(of: try #require(written.last)) == .quarantined(.unreadable))
  }

  /// A reception that is kept back does not reserve the other system's code that came with it.
  @Test(arguments: StoreKind.allCases) func aFactAboutNothingIsNone(_ kind: StoreKind) throws {
    let province = try TestProvince(kind)
    var desk = try province.desk()
    let (group, code) = (GroupID(high: 1, low: 1), DossierCode("B-1", origin: .imported))
    try desk.receive(TestDesk.dossier(1), code: "A-1")
    let refused = try desk.receive(TestDesk.dossier(2), code: "A-1", group: group)
    let with = try desk.write(.dossier(.addCode(code)), dossier: TestDesk.dossier(2), group: group)
    try desk.receive(TestDesk.dossier(3), code: "A-3")
    let again = try desk.write(.dossier(.addCode(code)), dossier: TestDesk.dossier(3))
    try desk.exchange(province)
    for entry in [refused, with] { #expect(desk.verdict(of: entry) == .quarantined(.codeTaken)) }
    #expect(desk.verdict(of: again) == .accepted)
  }

  @Test(arguments: StoreKind.allCases) func anActStandsOrFallsAsAWhole(_ kind: StoreKind) throws {
    let province = try TestProvince(kind)
    var desk = try province.desk()
    let group = GroupID(high: 1, low: 1)
    try desk.receive(TestDesk.dossier(1), code: "A-1")
    let reception = try desk.receive(TestDesk.dossier(2), code: "A-1", group: group)
    let note = try desk.write(.dossier(.note("n")), dossier: TestDesk.dossier(2), group: group)
    let before = desk.waiting.count
    try desk.exchange(province)
    #expect(before == 3)
    #expect(desk.verdict(of: reception) == .quarantined(.codeTaken))
    #expect(desk.verdict(of: note) == .quarantined(.codeTaken))
    // The rest of an act that arrives in a later exchange gets the same verdict.
    let late = try desk.write(.dossier(.note("late")), dossier: TestDesk.dossier(2), group: group)
    try desk.exchange(province)
    #expect(desk.verdict(of: late) == .quarantined(.codeTaken))
    // Releasing one entry releases the whole act.
    let waiting = try #require(try province.administration.quarantined(in: province.office.id).last)
    #expect(
      try province.administration.release(placeAt: waiting.officeSequence, of: province.office.id, at: province.now)
        == 3)
  }

  @Test(arguments: StoreKind.allCases) func aRevokedDeviceHandsInAndGetsNothing(_ kind: StoreKind) throws {
    let province = try TestProvince(kind)
    var (lost, other) = (try province.desk(), try province.desk())
    try other.receive(TestDesk.dossier(9), code: "A-9")
    try other.exchange(province)
    let entry = try lost.receive(TestDesk.dossier(1), code: "A-1")
    try province.administration.revoke(lost.device, of: province.office.id, at: province.now)
    let answer = try province.exchange().answer(lost.request(), keyHash: lost.keyHash, now: province.now)
    #expect(answer.isRevoked)
    #expect(answer.places.isEmpty && answer.lanes.isEmpty)
    #expect(answer.acknowledged.map(\.lastSequence) == [1])
    try other.exchange(province)
    #expect(other.verdict(of: entry) == .quarantined(.deviceRevoked))
  }

  @Test(arguments: StoreKind.allCases) func whatARestoredDeskIssuesAgainIsDropped(_ kind: StoreKind) throws {
    let province = try TestProvince(kind)
    var desk = try province.desk()
    let first = try desk.receive(TestDesk.dossier(1), code: "A-1")
    let hash = desk.lastHash
    try desk.exchange(province)
    let again = try desk.write(
      .dossier(.note("n")), dossier: TestDesk.dossier(1), origin: EntryOrigin(reference: first, hash: hash))
    let other = try desk.write(
      .dossier(.note("n")), dossier: TestDesk.dossier(1),
      origin: EntryOrigin(reference: EntryReference(epoch: first.epoch, sequence: 99), hash: hash))
    try desk.exchange(province)
    #expect(desk.verdict(of: again) == .repeated(of: first))
    #expect(desk.verdict(of: other) == .accepted)
  }

  @Test(arguments: StoreKind.allCases) func nobodyWritesInTheProvincesChain(_ kind: StoreKind) throws {
    let province = try TestProvince(kind)
    let desk = try province.desk()
    let own = try province.store.read { try OfficeRecord.find(province.office.id, in: $0)?.serverEpoch }
    var request = desk.request()
    request.epochs.append(EpochHead(epoch: try #require(own), lastSequence: 1))
    #expect(throws: ExchangeError.malformed("epoch of the province")) {
      try province.exchange().answer(request, keyHash: desk.keyHash, now: province.now)
    }
    #expect(throws: ExchangeError.notEnrolled) {
      try province.exchange().answer(desk.request(), keyHash: [1], now: province.now)
    }
  }
}
