import DossierDomain
import Testing

/// Cases, questions, papers and limits of a birth registration, as its rules say them.
@Suite struct ProcedureRulesTests {
  static let birth: ProcedureVersion = {
    var version = ProcedureVersion(
      code: "1.001193", name: "Đăng ký khai sinh", field: "Hộ tịch", timeLimit: .sameDay, components: ["Tờ khai"],
      fee: .known(0))
    var rules = ProcedureRules()
    rules.questions = [
      CaseQuestion(
        id: "tre", text: "Trẻ thuộc trường hợp nào?",
        answers: ["Chưa quá 60 ngày", "Quá 60 ngày", "Bị bỏ rơi"]),
      CaseQuestion(id: "uy-quyen", text: "Có ủy quyền không?", answers: CaseQuestion.yesOrNo),
    ]
    rules.cases = zip(["dung-han", "qua-han", "bo-roi"], 1...3).map { id, number in
      ProcedureCase(
        id: id, name: rules.questions[0].answers[number - 1],
        condition: CaseCondition([CaseCondition.Fact(question: "tre", answers: [number])]))
    }
    let withParents = Applicability(cases: ["dung-han", "qua-han"])
    rules.papers = [
      PaperRule(
        name: "Tờ khai", need: .required, applies: channel(.direct, .postal), form: .known(.original), count: .known(1)),
      PaperRule(name: "Giấy chứng sinh", need: .oneOf("sinh"), applies: withParents),
      PaperRule(name: "Văn bản của người làm chứng; bản chính", need: .oneOf("sinh"), applies: withParents),
      PaperRule(name: "Biên bản về việc trẻ bị bỏ rơi", need: .required, applies: Applicability(cases: ["bo-roi"])),
      PaperRule(
        name: "Văn bản ủy quyền", need: .required,
        applies: Applicability(condition: CaseCondition([CaseCondition.Fact(question: "uy-quyen", answers: [1])]))),
    ]
    rules.fees = [
      FeeItem(name: "Lệ phí", kind: .known(.charge), applies: Applicability(cases: ["dung-han"]), amount: .fixed(0)),
      FeeItem(
        name: "Lệ phí", kind: .known(.charge), applies: Applicability(cases: ["qua-han", "bo-roi"]), amount: .unknown),
    ]
    rules.limits = [
      LimitRule(
        applies: Applicability(cases: ["bo-roi"]),
        stages: [.init(name: "Niêm yết", limit: .calendarDays(7)), .init(name: "Đăng ký", limit: .sameDay)])
    ]
    version.rules = rules
    return version
  }()

  private static func channel(_ channels: Channel...) -> Applicability {
    Applicability(
      condition: CaseCondition([
        CaseCondition.Fact(question: CaseQuestion.channel, answers: channels.map { Int($0.rawValue) })
      ]))
  }

  private func outcome(_ answers: [String: Int], _ channel: Channel = .direct) -> CaseOutcome {
    var all = CaseAnswers(channel: channel)
    for (question, answer) in answers { all[question] = answer }
    return Self.birth.outcome(all)
  }

  @Test func everyCaseHasItsPapersLimitAndFee() throws {
    let early = outcome(["tre": 1, "uy-quyen": 2])
    #expect(early.chosen?.id == "dung-han")
    #expect(early.papers.map(\.name) == ["Tờ khai", "Giấy chứng sinh", "Văn bản của người làm chứng; bản chính"])
    #expect(early.limit?.stages.map(\.limit) == [.sameDay])
    #expect(early.quote(.one).total == 0)

    let found = outcome(["tre": 3, "uy-quyen": 1], .online)
    #expect(found.papers.map(\.name) == ["Biên bản về việc trẻ bị bỏ rơi", "Văn bản ủy quyền"])
    #expect(found.limit?.stages.map(\.limit) == [.calendarDays(7), .sameDay])
    #expect(found.quote(.one).total == nil)
    #expect(found.open.isEmpty)
  }

  @Test func onlyWhatStillDecidesIsAsked() {
    #expect(outcome([:]).open.map(\.id) == ["tre", "uy-quyen"])
    #expect(outcome(["tre": 1]).open.map(\.id) == ["uy-quyen"])
    #expect(outcome(["tre": 1]).papers.map(\.name).contains("Văn bản ủy quyền") == false)
    #expect(outcome(["tre": 2, "uy-quyen": 1]).open.isEmpty)
  }

