import Crypto
import DossierDomain
import DossierStore
import OfficeWork
import SyncProtocol
import Testing

@testable import ProvincialServer
@testable import SyncClient

@Suite("Enrolling a desk at a real server", .serialized)
struct DeskEnrolmentTests {
  @Test func anOfficeThatWorkedAloneKeepsEverything() async throws {
    let province = try await Province()
    let desk = try TestFolder()
    defer { desk.remove() }
    try desk.found()
    let before = try desk.status.entriesOwn
    let made = try await desk.enrol(at: province, code: province.adoptionCode())
    #expect(made.office == (try desk.store.office.current().id))
    let summary = try await desk.synchronise()
    #expect(summary.entriesSent == before)
    #expect(summary.refused == 0 && summary.conflicts == 0)
    #expect(summary.roundTrips == 3)
    let status = try desk.status
    #expect(status.entriesAcknowledged == status.entriesOwn)
    #expect(status.completeUpTo == status.head)
    #expect(status.lanes.first?.lowerBound == 1)
    await province.stop()
  }

  @Test func anEmptyMachineBecomesADeskThatTheFirstExchangeFills() async throws {
    let province = try await Province()
    let (first, second) = (try TestFolder(), try TestFolder())
    defer {
      first.remove()
      second.remove()
    }
    try first.found()
    try await first.enrol(at: province, code: province.adoptionCode())
    try await first.synchronise()
    try await second.enrol(at: province, code: province.code())
    let summary = try await second.synchronise()
    #expect(summary.entriesReceived == Int(try first.status.head))
    #expect(try second.store.office.current() == first.store.office.current())
    #expect(try second.store.office.clerks() == first.store.office.clerks())
    // The second desk has numbers of its own.
    try await first.synchronise()
    let (one, two) = (try first.receive(), try second.receive())
    #expect(one.code != two.code)
    #expect(!two.code.text.hasPrefix("P-"))
    await province.stop()
  }

  @Test func aDeskWhoseCertificateEndsIsEnrolledAgainAndStaysWhatItIs() async throws {
    let province = try await Province()
    let desk = try TestFolder()
    defer { desk.remove() }
    try desk.found()
    var first = try await desk.enrol(at: province, code: province.adoptionCode())
    try await desk.synchronise()
    await #expect(throws: DeskEnrolment.Fault.alreadyEnrolled) {
      try await desk.enrol(at: province, code: province.code())
    }
    // Ten days before the certificate ends.
    first.certificateEndsAt = Instant(milliseconds: Instant.machine.milliseconds + 10 * 86_400_000)
    try desk.store.exchange.enrol(first, at: .machine)
    let second = try await desk.enrol(at: province, code: province.code())
    #expect(second.office == first.office && second.device != first.device)
    let old = try desk.receive()
    #expect(old.code.text.hasPrefix("P-"))
    try await desk.synchronise()
    let status = try desk.status
    #expect(status.entriesAcknowledged == status.entriesOwn && status.refused == 0)
    // Numbers of the earlier machine may still be on their way; the new one was granted others.
    #expect(try !desk.receive().code.text.hasPrefix("P-"))
    await province.stop()
  }

  @Test func aBookIsHeldByOneDeskAtATime() async throws {
    let province = try await Province()
    let (first, second) = (try TestFolder(), try TestFolder())
    defer {
      first.remove()
      second.remove()
    }
    try first.found()
    try await first.enrol(at: province, code: province.adoptionCode())
    try await first.synchronise()
    try await second.enrol(at: province, code: province.code())
    let book = try province.administration.createBook(
      named: "SCT/BS", in: province.administration.office(agencyCode: Province.agency), lastNumber: 12, at: .machine)
    for desk in [first, second] {
      try await desk.synchronise()
      #expect(try desk.store.books.all().map(\.holding) == [.elsewhere])
      #expect(try desk.store.books.want(book) == .wanted)
      try await desk.synchronise()
    }
    #expect(try first.store.books.all().map(\.holding) == [.held])
    #expect(try first.store.books.all().map(\.lastNumber) == [12])
    #expect(try second.store.books.all().map(\.holding) == [.wanted])
    #expect(try first.store.books.giveBack(book) == .returning)
    try await first.synchronise()
    #expect(try first.store.books.all().map(\.holding) == [.elsewhere])
    try await second.synchronise()
    #expect(try second.store.books.all().map(\.holding) == [.held])
    await province.stop()
  }

  @Test func aCodeWorksOnceAndAWrongOneNever() async throws {
    let province = try await Province()
    let (first, second) = (try TestFolder(), try TestFolder())
    defer {
      first.remove()
      second.remove()
    }
    try first.found()
    let code = try province.adoptionCode()
    await #expect(throws: DeskEnrolment.Fault.wrongCode) { try await first.enrol(at: province, code: "K7QF-2M9T-XW4H") }
    try await first.enrol(at: province, code: code)
    await #expect(throws: DeskEnrolment.Fault.alreadyEnrolled) { try await first.enrol(at: province, code: code) }
    await #expect(throws: DeskEnrolment.Fault.wrongCode) { try await second.enrol(at: province, code: code) }
    #expect(try second.store.exchange.enrolment() == nil)
    await province.stop()
  }

  @Test func aMistypedFingerprintCostsNoCode() async throws {
    let province = try await Province()
    let desk = try TestFolder()
    defer { desk.remove() }
    try desk.found()
    let code = try province.adoptionCode()
    var wrong = try province.authority.fingerprint
    wrong[0] ^= 1
    await #expect(throws: DeskEnrolment.Fault.otherFingerprint) {
      try await desk.enrol(at: province, code: code, fingerprint: wrong)
    }
    try await desk.enrol(at: province, code: code)
    await province.stop()
  }

  @Test func anAnswerThatWasLostIsGivenAgain() async throws {
    let province = try await Province()
    let desk = try TestFolder()
    defer { desk.remove() }
    try desk.found()
    let code = try province.adoptionCode()
    // The province handled the request, but the desk never received the answer.
    let keys = try EnrolmentKeys.kept(in: desk.store)
    let office = try desk.store.office.current()
    let unheard = try EnrolmentDesk(administration: province.administration, authority: province.authority).enrol(
      EnrolmentRequest(
        code: code, certificateRequest: try #require(keys.certificateRequest),
        agreementKey: Array(keys.agreement.publicKey.x963Representation), deviceName: "Bàn", office: office.id,
        agencyCode: office.agencyCode), at: .machine)
    let made = try await desk.enrol(at: province, code: code)
    #expect(made.device == unheard.device)
    try await desk.synchronise()
    await province.stop()
  }
}
