import Testing

@testable import DossierDomain

@Suite struct IssuedPaperTests {
  /// The values are correct by construction, and tables of arguments cannot throw.
  // swift-format-ignore: NeverForceUnwrap
  static func number(_ count: Int) -> PaperNumber {
    PaperNumber(count: count, year: 2026, series: PaperNumber.Series("7K3QZ0")!)!
  }

  // swift-format-ignore: NeverForceUnwrap
  static func paper(_ count: Int = 1, replaces: PaperNumber? = nil, sealed: String = "ab") -> PaperIssue {
    PaperIssue(
      form: PaperFormID("01")!, template: "1", number: number(count), pageHash: Array(repeating: 7, count: 16),
      sealed: String(repeating: sealed, count: 32), replaces: replaces)!
  }

  @Test func aNumberIsReadAsItIsPrintedAndAsSomebodyTypesIt() {
    #expect(Self.number(12).text == "12/2026-7K3QZ0")
    for text in ["12/2026-7K3QZ0", " 12/2026-7k3qz0 ", "12 / 2026 - 7k3qz0", "012/2026-7K3QZ0"] {
      #expect(PaperNumber(text) == Self.number(12), "\(text)")
    }
    for text in [
      "", "12", "12/2026", "0/2026-7K3QZ0", "-12/2026-7K3QZ0", "12/26-7K3QZ0", "12/2026-7K3QZ", "12/2026-7K3QZO",
      "12/2026-7K3QZ0-1", "99999999/2026-7K3QZ0", "٣/2026-7K3QZ0", String(repeating: "1", count: 60) + "/2026-7K3QZ0",
    ] { #expect(PaperNumber(text) == nil, "\(text)") }
  }

  /// A clerk knows forms by their names; one of a later version at least says that it is a form.
  @Test func aFormIsCalledByItsName() throws {
    let forms = [
      "appointment-slip": ("Phiếu hẹn trả kết quả (nửa tờ)", "Appointment slip (half a sheet)"),
      "birth": ("Tờ khai đăng ký khai sinh", "Declaration: Tờ khai đăng ký khai sinh"),
      "linked-birth": ("Liên thông đăng ký khai sinh", "Declaration: Liên thông"),
      "moon-permit": ("mẫu của phiên bản khác (moon-permit)", "a form of another version (moon-permit)"),
    ]
    for (id, names) in forms {
      let form = try #require(PaperFormID(id))
      let paper = try #require(
        PaperIssue(
          form: form, template: "1", number: Self.number(1),
          pageHash: Array(repeating: 7, count: 16), sealed: String(repeating: "ab", count: 32)))
      for (language, name) in [(Language.vi, names.0), (.en, names.1)] {
        #expect(paper.form.wording(language).hasPrefix(name), "\(id)")
        let line = DossierAction.issuePaper(paper).wording(language) { _ in "" }
        #expect(line.contains(paper.form.wording(language)) && line.contains(paper.number.text), "\(line)")
      }
    }
  }

  @Test func aSeriesIsMadeOfAllItsDigits() {
    #expect(PaperNumber.Series(random: 0).text == "000000" && PaperNumber.Series(random: .max).text == "ZZZZZZ")
    #expect(PaperNumber.Series(random: 1 << 25).text == "000001")
  }

  @Test(arguments: DossierStatus.allCases)
  func aPaperIsIssuedInEveryStatusAndListed(status: DossierStatus) throws {
    var bench = try DecisionBench.at(status)
    try bench.decide(.issuePaper(Self.paper()))
    #expect(bench.dossier?.issuedPapers == [IssuedPaper(issue: Self.paper(), at: bench.now, by: bench.clerk.id)])
    #expect(bench.dossier?.status == status)
  }

  @Test func aReplacementNamesAPaperThatStillHolds() throws {
    var bench = try DecisionBench.at(.received)
    #expect(bench.denial(of: .issuePaper(Self.paper(2, replaces: Self.number(1)))) == .paperUnknown(Self.number(1)))
    try bench.decide(.issuePaper(Self.paper()))
    try bench.decide(.issuePaper(Self.paper(2, replaces: Self.number(1))))
    #expect(bench.dossier?.replacement(of: Self.number(1)) == Self.number(2))
    #expect(bench.dossier?.replacement(of: Self.number(2)) == nil)
    #expect(
      bench.denial(of: .issuePaper(Self.paper(3, replaces: Self.number(1))))
        == .paperReplaced(Self.number(1), by: Self.number(2)))
  }

  @Test func aNumberIsIssuedOnce() throws {
    var bench = try DecisionBench.at(.received)
    try bench.decide(.issuePaper(Self.paper()))
    #expect(bench.denial(of: .issuePaper(Self.paper())) == .paperNumberInUse(Self.number(1)))
    #expect(bench.denial(of: .issuePaper(Self.paper(2))) == nil)
  }

  /// An entry that no rule here has decided cannot take the number of a paper that somebody has.
  @Test func theFirstPaperOfANumberHolds() throws {
    var bench = try DecisionBench.at(.received)
    try bench.decide(.issuePaper(Self.paper()))
    let first = try #require(bench.dossier?.issuedPapers)
    bench.record(.issuePaper(Self.paper(sealed: "cd")))
    #expect(bench.dossier?.issuedPapers == first)
    #expect(bench.dossier?.issuedPaper(Self.number(1)) == first.first)
  }

  /// Two desks replaced the same paper. Both papers may be in somebody's hands.
  @Test func theFirstReplacementHoldsAndTheSecondIsAPaperOfItsOwn() throws {
    var bench = try DecisionBench.at(.received)
    try bench.decide(.issuePaper(Self.paper()))
    try bench.decide(.issuePaper(Self.paper(2, replaces: Self.number(1))))
    bench.record(.issuePaper(Self.paper(3, replaces: Self.number(1))))
    #expect(bench.dossier?.replacement(of: Self.number(1)) == Self.number(2))
    #expect(bench.dossier?.issuedPapers.map(\.issue.replaces) == [nil, Self.number(1), nil])
  }

  @Test func aPaperDoesNotReplaceOneThatIsIssuedLater() throws {
    var bench = try DecisionBench.at(.received)
    bench.record(.issuePaper(Self.paper(2, replaces: Self.number(1))))
    try bench.decide(.issuePaper(Self.paper()))
    #expect(bench.dossier?.replacement(of: Self.number(1)) == nil)
    #expect(bench.dossier?.issuedPapers.map(\.issue.number) == [Self.number(2), Self.number(1)])
  }

  /// A paper may be in somebody's hands. What came before it can be undone all the same.
  @Test func aPaperIsNotUndoneAndDoesNotHinderUndoing() throws {
    var bench = try DecisionBench.at(.received)
    let reception = bench.last
    try bench.decide(.issuePaper(Self.paper()))
    #expect(bench.denial(of: .undo(bench.last)) == .nothingToUndo)
    try bench.decide(.undo(reception))
    #expect(bench.dossier?.isVoid == true && bench.dossier?.issuedPapers.count == 1)
  }

  @Test func itsDescriptionGoesTheWayOfAScan() {
    #expect(DossierAction.issuePaper(Self.paper()).scans == [String(repeating: "ab", count: 32)])
    #expect(DossierAction.issuePaper(Self.paper()).masked == .issuePaper(Self.paper()))
  }

  @Test func twoDesksMayIssueAtOnce() {
    #expect(!Collision.decides(.issuePaper(Self.paper())))
  }
}