  /// Nobody who comes to the desk is asked what only a paper of the online way depends on.
  @Test func whatIsRuledOutAlreadyAsksNothing() {
    var version = Self.birth
    version.rules.papers[4].applies = Applicability(
      cases: ["bo-roi"],
      condition: CaseCondition([
        CaseCondition.Fact(question: CaseQuestion.channel, answers: [Int(Channel.online.rawValue)]),
        CaseCondition.Fact(question: "uy-quyen", answers: [1]),
      ]))
    #expect(version.outcome(CaseAnswers(channel: .direct)).open.map(\.id) == ["tre"])
    #expect(version.outcome(CaseAnswers(channel: .online)).open.map(\.id) == ["tre", "uy-quyen"])
  }

  /// A citizen is not told to bring what the office looks up (NĐ 104/2022, Đ.14).
  @Test func aCitizenIsToldWhatToBring() {
    var version = Self.birth
    version.rules.papers[0].form = .known(.lookup)
    version.rules.papers[4].form = .known(.shown)
    let found = version.casePapers[2]
    #expect(found.needed == [["Biên bản về việc trẻ bị bỏ rơi"]])
    #expect(found.ifSo.map(\.paper) == ["Văn bản ủy quyền"])
    version.rules.papers[4].form = .known(.lookup)
    #expect(version.casePapers[2].ifSo.isEmpty)
  }

  @Test func anAnswerThatTheQuestionDoesNotHaveIsNone() {
    var answers = CaseAnswers(channel: .direct)
    (answers["tre"], answers["uy-quyen"]) = (4, 0)
    #expect(answers.withUsual(of: Self.birth) == CaseAnswers(channel: .direct))
    var version = Self.birth
    version.rules.questions[0].usual = 2
    #expect(answers.withUsual(of: version)["tre"] == 2)
  }

  @Test func aRowIsAProcedureOfOneCase() throws {
    let row = ProcedureVersion(
      code: "1.004873", name: "Xác nhận tình trạng hôn nhân", field: "Hộ tịch", timeLimit: .workingDays(3),
      components: ["Tờ khai"], fee: .known(15_000))
    let outcome = row.outcome(CaseAnswers(channel: .direct))
    #expect(outcome.papers == [PaperRule(name: "Tờ khai")])
    #expect(outcome.limit?.stages.map(\.limit) == [.workingDays(3)])
    #expect(outcome.quote(.one).total == 15_000)
    #expect(outcome.open.isEmpty && outcome.chosen == nil)
  }

