import Crypto
import DossierDomain
import ExchangeModel
import JournalFormat
import SyncProtocol
import Testing
import X509

@testable import ProvincialServer

@Suite struct HandDownContractTests {
  @Test(arguments: StoreKind.allCases) func twoDesksAgreeAfterAWholeDay(_ kind: StoreKind) throws {
    let province = try TestProvince(kind)
    var desks = [try province.desk(), try province.desk(), try province.desk()]
    for round in 0..<12 {
      for index in desks.indices {
        let dossier = TestDesk.dossier(UInt64(round * 10 + index))
        try desks[index].receive(dossier, code: "A-\(round)-\(index)")
        // The desks also work on each other's dossiers, whether they have received them or not.
        if round > 0 {
          try desks[index].write(
            .dossier(.handOver(step: .verification, to: TestProvince.specialist)),
            dossier: TestDesk.dossier(UInt64((round - 1) * 10 + (index + 1) % 3)))
        }
        if (round + index) % 2 == 0 { try desks[index].exchange(province) { $0.mostEntries = 7 } }
      }
    }
    for index in desks.indices {
      while try desks[index].exchange(province).head > desks[index].position.sequence {}
    }
    for index in desks.indices { while try desks[index].exchange(province).head > desks[index].position.sequence {} }
    #expect(Set(desks.map(\.position)).count == 1)
    #expect(desks[0].position.sequence == Int64(5 + 12 * 3 + 11 * 3))
    #expect(desks.allSatisfy { $0.waiting.isEmpty })
  }

  @Test(arguments: StoreKind.allCases) func aConfidentialDossierComesOnlyToItsPeople(_ kind: StoreKind) throws {
    let province = try TestProvince(kind)
    var (desk, other) = (try province.desk(), try province.desk())
    try province.administration.setClerks(
      .only([TestProvince.reception]), of: other.device, in: province.office.id, at: province.now)
    try desk.receive(
      TestDesk.dossier(1), code: "A-1", isConfidential: true, assignee: TestProvince.specialist)
    try desk.receive(TestDesk.dossier(2), code: "A-2")
    try desk.exchange(province)
    try other.exchange(province)
    #expect(other.withheld.count == 1)
    #expect(other.position == desk.position)
    // A head of desk assigns the dossier to the clerk who works at the other desk, so the withheld entry is sent, once.
    try desk.write(
      .dossier(.assign(to: TestProvince.reception)), dossier: TestDesk.dossier(1), clerk: TestProvince.head)
    try desk.exchange(province)
    let lost = try province.exchange().answer(other.request(), keyHash: other.keyHash, now: province.now)
    #expect(lost.granted.count == 1)
    #expect(try other.exchange(province).granted.count == 1)
    #expect(other.withheld.isEmpty)
    #expect(try other.exchange(province).granted.isEmpty)
    #expect(other.position == desk.position)
  }

  /// A desk whose journal was damaged asks for the bytes of its own entries. Those of others stay withheld, whatever chains it
  /// names.
  @Test(arguments: StoreKind.allCases) func ownEntriesComeBackWhoeverMayHoldThemNow(_ kind: StoreKind) throws {
    let province = try TestProvince(kind)
    var (desk, other) = (try province.desk(), try province.desk())
    try desk.receive(
      TestDesk.dossier(1), code: "A-1", isConfidential: true, assignee: TestProvince.specialist)
    try desk.exchange(province)
    for device in [desk.device, other.device] {
      try province.administration.setClerks(
        .only([TestProvince.reception]), of: device, in: province.office.id, at: province.now)
    }
    let heads = desk.request().epochs.map { EpochHead(epoch: $0.epoch, lastSequence: 0) }
    func withheld(from desk: TestDesk, naming heads: [EpochHead]) throws -> Int {
      var request = desk.request()
      (request.position, request.epochs) = (.beginning, heads)
      return try province.exchange().answer(request, keyHash: desk.keyHash, now: province.now).places.count { place in
        if case .withheld = place.content { true } else { false }
      }
    }
    #expect(try withheld(from: desk, naming: heads) == 0)
    #expect(try withheld(from: other, naming: heads + other.request().epochs) > 0)
  }

