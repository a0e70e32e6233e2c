import DossierDomain
import KeysForTests
import OfficeWork
import Testing

@testable import Screens

extension KeyTask {
  static let all = dossiers + receptions

  /// What is done to a dossier that exists.
  private static let dossiers: [KeyTask] = [
    KeyTask(
      .handBack, bound: KeyScript.Count(2),
      start: { KeyDesk.at("kan tum", KeyDesk.office([(0, KeyDesk.granted)])) },
      check: { try expectHandedBack(0, to: "Hồ Thị Kăn Tưm", $0) }),
    KeyTask(
      .handBackPaid, bound: KeyScript.Count(3),
      start: {
        var driver = TestDriver.signedIn(office: KeyDesk.office([(6, KeyDesk.granted), (3, KeyDesk.granted)]))
        driver.press("5", "<home>")
        return driver
      },
      check: { driver in
        try expectHandedBack(6, to: "Trần Thị Hòa", driver)
        try expectPaid(6, 2000, driver)
      }),
    KeyTask(
      .handBackByName, bound: KeyScript.Count(13),
      start: { TestDriver.signedIn(office: officeOfMai(1)) },
      check: { try expectHandedBack(KeyDesk.firstAdded, to: "Hồ Thị Mai", $0) }),
    KeyTask(
      .handBackNamesake, bound: KeyScript.Count(14),
      start: { TestDriver.signedIn(office: officeOfMai(3)) },
      check: { try expectHandedBack(KeyDesk.firstAdded + 1, to: "Hồ Thị Mai", $0) }),
    KeyTask(
      .takeFee, bound: KeyScript.Count(2),
      start: { KeyDesk.at("chung thuc ban sao", KeyDesk.office()) },
      check: { try expectPaid(6, 2000, $0) }),
    KeyTask(
      .askForPapers, bound: KeyScript.Count(5),
      start: { KeyDesk.at("nguyen van anh", KeyDesk.office()) },
      check: { driver in
        let dossier = try #require(driver.office.dossier(SampleOffice.id(5)))
        let missing = dossier.components.filter { $0.form == .missing }.map(\.name)
        #expect(dossier.supplementRequests.last?.items == Array(missing.prefix(2)))
      }),
    KeyTask(
      .extend, bound: KeyScript.Count(5),
      start: {
        var driver = KeyDesk.at("do thi thuy", KeyDesk.office())
        driver.press("l", "2", "<enter>")
        driver.type("chờ xác minh")
        driver.press("<enter>")
        KeyDesk.select("le thi hoa", &driver)
        return driver
      },
      check: { driver in
        let extended = try #require(driver.office.dossier(SampleOffice.id(3))?.extensions.last)
        #expect(extended.reason == "chờ xác minh")
        #expect(driver.office.dossier(SampleOffice.id(3))?.dueAt?.civilDate.slashed == "30/11/2026")
      }),
    KeyTask(
      .result, bound: KeyScript.Count(4),
      start: {
        var driver = KeyDesk.at("do thi thuy", KeyDesk.office())
        driver.press("x", "1")
        driver.type("12/UBND-XN")
        driver.press("<enter>")
        driver.type("Lê Quốc Đạt")
        driver.press("<enter>")
        KeyDesk.select("le thi hoa", &driver)
        return driver
      },
      check: { driver in
        let result = try #require(driver.office.dossier(SampleOffice.id(3))?.result)
        #expect(result.isGranted("13/UBND-XN", signer: "Lê Quốc Đạt"))
      }),
  ]

