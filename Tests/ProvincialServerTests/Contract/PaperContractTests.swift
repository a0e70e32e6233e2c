import Crypto
import DossierDomain
import JournalFormat
import Testing

@testable import ProvincialServer

/// The province compares a paper's code with what it has recorded.
@Suite struct PaperContractTests {
  private static let text = "B-1||||dossier|2026-11-24T08:45:00+07:00|1/2026-7K3QZ0|receipt"
  private static let page: [UInt8] = [1, 2, 3]

  private static func paper(
    _ number: String, form: String = "receipt", replaces: String? = nil, facts: SealedFacts? = nil
  ) throws -> PaperIssue {
    let hash = Array(SHA256.hash(data: page).prefix(PaperIssue.hashLength))
    let (form, number) = (try #require(PaperFormID(form)), try #require(PaperNumber(number)))
    return try #require(
      PaperIssue(
        form: form, template: "1", number: number, pageHash: hash, sealed: String(repeating: "ab", count: 32),
        replaces: replaces.flatMap { PaperNumber($0) }, facts: facts))
  }

  private static func seal(_ desk: TestDesk, over page: [UInt8] = page) throws -> String {
    try PaperSeal(of: page, text: text, office: desk.office.id, key: desk.key).text
  }

  private static func find(
    _ number: String, _ province: TestProvince, seal: String, form: String = "receipt", code: String = "b-1",
    isProven: Bool = true
  ) throws -> ProvincePaper? {
    try province.administration.paper(
      try #require(PaperNumber(number)), of: code, seal: seal, try #require(PaperFormID(form)), isProven: isProven)
  }

  /// As the first exchange with a signed head does.
  private static func learnKey(_ desk: TestDesk, _ province: TestProvince) throws {
    _ = try province.store.transaction {
      try $0.run(
        "UPDATE device SET public_key = $1 WHERE office = $2 AND id = $3",
        [
          .blob(SigningPublicKey(desk.key.publicKey).bytes), .blob(desk.office.id.bytes), .blob(desk.device.bytes),
        ])
    }
  }

  @Test(arguments: StoreKind.allCases) func numberFormAndHashAreCompared(_ kind: StoreKind) throws {
    let province = try TestProvince(kind)
    var desk = try province.desk()
    try desk.receive(TestDesk.dossier(1), code: "B-1")
    let salted = SealedFacts(sealed: String(repeating: "cd", count: 32), saltedHash: Array(repeating: 1, count: 16))
    #expect(salted != nil)
    try desk.write(.dossier(.issuePaper(Self.paper("1/2026-7K3QZ0"))), dossier: TestDesk.dossier(1))
    try desk.write(.dossier(.issuePaper(Self.paper("2/2026-7K3QZ0", facts: salted))), dossier: TestDesk.dossier(1))
    let (seal, other) = (try Self.seal(desk), try Self.seal(desk, over: [9]))
    #expect(try Self.find("1/2026-7K3QZ0", province, seal: seal) == nil, "nothing has come yet")
    try desk.exchange(province)
    let found = try #require(try Self.find("1/2026-7K3QZ0", province, seal: seal))
    #expect(found.isSame == true && found.filed.dossier == TestDesk.dossier(1))
    #expect(found.filed.codes.map(\.text) == ["B-1"] && found.filed.void.isEmpty && found.filed.held == nil)
    #expect(try Self.find("1/2026-7K3QZ0", province, seal: other)?.isSame == false)
    #expect(try Self.find("1/2026-7K3QZ0", province, seal: seal, form: "refusal")?.isSame == false)
    // What is not proven of a code may be anything, and a salted hash tells nothing.
    #expect(try Self.find("1/2026-7K3QZ0", province, seal: seal, isProven: false) == ProvincePaper(filed: found.filed))
    #expect(try #require(try Self.find("2/2026-7K3QZ0", province, seal: seal)).isSame == nil)
    #expect(try Self.find("3/2026-7K3QZ0", province, seal: seal) == nil)
    #expect(try Self.find("1/2026-7K3QZ0", province, seal: seal, code: "B-2") == nil)
  }

  @Test(arguments: StoreKind.allCases) func aReplacedPaperAndAVoidDossierAreTold(_ kind: StoreKind) throws {
    let province = try TestProvince(kind)
    var desk = try province.desk()
    try desk.receive(TestDesk.dossier(1), code: "B-1")
    try desk.write(.dossier(.issuePaper(Self.paper("1/2026-7K3QZ0"))), dossier: TestDesk.dossier(1))
    try desk.write(
      .dossier(.issuePaper(Self.paper("2/2026-7K3QZ0", replaces: "1/2026-7K3QZ0"))), dossier: TestDesk.dossier(1))
    try desk.exchange(province)
    let seal = try Self.seal(desk)
    #expect(try Self.find("1/2026-7K3QZ0", province, seal: seal)?.filed.replacement?.text == "2/2026-7K3QZ0")
    #expect(try Self.find("2/2026-7K3QZ0", province, seal: seal)?.filed.replacement == nil)
    try desk.write(.dossier(.void(reason: "nhầm")), dossier: TestDesk.dossier(1), clerk: TestProvince.head)
    try desk.exchange(province)
    #expect(try Self.find("2/2026-7K3QZ0", province, seal: seal)?.filed.void.map(\.text) == ["B-1"])
  }

  /// A shared receipt is recorded on the dossier that its code names, and is a paper of the others, too.
  @Test(arguments: StoreKind.allCases) func aVoidDossierOnASharedReceiptIsTold(_ kind: StoreKind) throws {
    let province = try TestProvince(kind)
    var desk = try province.desk()
    let codes = ["000.19.45.H50-261124-0001", "000.19.45.H50-261124-0002"]
    for (place, code) in codes.enumerated() {
      var reception = Reception(
        code: DossierCode(code, origin: .office),
        procedure: ProcedureReference(code: "1.001193", name: "Đăng ký khai sinh"), owner: Person(name: "Hồ Văn Một"),
        channel: .direct, components: [], receivedAt: Instant(milliseconds: 1), appointment: nil,
        receivingOffice: desk.office.id, decidingOffice: desk.office.id)
      reception.visit = place == 0 ? nil : TestDesk.dossier(1)
      try desk.write(.dossier(.receive(reception)), dossier: TestDesk.dossier(UInt64(place + 1)))
    }
    // A dossier of somebody else on the same day.
    try desk.receive(
      TestDesk.dossier(3), code: "000.19.45.H50-261124-0003", owner: Person(name: "Lê Thị Ba"))
    try desk.write(
      .dossier(.issuePaper(Self.paper("1/2026-7K3QZ0", form: "visit-receipt"))), dossier: TestDesk.dossier(1))
    try desk.exchange(province)
    func find() throws -> FiledPaper? {
      try Self.find("1/2026-7K3QZ0", province, seal: Self.seal(desk), form: "visit-receipt", code: codes[0])?.filed
    }
    #expect(try find()?.codes.map(\.text) == codes)
    #expect(try find()?.void.isEmpty == true)
    try desk.write(.dossier(.void(reason: "nhầm")), dossier: TestDesk.dossier(2), clerk: TestProvince.head)
    try desk.exchange(province)
    #expect(try find()?.void.map(\.text) == [codes[1]])
  }

  /// What arrived before the revocation counts, what arrives after it does not, whatever time stands on it.
  @Test(arguments: StoreKind.allCases) func theRevocationDividesTheEntriesOfAMachine(_ kind: StoreKind) throws {
    let province = try TestProvince(kind)
    var desk = try province.desk()
    try desk.receive(TestDesk.dossier(1), code: "B-1")
    try desk.write(.dossier(.issuePaper(Self.paper("1/2026-7K3QZ0"))), dossier: TestDesk.dossier(1))
    try desk.exchange(province)
    try Self.learnKey(desk, province)
    try province.administration.revoke(desk.device, of: desk.office.id, at: province.now)
    try desk.write(.dossier(.issuePaper(Self.paper("2/2026-7K3QZ0"))), dossier: TestDesk.dossier(1))
    // A dossier that nobody else knows.
    try desk.receive(TestDesk.dossier(2), code: "B-2")
    try desk.write(.dossier(.issuePaper(Self.paper("3/2026-7K3QZ0"))), dossier: TestDesk.dossier(2))
    _ = try province.exchange().answer(desk.request(), keyHash: desk.keyHash, now: province.now)
    let seal = try Self.seal(desk)
    #expect(try #require(try Self.find("1/2026-7K3QZ0", province, seal: seal)).filed.held == nil)
    #expect(try Self.find("2/2026-7K3QZ0", province, seal: seal)?.filed.held == .deviceRevoked)
    #expect(try Self.find("3/2026-7K3QZ0", province, seal: seal, code: "B-2")?.filed.held == .deviceRevoked)
    #expect(try Self.find("4/2026-7K3QZ0", province, seal: seal) == nil)
  }
}
