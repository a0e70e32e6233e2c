import DossierDomain
import ExchangeModel
import Foundation
import JournalFormat
import SyncProtocol
import Testing

@testable import ProvincialServer

/// Every desk can apply every entry that the province places. Entries that no desk could apply are kept outside the
/// order.
@Suite struct UnplaceableContractTests {
  /// Entries that no honest desk writes, each the second of its chain.
  enum Bad: String, CaseIterable {
    case tooEarly, tooLate, tooLarge, outOfOrder, unknownField, baseBeyond

    func bytes(_ desk: TestDesk) throws -> [UInt8] {
      var envelope = EntryEnvelope(
        reference: EntryReference(epoch: desk.epoch, sequence: desk.sequence + 1), previousHash: desk.lastHash,
        clerk: TestProvince.specialist, at: 1_795_680_000_000, dossier: TestDesk.dossier(1), base: 0, group: nil,
        revision: 1, kind: 25, payload: [0x2A, 1, 0x61])
      switch self {
      case .tooEarly: envelope.at = -2_240_000_000_000
      case .tooLate: envelope.at = 253_402_300_800_000
      case .tooLarge: envelope.payload = [UInt8](repeating: 0x61, count: EntryFormat.maximumBytes)
      case .outOfOrder, .unknownField: break
      case .baseBeyond: envelope.base = .max
      }
      let bytes = envelope.canonicalBytes
      switch self {
      case .outOfOrder: return bytes + [0x48, 1]
      case .unknownField: return bytes + [0xF8, 7, 1]
      case .tooEarly, .tooLate, .tooLarge, .baseBeyond: return bytes
      }
    }
  }

  @Test(arguments: StoreKind.allCases, Bad.allCases)
  func whatNoDeskCouldTakeIsKeptBesideTheOrder(_ kind: StoreKind, bad: Bad) throws {
    let province = try TestProvince(kind)
    var desk = try province.desk()
    var other = try province.desk("Bàn khác")
    try desk.receive(TestDesk.dossier(1), code: "A-1")
    let reference = try desk.writeRaw(bad.bytes(desk))
    try desk.write(.dossier(.note("after it")), dossier: TestDesk.dossier(1))
    // It is reported each time that the entry is sent, because the first answer may be lost.
    let request = desk.request()
    for _ in 0..<2 {
      let answer = try province.exchange().answer(request, keyHash: desk.keyHash, now: province.now)
      #expect(answer.unplaced == [reference])
      #expect(answer.acknowledged.map(\.lastSequence) == [3] && answer.forks.isEmpty)
    }
    try desk.exchange(province) { $0.entries = [] }
    try other.exchange(province)
    for place in other.places {
      guard case .bytes(let bytes) = place.content else { continue }
      #expect(throws: Never.self) { try EntryFormat.decodePlaced(bytes) }
    }
    #expect(desk.position == other.position && other.position.sequence > 2)
    let kept = try province.store.read { try $0.rows("SELECT hash, size FROM unplaced_entry", []) }
    #expect(try kept.map { try $0.blob(0) } == [try entryHash(bad.bytes(desk.before(reference)))])
  }

  @Test(arguments: StoreKind.allCases) func aRevokedMachineStopsNobodyEither(_ kind: StoreKind) throws {
    let province = try TestProvince(kind)
    var desk = try province.desk()
    var other = try province.desk("Bàn khác")
    try desk.receive(TestDesk.dossier(1), code: "A-1")
    try desk.exchange(province)
    try province.administration.revoke(desk.device, of: desk.office.id, at: province.now)
    try desk.writeRaw(Bad.tooEarly.bytes(desk))
    try desk.write(.dossier(.note("after it")), dossier: TestDesk.dossier(1))
    let answer = try province.exchange().answer(desk.request(), keyHash: desk.keyHash, now: province.now)
    #expect(answer.isRevoked)
    try other.exchange(province)
    #expect(other.places.last?.verdict == .quarantined(.deviceRevoked))
  }
}

/// Judging takes a limited time, whatever is sent.
@Suite struct JudgingCostTests {
  private static func cost(_ kind: StoreKind, of entries: (inout TestDesk) throws -> Void) throws -> Int {
    let province = try TestProvince(kind)
    var desk = try province.desk()
    try entries(&desk)
    return try province.store.transaction { transaction in
      let device = try #require(try DeviceRecord.lock(keyHash: desk.keyHash, in: transaction))
      var admission = try Admission(
        device, heads: desk.request().epochs, now: province.now,
        budget: AdmissionBudget(entriesOfDossier: .max), in: transaction)
      _ = try admission.admit(desk.request().entries)
      return admission.applied
    }
  }

  /// Notes on one dossier: twice as many take twice the work.
  @Test(arguments: [500, 1000, 2000]) func notesOnOneDossierAreJudgedInLinearTime(count: Int) throws {
    let cost = try Self.cost(.sqlite) { desk in
      try desk.receive(TestDesk.dossier(1), code: "A-1")
      for number in 2...count { try desk.write(.dossier(.note("\(number)")), dossier: TestDesk.dossier(1)) }
    }
    #expect(cost == count)
  }

