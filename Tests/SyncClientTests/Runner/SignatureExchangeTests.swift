import DossierDomain
import DossierStore
import JournalFormat
import OfficeWork
import Testing

@testable import ProvincialServer
@testable import SyncClient

/// A clerk's PIN and statements reach another desk over the province.
@Suite struct SignatureExchangeTests {
  private static func officeWithPINs(_ desk: TestFolder) throws {
    try desk.found(dossiers: 2)
    var office = try desk.store.office.current()
    office.requiresPIN = true
    let administrator = try #require(try desk.store.office.clerks().first { $0.has(.administrator) })
    try desk.store.decisions.perform(.setOffice(office), by: administrator.id, at: .machine)
  }

  private static func note(_ desk: TestFolder, _ text: String, by clerk: Clerk) throws {
    let all = QueueQuery(
      filter: .all, limit: 1, viewer: Viewer(clerk), endOfToday: Instant.machine.civilDate.instant(atMinute: 1440))
    let row = try #require(try desk.store.queue.page(all).rows.first)
    let outcome = try desk.store.decisions.perform(
      [Act(dossier: row.id, commands: [.note(text)])], by: clerk.id, at: .machine
    ).first
    guard case .done? = outcome else { throw StoreError.other("\(String(describing: outcome))") }
  }

  private static func signed(_ store: LocalStore, _ clerk: Clerk) throws -> Int {
    try store.upkeep.authorship().spans.reduce(0) { $1.proof == .clerk && $1.clerk == clerk.id ? $0 + $1.entries : $0 }
  }

