import DossierDomain
import Testing

@testable import Documents

/// A table without a column takes nothing away.
struct ProcedureTableKnownTests {
  private let today = CivilDate(dayNumber: 20_790)

  private var known: ProcedureVersion {
    var version = ProcedureVersion(
      code: "1.999999", name: "Cấp thẻ A", field: "Thẻ", onlineLevel: .known(.full), timeLimit: .workingDays(3),
      components: ["Đơn", "Ảnh"], fee: .known(8000), isChecked: true, note: "xem thêm", isConfidential: true)
    version.bounds.supplements = .known(1)
    version.hasPaperResult = false
    return version
  }

  private func completed(
    _ text: String, _ changes: [ProcedureVersion]
  ) throws -> ProcedureTable.Contents.Completed {
    try ProcedureTable.read(Array(text.utf8)).completed(from: Catalogue(changes: changes), on: today)
  }

  @Test func whatHasNoColumnStaysAsItWasKnown() throws {
    let completed = try completed("Mã;Tên thủ tục;Lệ phí\n1.999999;Cấp thẻ A;9.000\n", [known])
    var expected = known
    expected.fee = .known(9000)
    #expect(completed.versions == [expected])
    let sentence = try #require(completed.sentence(.vi))
    #expect(sentence.contains("\"Thời hạn\"") && sentence.contains("\"Thành phần hồ sơ\""))
    #expect(!sentence.contains("\"Phí (đồng)\""))
    #expect(completed.sentence(.en)?.contains("\"Time limit\"") == true)
  }

  /// No column says rules, so a table keeps them, except those that would hide what it changes.
  @Test func rulesStayUnlessTheTableChangesTheirFact() throws {
    var known = known
    known.rules.papers = [PaperRule(name: "Đơn", need: .required)]
    known.rules.fees = [FeeItem(name: "Lệ phí", amount: .fixed(8000))]
    known.rules.limits = [LimitRule(stages: [LimitRule.Stage(limit: .workingDays(3))])]
    #expect(try completed("Mã;Tên thủ tục\n1.999999;Cấp thẻ A\n", [known]).versions == [known])
    #expect(try completed("Mã;Tên thủ tục;Lệ phí\n1.999999;Cấp thẻ A;8.000\n", [known]).versions == [known])
    var dearer = known
    dearer.fee = .known(9000)
    dearer.rules.fees = []
    #expect(try completed("Mã;Tên thủ tục;Lệ phí\n1.999999;Cấp thẻ A;9.000\n", [known]).versions == [dearer])
    let slower = try completed("Mã;Tên thủ tục;Thời hạn\n1.999999;Cấp thẻ A;?\n", [known])
    #expect(slower.versions.first?.rules.limits == [] && slower.versions.first?.rules.papers == known.rules.papers)
  }

  @Test func anEmptyCellOfAColumnMakesItsFactUnknown() throws {
    let completed = try completed("Mã;Tên thủ tục;Lệ phí;Thời hạn\n1.999999;Cấp thẻ A;?;\n", [known])
    #expect(completed.versions.map(\.fee) == [.unknown])
    #expect(completed.versions.map(\.timeLimit) == [.unknown])
    #expect(completed.versions.map(\.components) == [known.components])
  }

  @Test func aFurtherVersionBeginsWithTheFactsOfTheOneInForce() throws {
    var elsewhere = known
    (elsewhere.standing, elsewhere.validTo) = (.guidanceOnly, .known(today.adding(days: 10)))
    let completed = try completed("Mã;Tên thủ tục;Hiệu lực từ\n1.999999;Cấp thẻ A;01/01/2027\n", [elsewhere])
    let version = try #require(completed.versions.first)
    #expect(version.fee == .known(8000) && version.timeLimit == .workingDays(3) && version.isConfidential)
    #expect(version.validFrom.value?.slashed == "01/01/2027")
    // It would be open for reception here, although nobody has said so.
    #expect(version.standing == .guidanceOnly)
    // These belong to one version.
    #expect(version.validTo == .unknown && !version.isChecked && version.note.isEmpty)
  }

  @Test func aTableWithoutFirstDaysIsAboutTheVersionInForce() throws {
    var later = known
    (later.validFrom, later.timeLimit) = (.known(today.adding(days: -1)), .workingDays(5))
    let completed = try completed("Mã;Tên thủ tục;Phí\n1.999999;Cấp thẻ A;9000\n", [known, later])
    #expect(completed.versions.map(\.validFrom) == [later.validFrom])
    #expect(completed.versions.map(\.timeLimit) == [.workingDays(5)])
  }

  @Test func whatIsNotYetInForceSaysNothingAboutTheTimeBefore() throws {
    var next = known
    next.validFrom = .known(today.adding(days: 30))
    let day = today.slashed
    let completed = try completed("Mã;Tên thủ tục;Hiệu lực từ\n1.999999;Cấp thẻ A;\(day)\n", [next])
    #expect(completed.versions.map(\.fee) == [.unknown])
    #expect(completed.sentence(.vi) == nil)
  }

  @Test func anAbolishedProcedureIsNotOpenedByATableWithoutStandings() throws {
    var ended = known
    ended.standing = .ended(replacedBy: "1.999998")
    let kept = try completed("Mã;Tên thủ tục\n1.999999;Cấp thẻ A\n", [ended])
    #expect(kept.versions.map(\.standing) == [.ended(replacedBy: "1.999998")])
    let again = try completed("Mã;Tên thủ tục;Tình trạng\n1.999999;Cấp thẻ A;bãi bỏ\n", [ended])
    #expect(again.versions.map(\.standing) == [.ended(replacedBy: "1.999998")])
    let opened = try completed("Mã;Tên thủ tục;Tình trạng\n1.999999;Cấp thẻ A;nhận tại đây\n", [ended])
    #expect(opened.versions.map(\.standing) == [.inForce])
  }

  @Test func factsThatDoNotFitTogetherAreToldWithTheirLine() {
    var later = known
    later.validFrom = .known(today)
    let table = "Mã;Tên thủ tục;Đến hết\n1.999999;Cấp thẻ A;01/01/2026\n"
    #expect(throws: ProcedureTable.ReadError.problems([.init(line: 2, .fault(.endsBeforeItBegins))])) {
      try completed(table, [later])
    }
  }

  @Test func aProcedureThatNobodyKnowsIsTakenAsTheTableSays() throws {
    let completed = try completed("Mã;Tên thủ tục\n1.999999;Cấp thẻ A\n", [])
    #expect(completed.versions == [ProcedureVersion(code: "1.999999", name: "Cấp thẻ A", field: "")])
    #expect(completed.sentence(.vi) == nil)
  }
}
