import DossierDomain
import DossierStore
import OfficeWork
import Testing

@testable import ProvincialServer
@testable import SyncClient

@Suite("An office that comes late", .serialized)
struct LateOfficeTests {
  private static let unit = "19600"
  private let clerk = Clerk(
    id: ClerkID(high: 0x0190_0000_0000_7000, low: 0x8000_0000_0000_0009), name: "Hồ Thị Kăn",
    roles: [.reception, .specialist, .signingLeader, .headOfDesk, .administrator])

  private func found(_ desk: TestFolder, _ number: UInt64, _ agencyCode: String, unit: String) throws {
    let office = Office(
      id: OfficeID(high: 0x0190_0000_0000_7000 | number, low: 0x8000_0000_0000_0001), name: "xã \(number)",
      agencyCode: agencyCode, unitCode: unit)
    try desk.store.decisions.found(office, clerks: [clerk], isDemo: true, at: .machine)
  }

  private func perform(_ commands: [DossierCommand], _ dossier: DossierID, at desk: TestFolder) throws -> QueueRow? {
    let outcome = try desk.store.decisions.perform(
      [Act(dossier: dossier, commands: commands)], by: clerk.id, at: .machine
    ).first
    guard case .done(let row, _)? = outcome else { throw StoreError.other("\(String(describing: outcome))") }
    return row
  }

  private func dossier(_ id: DossierID, at desk: TestFolder) throws -> Dossier? {
    try desk.store.queue.card(id, viewer: Viewer(clerk))?.dossier
  }

  /// A citizen submits at another commune before her own commune is connected to the province.
  @Test func itsDeskSeesCompletesAndTheResultComesBack() async throws {
    let province = try await Province()
    let (first, late) = (try TestFolder(), try TestFolder())
    defer {
      first.remove()
      late.remove()
    }
    try found(first, 1, Province.agency, unit: "19594")
    try await first.enrol(at: province, code: province.adoptionCode())
    let id = DossierID.version7(at: .machine, random: first.store.random())
    let form = ReceptionForm(
      procedureCode: "2.000815", owner: Person(name: "Hồ Văn Nam"),
      components: [Component(number: 1, name: "Bản chính", form: .original)], days: 5,
      decidingOffice: OfficeID.ofUnit(Self.unit))
    let code = try perform([.receive(form)], id, at: first)?.code
    try await first.synchronise()

    try found(late, 2, "000.20.45.H50", unit: Self.unit)
    let adopt = try province.administration.adoptionCode(
      agencyCode: "000.20.45.H50", unitCodes: [Self.unit], name: "xã 2", deviceName: "Bàn 1", clerks: .everybody,
      at: .machine)
    try await late.enrol(at: province, code: adopt.text)
    try await late.synchronise()
    #expect(try dossier(id, at: late)?.code == code)
    _ = try perform([.complete(DossierResult(approved: true, title: "t"))], id, at: late)
    try await late.synchronise()
    try await first.synchronise()
    #expect(try dossier(id, at: first)?.status == .completed)
    _ = try perform([.handBack(recipient: "Hồ Văn Nam", delivery: .atDesk)], id, at: first)
    try await first.synchronise()
    try await late.synchronise()
    #expect(try dossier(id, at: late)?.status == .handedBack)
    for desk in [first, late] {
      #expect(try desk.status.refused == 0 && desk.status.conflicts == 0)
      #expect(try desk.store.upkeep.verify().faults.isEmpty)
    }
    await province.stop()
  }
}
