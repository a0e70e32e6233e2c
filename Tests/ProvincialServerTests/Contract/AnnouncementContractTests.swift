import DossierDomain
import DossierStore
import JournalFormat
import Testing

@testable import ProvincialServer

/// The province announces procedures for all offices, and takes an announcement back.
@Suite struct AnnouncementContractTests {
  private static let day = CivilDate(dayNumber: 20_780)

  private static func version(_ name: String, _ code: String = "9.999999") -> ProcedureVersion {
    ProcedureVersion(code: code, name: name, field: "Thử", timeLimit: .sameDay)
  }

  private static func announcement(_ number: String) -> Announcement {
    Announcement(number: number, date: day, title: "Công bố thủ tục", internalProcedures: 2)
  }

  private static func retraction(_ number: String) -> AnnouncementRetraction {
    AnnouncementRetraction(number: number, date: day, reason: "ban hành nhầm")
  }

  private func decided(_ desk: StoredDesk) throws -> [ProcedureVersion] {
    try desk.store.office.opening().catalogue.changes
  }

  @Test(arguments: StoreKind.allCases) func everyOfficeHasItAndTakesItBack(_ kind: StoreKind) throws {
    let province = try TestProvince(kind)
    var other = TestProvince.office(2, "000.20.45.H50")
    other.unitCode = "19600"
    try province.administration.createOffice(other, clerks: TestProvince.clerks, at: province.now)
    let (old, new, further) = (Self.version("cũ"), Self.version("mới"), Self.version("khác", "9.999998"))
    try province.administration.setProcedures([old], at: province.now)
    let desks = [try StoredDesk(province, number: 1), try StoredDesk(province, number: 2, of: other)]
    defer { for desk in desks { desk.remove() } }
    #expect(try desks[0].exchange(province) == nil)
    let announced = try province.administration.setProcedures(
      [new, further], announcedBy: Self.announcement("1/QĐ-UBND"), at: province.now)
    #expect(announced?.changes.map(\.kind) == [.amended, .new])
    #expect(try province.administration.decidedProcedures() == [new, further])
    for desk in desks {
      #expect(try desk.exchange(province) == nil)
      #expect(try decided(desk) == [new, further])
      #expect(try desk.store.office.announcements() == province.administration.announcements())
    }

    #expect(try province.administration.retract(Self.retraction("1/QĐ-UBND"), at: province.now))
    #expect(try province.administration.takenBack([old, new]) == [new])
    #expect(try province.administration.decidedProcedures() == [old])
    // A desk that begins now, in an office that had it and in one that has never exchanged.
    var late = TestProvince.office(3, "000.21.45.H50")
    late.unitCode = "19603"
    try province.administration.createOffice(late, clerks: TestProvince.clerks, at: province.now)
    let further3 = [try StoredDesk(province, number: 3), try StoredDesk(province, number: 4, of: late)]
    defer { for desk in further3 { desk.remove() } }
    for desk in desks + further3 {
      #expect(try desk.exchange(province) == nil)
      #expect(try decided(desk) == [old])
      #expect(try desk.store.office.announcements().map(\.isTakenBack) == [true])
      #expect(try desk.store.upkeep.verify().faults == [])
      try desk.store.upkeep.rebuild { _, _ in }
      #expect(try decided(desk) == [old])
    }
  }

  /// What an earlier announcement brought can be taken back later, and then counts what a desk was not sent because it
  /// seemed to be replaced for good.
  @Test(arguments: StoreKind.allCases) func aVersionThatWasDecidedAgainCanBeTakenBack(_ kind: StoreKind) throws {
    let province = try TestProvince(kind)
    let (between, new) = (Self.version("giữa"), Self.version("mới"))
    let desk = try StoredDesk(province, number: 1)
    defer { desk.remove() }
    try province.administration.setProcedures([new], announcedBy: Self.announcement("1/QĐ-UBND"), at: province.now)
    #expect(try desk.exchange(province) == nil)
    try province.administration.setProcedures([between], at: province.now)
    try province.administration.setProcedures([new], at: province.now)
    #expect(try desk.exchange(province) == nil)
    #expect(try decided(desk) == [new])
    #expect(try province.administration.retract(Self.retraction(" 1/QĐ-UBND\n"), at: province.now))
    #expect(try desk.exchange(province) == nil)
    #expect(try decided(desk) == [between])
    #expect(try province.administration.decidedProcedures() == [between])
  }

  /// It would stop every exchange of every office.
  @Test(arguments: StoreKind.allCases) func whatFitsIntoNoEntryIsRefused(_ kind: StoreKind) throws {
    let province = try TestProvince(kind)
    var version = Self.version("dài")
    version.rules.law = (0..<60).map { number in
      LegalText(
        number: "\(number)/2026/NĐ-CP", title: String(repeating: "ề", count: 500),
        article: String(repeating: "ề", count: 500), applies: .always)
    }
    version.rules.names.phrases = (0..<40).map { "\($0)" + String(repeating: "ề", count: 498) }
    version.rules.results = (0..<20).map { _ in
      ResultRule(
        name: String(repeating: "ề", count: 500), kind: .unknown, applies: .always,
        series: String(repeating: "ề", count: 500), validity: .unknown, portalCode: "")
    }
    #expect(try version.checked() == version)
    #expect(throws: AdministrationError.procedureTooLarge(version.code)) {
      try province.administration.setProcedures([version], at: province.now)
    }
    version.rules.names.phrases = []
    try province.administration.setProcedures([version], at: province.now)
    let desk = try StoredDesk(province, number: 1)
    defer { desk.remove() }
    #expect(try desk.exchange(province) == nil)
    #expect(try decided(desk) == [version])
  }

  @Test(arguments: StoreKind.allCases) func aRetractionOfSomethingUnknownIsToldAsSuch(_ kind: StoreKind) throws {
    let province = try TestProvince(kind)
    try province.administration.setProcedures([Self.version("một")], at: province.now)
    #expect(try !province.administration.retract(Self.retraction("7/QĐ-UBND"), at: province.now))
    #expect(try province.administration.decidedProcedures() == [Self.version("một")])
    #expect(try province.administration.announcements().map(\.announcement) == [nil])
  }

  /// An office's own announcement counts like its own procedures: written by whoever runs the office.
  @Test(arguments: StoreKind.allCases) func anOfficeAnnouncesForItself(_ kind: StoreKind) throws {
    let province = try TestProvince(kind)
    var (first, second) = (try province.desk(), try province.desk("Bàn 2"))
    let announcement = Self.announcement("2/QĐ-UBND")
    try first.write(.office(.announce(announcement)), dossier: nil, clerk: TestProvince.head)
    try first.write(
      .office(.retractAnnouncement(Self.retraction("2/QĐ-UBND"))), dossier: nil, clerk: TestProvince.reception)
    try first.exchange(province)
    try second.exchange(province)
    let verdicts = second.places.compactMap { place -> (OfficeAction, Verdict)? in
      guard case .bytes(let bytes) = place.content, let entry = try? EntryFormat.decodeTrusted(bytes),
        case .office(let action) = entry.content
      else { return nil }
      return (action, place.verdict)
    }
    #expect(verdicts.contains { $0.0 == .announce(announcement) && $0.1.counts })
    #expect(verdicts.contains { $0.0 == .retractAnnouncement(Self.retraction("2/QĐ-UBND")) && !$0.1.counts })
  }
}