  @Test(arguments: StoreKind.allCases) func aDossierForAnotherOfficeGoesThereAndComesBack(_ kind: StoreKind) throws {
    let province = try TestProvince(kind)
    let deciding = TestProvince.office(2, "000.20.45.H50")
    try province.administration.createOffice(deciding, clerks: TestProvince.clerks, at: province.now)
    var desk = try province.desk()
    var there = try province.desk(of: deciding)
    try there.receive(TestDesk.dossier(8), code: "B-8")
    try there.exchange(province)
    let reception = try desk.receive(TestDesk.dossier(1), code: "A-1", deciding: deciding.id)
    try desk.exchange(province)
    try there.exchange(province)
    #expect(there.verdict(of: reception) == .accepted)
    let copy = try #require(there.places.last)
    #expect(copy.isReference)
    let result = try there.write(
      .dossier(.complete(DossierResult(approved: true, title: "t"))), dossier: TestDesk.dossier(1))
    try there.exchange(province)
    try desk.exchange(province)
    #expect(desk.verdict(of: result) == .accepted)
    #expect(desk.places.last?.isReference == false)
    #expect(there.places.last?.isReference == true)
    // Dossiers that concern only the first office are not sent to the other one.
    #expect(
      !desk.places.contains {
        if case .bytes(let bytes) = $0.content {
          EntryEnvelope(canonical: bytes)?.dossier == TestDesk.dossier(8)
        } else {
          false
        }
      })
  }

  @Test(arguments: StoreKind.allCases) func anOfficeIsFoundByTheCodeOfItsCommune(_ kind: StoreKind) throws {
    let province = try TestProvince(kind)
    var deciding = TestProvince.office(2, "000.20.45.H50")
    deciding.unitCode = "19600"
    try province.administration.createOffice(deciding, clerks: TestProvince.clerks, at: province.now)
    var desk = try province.desk()
    var there = try province.desk(of: deciding)
    let reception = try desk.receive(TestDesk.dossier(1), code: "A-1", deciding: OfficeID.ofUnit("19600"))
    // If the deciding commune has no office here yet, the dossier can be received anyway.
    let nowhere = try desk.receive(TestDesk.dossier(2), code: "A-2", deciding: OfficeID.ofUnit("19999"))
    try desk.exchange(province)
    let later = try desk.write(.dossier(.note("n")), dossier: TestDesk.dossier(1))
    try desk.exchange(province)
    try there.exchange(province)
    #expect(there.verdict(of: reception) == .accepted)
    #expect(there.verdict(of: later) == .accepted)
    #expect(there.verdict(of: nowhere) == nil)
    #expect(desk.verdict(of: nowhere) == .accepted)
  }

  @Test(arguments: StoreKind.allCases) func aRestoredServerGetsAgainWhatItLacks(_ kind: StoreKind) throws {
    let province = try TestProvince(kind)
    var (desk, other) = (try province.desk(), try province.desk())
    for number in 1...3 { try desk.receive(TestDesk.dossier(UInt64(number)), code: "A-\(number)") }
    try desk.exchange(province)
    try other.exchange(province)
    let backup = try StoreState(province)
    let kept = desk
    for number in 4...6 { try desk.receive(TestDesk.dossier(UInt64(number)), code: "A-\(number)") }
    try desk.exchange(province)
    try other.exchange(province)
    try backup.restore(province)
    // Until an operator reports the restore, the province cannot know of it and refuses the desk.
    #expect(throws: ExchangeError.positionUnknown) { try other.exchange(province) }
    try province.administration.logRestored(at: province.now)
    // The desk first learns from where the order continues. It has kept its acknowledged entries and sends them again.
    var again = desk.request()
    again.entries = try Self.entries(of: desk, since: kept)
    let answer = try province.exchange().answer(again, keyHash: desk.keyHash, now: province.now)
    #expect(answer.base == backup.head)
    try desk.take(answer)
    again.position = desk.position
    try desk.take(try province.exchange().answer(again, keyHash: desk.keyHash, now: province.now))
    try other.exchange(province)
    #expect(other.position == desk.position)
    #expect(other.position.sequence == backup.head + 3)
    #expect(other.position.logEpoch != kept.position.logEpoch)
  }

  /// The entries that a desk wrote after an earlier state of it. They are available even though they were acknowledged.
  private static func entries(of desk: TestDesk, since earlier: TestDesk) throws -> [[UInt8]] {
    var copy = earlier
    for number in 4...6 { try copy.receive(TestDesk.dossier(UInt64(number)), code: "A-\(number)") }
    #expect(copy.lastHash == desk.lastHash)
    return copy.waiting
  }

  @Test(arguments: StoreKind.allCases) func theProvinceSignsEachDay(_ kind: StoreKind) throws {
    var province = try TestProvince(kind)
    var desk = try province.desk()
    let first = try #require(try desk.exchange(province).checkpoint)
    let key = try #require(P256.Signing.PublicKey(province.authority.certificate.publicKey))
    let signature = try P256.Signing.ECDSASignature(derRepresentation: first.signature)
    #expect(key.isValidSignature(signature, for: first.signedBytes))
    var forged = first
    forged.position.sequence += 1
    #expect(!key.isValidSignature(signature, for: forged.signedBytes))
    // A checkpoint that was received is not sent again on the same day; one that was not received is.
    #expect(try desk.exchange(province).checkpoint == nil)
    desk.lastAnswer = nil
    #expect(try desk.exchange(province).checkpoint == first)
    province.now = province.now.adding(minutes: 1440)
    #expect(try desk.exchange(province).checkpoint != nil)
  }

  @Test(arguments: StoreKind.allCases) func aPINIsToldUntilItHasArrived(_ kind: StoreKind) throws {
    var province = try TestProvince(kind)
    var desk = try province.desk()
    try desk.exchange(province)
    province.now = province.now.adding(minutes: 60)
    try province.administration.setPIN("246813", of: TestProvince.reception, in: province.office.id, at: province.now)
    let lost = try province.exchange().answer(desk.request(), keyHash: desk.keyHash, now: province.now)
    #expect(lost.credentials.map(\.clerk) == [TestProvince.reception])
    #expect(try desk.exchange(province).credentials == lost.credentials)
    province.now = province.now.adding(minutes: 60)
    try desk.exchange(province)
    #expect(try desk.exchange(province).credentials.isEmpty)
    #expect(throws: AdministrationError.weakPIN) {
      try province.administration.setPIN("24681", of: TestProvince.reception, in: province.office.id, at: province.now)
    }
  }

  /// An entry of a kind reserved for counters: it has no dossier, and the counter's name is field 1 of the payload. It is
  /// kept back as long as the province cannot judge it.
  @Test(arguments: StoreKind.allCases) func anEntryAboutACounterComesToEveryDeskAsItWasWritten(_ kind: StoreKind) throws
  {
    let province = try TestProvince(kind)
    var (desk, other) = (try province.desk(), try province.desk())
    let payload: [UInt8] = [0x0A, 16] + (1...16).map { UInt8($0) } + [0x10, 0x01]
    let content = EntryContent.unknown(kind: 201, payload: payload)
    let reference = try desk.write(content)
    let written = try #require(desk.written.last)
    try desk.exchange(province)
    try other.exchange(province)
    #expect(desk.verdict(of: reference) == .quarantined(.unreadable))
    #expect(other.places.contains { $0.content == .bytes(written) })
    #expect(try EntryFormat.decodePlaced(written).content == content)
    #expect(other.position == desk.position)
  }
}

