import Crypto
import DossierDomain
import ExchangeModel
import Foundation
import JournalFormat
import SyncProtocol
import Testing

@testable import ProvincialServer

/// The report of whose data were on a lost machine.
@Suite struct LossContractTests {
  @Test(arguments: StoreKind.allCases) func whatWasHandedDownIsOnTheMachine(_ kind: StoreKind) throws {
    let province = try TestProvince(kind)
    var (lost, other) = (try province.desk(), try province.desk())
    try other.receive(TestDesk.dossier(1), code: "B-1")
    try other.receive(TestDesk.dossier(2), code: "A-2")
    try other.exchange(province)
    try lost.exchange(province)
    // Received elsewhere after the machine's last exchange.
    try other.receive(TestDesk.dossier(3), code: "C-3")
    try other.exchange(province)
    let contents = try province.administration.contents(of: lost.device, in: province.office.id)
    #expect(contents.codes == ["A-2", "B-1"])
    #expect(contents.dossiers == 2)
    // Both dossiers have the same owner, who has no identity number.
    #expect(contents.people == 1 && contents.peopleWithNumber == 0)
    #expect(contents.through == lost.position.sequence)
  }

  @Test(arguments: StoreKind.allCases) func thePeopleAreNamedWithTheKindsOfTheirData(_ kind: StoreKind) throws {
    let province = try TestProvince(kind)
    var (lost, other) = (try province.desk(), try province.desk())
    let tuoi = Person(
      name: "Hồ Thị Tươi", identityNumber: "045185001217", birth: "12/03/1985", phone: "0912461011")
    try other.receive(TestDesk.dossier(1), code: "B-1", owner: tuoi)
    try other.receive(TestDesk.dossier(2), code: "A-2", owner: tuoi)
    try other.receive(
      TestDesk.dossier(3), code: "C-3", isConfidential: true, assignee: TestProvince.reception,
      owner: Person(name: "Đỗ Văn An", birth: "1990"))
    try other.exchange(province)
    try lost.exchange(province)
    let contents = try province.administration.contents(of: lost.device, in: province.office.id)
    #expect(
      contents.persons == [
        PersonOnMachine(
          name: "Đỗ Văn An", yearOfBirth: "1990", codes: ["C-3"], data: [.birth, .confidentialDossier]),
        PersonOnMachine(
          name: "Hồ Thị Tươi", yearOfBirth: "1985", codes: ["A-2", "B-1"], data: [.identityNumber, .birth, .phone]),
      ])
    #expect(contents.people == 2 && contents.peopleWithNumber == 1)
  }

  /// The kept page of a paper says what the paper says, and the machine has its key.
  @Test(arguments: StoreKind.allCases) func whomAPaperWasIssuedForIsTold(_ kind: StoreKind) throws {
    let province = try TestProvince(kind)
    var (lost, other) = (try province.desk(), try province.desk())
    try other.receive(TestDesk.dossier(1), code: "B-1")
    let paper = PaperIssue(
      form: try #require(PaperFormID("01")), template: "1", number: try #require(PaperNumber("1/2026-7K3QZ0")),
      pageHash: Array(repeating: 7, count: PaperIssue.hashLength), sealed: String(repeating: "ab", count: 32))
    try other.write(.dossier(.issuePaper(try #require(paper))), dossier: TestDesk.dossier(1))
    try other.exchange(province)
    try lost.exchange(province)
    let contents = try province.administration.contents(of: lost.device, in: province.office.id)
    #expect(contents.persons.map { $0.data.contains(.issuedPaper) } == [true])
  }

  @Test(arguments: StoreKind.allCases) func theListIsRecordedInTheOrderOfTheOffice(_ kind: StoreKind) throws {
    let province = try TestProvince(kind)
    var desk = try province.desk()
    try desk.exchange(province)
    try province.administration.recordReading(
      of: Array("danh sách".utf8), dossiers: 3, purpose: "báo mất máy", in: province.office.id, at: province.now)
    let bytes = try province.store.read { transaction in
      try transaction.rows(
        "SELECT bytes FROM entry WHERE office = $1 ORDER BY sequence", [.blob(province.office.id.bytes)]
      ).map { try $0.blob(0) }
    }
    let last = try EntryFormat.decodeTrusted(try #require(bytes.last))
    #expect(last.clerk == ProvinceClerk.id)
    let hash = Array(SHA256.hash(data: Array("danh sách".utf8)))
    let reading = DataReading(what: .list, purpose: "báo mất máy", persons: 3, hash: hash)
    #expect(last.content == .office(.recordReading(reading)))
    try desk.exchange(province)
    #expect(desk.position.sequence == Int64(bytes.count))
  }

  /// The first desk of an office that worked alone writes the beginning of its order, with the clerks. Before that nothing can
  /// be recorded there, and a list of which nobody would learn is not made.
  @Test(arguments: StoreKind.allCases) func aListThatCannotBeRecordedIsRefused(_ kind: StoreKind) throws {
    let province = try TestProvince(kind)
    let late = TestProvince.office(2, "000.20.45.H50")
    var desk = TestDesk(office: late)
    let code = try province.administration.adoptionCode(
      agencyCode: late.agencyCode, unitCodes: [late.unitCode], name: late.name, deviceName: "Bàn 1", clerks: .everybody,
      at: province.now)
    try desk.enrol(province, code: code.text, office: late.id, agencyCode: late.agencyCode)
    func record(_ dossiers: Int) throws {
      try province.administration.recordReading(
        of: Array("danh sách".utf8), dossiers: dossiers, purpose: "báo mất máy", in: late.id, at: province.now)
    }
    #expect(throws: AdministrationError.noClerks) { try record(1) }
    // A list of nobody shows nothing.
    try record(0)
    let entries = try province.store.read {
      try $0.rows("SELECT sequence FROM entry WHERE office = $1", [.blob(late.id.bytes)]).count
    }
    #expect(entries == 0)
  }

  @Test(arguments: StoreKind.allCases) func whatItWroteIsOnTheMachineEvenIfItGotNothingBack(_ kind: StoreKind) throws {
    let province = try TestProvince(kind)
    var lost = try province.desk()
    try lost.exchange(province)
    try province.administration.declareLost(lost.device, of: province.office.id, at: province.now)
    // The machine sends an entry after it was revoked, so whoever has the machine has that dossier.
    try lost.receive(TestDesk.dossier(1), code: "A-1")
    _ = try province.exchange().answer(lost.request(), keyHash: lost.keyHash, now: province.now)
    #expect(try province.administration.contents(of: lost.device, in: province.office.id).codes == ["A-1"])
  }

  @Test(arguments: StoreKind.allCases) func whatWasKeptFromItIsNotOnTheMachine(_ kind: StoreKind) throws {
    let province = try TestProvince(kind)
    var (lost, other) = (try province.desk(), try province.desk())
    try province.administration.setClerks(
      .only([TestProvince.reception]), of: lost.device, in: province.office.id, at: province.now)
    try other.receive(TestDesk.dossier(1), code: "A-1", isConfidential: true, assignee: TestProvince.specialist)
    try other.receive(TestDesk.dossier(2), code: "A-2", isConfidential: true, assignee: TestProvince.reception)
    try other.exchange(province)
    try lost.exchange(province)
    #expect(lost.withheld.count == 1)
    let contents = try province.administration.contents(of: lost.device, in: province.office.id)
    #expect(contents.codes == ["A-2"])
    #expect(contents.confidential == 1)
  }

  /// A machine keeps what it received, although it is told only hashes when it asks for the order again.
  @Test(arguments: StoreKind.allCases) func whatItHadBeforeItWasKeptFromItIsOnTheMachine(_ kind: StoreKind) throws {
    let province = try TestProvince(kind)
    var (lost, other) = (try province.desk(), try province.desk())
    try province.administration.setClerks(
      .only([TestProvince.reception]), of: lost.device, in: province.office.id, at: province.now)
    try other.receive(TestDesk.dossier(1), code: "A-1", isConfidential: true, assignee: TestProvince.specialist)
    try other.receive(TestDesk.dossier(2), code: "A-2", isConfidential: true, assignee: TestProvince.reception)
    try other.exchange(province)
    try lost.exchange(province)
    try other.write(
      .dossier(.assign(to: TestProvince.specialist)), dossier: TestDesk.dossier(2), clerk: TestProvince.head)
    try other.exchange(province)
    var whole = lost.request()
    whole.position = .beginning
    for _ in 0..<2 {
      let answer = try province.exchange().answer(whole, keyHash: lost.keyHash, now: province.now)
      let withheld = answer.places.count { if case .withheld = $0.content { true } else { false } }
      #expect(withheld == 3)
      let contents = try province.administration.contents(of: lost.device, in: province.office.id)
      #expect(contents.codes == ["A-2"] && contents.confidential == 1)
    }
  }

  @Test(arguments: StoreKind.allCases) func aMachineThatNeverCameHoldsNothing(_ kind: StoreKind) throws {
    let province = try TestProvince(kind)
    var other = try province.desk()
    let lost = try province.desk()
    try other.receive(TestDesk.dossier(1), code: "A-1")
    try other.exchange(province)
    #expect(try province.administration.contents(of: lost.device, in: province.office.id).codes.isEmpty)
  }

  /// An earlier version of the province did not record how much it had handed down, so the machine may have the whole
  /// order.
  @Test(arguments: StoreKind.allCases) func aMachineOfAnEarlierVersionMayHoldEverything(_ kind: StoreKind) throws {
    let province = try TestProvince(kind)
    var (lost, other) = (try province.desk(), try province.desk())
    try lost.exchange(province)
    try other.receive(TestDesk.dossier(1), code: "A-1")
    try other.exchange(province)
    try province.store.transaction { transaction in
      _ = try transaction.run("UPDATE device SET handed_through = $1", [.null])
    }
    let contents = try province.administration.contents(of: lost.device, in: province.office.id)
    #expect(contents.codes == ["A-1"] && contents.through == nil)
  }

  @Test func theCommandRevokesAndWritesTheCodesIntoANewFile() throws {
    let place = try ServerPlace(.sqlite)
    defer { place.remove() }
    try FileManager.default.createDirectory(atPath: place.folder, withIntermediateDirectories: true)
    let province = try TestProvince(store: place.store())
    var (lost, other) = (try province.desk(), try province.desk())
    try other.receive(TestDesk.dossier(1), code: "A-1")
    try other.exchange(province)
    try lost.exchange(province)

    let command = ["device", "lost", lost.device.hexadecimal, "--office", "000.19.45.H50"] + place.arguments
    let codes = place.folder + "/codes.txt"
    let first = try ServerProcess.run(command + ["--codes", codes])
    #expect(first.code == 0 && first.output.contains("dossiers 1, of them confidential 0; people 1"), "\(first.output)")
    #expect(!first.output.contains("A-1") && !first.output.contains("Hồ Văn Một"))
    #expect(try String(contentsOfFile: codes, encoding: .utf8) == "A-1\n")
    let mode = try FileManager.default.attributesOfItem(atPath: codes)[.posixPermissions] as? Int
    #expect(mode == 0o600)
    #expect(try lost.exchange(province).isRevoked)
    let list = place.folder + "/people.csv"
    #expect(try ServerProcess.run(command + ["--list", list]).code == 64)
    #expect(try ServerProcess.run(command + ["--list", list, "--purpose", "báo mất máy"]).code == 0)
    #expect(try String(contentsOfFile: list, encoding: .utf8).contains("Hồ Văn Một,,A-1,"))
    let listMode = try FileManager.default.attributesOfItem(atPath: list)[.posixPermissions] as? Int
    #expect(listMode == 0o600)
    // The command can be repeated with the same result, but it never overwrites a file.
    #expect(try ServerProcess.run(command + ["--codes", codes]).code == 1)
    let again = try ServerProcess.run(command + ["--json"])
    #expect(
      again.output.contains("\"dossiers\" : 1") && again.output.contains("\"isBounded\" : true"), "\(again.output)")
  }
}
