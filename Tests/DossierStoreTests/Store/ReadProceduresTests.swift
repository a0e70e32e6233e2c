import CataloguesForTests
import DossierDomain
import GRDB
import OfficeWork
import Testing

@testable import DossierStore

/// An office may have decided thousands of procedures with their rules. Whoever needs one of them reads this one.
@Suite struct ReadProceduresTests {
  private let day = OfficeFixture.morning.civilDate

  @Test func aStartAndADecisionReadNoOthers() throws {
    let office = try OfficeFixture()
    let catalogue = GeneratedCatalogue(count: 30)
    try office.store.decisions.perform(
      catalogue.versions.map { .setProcedure($0) }, by: office.head.id, at: OfficeFixture.morning, isConfirmed: true)
    #expect(try office.store.office.opening().catalogue.changes.count == 30)
    let needed = catalogue.versions[7]
    // What cannot be read stops whoever reads it.
    try office.store.write { db in
      try db.execute(
        sql: "UPDATE procedure_version SET payload = x'FF' WHERE code <> ?", arguments: [needed.code])
    }
    let opening = try office.store.office.opening()
    #expect(opening.catalogue.changes.isEmpty)
    #expect(opening.catalogue.version(of: needed.code, on: day) == needed)

    let received = try office.receive("Hồ Thị Mơ", procedure: needed.code)
    #expect(received.dueAt != nil && received.procedureName == needed.name)
    try office.perform(.handOver(step: .verification, to: office.specialist.id), on: received.id)
    #expect(try office.store.queue.page(office.query(.all)).rows.count == 1)
    _ = try office.store.reports.dayEnd(viewer: office.headViewer, now: OfficeFixture.morning)
    #expect(
      try office.store.reports.whatIf([needed], receivedFrom: day, through: day)[needed.code]?.compared == 1)
  }

  /// An exchange that brings or places something else about the office reads no procedure and leaves their tables alone.
  @Test func anExchangeAboutClerksReadsNone() throws {
    let office = try OfficeFixture()
    try office.enrol()
    let catalogue = GeneratedCatalogue(count: 5)
    func decide(_ action: OfficeAction) throws {
      try office.store.decisions.perform(action, by: office.head.id, at: OfficeFixture.morning, isConfirmed: true)
    }
    for version in catalogue.versions.dropLast() {
      try decide(.setProcedure(ProcedureVersion(code: version.code, name: "A", field: "", timeLimit: .sameDay)))
    }
    try office.exchange()
    // A rebuild would bring it back.
    try office.store.write { try $0.execute(sql: "DELETE FROM short_name; DELETE FROM procedure_version") }
    func count() throws -> Int? {
      try office.store.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM procedure_version") }
    }
    try decide(.setAbsence(Absence(clerk: office.head.id, from: day, through: day, substitute: nil)))
    try office.exchange()
    #expect(try count() == 0)
    #expect(try office.store.office.opening().absences.count == 1)
    try decide(.setProcedure(ProcedureVersion(code: "9.999999", name: "B", field: "", timeLimit: .sameDay)))
    try office.exchange()
    #expect(try count() == 5)
    #expect(try office.store.upkeep.verify().faults == [])
  }

  /// The generator's procedures can be used as they are, and the same seed gives the same ones.
  @Test func generatedProceduresAreValid() throws {
    let catalogue = GeneratedCatalogue(count: 60)
    for version in catalogue.versions {
      #expect(try version.checked() == version)
      #expect(version.usualOutcome(.direct).open.isEmpty && version.rules.papers.count == 6)
    }
    #expect(GeneratedCatalogue(count: 60).versions == catalogue.versions)
    #expect(Set(catalogue.versions.map(\.code)).count == 60)
    let changed = catalogue.changed(20)
    #expect(changed.count == 20 && Set(changed).isDisjoint(with: catalogue.versions))
  }
}
