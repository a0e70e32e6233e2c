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
}

extension DossierResult {
  func isGranted(_ number: String, signer: String) -> Bool {
    approved && documentNumber == number && self.signer == signer
  }
}
