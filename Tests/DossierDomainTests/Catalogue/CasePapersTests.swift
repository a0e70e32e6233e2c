import Testing

@testable import DossierDomain

/// What a citizen is told to bring agrees with what the desk asks for, whatever she answers there.
@Suite struct CasePapersTests {
  private static let versions = StarterRulesTests.versions

  @Test(arguments: versions) func whatIsNeededIsAskedForUnderEveryAnswer(version: ProcedureVersion) throws {
    let papers = version.casePapers
    let cases = version.rules.cases.isEmpty ? [nil] : version.rules.cases.map(\.id)
    try #require(papers.count == cases.count)
    for (one, told) in zip(cases, papers) {
      let outcomes = StarterRulesTests.answers(of: version).filter { $0[CaseQuestion.channel] == 1 }
        .map { version.outcome($0) }.filter { $0.chosen?.id == one }
      try #require(!outcomes.isEmpty, "\(version.code) \(one ?? "")")
      let asked = outcomes.map { outcome in
        Set(zip(outcome.paperPlaces, outcome.papers).filter { $0.1.needInDossier != .lookedUp }.map(\.0))
      }
      let always = asked.dropFirst().reduce(asked[0]) { $0.intersection($1) }
      let sometimes = asked.reduce(Set()) { $0.union($1) }.subtracting(always)
      func names(_ places: Set<Int>) -> [String] { places.sorted().map { version.paperRules[$0].name } }
      #expect(told.needed.flatMap(\.self).sorted() == names(always).sorted(), "\(version.code) \(one ?? "")")
      #expect(told.ifSo.map(\.paper) == names(sometimes), "\(version.code) \(one ?? "")")
      #expect(told.ifSo.allSatisfy { !$0.question.isEmpty })
    }
  }

  /// A case that allows two answers to a question says which of them needs the paper.
  @Test func aPaperOfOneOfTwoAnswersIsNotNeededByBoth() {
    var version = ProcedureVersion(code: "9.999999", name: "Thủ tục", field: "Hộ tịch")
    version.rules.questions = [
      CaseQuestion(id: "tre", text: "Trẻ thế nào?", answers: ["có cha mẹ", "chỉ có mẹ", "bỏ rơi"])
    ]
    func one(_ id: String, _ answers: [Int]) -> ProcedureCase {
      ProcedureCase(
        id: id, name: id, condition: CaseCondition([CaseCondition.Fact(question: "tre", answers: answers)]))
    }
    version.rules.cases = [one("thuong", [1, 2]), one("bo-roi", [3])]
    let together = CaseCondition([CaseCondition.Fact(question: "tre", answers: [1, 3])])
    version.rules.papers = [
      PaperRule(name: "Tờ khai", need: .required),
      PaperRule(name: "Giấy kết hôn", need: .required, applies: Applicability(condition: together)),
    ]
    #expect(version.casePapers[0].needed == [["Tờ khai"]])
    #expect(version.casePapers[0].ifSo.map(\.question) == ["Trẻ thế nào? có cha mẹ"])
    #expect(version.casePapers[1].needed == [["Tờ khai"], ["Giấy kết hôn"]])
    #expect(version.casePapers[1].ifSo.isEmpty)
  }
}