  private static let receptions: [KeyTask] = [
    KeyTask(
      .maritalStatus, bound: KeyScript.Count(17),
      start: {
        let mau = Person(
          name: "Trần Thị Mẫu", identityNumber: KeyScript.number, birth: "02/03/1990", sex: .female,
          phone: "0912345678",
          address: "Thôn A Ngo")
        return TestDriver.signedIn(office: KeyDesk.office(receiving: [("2.000815", mau)]))
      },
      check: { driver in
        let dossier = try expectReceived("1.004873", "Trần Thị Mẫu", driver)
        #expect(dossier.owner.identityNumber == KeyScript.number)
        #expect(dossier.owner.birth == "02/03/1990")
        #expect(dossier.owner.phone == "0912345678")
        #expect(dossier.owner.address == "Thôn A Ngo")
      }),
    KeyTask(
      .birth, bound: KeyScript.Count(55, telex: 64),
      start: { TestDriver.signedIn(office: KeyDesk.office()) },
      check: { try expectBirth($0) }),
    KeyTask(
      .birthByTab, bound: KeyScript.Count(60, telex: 69),
      start: { TestDriver.signedIn(office: KeyDesk.office()) },
      check: { try expectBirth($0) }),
    KeyTask(
      .birthByNumber, bound: KeyScript.Count(37, telex: 41),
      start: {
        let mau = Person(
          name: "Trần Thị Mẫu", identityNumber: KeyScript.number, birth: "02/03/1990", sex: .female,
          phone: "0912345678",
          address: "Thôn A Ngo")
        return TestDriver.signedIn(office: KeyDesk.office(receiving: [("2.000815", mau)]))
      },
      check: { try expectBirth($0, applicant: "Trần Thị Mẫu") }),
    KeyTask(
      .birthAtLastAddress, bound: KeyScript.Count(46, telex: 54),
      start: {
        var driver = TestDriver.signedIn(office: KeyDesk.office())
        driver.press("n", "1", "<enter>")
        driver.type("Kray Văn Thơ")
        for _ in 1...5 { driver.press("<tab>") }
        driver.type("Thôn A Ngo")
        driver.issue()
        return driver
      },
      check: { try expectBirth($0) }),
    KeyTask(
      .birthByCard, bound: KeyScript.Count(37, telex: 41),
      start: { TestDriver.signedIn(office: KeyDesk.officeWithPrinter()) },
      check: { driver in
        try expectBirth(driver, applicant: "TRẦN THỊ MẪU", address: "Thôn A Ngo, Đa Krông, Quảng Trị")
        #expect(driver.office.papers.printed.count == 1)
      }),
    KeyTask(
      .birthDeclaration, bound: KeyScript.Count(103, telex: 115),
      start: { TestDriver.signedIn(office: KeyDesk.officeWithPrinter([birthDeclaration].compactMap { $0 })) },
      check: { driver in
        try expectBirth(driver, applicant: "TRẦN THỊ MẪU", address: "Thôn A Ngo, Đa Krông, Quảng Trị")
        #expect(driver.office.papers.printed.count == 2, "\(driver.text)")
        try expectDeclaredBirth(driver)
      }),
    KeyTask(
      .certifiedCopies, bound: KeyScript.Count(14),
      start: { TestDriver.signedIn(office: KeyDesk.office()) },
      check: { driver in
        let counter = try #require(driver.app.top.screen as? CertificationState)
        let row = try #require(counter.issued, "no code:\n\(driver.text)")
        let dossier = try #require(driver.office.dossier(row.id))
        #expect(dossier.owner.identityNumber == KeyScript.number && dossier.owner.birth == "02/03/1990")
        #expect(dossier.certified == [CertifiedLine(paper: "Bằng tốt nghiệp", pages: 2, copies: 30)])
        #expect(dossier.fee == 120_000 && dossier.payments.last?.paidAmount == 120_000)
      }),
  ]

  private static let birthDeclaration = PaperFormID("birth").map {
    PaperOffer(form: $0, template: "1", isDeclaration: true, vi: "Tờ khai đăng ký khai sinh", en: "Declaration")
  }

  /// An office in which results for so many people of one name are waiting.
  private static func officeOfMai(_ count: Int) -> MemoryOffice {
    KeyDesk.office(
      receiving: (0..<count).map { ("1.004873", Person(name: "Hồ Thị Mai", birth: "\(1980 + $0)")) },
      (0..<count).map { (KeyDesk.firstAdded + $0, KeyDesk.granted) })
  }
}
