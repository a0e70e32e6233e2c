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