  /// The role for an assignment depends on the dossier's holder, so each assignment needs the folded dossier.
  @Test(arguments: [500, 1000, 2000]) func assignmentsAreJudgedInLinearTime(count: Int) throws {
    let cost = try Self.cost(.sqlite) { desk in
      try desk.receive(TestDesk.dossier(1), code: "A-1", assignee: TestProvince.specialist)
      for number in 2...count {
        try desk.write(
          .dossier(.assign(to: number.isMultiple(of: 2) ? TestProvince.head : TestProvince.specialist)),
          dossier: TestDesk.dossier(1), clerk: number.isMultiple(of: 2) ? TestProvince.specialist : TestProvince.head)
      }
    }
    #expect(cost == count)
  }

  @Test(arguments: StoreKind.allCases) func aLongRequestIsTakenInPartsBetweenActs(_ kind: StoreKind) throws {
    let province = try TestProvince(kind)
    var desk = try province.desk()
    try desk.receive(TestDesk.dossier(1), code: "A-1")
    for number in 2...30 {
      let group = GroupID(high: 1, low: UInt64(number / 3))
      try desk.write(.dossier(.note("\(number)")), dossier: TestDesk.dossier(1), group: group)
    }
    let limited = Exchange(
      store: province.store, authority: province.authority, budget: { AdmissionBudget(entriesOfDossier: 10) })
    var parts: [Int64] = []
    while parts.last != 30, parts.count < 10 {
      let answer = try limited.answer(desk.request(), keyHash: desk.keyHash, now: province.now)
      try desk.take(answer)
      parts.append(answer.acknowledged.first?.lastSequence ?? 0)
    }
    // A part has at most ten entries and ends between two acts. 3 to 5, 6 to 8 and so on are one act each; 1, 2 and 30
    // stand alone.
    #expect(parts == [8, 17, 26, 30])
    #expect(desk.waiting.isEmpty && desk.places.count { $0.verdict == .accepted } >= 30)
  }

  @Test(arguments: StoreKind.allCases) func theFirstActIsTakenHoweverLongItLasts(_ kind: StoreKind) throws {
    let province = try TestProvince(kind)
    var desk = try province.desk()
    for number in 1...3 { try desk.receive(TestDesk.dossier(UInt64(number)), code: "A-\(number)") }
    let slow = Exchange(
      store: province.store, authority: province.authority, budget: { AdmissionBudget(isSpent: { true }) })
    for expected in 1...3 as ClosedRange<Int64> {
      let answer = try slow.answer(desk.request(), keyHash: desk.keyHash, now: province.now)
      try desk.take(answer)
      #expect(answer.acknowledged.first?.lastSequence == expected)
    }
  }
}

@Suite struct BeginningContractTests {
  /// An office that worked alone reports how far it has come. Its report cannot switch off the checks forever.
  @Test(arguments: StoreKind.allCases) func aBeginningEndsAfterADayWhateverWasSaid(_ kind: StoreKind) throws {
    var province = try TestProvince(kind)
    let office = TestProvince.office(7, "000.20.45.H50")
    var desk = TestDesk(office: office)
    let code = try province.administration.adoptionCode(
      agencyCode: office.agencyCode, unitCodes: [office.unitCode], name: office.name, deviceName: "Bàn",
      clerks: .everybody, at: province.now)
    try desk.enrol(province, code: code.text, office: office.id, agencyCode: office.agencyCode)
    let stranger = ClerkID(high: 99, low: 99)
    try desk.write(.office(.setOffice(office)), clerk: stranger)
    try desk.write(.office(.setClerk(TestProvince.clerks[1])), clerk: stranger)
    let reference = try desk.write(.office(.setClerk(TestProvince.clerks[2])), clerk: stranger)
    try desk.exchange(province) { request in
      request.epochs[0].lastSequence = 1 << 52
      request.epochs[0].lastHash = [UInt8](repeating: 1, count: 32)
    }
    #expect(desk.verdict(of: reference) == .accepted)
    let still = try desk.write(
      .office(.setClerk(Clerk(id: stranger, name: "x", roles: [.administrator]))), clerk: stranger)
    try desk.exchange(province)
    #expect(desk.verdict(of: still) == .accepted, "the first exchange may go on")
    province.now = province.now.adding(minutes: 24 * 60 + 1)
    let late = try desk.write(.office(.setClerk(TestProvince.clerks[0])), clerk: ClerkID(high: 98, low: 98))
    try desk.exchange(province)
    #expect(desk.verdict(of: late) == .quarantined(.clerkUnknown))
  }
}

@Suite struct OfficeReadsContractTests {
  private static let newer = ReadableContent(revision: 2, kinds: [1...40, 100...110])

  @Test(arguments: StoreKind.allCases) func aDeskHearsWhoHoldsItBackUntilThatOneIsUpgradedOrSilent(_ kind: StoreKind)
    throws
  {
    var province = try TestProvince(kind)
    var desk = try province.desk()
    var older = try province.desk()
    try older.exchange(province)
    // The province has this program's version and is therefore behind a newer desk. A desk of version 0.2 reads less
    // than both.
    let answer = try desk.exchange(province) { $0.reads = Self.newer }
    #expect(answer.readable?.content == Self.newer.intersection(.own).intersection(.unsaid))
    #expect(answer.readable?.behind == ["Bàn"] && answer.readable?.isProvinceBehind == true)
    let own = try desk.exchange(province) { $0.reads = .own }
    #expect(own.readable?.isProvinceBehind == false)
    #expect((own.readable?.content == nil) == (ReadableContent.own == .unsaid))
    province.now = province.now.adding(minutes: 31 * 24 * 60)
    #expect(try desk.exchange(province) { $0.reads = .own }.readable == OfficeReads(content: nil))
  }
}