  @Test func whatAClerkChoseAtOneDeskOpensTheOtherAndAllSeeWhatSheSigned() async throws {
    let province = try await Province()
    let (first, second) = (try TestFolder(), try TestFolder())
    defer {
      first.remove()
      second.remove()
    }
    try Self.officeWithPINs(first)
    try await first.enrol(at: province, code: province.adoptionCode())
    let clerk = try #require(try first.store.office.clerks().first { $0.has(.headOfDesk) })
    #expect(try first.store.signIn.setPIN(of: clerk.id, secret: "246813", at: .machine) == .accepted(clerk))
    try Self.note(first, "Đã xem", by: clerk)
    try province.administration.setProcedures(
      [
        ProcedureVersion(code: "1.900001", name: "thủ tục", field: "", timeLimit: .sameDay)
      ], at: .machine)
    try await first.synchronise()
    try await second.enrol(at: province, code: province.code())
    try await second.synchronise()
    #expect(
      try second.store.signIn.attempt(clerk.id, secret: "246814", at: .machine) == .wrong(triesSoFar: 1, waitUntil: nil)
    )
    #expect(try second.store.signIn.attempt(clerk.id, secret: "246813", at: .machine) == .accepted(clerk))
    #expect(try Self.signed(second.store, clerk) == 1)
    try Self.note(second, "Đã xem lần nữa", by: clerk)
    try await second.synchronise()
    try await first.synchronise()
    for store in [first.store, second.store] {
      #expect(try Self.signed(store, clerk) == 2)
      let report = try store.upkeep.authorship()
      #expect(report.wrong.isEmpty)
      // Entries from before the clerk had a key are proved by the machine's signature; none is without proof.
      #expect(report.count(.machine) > 0)
      #expect(report.count(.province) > 0)
      #expect(report.count(.none) == 0)
    }
    let office = try province.administration.office(agencyCode: Province.agency)
    let known = try province.administration.authorship(of: office).spans.filter { $0.proof == .clerk }
    #expect(known.map(\.entries) == [1, 1])
    await province.stop()
  }

  /// The operator typed a wrong id for the office's only desk.
  @Test func aWrongIdKeepsNobodyOut() async throws {
    let province = try await Province()
    let desk = try TestFolder()
    defer { desk.remove() }
    try Self.officeWithPINs(desk)
    let clerk = try #require(try desk.store.office.clerks().first { $0.has(.headOfDesk) })
    let nobody = ClerkID(high: 0x0190_0000_0000_7000, low: 0x9999)
    try await desk.enrol(at: province, code: province.adoptionCode(clerks: .only([nobody])))
    #expect(try desk.store.signIn.setPIN(of: clerk.id, secret: "246813", at: .machine) == .accepted(clerk))
    let failure = SyncFailure.clerksUnknown([nobody])
    await #expect(throws: failure) { try await desk.synchronise() }
    #expect(throws: (any Error).self) { try desk.exchangeByStick(province) }
    // Nothing has changed here: she signs in, works, and reads why.
    #expect(try desk.status.lastFailure == failure)
    #expect(try desk.store.office.opening().machineClerks == .everybody)
    #expect(try desk.store.signIn.attempt(clerk.id, secret: "246813", at: .machine) == .accepted(clerk))
    try Self.note(desk, "Vẫn làm việc", by: clerk)
    await #expect(throws: failure) { try await desk.synchronise() }
    let office = try province.administration.office(agencyCode: Province.agency)
    let device = try #require(try province.administration.devices(of: office).first)
    try province.administration.setClerks(.only([clerk.id]), of: device.id, in: office, at: .machine)
    try await desk.synchronise()
    #expect(try desk.status.lastFailure == nil && desk.status.refused == 0)
    #expect(try desk.store.office.opening().machineClerks == .only([clerk.id]))
    #expect(try desk.store.signIn.attempt(clerk.id, secret: "246813", at: .machine) == .accepted(clerk))
    await province.stop()
  }

  /// An office with PINs and two desks, and a clerk of it.
  private static func withTwoDesks(
    _ body: (TestFolder, TestFolder, Province, Clerk) async throws -> Void
  ) async throws {
    let province = try await Province()
    let (first, second) = (try TestFolder(), try TestFolder())
    defer {
      first.remove()
      second.remove()
    }
    try officeWithPINs(first)
    try await first.enrol(at: province, code: province.adoptionCode())
    try await second.enrol(at: province, code: province.code())
    try await body(first, second, province, #require(first.store.office.clerks().first { $0.has(.headOfDesk) }))
    await province.stop()
  }

  /// A desk that only ever exchanges by stick is a desk like the others: who signed, PINs, and what it can read.
  @Test func aStickCarriesWhatProvesTheAuthors() async throws {
    try await Self.withTwoDesks { first, second, province, clerk in
      #expect(try first.store.signIn.setPIN(of: clerk.id, secret: "246813", at: .machine) == .accepted(clerk))
      try Self.note(first, "Đã xem", by: clerk)
      try first.exchangeByStick(province)
      try await second.synchronise()
      #expect(try second.store.signIn.attempt(clerk.id, secret: "246813", at: .machine) == .accepted(clerk))
      try Self.note(second, "Đã xem lần nữa", by: clerk)
      try await second.synchronise()
      try first.exchangeByStick(province)
      for store in [first.store, second.store] {
        let report = try store.upkeep.authorship()
        #expect(report.wrong.isEmpty && report.count(.none) == 0)
        #expect(try Self.signed(store, clerk) == 2)
      }
      // Nothing is told a second time.
      let before = try province.store.read { try $0.rows("SELECT serial FROM statement ORDER BY serial", []).count }
      try first.exchangeByStick(province)
      let after = try province.store.read { try $0.rows("SELECT serial FROM statement ORDER BY serial", []).count }
      #expect(before == 2 && after == 2)
      // What only this version reads can be written at the other desk.
      let reading = OfficeAction.recordReading(
        DataReading(what: .list, persons: 30, hash: Array(repeating: 7, count: DataReading.hashLength)))
      #expect(throws: Never.self) { try second.store.decisions.check(reading, by: clerk.id) }
      #expect(throws: Never.self) { try first.store.decisions.check(reading, by: clerk.id) }
    }
  }

  /// A file that comes after a later change of the PIN does not put the earlier one back.
  @Test func aLateFileDoesNotBringAnEarlierPIN() async throws {
    try await Self.withTwoDesks { first, second, province, clerk in
      _ = try first.store.signIn.setPIN(of: clerk.id, secret: "246813", at: .machine)
      for desk in [first, second] { try await desk.synchronise() }
      func change(_ desk: TestFolder, from earlier: String, to secret: String) throws {
        #expect(try desk.store.signIn.attempt(clerk.id, secret: earlier, at: .machine) == .accepted(clerk))
        #expect(
          try desk.store.signIn.setPIN(of: clerk.id, secret: secret, replacing: earlier, at: .machine)
            == .accepted(clerk)
        )
      }
      try change(first, from: "246813", to: "135792")
      try first.export("late")
      try change(second, from: "246813", to: "864209")
      try await second.synchronise()
      _ = try first.bundles.take(province.answer(first.path("late"), first.path("back")), at: .machine)
      try await second.synchronise()
      for desk in [first, second] {
        #expect(try desk.store.signIn.attempt(clerk.id, secret: "864209", at: .machine) == .accepted(clerk))
      }
    }
  }

  /// The traffic of an exchange without news, with TLS and HTTP, as it occurs on a quiet evening over a slow line.
  @Test func anExchangeWithNothingNewFitsInFourAndAHalfKilobytes() async throws {
    let province = try await Province()
    let desk = try TestFolder()
    defer { desk.remove() }
    try Self.officeWithPINs(desk)
    try await desk.enrol(at: province, code: province.adoptionCode())
    let clerk = try #require(try desk.store.office.clerks().first { $0.has(.headOfDesk) })
    _ = try desk.store.signIn.setPIN(of: clerk.id, secret: "246813", at: .machine)
    try Self.note(desk, "Đã xem", by: clerk)
    try await desk.synchronise()
    let quiet = try await desk.synchronise()
    #expect(quiet.entriesSent == 0)
    #expect(quiet.roundTrips == 3)
    #expect(quiet.bytesUp + quiet.bytesDown <= 4608, "\(quiet.bytesUp) up, \(quiet.bytesDown) down")
    await province.stop()
  }

  /// No machine can use a credential any more that the province has reset.
  @Test func afterAResetSheChoosesAnewAndTheOldKeyIsGone() async throws {
    let province = try await Province()
    let desk = try TestFolder()
    defer { desk.remove() }
    try Self.officeWithPINs(desk)
    try await desk.enrol(at: province, code: province.adoptionCode())
    let clerk = try #require(try desk.store.office.clerks().first { $0.has(.headOfDesk) })
    _ = try desk.store.signIn.setPIN(of: clerk.id, secret: "246813", at: .machine)
    try await desk.synchronise()
    let office = try province.administration.office(agencyCode: Province.agency)
    try province.administration.reset(clerk.id, in: office, at: .machine)
    try await desk.synchronise()
    #expect(try desk.store.signIn.attempt(clerk.id, secret: "246813", at: .machine) == .needsNewPIN(clerk))
    _ = try desk.store.signIn.setPIN(of: clerk.id, secret: "135792", at: .machine)
    try Self.note(desk, "Từ mã mới", by: clerk)
    try await desk.synchronise()
    #expect(try Self.signed(desk.store, clerk) == 1)
    #expect(
      try province.administration.authorship(of: office).spans.filter { $0.proof == .clerk }.map(\.entries) == [1])
    await province.stop()
  }
}