/// A backup of the server's database, with the parts that these tests need.
private struct StoreState {
  let head: Int64
  private let office: OfficeRecord
  private let epochs: [ServerRow]

  struct Missing: Error {}

  init(_ province: TestProvince) throws {
    let (office, epochs) = try province.store.read { transaction in
      (
        try OfficeRecord.find(province.office.id, in: transaction),
        try transaction.rows(
          "SELECT office, epoch, device, last_sequence, last_hash, seen_through, seen_base FROM device_epoch", [])
      )
    }
    guard let office else { throw Missing() }
    self.office = office
    self.epochs = epochs
    head = office.head
  }

  func restore(_ province: TestProvince) throws {
    try province.store.transaction { transaction in
      for table in ["entry", "withheld"] {
        try transaction.run("DELETE FROM \(table) WHERE sequence > $1", [.integer(head)])
      }
      try transaction.run("DELETE FROM device_epoch", [])
      for row in epochs {
        try transaction.run(
          "INSERT INTO device_epoch VALUES ($1, $2, $3, $4, $5, $6, $7)",
          row.values)
      }
      for table in ["dossier", "dossier_code"] {
        let id = table == "dossier" ? "id" : "dossier"
        try transaction.run(
          "DELETE FROM \(table) WHERE \(id) NOT IN (SELECT dossier FROM entry WHERE dossier IS NOT NULL)", [])
      }
      try office.keep(in: transaction)
    }
  }
}
