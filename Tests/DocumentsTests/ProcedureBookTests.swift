import DossierDomain
import Foundation
import Testing

@testable import Documents

/// The rules of procedures as sheets that people edit.
@Suite struct ProcedureBookTests {
  private static let today = CivilDate(dayNumber: 20_790)

  static func read(
    _ sheets: [(name: String, text: String)], knowing changes: [ProcedureVersion] = []
  ) throws -> ProcedureBook {
    try ProcedureBook.read(
      sheets.map { ProcedureBook.Source(name: $0.name, bytes: Array($0.text.utf8)) }, from: Catalogue(changes: changes),
      on: today)
  }

  /// Two questions, two cases; a row for each kind of rule can be added.
  static func sheets(_ more: (name: String, text: String)...) -> [(name: String, text: String)] {
    [
      ("Thủ tục", "Mã,Tên thủ tục\n9.999999,Đăng ký A\n"),
      (
        "Câu hỏi",
        """
        Mã,Tên ngắn,Câu hỏi,Câu trả lời
        9.999999,tre,Trẻ thuộc trường hợp nào?,Chưa quá 60 ngày | Quá 60 ngày | Bị bỏ rơi
        9.999999,Ủy quyền,Có ủy quyền không?,"có
        không"

        """
      ),
      (
        "Trường hợp",
        """
        Mã,Tên ngắn,Trường hợp,Khi
        9.999999,thuong,Có cha mẹ,tre = Chưa quá 60 ngày/quá 60 ngày
        9.999999,bo-roi,Trẻ bị bỏ rơi,Tre = 3

        """
      ),
    ] + more
  }

  private func rules(_ more: (name: String, text: String)) throws -> ProcedureRules {
    let book = try Self.read(Self.sheets(more))
    return try #require(book.versions.first).rules
  }

  @Test(arguments: 0..<40) func whatIsWrittenIsReadAgain(_ seed: UInt64) throws {
    var generator = RuleGenerator(seed: seed)
    let versions = try generator.versions().map { try $0.checked() }
    for language in Language.allCases {
      let tables = ProcedureBook.tables(versions, language)
      let book = try Self.read(tables.map { ($0.name, $0.csv) })
      #expect(book.versions.count == versions.count)
      for (read, written) in zip(book.versions, versions) { #expect(read == written, "seed \(seed)") }
      #expect(book.remarks.allSatisfy { $0.remarks == TableRemarks() })
      // The names of files say the same sheets.
      for table in tables {
        #expect(ProcedureBook.Sheet(named: table.sheet.fileName(language)) == table.sheet)
      }
    }
  }

  @Test func questionsAndCasesAreReadAsPeopleWriteThem() throws {
    let rules = try rules(("Giấy tờ", "Mã,Giấy tờ\n"))
    #expect(rules.questions.map(\.id) == ["tre", "uy-quyen"])
    #expect(rules.questions[0].answers == ["Chưa quá 60 ngày", "Quá 60 ngày", "Bị bỏ rơi"])
    #expect(rules.questions[1].answers == CaseQuestion.yesOrNo)
    #expect(
      rules.cases.map(\.condition) == [
        CaseCondition([.init(question: "tre", answers: [1, 2])]), CaseCondition([.init(question: "tre", answers: [3])]),
      ])
  }

  @Test(arguments: [
    ("không", 2), ("Khong", 2), ("1", 1), ("có", 1), ("", nil), ("?", nil),
  ]) func theUsualAnswerIsReadByItsWordsOrItsNumber(_ text: String, _ usual: Int?) throws {
    let table = ("Thủ tục", "Mã,Tên thủ tục\n9.999999,Đăng ký A\n")
    let questions = "Mã,Tên ngắn,Câu hỏi,Câu trả lời,Thường\n9.999999,a,Có ủy quyền không?,có | không,\(text)\n"
    let book = try Self.read([table, ("Câu hỏi", questions)])
    #expect(book.versions.first?.rules.questions.map(\.usual) == [usual])
  }

