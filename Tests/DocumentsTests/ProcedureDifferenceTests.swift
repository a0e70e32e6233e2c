import Documents
import DossierDomain
import Testing

/// A difference between versions is read by clerks, who know neither cells nor the short names of a workbook.
@Suite struct ProcedureDifferenceTests {
  private static let questions = [
    CaseQuestion(id: "tre", text: "Trẻ thế nào?", answers: ["còn cha mẹ", "bị bỏ rơi"])
  ]
  private static let cases = [
    ProcedureCase(
      id: "bo-roi", name: "Trẻ bị bỏ rơi", condition: CaseCondition([CaseCondition.Fact(question: "tre", answers: [2])])
    )
  ]

  private static func lines(
    _ language: Language, _ change: (_ old: inout ProcedureVersion, _ new: inout ProcedureVersion) -> Void
  ) -> [String] {
    var old = ProcedureVersion(code: "9.999999", name: "Đăng ký A", field: "")
    (old.rules.questions, old.rules.cases) = (questions, cases)
    var new = old
    change(&old, &new)
    return ProcedureBook.Change(kind: .changed, version: new, known: old).lines(language)
  }

  @Test func amountsAndPeriodsHaveTheirUnits() {
    func change(_ old: inout ProcedureVersion, _ new: inout ProcedureVersion) {
      (old.fee, new.fee) = (.known(15_000), .known(1_234_567))
      (old.timeLimit, new.timeLimit) = (.unknown, .workingDays(3))
      (old.bounds.supplements, new.bounds.supplements) = (.known(1), .known(2))
      (old.bounds.waitingDays, new.bounds.waitingDays) = (.known(30), .known(20))
      new.bounds.extensionDays = .known(5)
      (old.onlineLevel, new.onlineLevel) = (.known(.partial), .known(.full))
    }
    #expect(
      Self.lines(.vi, change) == [
        "Mức độ trực tuyến: một phần → toàn trình", "Thời hạn: chưa rõ → 3 ngày làm việc",
        "Phí: 15.000 đ → 1.234.567 đ", "Số lần bổ sung: 1 lần → 2 lần", "Số ngày chờ bổ sung: 30 ngày → 20 ngày",
        "Số ngày gia hạn: chưa rõ → 5 ngày làm việc",
      ])
    #expect(
      Self.lines(.en, change) == [
        "Online level: partly online → fully online", "Time limit: not known → 3 working days",
        "Fee: 15.000 đ → 1.234.567 đ", "Supplements: 1 time → 2 times", "Days for a supplement: 30 days → 20 days",
        "Days of an extension: not known → 5 working days",
      ])
  }

  @Test func aCaseAndAnAnswerAreSaidInTheirWords() {
    let abandoned = Applicability(cases: ["bo-roi"])
    let online = Applicability(
      condition: CaseCondition([
        CaseCondition.Fact(question: "tre", answers: [1]),
        CaseCondition.Fact(question: CaseQuestion.channel, answers: [Int(Channel.online.rawValue)]),
      ]))
    let lines = Self.lines(.vi) { old, new in
      old.rules.fees = [FeeItem(name: "Lệ phí", applies: abandoned, amount: .each(8000, .copy))]
      new.rules.fees = [FeeItem(name: "Lệ phí", applies: abandoned, amount: .pages(rates: [2000, 1000], cap: 200_000))]
      new.rules.limits = [LimitRule(applies: online, stages: [LimitRule.Stage(limit: .workingDays(2))])]
      new.rules.papers = ["Giấy B", "Giấy C"].map { PaperRule(name: $0, need: .oneOf("nhom")) }
    }
    #expect(
      lines == [
        "Giấy tờ: + Giấy B | một trong: Giấy B / Giấy C", "Giấy tờ: + Giấy C | một trong: Giấy B / Giấy C",
        "Phí: Lệ phí | Trẻ bị bỏ rơi: Mức thu: 8.000 đ mỗi bản → trang: 2.000 đ; 1.000 đ; tối đa 200.000 đ mỗi bản",
        "Thời hạn: + Trẻ thế nào? còn cha mẹ; kênh \(Channel.online.wording(.vi)) | 2 ngày làm việc",
      ])
  }

  /// Nothing changes in the rules that name a case when the case gets another name.
  @Test func anotherNameOfACaseIsNoChangeOfItsRules() {
    let lines = Self.lines(.vi) { old, new in
      old.rules.fees = [FeeItem(name: "Lệ phí", applies: Applicability(cases: ["bo-roi"]), amount: .fixed(8000))]
      new.rules.fees = old.rules.fees
      new.rules.cases[0].name = "Trẻ không rõ cha mẹ"
    }
    #expect(lines == ["Trường hợp: Trẻ bị bỏ rơi: Trường hợp: Trẻ bị bỏ rơi → Trẻ không rõ cha mẹ"])
  }
}
