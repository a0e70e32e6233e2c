import DossierDomain
import Testing

/// What a procedure gives, how long it can be used, and whether anything is handed over.
@Suite struct ResultRuleTests {
  @Test func validityCountsFromTheDayOfTheResult() throws {
    let day = try #require(CivilDate(year: 2026, month: 12, day: 1))
    #expect(ResultRule.Validity.months(6).wording(from: day, .vi) == "có giá trị 6 tháng: đến 01/06/2027")
    #expect(ResultRule.Validity.months(6).wording(from: day, .en) == "valid 6 months: until 01/06/2027")
    // The last day of a shorter month (Civil Code 2015, Đ.148).
    let end = try #require(CivilDate(year: 2026, month: 8, day: 31))
    #expect(ResultRule.Validity.months(6).wording(from: end, .vi).hasSuffix("28/02/2027"))
    #expect(ResultRule.Validity.unlimited.wording(from: day, .vi) == "có giá trị không thời hạn")
  }

  @Test func nothingIsHandedOverWhereTheRulesSaySo() throws {
    var version = try #require(Catalogue.starter.version(of: "1.000689"))
    #expect(!version.givesNoPaper && !version.givesPaperByCase)
    let verified = Applicability(cases: ["co-xac-minh"])
    version.rules.results = [
      ResultRule(name: "Trích lục", kind: .known(.paper), applies: Applicability(cases: ["khong-xac-minh"])),
      ResultRule(name: "Ghi vào sổ", kind: .known(.noPaper), applies: verified),
    ]
    #expect(!version.givesNoPaper && version.givesPaperByCase)
    var answers = CaseAnswers(channel: .direct)
    #expect(!version.givesNoPaper(under: answers))
    answers["truong-hop"] = 2
    #expect(version.givesNoPaper(under: answers))
    version.rules.results.removeFirst()
    #expect(version.givesNoPaper && !version.givesPaperByCase)
    // What nobody knows is a paper, as before.
    version.rules.results[0].kind = .unknown
    #expect(!version.givesNoPaper && !version.givesPaperByCase)
    version.hasPaperResult = false
    #expect(version.givesNoPaper && version.givesNoPaper(under: answers))
  }

  @Test func aListShowsTheLimitOfTheUsualCase() throws {
    let birth = try #require(Catalogue.starter.version(of: "1.001193"))
    #expect(birth.usualLimit(.vi) == "trong ngày")
    let recognition = try #require(Catalogue.starter.version(of: "1.000689"))
    #expect(recognition.usualLimit(.vi) == "3 ngày làm việc")
    var open = recognition
    open.rules.questions[0].usual = nil
    #expect(open.usualLimit(.vi) == "tùy trường hợp")
    var row = ProcedureVersion(code: "9.999999", name: "Thủ tục", field: "Hộ tịch")
    row.timeLimit = .workingDays(7)
    #expect(row.usualLimit(.en) == "7 working days")
  }
}