  @Test(arguments: ["3", "0", "đôi khi"]) func aUsualAnswerThatTheQuestionDoesNotHaveIsAFault(_ text: String) {
    let table = ("Thủ tục", "Mã,Tên thủ tục\n9.999999,Đăng ký A\n")
    let questions = "Mã,Tên ngắn,Câu hỏi,Câu trả lời,Thường\n9.999999,a,Có ủy quyền không?,có | không,\(text)\n"
    #expect(throws: ProcedureBook.ReadError.self) { try Self.read([table, ("Câu hỏi", questions)]) }
  }

  @Test(arguments: [
    ("60: quá 60 ngày", CaseQuestion.Derivation(daysSinceBirth: 60, answer: 2)),
    ("60: 2", CaseQuestion.Derivation(daysSinceBirth: 60, answer: 2)), ("", nil), ("?", nil),
  ]) func anAnswerByTheDateOfBirthIsRead(_ text: String, _ derivation: CaseQuestion.Derivation?) throws {
    let book = try Self.read(Self.birth(text))
    #expect(book.versions.first?.rules.questions.map(\.derivation) == [derivation])
  }

  @Test(arguments: ["quá 60 ngày", "60", "60: 3", "60: có", "-1: 2", "sáu mươi: 2"])
  func anAnswerByTheDateOfBirthIsNotGuessed(_ text: String) {
    #expect(throws: ProcedureBook.ReadError.self) { try Self.read(Self.birth(text)) }
  }

  @Test func whatIsWrongWithItIsSaidByAnExample() {
    do {
      _ = try Self.read(Self.birth("sáu mươi: 2"))
      Issue.record("it was read")
    } catch {
      let sentences = (error as? ProcedureBook.ReadError)?.sentences(.vi, file: "a") ?? []
      #expect(sentences.contains { $0.contains("như: 60: quá 60 ngày") })
    }
  }

  private static func birth(_ text: String) -> [(name: String, text: String)] {
    let questions =
      "Mã,Tên ngắn,Câu hỏi,Câu trả lời,Theo ngày sinh\n9.999999,han,Đã bao lâu?,chưa quá 60 ngày | quá 60 ngày,\(text)\n"
    return [("Thủ tục", "Mã,Tên thủ tục\n9.999999,Đăng ký A\n"), ("Câu hỏi", questions)]
  }

  @Test(arguments: [
    ("tre = Bị bỏ rơi", [CaseCondition.Fact(question: "tre", answers: [3])]),
    ("TRE=bi bo roi;", [CaseCondition.Fact(question: "tre", answers: [3])]),
    (
      "tre = 1/2; kênh = trực tuyến",
      [CaseCondition.Fact(question: "tre", answers: [1, 2]), .init(question: CaseQuestion.channel, answers: [2])]
    ),
    (
      "kênh = trực tiếp hoặc bưu chính và ủy quyền = có",
      [CaseCondition.Fact(question: CaseQuestion.channel, answers: [1, 3]), .init(question: "uy-quyen", answers: [1])]
    ),
    ("channel = online", [CaseCondition.Fact(question: CaseQuestion.channel, answers: [2])]), ("", []),
  ]) func aConditionIsReadInWords(_ text: String, _ facts: [CaseCondition.Fact]) throws {
    let rules = try rules(("Giấy tờ", "Mã;Giấy tờ;Khi\n9.999999;Tờ khai;\"\(text)\"\n"))
    #expect(rules.papers.map(\.applies.condition.facts) == [facts])
  }

