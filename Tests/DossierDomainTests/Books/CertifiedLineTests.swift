import DossierDomain
import Testing

@Suite struct CertifiedLineTests {
  private func line(_ text: String) throws -> CertifiedLine { try CertifiedLine(typed: text) }

  private func outcome(_ code: String) throws -> CaseOutcome {
    let version = try #require(Catalogue.starter.version(of: code, on: Catalogue.day))
    return version.outcome(CaseAnswers())
  }

  /// TT 226/2016/TT-BTC: 2,000 đ a page for the first two pages of the original, 1,000 from the third on, at most 200,000 a copy.
  @Test(arguments: [
    (1, 10, 20_000), (2, 30, 120_000), (3, 1, 5000), (5, 10, 70_000), (198, 1, 200_000), (200, 1, 200_000),
    (200, 3, 600_000),
  ])
  func copiesCostWhatTheRuleSays(pages: Int, copies: Int, sum: Int) throws {
    let quote = try outcome("2.000815").quote([CertifiedLine(paper: "Bằng tốt nghiệp", pages: pages, copies: copies)])
    #expect(quote.total == sum)
    #expect(quote.lines.map(\.name) == ["Bằng tốt nghiệp"])
  }

  @Test func theFeeOfABatchIsTheSumOfItsLines() throws {
    let lines = [try line("bang 2 30"), try line("hocba 5 10")]
    let quote = try outcome("2.000815").quote(lines)
    #expect(quote.lines.map(\.amount) == [120_000, 70_000] && quote.total == 190_000)
    #expect(quote.lines.map(\.calculation) == ["30 × (2 × 2.000)", "10 × (2 × 2.000 + 3 × 1.000)"])
    // A signature is a matter, whatever the lines are.
    #expect(try outcome("2.000884").quote(lines).total == 10_000)
  }

  @Test func aLineIsTypedByTheShortWordOfItsKind() throws {
    #expect(try line("bang 2 30") == CertifiedLine(paper: "Bằng tốt nghiệp", pages: 2, copies: 30))
    #expect(try line("BẰNG 2 30") == line("bang 2 30"))
    #expect(
      try line(" cccd / Hồ Thị  Mai 2 1 ")
        == CertifiedLine(paper: "Thẻ căn cước", person: "Hồ Thị Mai", pages: 2, copies: 1))
    #expect(try line("Giấy ủy quyền 3 2") == CertifiedLine(paper: "Giấy ủy quyền", pages: 3, copies: 2))
    #expect(try line("Quyết định số 12 3 2").paper == "Quyết định số 12")
  }

  @Test(arguments: [
    ("", CertifiedLine.Fault.paperMissing), ("2 30", .paperMissing), ("bang", .countsMissing),
    ("bang 2", .countsMissing),
    ("bang 2 x", .countsMissing), ("bang 0 1", .countImpossible), ("bang 1 10001", .countImpossible),
    ("bang 1 99999999999999999999", .countImpossible), ("/ Mai 1 1", .paperMissing),
  ])
  func aWrongLineIsRefused(text: String, fault: CertifiedLine.Fault) {
    #expect(throws: fault) { try CertifiedLine(typed: text) }
  }

  @Test func aLineIsTypedAgainAsItWas() throws {
    for kind in CertifiedLine.shortKinds {
      let typed = try line("\(kind.word) / Hồ Văn Nam 1 2")
      #expect(typed.paper == kind.name)
      #expect(try line(typed.typed) == typed)
    }
  }

  @Test func onePaperOfOnePersonHasOneNumber() throws {
    let lines = try ["cccd / Hồ Thị Mai 2 1", "bang 1 3", "cccd / Hồ Văn Nam 2 1", "cccd / Hồ Thị Mai 2 5"].map {
      try line($0)
    }
    #expect(lines.placesOfNumbers == [0, 1, 2, 0])
    #expect(lines.numbersNeeded == 3 && [CertifiedLine]().numbersNeeded == 0)
  }

  @Test func sheetsCountTheirSides() {
    #expect([1, 2, 3, 4, 5].map { PrintedSides.two.sheets(ofPages: $0) } == [1, 1, 2, 2, 3])
    #expect([1, 2, 3].map { PrintedSides.one.sheets(ofPages: $0) } == [1, 2, 3])
    #expect(!PrintedSides.two.needsEdgeSeal(pages: 2) && PrintedSides.two.needsEdgeSeal(pages: 3))
    #expect(!PrintedSides.one.needsEdgeSeal(pages: 1) && PrintedSides.one.needsEdgeSeal(pages: 2))
  }

  @Test func theSignOfABookIsThatOfTheDay() throws {
    let (before, since) = (try #require(CivilDate(compact: "251031")), try #require(CivilDate(compact: "251101")))
    #expect(BookKind.allCases.map { $0.sign(on: before) } == ["SCT/BS", "SCT/CK,ĐC", "SCT/CKND", "SCT/HĐ,GD"])
    #expect(BookKind.allCases.map { $0.sign(on: since) } == ["SCT/BS", "SCT/CK,ĐC", "SCT/CKND", "SCT/GD"])
    #expect(BookKind(procedure: "2.000815") == .copies && BookKind(procedure: "2.000884") == .signatures)
    #expect(BookKind(procedure: "1.004873") == nil && BookKind(procedure: "2.000927") == nil)
  }
}
