import DossierDomain
import Testing

@testable import Screens

extension KeyTask {
  static let all = dossiers + receptions

  /// What is done to a dossier that exists.
  private static let dossiers: [KeyTask] = [
    KeyTask(
      name: "hand back the selected dossier to its owner", wanted: Count(2), bound: Count(2),
      start: { KeyDesk.at("kan tum", KeyDesk.office([(0, KeyDesk.granted)])) },
      pressed: [.keys("t", "<enter>")],
      check: { try expectHandedBack(0, to: "Hồ Thị Kăn Tưm", $0) }),
    KeyTask(
      name: "hand back the selected dossier and take its unpaid fee", wanted: Count(3), bound: Count(3),
      start: {
        var driver = TestDriver.signedIn(office: KeyDesk.office([(6, KeyDesk.granted), (3, KeyDesk.granted)]))
        driver.press("5", "<home>")
        return driver
      },
      pressed: [.keys("t", "<enter>", "2")],
      check: { driver in
        try expectHandedBack(6, to: "Trần Thị Hòa", driver)
        try expectPaid(6, 2000, driver)
      }),
    KeyTask(
      name: "hand back by a name of 10 letters", wanted: Count(13), bound: Count(13),
      start: { TestDriver.signedIn(office: officeOfMai(1)) },
      // The search needs no marks.
      pressed: [.keys("<F3>"), .text("ho thi mai"), .keys("<F4>", "<enter>")],
      check: { try expectHandedBack(KeyDesk.firstAdded, to: "Hồ Thị Mai", $0) }),
    KeyTask(
      name: "hand back by a name that several bear", wanted: Count(15), bound: Count(14),
      start: { TestDriver.signedIn(office: officeOfMai(3)) },
      pressed: [.keys("<F3>"), .text("ho thi mai"), .keys("<down>", "<F4>", "<enter>")],
      check: { try expectHandedBack(KeyDesk.firstAdded + 1, to: "Hồ Thị Mai", $0) }),
    KeyTask(
      name: "take the fee that is due", wanted: Count(2), bound: Count(2),
      start: { KeyDesk.at("chung thuc ban sao", KeyDesk.office()) },
      pressed: [.keys("p", "<enter>")], check: { try expectPaid(6, 2000, $0) }),
    KeyTask(
      name: "ask for two papers of the list", wanted: Count(4), bound: Count(4),
      start: { KeyDesk.at("nguyen van anh", KeyDesk.office()) },
      pressed: [.keys("b", "1", "2", "<enter>")],
      check: { driver in
        let dossier = try #require(driver.office.dossier(SampleOffice.id(5)))
        let missing = dossier.components.filter { $0.form == .missing }.map(\.name)
        #expect(dossier.supplementRequests.last?.items == Array(missing.prefix(2)))
      }),
    KeyTask(
      name: "extend by days, for a reason from the list", wanted: Count(5), bound: Count(5),
      start: {
        var driver = KeyDesk.at("do thi thuy", KeyDesk.office())
        driver.press("l", "2", "<enter>")
        driver.type("chờ xác minh")
        driver.press("<enter>")
        KeyDesk.select("le thi hoa", &driver)
        return driver
      },
      pressed: [.keys("l", "3", "<enter>", "1", "<enter>")],
      check: { driver in
        let extended = try #require(driver.office.dossier(SampleOffice.id(3))?.extensions.last)
        #expect(extended.reason == "chờ xác minh")
        #expect(driver.office.dossier(SampleOffice.id(3))?.dueAt?.civilDate.slashed == "30/11/2026")
      }),
    KeyTask(
      name: "record a result with number and signer", wanted: Count(9), bound: Count(4),
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
      pressed: [.keys("x", "<enter>", "<enter>", "<enter>")],
      check: { driver in
        let result = try #require(driver.office.dossier(SampleOffice.id(3))?.result)
        #expect(result.isGranted("13/UBND-XN", signer: "Lê Quốc Đạt"))
      }),
  ]