  @Test(arguments: [
    ("15.000", FeeItem.Amount.fixed(15_000)), ("15000 đồng", .fixed(15_000)), ("0", .fixed(0)), ("?", .unknown),
    ("", .unknown), ("8.000 mỗi bản", .each(8000, .copy)), ("8.000 đồng/bản", .each(8000, .copy)),
    ("10.000 mỗi trường hợp", .each(10_000, .matter)), ("10,000 each matter", .each(10_000, .matter)),
    ("trang: 2.000; 2.000; 1.000; tối đa 200.000 mỗi bản", .pages(rates: [2000, 2000, 1000], cap: 200_000)),
    ("Trang: 2.000; 1.000", .pages(rates: [2000, 1000], cap: nil)),
  ]) func anAmountIsReadInWords(_ text: String, _ amount: FeeItem.Amount) throws {
    let rules = try rules(("Phí", "Mã,Khoản thu,Loại,Mức thu\n9.999999,Bản sao,lệ phí,\"\(text)\"\n"))
    #expect(rules.fees == [FeeItem(name: "Bản sao", kind: .known(.charge), amount: amount)])
  }

  @Test(arguments: [
    ("5 ngày làm việc", [LimitRule.Stage(limit: .workingDays(5))]), ("3 tháng", [.init(limit: .months(3))]),
    (
      "Niêm yết: 7 ngày; Đăng ký: trong ngày",
      [.init(name: "Niêm yết", limit: .calendarDays(7)), .init(name: "Đăng ký", limit: .sameDay)]
    ),
    (
      "Niêm yết: 7 ngày\nĐăng ký: trong ngày",
      [.init(name: "Niêm yết", limit: .calendarDays(7)), .init(name: "Đăng ký", limit: .sameDay)]
    ),
  ]) func aLimitIsReadInStages(_ text: String, _ stages: [LimitRule.Stage]) throws {
    let rules = try rules(
      ("Thời hạn", "Mã,Trường hợp,Thời hạn,Thêm khi xác minh\n9.999999,bo-roi,\"\(text)\",3 ngày làm việc\n"))
    #expect(
      rules.limits == [
        LimitRule(applies: Applicability(cases: ["bo-roi"]), stages: stages, verification: .workingDays(3))
      ])
  }

  @Test func aPaperIsReadWithAllItsFacts() throws {
    let rules = try rules(
      (
        "Thành phần hồ sơ",
        """
        STT,Mã TTHC,Tên giấy tờ,Trường hợp,Cần,Hình thức,Số bản,Số mẫu,Thay bằng,Mã trên cổng,Ghi chú
        1,9.999999,Giấy chứng sinh,thuong,Một trong: SINH,Bản chính,1,,Dữ liệu điện tử,KQ004389,đã có thì không nộp
        2,9.999999,Văn bản của người làm chứng,thuong,một trong: sinh,bản sao chứng thực,?,,,,
        3,9.999999,Biên bản,"bo-roi, thuong",bắt buộc,khai thác,0,,,,

        """
      ))
    #expect(
      rules.papers == [
        PaperRule(
          name: "Giấy chứng sinh", need: .oneOf("sinh"), applies: Applicability(cases: ["thuong"]),
          form: .known(.original), count: .known(1), replacedBy: "Dữ liệu điện tử", portalCode: "KQ004389",
          note: "đã có thì không nộp"),
        PaperRule(
          name: "Văn bản của người làm chứng", need: .oneOf("sinh"), applies: Applicability(cases: ["thuong"]),
          form: .known(.certifiedCopy)),
        PaperRule(
          name: "Biên bản", need: .required, applies: Applicability(cases: ["bo-roi", "thuong"]), form: .known(.lookup),
          count: .known(0)),
      ])
  }

  @Test(arguments: [("50 %", 50), ("50%", 50), ("50", 50), ("100", 100), ("1 %", 1), ("miễn", 100)])
  func aReductionIsReadInPercent(_ text: String, _ percent: Int) throws {
    let rules = try rules(
      ("Miễn giảm", "Mã,Tên ngắn,Đối tượng,Mức giảm (%)\n9.999999,ho-ngheo,Hộ nghèo,\(text)\n"))
    #expect(rules.reductions == [FeeReduction(id: "ho-ngheo", reason: "Hộ nghèo", percent: percent)])
  }

  // MARK: What is known

  @Test func whatHasNoSheetStaysAsItWasKnown() throws {
    let known = try #require(
      try Self.read(Self.sheets(("Phí", "Mã,Khoản thu,Mức thu\n9.999999,Lệ phí,8.000\n"))).versions.first)
    let table = ("Thủ tục", "Mã,Tên thủ tục\n9.999999,Đăng ký A\n")
    // A table by itself says nothing about rules.
    let alone = try Self.read([("p.csv", table.1)], knowing: [known])
    #expect(alone.versions == [known])
    #expect(
      try ProcedureTable.read(Array(table.1.utf8)).completed(from: Catalogue(changes: [known]), on: Self.today)
        .versions == [known])
    let fees = try Self.read([table, ("phi.csv", "Mã,Khoản thu,Mức thu\n9.999999,Lệ phí,9.000\n")], knowing: [known])
    var expected = known
    expected.rules.fees[0].amount = .fixed(9000)
    #expect(fees.versions == [expected])
    let kept = fees.sentences(.vi, file: "x").joined()
    #expect(kept.contains("\"Câu hỏi\", \"Trường hợp\"") && !kept.contains("\"Phí\""))
    // A sheet that has no row for the procedure says that it has no such rules; an empty sheet says nothing.
    #expect(try Self.read([table, ("Phí", "Mã,Khoản thu,Mức thu\n")], knowing: [known]).versions[0].rules.fees == [])
    #expect(try Self.read([table, ("Phí", "")], knowing: [known]).versions == [known])
  }

  @Test func aRowNamesTheVersionByItsFirstDay() throws {
    let table = ("Thủ tục", "Mã,Tên thủ tục,Hiệu lực từ\n9.999999,Cũ,\n9.999999,Mới,01/01/2027\n")
    let fees = "Mã,Hiệu lực từ,Khoản thu,Mức thu\n9.999999,?,Lệ phí,8.000\n9.999999,01/01/2027,Lệ phí,9.000\n"
    let book = try Self.read([table, ("Phí", fees)])
    #expect(book.versions.map(\.rules.fees) == [8000, 9000].map { [FeeItem(name: "Lệ phí", amount: .fixed($0))] })
  }

  // MARK: Changes

  @Test func aCheckSaysWhatWouldChange() throws {
    let known = try #require(
      try Self.read(Self.sheets(("Phí", "Mã,Khoản thu,Mức thu\n9.999999,Lệ phí,8.000\n"))).versions.first)
    let catalogue = Catalogue(changes: [known])
    let same = try Self.read([("p.csv", "Mã,Tên thủ tục\n9.999999,Đăng ký A\n")], knowing: [known])
    #expect(same.changes(from: catalogue, on: Self.today).map(\.kind) == [.unchanged])
    let book = try Self.read(
      [
        ("Thủ tục", "Mã,Tên thủ tục\n9.999999,Đăng ký B\n9.999998,Thủ tục khác\n"),
        ("Phí", "Mã,Khoản thu,Mức thu\n9.999999,Lệ phí,9.000\n9.999998,Phí,1.000\n"),
      ], knowing: [known])
    let changes = book.changes(from: catalogue, on: Self.today)
    #expect(changes.map(\.kind) == [.changed, .new])
    #expect(
      changes[0].lines(.vi) == [
        "Tên thủ tục: Đăng ký A → Đăng ký B", "Phí: Lệ phí: Mức thu: 8.000 đ → 9.000 đ",
      ])
    #expect(changes[1].lines(.en) == ["Fees: 1"])
    let further = try Self.read(
      [("p.csv", "Mã,Tên thủ tục,Hiệu lực từ\n9.999999,Đăng ký A,01/01/2027\n")], knowing: [known])
    let change = try #require(further.changes(from: catalogue, on: Self.today).first)
    #expect(change.kind == .furtherVersion)
    #expect(change.lines(.en) == ["Valid from: – → 01/01/2027"])
  }
}
