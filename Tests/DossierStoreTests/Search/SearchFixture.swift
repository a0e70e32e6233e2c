import DossierDomain
import GRDB
import OfficeWork

@testable import DossierStore

/// A search index with dossiers in the form in which clerks receive them.
struct SearchFixture {
  let database: DatabaseQueue
  let clerk = ClerkID(high: 0, low: 7)

  init() throws {
    database = try DatabaseQueue()
    try database.write { try SearchIndex.createSchema($0) }
  }

  func dossier(
    _ number: Int, owner: String, identity: String = "", phone: String = "", applicant: String? = nil,
    procedure: String = "Đăng ký khai sinh", assignee: ClerkID? = nil, isConfidential: Bool = false
  ) throws -> Dossier {
    let office = OfficeID(high: 0, low: 1)
    let date = CivilDate(dayNumber: 20_000)
    let reception = Reception(
      code: .office(agency: "000.19.45.H50", date: date, number: number),
      procedure: ProcedureReference(code: "1.001193", name: procedure),
      owner: Person(name: owner, identityNumber: identity, phone: phone), applicant: applicant.map { Person(name: $0) },
      channel: .direct, components: [], receivedAt: date.instant(atMinute: 480), appointment: nil, assignee: assignee,
      isConfidential: isConfidential, receivingOffice: office, decidingOffice: office)
    let entry = RecordedAction(
      reference: EntryReference(epoch: DeviceEpoch(high: 0, low: 1), sequence: Int64(number)), clerk: clerk,
      at: reception.receivedAt, action: .receive(reception))
    struct NoDossier: Error {}
    guard let dossier = Dossier.fold(id: DossierID(high: 0, low: UInt64(number)), entries: [entry]) else {
      throw NoDossier()
    }
    return dossier
  }

  func add(_ rid: Int64, _ dossier: Dossier) throws {
    try database.write { try SearchIndex.replace($0, rid: rid, dossier: dossier) }
  }

  func fold() throws { try database.write { try SearchIndex.fold($0) } }

  func find(_ text: String, limit: Int = 50, as viewer: Viewer? = nil) throws -> SearchIndex.Hits {
    try database.read {
      try SearchIndex.search(
        $0, text: text, limit: limit, viewer: viewer ?? Viewer(clerk: clerk, seesConfidential: false))
    }
  }

  func faults() throws -> [SearchIndex.Fault] { try database.read { try SearchIndex.integrityCheck($0) } }
}
