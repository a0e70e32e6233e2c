import ReferenceData
import Testing

@testable import DossierDomain

@Suite struct StarterCatalogueTests {
  private let catalogue = Catalogue.starter

  @Test func everyRowIsReadAndEveryCodeIsOneOfTheNationalShape() {
    #expect(catalogue.versions.count == 121 + 3)
    for version in catalogue.versions {
      let bytes = Array(version.code.utf8)
      let isNational =
        bytes.count == 8 && bytes[1] == UInt8(ascii: ".")
        && (bytes[..<1] + bytes[2...]).allSatisfy { (0x30...0x39).contains($0) }
      #expect(isNational, "\(version.code)")
      #expect(!version.name.isEmpty && !version.name.hasPrefix("("), "\(version.code)")
    }
    #expect(Set(catalogue.versions.map(\.code)).count == catalogue.versions.count)
  }

  /// The source does not contain 96 online levels and 42 time limits, so they stay unknown.
  @Test func whatIsNotKnownStaysUnknown() {
    let rows = catalogue.versions.prefix(121)
    #expect(rows.filter { $0.onlineLevel == .unknown }.count == 96)
    #expect(rows.filter { $0.timeLimit == .unknown }.count == 42)
    #expect(catalogue.version(of: "1.000689")?.fee == .unknown)
    #expect(catalogue.version(of: "1.000894")?.fee == .known(0))
  }

  @Test(arguments: [
    ("1.001193", TimeLimit.sameDay), ("1.000689", .workingDays(3)), ("2.002396", .calendarDays(30)),
    ("2.002409", .calendarDays(30)), ("1.004222", .workingDays(7)),
  ])
  func timeLimitsKeepTheirUnit(code: String, limit: TimeLimit) {
    #expect(catalogue.version(of: code)?.timeLimit == limit)
  }

  @Test(arguments: [("2.002621", "3.000722"), ("2.002622", "2.002913")])
  func aReplacedProcedureNamesItsSuccessor(old: String, new: String) throws {
    let version = try #require(catalogue.version(of: old))
    #expect(version.standing == .ended(replacedBy: new))
    #expect(!version.isReceivable && !version.name.contains("CŨ"))
    #expect(catalogue.version(of: new)?.isReceivable == true)
  }

  @Test(arguments: ["2.001009", "2.001023", "2.000986"])
  func anAbolishedProcedureIsStillFoundButNotReceived(code: String) {
    #expect(catalogue.version(of: code)?.standing == .ended(replacedBy: nil))
  }

  @Test func residenceBelongsToTheCommunePolice() {
    let residence = catalogue.versions.filter { $0.standing == .guidanceOnly }
    #expect(residence.count == 7)
    for version in residence {
      #expect(version.field.hasPrefix("Đăng ký, quản lý cư trú"))
      #expect(!version.isReceivable)
    }
  }

  @Test func denunciationsChildProtectionAndAdoptionAreConfidential() {
    let confidential = catalogue.versions.filter(\.isConfidential)
    #expect(Set(["2.002396", "2.001947"]).isSubset(of: confidential.map(\.code)))
    for version in catalogue.versions where version.field == "Nuôi con nuôi" { #expect(version.isConfidential) }
    #expect(catalogue.version(of: "1.001193")?.isConfidential == false)
  }

  /// A phrase or a short name for an unknown code would never be shown.
  @Test func everyPhraseAndShortNameBelongsToAKnownProcedure() {
    for (phrase, codes) in CitizenPhrases.table {
      for code in codes { #expect(catalogue.version(of: code) != nil, "\(phrase): \(code)") }
    }
    for code in ShortNames.byCode.keys { #expect(catalogue.version(of: code) != nil, "\(code)") }
  }

  @Test func proceduresOfNewbornsAndFeesOfOnePageAreKnown() {
    for code in NewbornProcedures.codes { #expect(catalogue.version(of: code)?.isOfNewborn == true, "\(code)") }
    for code in UnitFees.codes {
      #expect(catalogue.version(of: code)?.isFeePerUnit == true, "\(code)")
      #expect(catalogue.version(of: code)?.fee.value != nil, "\(code)")
    }
    #expect(catalogue.version(of: "1.004873")?.isOfNewborn == false)
  }

  /// Entries name a version by the hash of this text for decades, so its form may never change.
  @Test func theCanonicalTextIsSpeltOut() throws {
    var version = try #require(catalogue.version(of: "1.000894"))
    let rules = version.canonicalText.split(separator: "\n").dropFirst(11)
    #expect(rules.first?.hasPrefix("question\ttruong-hop\tTra cứu được tình trạng hôn nhân") == true)
    #expect(rules.contains("usual\ttruong-hop\t1"))
    #expect(rules.contains("limit\tco-xac-minh/\t-\t 5 working_days"))
    #expect(rules.contains("result\tGiấy chứng nhận kết hôn\t1\t/\t\t?\tKQ.G15.000032"))
    #expect(rules.last == "law\t104/2022/NĐ-CP\t\tĐiều 14, khoản 2\t/")
    version.rules = .none
    #expect(
      version.canonicalText == """
        1.000894
        Đăng ký kết hôn
        Hộ tịch
        in_force
        ?
        ?
        một phần
        same_day
        Tờ khai đăng ký kết hôn;Giấy xác nhận tình trạng hôn nhân (nếu không tra cứu được);\
        Trích lục ghi chú ly hôn (nếu có)
        0
        open
        """)
    let old = try #require(catalogue.version(of: "2.002621"))
    #expect(old.canonicalText.split(separator: "\n")[3] == "ended 3.000722")
  }

  @Test func theCanonicalTextChangesWithEveryFactThatDecides() throws {
    let version = try #require(catalogue.version(of: "1.001193"))
    var others: [ProcedureVersion] = Array(repeating: version, count: 5)
    others[0].timeLimit = .workingDays(1)
    others[1].fee = .unknown
    others[2].components.removeLast()
    others[3].isConfidential = true
    others[4].standing = .guidanceOnly
    #expect(Set(others.map(\.canonicalText) + [version.canonicalText]).count == 6)
  }
}