  /// The nine procedures that are received most have the digits.
  private static let receptions: [KeyTask] = [
    KeyTask(
      name: "receive a confirmation of marital status for a known person", wanted: Count(35), bound: Count(17),
      start: {
        let mau = Person(
          name: "Trần Thị Mẫu", identityNumber: KeyDesk.number, birth: "02/03/1990", sex: .female, phone: "0912345678",
          address: "Thôn A Ngo")
        return TestDriver.signedIn(office: KeyDesk.office(receiving: [("2.000815", mau)]))
      },
      pressed: [
        .keys("<A-2>", "<tab>"), .text(KeyDesk.number), .keys("<C-b>", "<F2>", "1"),
      ],
      check: { driver in
        let dossier = try expectReceived("1.004873", "Trần Thị Mẫu", driver)
        #expect(dossier.owner.identityNumber == KeyDesk.number)
        #expect(dossier.owner.birth == "02/03/1990")
        #expect(dossier.owner.phone == "0912345678")
        #expect(dossier.owner.address == "Thôn A Ngo")
      }),
    KeyTask(
      name: "receive a birth registration", wanted: Count(55, telex: 64), bound: Count(55, telex: 64),
      start: { TestDriver.signedIn(office: KeyDesk.office()) },
      pressed: child + applicant + [.keys("<tab>"), .text("Thôn A Ngo")] + issue, check: { try expectBirth($0) }),
    // A clerk who writes with VNI, or who goes on by Tab as everywhere.
    KeyTask(
      name: "receive a birth registration, with a Tab behind each field", wanted: Count(60, telex: 69),
      bound: Count(60, telex: 69),
      start: { TestDriver.signedIn(office: KeyDesk.office()) },
      pressed: [
        .keys("n", "1", "<enter>"), .text("Hồ Thị Mỹ Lan"), .keys("<tab>"), .text("251126"),
        .keys("<tab>", "2", "<tab>"), .text("Hồ Văn Lâm"), .keys("<tab>"), .text("0912345678"), .keys("<tab>"),
        .text("Thôn A Ngo"),
      ] + issue, check: { try expectBirth($0) }),
    KeyTask(
      name: "receive a birth registration that a known parent brings, by her number", wanted: Count(40, telex: 44),
      bound: Count(37, telex: 41),
      start: {
        let mau = Person(
          name: "Trần Thị Mẫu", identityNumber: KeyDesk.number, birth: "02/03/1990", sex: .female, phone: "0912345678",
          address: "Thôn A Ngo")
        return TestDriver.signedIn(office: KeyDesk.office(receiving: [("2.000815", mau)]))
      },
      pressed: child + [.text(KeyDesk.number), .keys("<C-b>")] + issue,
      check: { try expectBirth($0, applicant: "Trần Thị Mẫu") }),
    KeyTask(
      name: "receive a birth registration with the last citizen's address", wanted: Count(55, telex: 64),
      bound: Count(46, telex: 54),
      start: {
        var driver = TestDriver.signedIn(office: KeyDesk.office())
        driver.press("n", "1", "<enter>")
        driver.type("Kray Văn Thơ")
        for _ in 1...5 { driver.press("<tab>") }
        driver.type("Thôn A Ngo")
        driver.issue()
        return driver
      },
      pressed: child + applicant + [.keys("<tab>", "<C-b>")] + issue, check: { try expectBirth($0) }),
  ]

  /// The date goes on from the name by its first digit, the sex from the date by its last.
  private static let child: [Pressed] = [
    .keys("<A-1>"), .text("Hồ Thị Mỹ Lan"), .text("251126"), .keys("2", "<tab>"),
  ]
  private static let applicant: [Pressed] = [.text("Hồ Văn Lâm"), .text("0912345678")]
  private static let issue: [Pressed] = [.keys("<F2>", "1")]

  /// An office in which results for so many people of one name are waiting.
  private static func officeOfMai(_ count: Int) -> MemoryOffice {
    KeyDesk.office(
      receiving: (0..<count).map { ("1.004873", Person(name: "Hồ Thị Mai", birth: "\(1980 + $0)")) },
      (0..<count).map { (KeyDesk.firstAdded + $0, KeyDesk.granted) })
  }
}
