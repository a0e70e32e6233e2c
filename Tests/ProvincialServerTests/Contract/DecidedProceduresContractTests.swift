import DossierDomain
import ExchangeModel
import JournalFormat
import SyncProtocol
import Testing

@testable import ProvincialServer

/// The province's procedures reach every office once, through its order.
@Suite struct DecidedProceduresContractTests {
  private func version(_ name: String, _ code: String = "1.999999") -> ProcedureVersion {
    ProcedureVersion(code: code, name: name, field: "Thử", timeLimit: .sameDay)
  }

  private func versions(at desk: TestDesk) -> [ProcedureVersion] {
    desk.places.compactMap { place in
      guard case .bytes(let bytes) = place.content, let entry = try? EntryFormat.decodeTrusted(bytes),
        case .office(.setProcedure(let version)) = entry.content
      else { return nil }
      return version
    }
  }

  @Test(arguments: StoreKind.allCases) func theyTakeOnePlaceEachInEveryOrder(_ kind: StoreKind) throws {
    let province = try TestProvince(kind)
    var (first, second) = (try province.desk(), try province.desk("Bàn 2"))
    let (early, other, late) = (version("một"), version("khác", "1.999998"), version("hai"))
    try province.administration.setProcedures([early, other], at: province.now)
    try province.administration.setProcedures([other], at: province.now)
    for _ in 0..<2 {
      try first.exchange(province)
      try second.exchange(province)
    }
    #expect(versions(at: first) == [early, other])
    #expect(versions(at: second) == [early, other])
    try province.administration.setProcedures([late], at: province.now)
    try second.exchange(province)
    try first.exchange(province)
    #expect(versions(at: first) == [early, other, late])
    #expect(try province.administration.decidedProcedures() == [other, late])
  }

  /// What a machine that came in the last 30 days could not read is refused with its name, and nothing is recorded. The
  /// machine limits nothing once it is upgraded, revoked, or silent for longer.
  @Test(arguments: StoreKind.allCases) func whatAMachineCannotReadIsRefused(_ kind: StoreKind) throws {
    let province = try TestProvince(kind)
    let day = province.now.civilDate
    var ruled = version("có quy định")
    ruled.rules.offices = [OfficeRule(task: .receives, who: .anyCommune)]
    let announcement = Announcement(number: "1/QĐ-UBND", date: day, title: "Công bố")
    let retraction = AnnouncementRetraction(number: "1/QĐ-UBND", date: day, reason: "nhầm")
    var (old, new) = (try province.desk("Bàn 1"), try province.desk("Bàn 2"))
    // A desk that never came limits nothing.
    try province.administration.setProcedures([version("một")], at: province.now)
    try old.exchange(province) { $0.reads = .unsaid }
    try new.exchange(province) { $0.reads = .own }
    let behind = AdministrationError.machinesBehind(["Bàn (\(province.office.name))"], others: 0)
    let administration = province.administration
    func decide(at now: Instant) throws {
      try administration.setProcedures([ruled], at: now)
      try administration.setProcedures([], announcedBy: announcement, at: now)
      _ = try administration.retract(retraction, at: now)
    }
    #expect(throws: behind) { try administration.check([ruled], at: province.now) }
    #expect(throws: behind) { try administration.setProcedures([ruled], at: province.now) }
    #expect(throws: behind) {
      try administration.setProcedures([version("hai")], announcedBy: announcement, at: province.now)
    }
    #expect(throws: behind) { try administration.retract(retraction, at: province.now) }
    #expect(try administration.decidedProcedures() == [version("một")])
    #expect(try administration.announcements().isEmpty)
    // What it can read is recorded.
    try administration.setProcedures([version("hai")], at: province.now)

    try decide(at: province.now.adding(minutes: 30 * 1440 + 1))
    #expect(try administration.decidedProcedures().contains(ruled))
    ruled.name = "sau khi nâng cấp"
    #expect(throws: behind) { try administration.setProcedures([ruled], at: province.now) }
    try old.exchange(province) { $0.reads = .own }
    try administration.setProcedures([ruled], at: province.now)
  }

  @Test(arguments: StoreKind.allCases) func anOfficeThatIsMadeLaterHasWhatHolds(_ kind: StoreKind) throws {
    let province = try TestProvince(kind)
    try province.administration.setProcedures([version("một")], at: province.now)
    try province.administration.setProcedures([version("hai")], at: province.now)
    var office = TestProvince.office(2, "000.20.45.H50")
    office.unitCode = "19600"
    try province.administration.createOffice(office, clerks: TestProvince.clerks, at: province.now)
    var desk = try province.desk(of: office)
    try desk.exchange(province)
    #expect(versions(at: desk) == [version("hai")])
  }
}
