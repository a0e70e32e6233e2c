import Demonstration
import DossierDomain
import ExchangeModel
import JournalFormat
import SwiftASN1
import SyncProtocol
import Testing
import X509

@testable import ProvincialServer

@Suite struct EnrolmentContractTests {
  private func enrol(_ desk: TestDesk, _ province: TestProvince, _ code: String) throws -> EnrolmentResponse {
    try EnrolmentDesk(administration: province.administration, authority: province.authority)
      .enrol(desk.enrolment(code: code, office: nil, agencyCode: ""), at: province.now)
  }

  @Test(arguments: StoreKind.allCases) func aCodeWorksOnce(_ kind: StoreKind) throws {
    let province = try TestProvince(kind)
    let code = try province.administration.enrolmentCode(
      for: province.office.id, deviceName: "Bàn 2", clerks: .everybody, at: province.now)
    let (first, second) = (TestDesk(office: province.office), TestDesk(office: province.office))
    #expect(throws: ExchangeError.wrongCode) { try enrol(first, province, "AAAA-AAAA-AAAA") }
    // The code in the form in which a person may type it.
    let typed = code.text.lowercased().replacing("-", with: " ")
    let answer = try enrol(first, province, typed)
    #expect(answer.office == province.office.id)
    #expect(throws: ExchangeError.wrongCode) { try enrol(second, province, code.text) }
    // The answer was lost, so the same machine gets it again.
    #expect(try enrol(first, province, code.text).device == answer.device)
    let devices = try province.administration.devices(of: province.office.id)
    #expect(devices.count == 1)
    // The certificate is for the machine's key and signed by the province.
    let certificate = try Certificate(derEncoded: answer.certificate)
    #expect(province.authority.certificate.publicKey.isValidSignature(certificate.signature, for: certificate))
    #expect(try ProvinceAuthority.keyHash(ofCertificate: answer.certificate).count == 32)
  }

  @Test(arguments: StoreKind.allCases) func aCodeGrowsOld(_ kind: StoreKind) throws {
    var province = try TestProvince(kind)
    let code = try province.administration.enrolmentCode(
      for: province.office.id, deviceName: "", clerks: .everybody, at: province.now)
    province.now = Instant(milliseconds: province.now.milliseconds + Administration.codeLifetime + 1)
    #expect(throws: ExchangeError.wrongCode) { try enrol(TestDesk(office: province.office), province, code.text) }
  }

  @Test(arguments: StoreKind.allCases) func anOfficeThatWorkedAloneBringsItsOrder(_ kind: StoreKind) throws {
    let province = try TestProvince(kind)
    var demo = DemoOffice(seed: 4, dossiers: 120, now: province.now)
    let office = Office(
      id: demo.office.id, name: demo.office.name, agencyCode: "000.21.45.H50", unitCode: "19597")
    var desk = TestDesk(office: office)
    try desk.write(.office(.setOffice(office)), clerk: demo.clerks[0].id, base: 0)
    for clerk in demo.clerks { try desk.write(.office(.setClerk(clerk)), clerk: demo.clerks[0].id, base: 0) }
    while let life = demo.next() {
      for step in life.steps {
        try desk.write(.dossier(step.action), dossier: life.id, clerk: step.clerk, base: 0, at: step.at)
      }
    }
    let code = try province.administration.adoptionCode(
      agencyCode: office.agencyCode, unitCodes: [office.unitCode], name: office.name, deviceName: "Bàn 1",
      clerks: .everybody, at: province.now)
    // A code for this office cannot be used by another one.
    var stranger = TestDesk(office: office)
    #expect(throws: ExchangeError.wrongCode) {
      try stranger.enrol(province, code: code.text, office: nil, agencyCode: office.agencyCode)
    }
    try desk.enrol(province, code: code.text, office: office.id, agencyCode: office.agencyCode)
    desk.lanes = [LaneBlock(first: 1, last: 2000)].compactMap { $0 }
    // The whole history counts as the beginning, although it takes several exchanges.
    while !desk.waiting.isEmpty {
      try desk.exchange(province) { request in
        request.entries = Array(request.entries.prefix(150))
        request.lanesReturned = [LaneBlock(first: 2001, last: 9999)].compactMap { $0 }
      }
    }
    while try desk.exchange(province).head > desk.position.sequence {}
    #expect(desk.places.count == Int(desk.sequence))
    #expect(desk.places.allSatisfy { $0.verdict == .accepted })
    #expect(desk.lanes == [LaneBlock(first: 1, last: 2000)].compactMap { $0 })
    // From now on the roles of authors are checked.
    let refused = try desk.write(.office(.setClerk(demo.clerks[1])), clerk: demo.clerks[0].id)
    let allowed = try desk.write(.office(.setClerk(demo.clerks[1])), clerk: demo.clerks[3].id)
    try desk.exchange(province)
    #expect(desk.verdict(of: refused) == .quarantined(.roleMissing))
    #expect(desk.verdict(of: allowed) == .accepted)
    #expect(try province.administration.clerks(of: office.id).count == 5)
    // A second desk receives the whole history.
    var second = try province.desk(of: office)
    while try second.exchange(province).head > second.position.sequence {}
    #expect(second.position == desk.position)
    #expect(second.lanes.allSatisfy { $0.first > 2000 })
  }

  /// Who may sign in at the first desk is the administrator's word, as at each later one. What was written there before
  /// the office came counts, whoever wrote it.
  @Test(arguments: StoreKind.allCases) func theFirstDeskIsOfTheNamedClerks(_ kind: StoreKind) throws {
    let province = try TestProvince(kind)
    let office = TestProvince.office(2, "000.20.45.H50")
    var desk = TestDesk(office: office)
    try desk.write(.office(.setOffice(office)), clerk: TestProvince.head)
    for clerk in TestProvince.clerks { try desk.write(.office(.setClerk(clerk)), clerk: TestProvince.head) }
    let before = try desk.receive(TestDesk.dossier(1), code: "A-1", clerk: TestProvince.specialist)
    let named = MachineClerks.only([TestProvince.head, TestProvince.reception])
    let code = try province.administration.adoptionCode(
      agencyCode: office.agencyCode, unitCodes: [office.unitCode], name: office.name, deviceName: "Bàn 1",
      clerks: named, at: province.now)
    try desk.enrol(province, code: code.text, office: office.id, agencyCode: office.agencyCode)
    #expect(try province.administration.devices(of: office.id).map(\.clerks) == [named])
    try desk.exchange(province)
    let hers = try desk.receive(TestDesk.dossier(2), code: "A-2", clerk: TestProvince.reception)
    let others = try desk.receive(TestDesk.dossier(3), code: "A-3", clerk: TestProvince.specialist)
    try desk.exchange(province)
    #expect(desk.verdict(of: before) == .accepted && desk.verdict(of: hers) == .accepted)
    #expect(desk.verdict(of: others) == .quarantined(.clerkUnknown))
  }

  @Test(arguments: StoreKind.allCases) func anOfficeIsMadeOnce(_ kind: StoreKind) throws {
    let province = try TestProvince(kind)
    #expect(throws: AdministrationError.officeExists) {
      try province.administration.createOffice(province.office, clerks: [], at: province.now)
    }
    #expect(throws: AdministrationError.officeExists) {
      try province.administration.adoptionCode(
        agencyCode: province.office.agencyCode, unitCodes: ["19600"], name: "", deviceName: "", clerks: .everybody,
        at: province.now)
    }
    let list = try province.administration.offices()
    #expect(list.map(\.head) == [5])
    #expect(try province.administration.office(agencyCode: province.office.agencyCode) == province.office.id)
  }
}
