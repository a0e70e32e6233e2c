import DossierDomain
import OfficeWork
import Testing

@testable import Screens

extension KeyTask {
  static func expectHandedBack(_ index: Int, to recipient: String, _ driver: TestDriver) throws {
    let dossier = try #require(driver.office.dossier(SampleOffice.id(index)))
    #expect(dossier.status == .handedBack, "\(driver.text)")
    #expect(dossier.handBack?.recipient == recipient)
    #expect(dossier.handBack?.delivery == .atDesk)
    let others = driver.office.entries.keys.filter { $0 != dossier.id }
    #expect(!others.contains { driver.office.dossier($0)?.status == .handedBack })
  }

  static func expectPaid(_ index: Int, _ amount: Int, _ driver: TestDriver) throws {
    let dossier = try #require(driver.office.dossier(SampleOffice.id(index)))
    #expect(dossier.payments.map(\.paidAmount) == [amount], "\(driver.text)")
    #expect(dossier.payments.map(\.method) == [.cash])
    #expect(dossier.unpaid == 0)
  }

  /// The dossier whose code was issued last.
  @discardableResult
  static func expectReceived(_ procedure: String, _ owner: String, _ driver: TestDriver) throws -> Dossier {
    let forms = driver.app.frames.compactMap { $0.screen as? ReceiveState }
    let issued = try #require(forms.last?.issued, "no code:\n\(driver.text)")
    let dossier = try #require(driver.office.dossier(issued.id))
    #expect(dossier.procedure.code == procedure)
    #expect(dossier.owner.name == owner)
    #expect(!dossier.code.text.isEmpty)
    #expect(dossier.componentShare.present == dossier.componentShare.needed)
    return dossier
  }

  static func expectBirth(
    _ driver: TestDriver, applicant: String = "Hồ Văn Lâm", address: String = "Thôn A Ngo"
  ) throws {
    let dossier = try expectReceived("1.001193", "Hồ Thị Mỹ Lan", driver)
    #expect(dossier.owner.birth == "25/11/2026")
    #expect(dossier.owner.sex == .female)
    #expect(dossier.owner.phone == "0912345678")
    #expect(dossier.owner.address == address)
    #expect(dossier.applicant?.name == applicant)
  }

  /// What was declared of the child and of both parents.
  static func expectDeclaredBirth(_ driver: TestDriver) throws {
    let answers = try #require(driver.office.papers.answers.last)
    let expected = [
      "child.name": "HỒ THỊ MỸ LAN", "child.birth": "25/11/2026", "child.sex": "Nữ", "child.ethnicity": "Bru Vân Kiều",
      "child.nationality": "Việt Nam", "child.birthPlace": "Trạm y tế xã La Lay",
      "child.home": "xã La Lay, tỉnh Quảng Trị", "requester.name": "TRẦN THỊ MẪU", "requester.relationToChild": "Mẹ",
      "mother.name": "TRẦN THỊ MẪU", "mother.birth": "02/03/1990", "mother.nationality": "Việt Nam",
      "mother.paper.number": "045190001234", "mother.paper.kind": "Căn cước công dân",
      "mother.paper.issued": "01/01/2022", "father.name": "HỒ VĂN CƯỚI", "father.birth": "01/01/1988",
      "father.nationality": "Việt Nam", "father.paper.number": "045088000001", "father.paper.issued": "01/01/2024",
      "mother.ethnicity": "Bru Vân Kiều", "father.ethnicity": "Bru Vân Kiều", "copies.wanted": "Không",
    ]
    for (id, answer) in expected { #expect(answers[id] == answer, "\(id)") }
  }
}

extension DossierResult {
  func isGranted(_ number: String, signer: String) -> Bool {
    approved && documentNumber == number && self.signer == signer
  }
}