  /// A version without rules has the text, and with it the hash, that version 0.2 gave it.
  @Test func theTextOfARowStays() {
    let row = ProcedureVersion(
      code: "1.004873", name: "Xác nhận", field: "Hộ tịch", timeLimit: .workingDays(3), components: ["a", "b"],
      fee: .known(15_000))
    #expect(
      row.canonicalText
        == "1.004873\nXác nhận\nHộ tịch\nin_force\n?\n?\n?\n3 working_days\na;b\n15000\nopen")
    let added = Self.birth.canonicalText.split(separator: "\n").dropFirst(11)
    #expect(added.first == "question\ttre\tTrẻ thuộc trường hợp nào?\tChưa quá 60 ngày\tQuá 60 ngày\tBị bỏ rơi")
    #expect(added.last == "limit\tbo-roi/\t-\tNiêm yết 7 calendar_days\tĐăng ký same_day")
    #expect(added.count == 2 + 3 + 5 + 2 + 1)
  }

  @Test func theUsualAnswersCountWhereNothingWasAnswered() {
    var version = Self.birth
    let none = CaseAnswers(channel: .direct)
    #expect(none.withUsual(of: version) == none)
    version.rules.questions[0].usual = 2
    version.rules.questions[1].usual = 2
    let usual = none.withUsual(of: version)
    #expect(version.outcome(usual).chosen?.id == "qua-han" && version.outcome(usual).open.isEmpty)
    var found = none
    found["tre"] = 3
    #expect(found.withUsual(of: version)["tre"] == 3)
    version.rules.papers[4].applies.cases = ["dung-han"]
    #expect(found.withUsual(of: version)["uy-quyen"] == nil, "in this case it decides nothing")
  }

  /// An answer that is only usual is part of the text, since it decides when nobody answers.
  @Test func theUsualAnswerHasALineOfItsOwn() {
    var version = Self.birth
    version.rules.questions[1].usual = 2
    let lines = version.canonicalText.split(separator: "\n")
    #expect(lines.contains("usual\tuy-quyen\t2"))
    #expect(lines.count == Self.birth.canonicalText.split(separator: "\n").count + 1)
  }

  @Test func itIsValid() throws { _ = try Self.birth.checked() }

  private func fault(_ change: (inout ProcedureRules) -> Void) -> ProcedureVersion.Fault? {
    var version = Self.birth
    change(&version.rules)
    do throws(ProcedureVersion.Fault) {
      _ = try version.checked()
      return nil
    } catch {
      return error
    }
  }

  @Test func casesThatBothApplyOrLeaveAGapAreRefused() {
    let one = CaseCondition.Fact(question: "tre", answers: [1])
    #expect(
      fault { $0.cases[1].condition = CaseCondition([.init(question: "tre", answers: [1, 2])]) }
        == .rules(.casesOverlap("dung-han", "qua-han", answers: [one])))
    #expect(
      fault {
        $0.cases.removeFirst()
        $0.papers = []
        $0.fees = []
      } == .rules(.caseMissing(answers: [one])))
  }

  /// Whoever writes rules must not decide how long every desk takes to read them.
  @Test func conditionsAreNoLongerThanTheQuestions() {
    let fact = CaseCondition.Fact(question: "tre", answers: [1])
    #expect(
      fault { $0.cases[0].condition = CaseCondition(Array(repeating: fact, count: 22)) }
        == .rules(.tooMany(maximum: 21)))
    #expect(
      fault { $0.papers[0].applies.cases = Array(repeating: "bo-roi", count: 41) } == .rules(.tooMany(maximum: 40)))
  }

  /// As many cases and combinations as are allowed.
  @Test func casesOfManyQuestionsAreChecked() throws {
    var version = Self.birth
    version.rules = ProcedureRules()
    version.rules.questions = (0..<12).map {
      CaseQuestion(id: "q\($0)", text: "Câu hỏi", answers: CaseQuestion.yesOrNo)
    }
    // The first "yes" decides; the last case is that of no "yes".
    version.rules.cases = (0...12).map { number in
      let facts = (0..<min(number + 1, 12)).map { question in
        CaseCondition.Fact(question: "q\(question)", answers: [question == number ? 1 : 2])
      }
      return ProcedureCase(id: "c\(number)", name: "Trường hợp", condition: CaseCondition(facts))
    }
    _ = try version.checked()
    version.rules.cases[12].condition.facts[11].answers = [1]
    do throws(ProcedureVersion.Fault) {
      _ = try version.checked()
      Issue.record("a case is missing, and another one is there twice")
    } catch {
      let first = (0..<12).map { CaseCondition.Fact(question: "q\($0)", answers: [$0 == 11 ? 1 : 2]) }
      #expect(error == .rules(.casesOverlap("c11", "c12", answers: first)))
    }
  }

  @Test func whatNamesNothingIsRefused() {
    #expect(fault { $0.papers[3].applies.cases = ["mo-coi"] } == .rules(.caseUnknown("mo-coi")))
    #expect(
      fault { $0.papers[4].applies.condition.facts[0].question = "ai" } == .rules(.questionUnknown("ai")))
    #expect(
      fault { $0.papers[4].applies.condition.facts[0].answers = [3] }
        == .rules(.answerUnknown(question: "uy-quyen", answer: 3)))
    #expect(fault { $0.papers[1].need = .required } == .rules(.groupOfOne("sinh")))
    #expect(fault { $0.questions[1].id = "tre" } == .rules(.idTwice("tre")))
    #expect(fault { $0.questions[1].id = "Ủy quyền" } == .rules(.idMalformed("Ủy quyền")))
    #expect(fault { $0.questions[1].usual = 3 } == .rules(.answerUnknown(question: "uy-quyen", answer: 3)))
    #expect(fault { $0.questions[1].usual = 0 } == .rules(.answerUnknown(question: "uy-quyen", answer: 0)))
    #expect(fault { $0.questions[1].answers = ["có"] } == .rules(.answersMissing(question: "uy-quyen")))
    #expect(fault { $0.papers[0].name = "Tờ\tkhai" } == .rules(.textMalformed("Tờ\tkhai")))
    #expect(fault { $0.limits[0].stages[0].limit = .calendarDays(0) } == .rules(.limitOutOfRange(0)))
    #expect(fault { $0.fees[0].amount = .pages(rates: [], cap: nil) } == .rules(.ratesMissing(item: "Lệ phí")))
  }
}
