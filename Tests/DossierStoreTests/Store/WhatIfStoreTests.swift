import DossierDomain
import OfficeWork
import Testing

@testable import DossierStore

/// New versions are tried on an office of which it is known what they change.
@Suite struct WhatIfStoreTests {
  private let day = OfficeFixture.morning.civilDate

  private func quick() throws -> ProcedureVersion {
    var version = try #require(Catalogue.starter.version(of: OfficeFixture.maritalStatus, on: day))
    version.rules = .none
    version.timeLimit = .workingDays(1)
    version.components = ["Bản chính"]
    return version
  }

  @Test func onlyDossiersOfTheProcedureAndThePeriodAreCounted() throws {
    let office = try OfficeFixture()
    for number in 0..<7 { try office.receive("A \(number)", procedure: OfficeFixture.maritalStatus) }
    for number in 0..<3 { try office.receive("B \(number)") }
    let tomorrow = OfficeFixture.morning.adding(minutes: 1440)
    try office.receive("C", procedure: OfficeFixture.maritalStatus, at: tomorrow)
    let mistake = try office.receive("D", procedure: OfficeFixture.maritalStatus)
    try office.perform(.void(reason: "nhầm"), on: mistake.id)
    let counts = try office.store.reports.whatIf([quick()], receivedFrom: day, through: day)
    #expect(Array(counts.keys) == [OfficeFixture.maritalStatus])
    let count = try #require(counts[OfficeFixture.maritalStatus])
    #expect(count.compared == 7 && count.different == 7 && count.unknown == 0)
    // Three working days became one.
    #expect(count[.earlier].count == 7 && count[.earlier].days == 2...2 && count[.later].count == 0)
    #expect(count[.earlier].examples.count == 3)
    // What holds already differs in nothing.
    let same = try #require(Catalogue.starter.version(of: OfficeFixture.maritalStatus, on: day))
    let unchanged = try office.store.reports.whatIf([same], receivedFrom: day, through: tomorrow.civilDate)
    #expect(unchanged[same.code]?.compared == 8 && unchanged[same.code]?.different == 0)
    // Nothing was taken in.
    #expect(try office.store.office.opening().catalogue.changes.isEmpty)
  }

  /// A version that begins later is tried as if it were in force; a procedure that ends is one that refuses.
  @Test func rulesAreTriedBeforeTheyAreInForce() throws {
    let office = try OfficeFixture()
    try office.receive("A", procedure: OfficeFixture.maritalStatus)
    var later = try quick()
    later.validFrom = .known(day.adding(days: 30))
    var counts = try office.store.reports.whatIf([later], receivedFrom: day, through: day)
    #expect(counts[later.code]?[.earlier].count == 1 && counts[later.code]?[.noWay].count == 0)
    later.standing = .ended(replacedBy: nil)
    counts = try office.store.reports.whatIf([later], receivedFrom: day, through: day)
    #expect(counts[later.code]?[.noWay].count == 1 && counts[later.code]?[.earlier].count == 0)
    var first = try quick()
    first.validTo = .known(day.adding(days: -1))
    counts = try office.store.reports.whatIf([first], receivedFrom: day, through: day)
    #expect(counts[first.code]?[.noWay].count == 1)
  }

  /// Nobody can say by which version a register's rows were received. One that was replaced is known, and so is what an
  /// earlier version of the program had in its own catalogue.
  @Test func dossiersOfUnknownVersionsAreCountedApart() throws {
    let office = try OfficeFixture()
    try office.receive("A", procedure: OfficeFixture.maritalStatus)
    var other = try quick()
    try office.store.decisions.perform(.setProcedure(other), by: office.head.id, at: OfficeFixture.morning)
    try office.receive("B", procedure: OfficeFixture.maritalStatus)
    other.fee = .known(99_000)
    let row = ImportedDossier(
      code: DossierCode("x-1", origin: .imported), procedure: ProcedureReference(code: other.code, name: other.name),
      owner: Person(name: "C"), status: .inProgress, receivedAt: OfficeFixture.morning, dueAt: nil,
      resolvedAt: nil, handedBackAt: nil, office: office.office.id)
    _ = try office.store.decisions.importRegister([RowToImport(row)], by: office.head.id, at: OfficeFixture.morning)
    let count = try #require(
      try office.store.reports.whatIf([other], receivedFrom: day, through: day)[other.code])
    #expect(count.compared == 2 && count[.fee].count >= 1 && count.unknown == 1)
    let known = try office.store.read { db in
      try ProcedureProjection.known(db, of: other.code).map(\.canonicalText)
    }
    let own = try #require(Catalogue.starter.version(of: other.code, on: day))
    #expect(own.earlierForms.count == 2 && own.earlierForms.allSatisfy { known.contains($0.canonicalText) })
  }

  /// The slices of a large office are put together.
  @Test func moreDossiersThanASliceAreCounted() throws {
    let office = try OfficeFixture()
    let acts = (0..<1100).map { number in
      Act(
        dossier: office.newID(),
        commands: [.receive(office.form("Hồ Văn \(number)", procedure: OfficeFixture.maritalStatus))])
    }
    _ = try office.store.decisions.perform(acts, by: office.reception.id, at: OfficeFixture.morning, isConfirmed: true)
    let counts = try office.store.reports.whatIf([quick()], receivedFrom: day, through: day)
    #expect(counts[OfficeFixture.maritalStatus]?.compared == 1100)
  }
}
