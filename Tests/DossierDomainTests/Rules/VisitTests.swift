import Testing

@testable import DossierDomain

/// Several dossiers that one person hands in together have one receipt.
@Suite struct VisitTests {
  private static let first = DossierID(high: 5, low: 5)

  /// A bench at whose desk the person has handed in a dossier, and a form that names it.
  private static func bench(
    owner: Person = Person(name: "Hồ Thị Kăn Tưm"), applicant: Person? = nil, at now: String = "2026-11-18T08:05"
  ) throws -> (DecisionBench, ReceptionForm) {
    var earlier = DecisionBench(now)
    var form = DecisionBench.form()
    (form.owner, form.applicant) = (owner, applicant)
    try earlier.decide(.receive(form))
    var bench = DecisionBench()
    bench.others = [try #require(Dossier.fold(id: first, entries: earlier.history))]
    var next = DecisionBench.form("2.000815")
    next.visit = first
    return (bench, next)
  }

  private static func visit(_ bench: DecisionBench, _ form: ReceptionForm) throws -> DossierID? {
    var bench = bench
    try bench.decide(.receive(form))
    return bench.dossier?.visit
  }

  @Test func theNextOneNamesTheFirst() throws {
    let (bench, form) = try Self.bench()
    #expect(try Self.visit(bench, form) == Self.first)
    var alone = form
    alone.visit = nil
    #expect(try Self.visit(bench, alone) == nil)
  }

  @Test func aDossierThatCameAloneIsItsOwnVisit() throws {
    let (bench, _) = try Self.bench()
    #expect(bench.others[0].visitID == Self.first)
  }

  /// Who comes is the applicant, whose papers may be those of several owners.
  @Test func whoCameCountsAndNotWhoseItIs() throws {
    let mother = Person(name: "Hồ Thị Kăn Tưm")
    var (bench, form) = try Self.bench(owner: Person(name: "Hồ Văn Con"), applicant: mother)
    form.owner = Person(name: "Hồ Thị Con Hai")
    form.applicant = mother
    #expect(try Self.visit(bench, form) == Self.first)
    form.applicant = nil
    #expect(try Self.visit(bench, form) == nil)
    (bench, form) = try Self.bench(owner: mother)
    form.owner = Person(name: "Hồ Văn Con")
    form.applicant = mother
    #expect(try Self.visit(bench, form) == Self.first)
  }

  @Test func namesakesAreToldApartByNumberAndBirth() throws {
    let first = Person(name: "Hồ Thị Lan", identityNumber: "045080001234", birth: "01/02/1980")
    var (bench, form) = try Self.bench(owner: first)
    form.owner = Person(name: "Hồ Thị Lan", identityNumber: "045190004321")
    #expect(try Self.visit(bench, form) == nil)
    form.owner = Person(name: "Hồ Thị Lan", birth: "1990")
    #expect(try Self.visit(bench, form) == nil)
    form.owner = Person(name: "HỒ THỊ LAN", birth: "1980")
    #expect(try Self.visit(bench, form) == Self.first)
    bench.others = []
    #expect(try Self.visit(bench, form) == nil)
  }

  /// A draft may be taken up again on another day.
  @Test func itEndsWithItsDay() throws {
    let (bench, form) = try Self.bench(at: "2026-11-17T16:00")
    #expect(try Self.visit(bench, form) == nil)
  }

  /// A citizen does not wait for the upgrade of another desk.
  @Test func itIsLeftOutWhereAnotherMachineCannotReadIt() throws {
    var (bench, form) = try Self.bench()
    bench.recordsVisits = false
    #expect(try Self.visit(bench, form) == nil)
  }
}
