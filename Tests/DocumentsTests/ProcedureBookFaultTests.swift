import DossierDomain
import Testing

@testable import Documents

/// Each fault of a book is told with its sheet, row and column, and nothing is guessed.
@Suite struct ProcedureBookFaultTests {
  private typealias Problem = TableProblem<ProcedureBook.Reason>

  private func faults(_ sheets: [(name: String, text: String)]) -> [ProcedureBook.Fault] {
    do {
      _ = try ProcedureBookTests.read(sheets)
      return []
    } catch let error as ProcedureBook.ReadError {
      return error.faults
    } catch {
      Issue.record(error)
      return []
    }
  }

  private func problems(_ sheet: String, _ text: String) -> [Problem] {
    let faults = faults(ProcedureBookTests.sheets((sheet, text)))
    #expect(faults.map(\.sheet) == [sheet])
    guard case .problems(let problems) = faults.first?.error else { return [] }
    return problems
  }

  @Test func everyCellThatCannotBeReadIsTold() {
    let papers = """
      Mã,Trường hợp,Khi,Giấy tờ,Cần,Hình thức,Số bản
      9.999999,,tre = Mồ côi,A,,,
      9.999999,,Trẻ bị bỏ rơi,B,,,
      9.999999,,ai = 1,C,,,
      9.999999,,tre = 4,D,,,
      9.999999,mo-coi,,E,,,
      9.999999,,,G,tùy,,
      9.999999,,,H,,bản giấy,
      9.999999,,,I,,,một
      9.999999,,,,,,1001
      9.999998,,,K,,,
      ,,,L,,,
      """
    #expect(
      problems("Giấy tờ", papers) == [
        Problem(line: 2, column: "Khi", .answerUnknown(question: "tre", "Mồ côi")),
        Problem(line: 3, column: "Khi", .conditionUnreadable("Trẻ bị bỏ rơi")),
        Problem(line: 4, column: "Khi", .rule(.questionUnknown("ai"))),
        Problem(line: 5, column: "Khi", .rule(.answerUnknown(question: "tre", answer: 4))),
        Problem(line: 6, .rule(.caseUnknown("mo-coi"))),
        Problem(line: 7, column: "Cần", .needUnknown("tùy")),
        Problem(line: 8, column: "Hình thức", .formUnknown("bản giấy")),
        Problem(line: 9, column: "Số bản", .countUnreadable("một")),
        Problem(line: 10, .rule(.textMalformed(""))),
        Problem(line: 11, column: "Mã", .procedureUnknown("9.999998")),
        Problem(line: 12, .procedure(.codeMissing)),
      ])
  }

  @Test(arguments: [
    "8k", "8.000 mỗi tờ", "trang:", "trang: 2.000; hai nghìn", "tối đa 200.000", "trang: tối đa 200.000 mỗi bản",
    "8.000 - 10.000", "mỗi bản", "-8.000",
  ]) func anAmountIsNotGuessed(_ text: String) {
    #expect(
      problems("Phí", "Mã,Khoản thu,Mức thu\n9.999999,A,\(text)\n") == [
        Problem(line: 2, column: "Mức thu", .amountUnreadable(text))
      ])
  }

  /// A spreadsheet keeps 100 % as 1 and 50 % as 0.5.
  @Test(arguments: ["1", "0.5", "", "50 phần trăm", "-5", "5000"]) func aPercentageIsNotGuessed(_ text: String) {
    #expect(
      problems("Giảm phí", "Mã,Tên ngắn,Đối tượng,Mức giảm\n9.999999,a,Hộ nghèo,\(text)\n") == [
        Problem(line: 2, column: "Mức giảm", .percentUnreadable(text))
      ])
  }

  @Test(arguments: ["5 hôm", "Niêm yết: 7 ngày; Đăng ký", "Niêm yết:"]) func aLimitIsNotGuessed(_ text: String) {
    let wrong = ["5 hôm": "5 hôm", "Niêm yết: 7 ngày; Đăng ký": "Đăng ký", "Niêm yết:": ""][text] ?? ""
    #expect(
      problems("Thời hạn", "Mã,Thời hạn\n9.999999,\(text)\n") == [
        Problem(line: 2, column: "Thời hạn", .procedure(.limitUnreadable(wrong)))
      ])
  }

  /// What only all rules together show stands at the row that can be mended.
  @Test func aFaultOfTheWholeIsToldAtItsRow() {
    #expect(
      problems("Giấy tờ", "Mã,Giấy tờ,Cần\n9.999999,A,bắt buộc\n9.999999,B,một trong: x\n") == [
        Problem(line: 3, .rule(.groupOfOne("x")))
      ])
    var sheets = ProcedureBookTests.sheets()
    sheets[2].text = "Mã,Tên ngắn,Trường hợp,Khi\n9.999999,a,A,tre = 1/2\n9.999999,b,B,tre = 2/3\n"
    let both = [CaseCondition.Fact(question: "tre", answers: [2])]
    #expect(
      faults(sheets) == [
        .init(
          sheet: "Trường hợp",
          error: .problems([Problem(line: 3, .rule(.casesOverlap("a", "b", answers: both)))]))
      ])
    sheets[2].text = "Mã,Tên ngắn,Trường hợp,Khi\n9.999999,a,A,tre = 1/2\n9.999999,a,B,tre = 3\n"
    #expect(
      faults(sheets) == [
        .init(sheet: "Trường hợp", error: .problems([Problem(line: 3, .rule(.idTwice("a")))]))
      ])
  }

  /// A damaged question does not make faults of everything that names it.
  @Test func aFaultIsToldOnce() {
    var sheets = ProcedureBookTests.sheets()
    sheets[1].text = "Mã,Tên ngắn,Câu hỏi,Câu trả lời\n9.999999,tre,Trẻ?,một\n"
    #expect(
      faults(sheets) == [
        .init(
          sheet: "Câu hỏi", error: .problems([Problem(line: 2, .rule(.answersMissing(question: "tre")))]))
      ])
    sheets = ProcedureBookTests.sheets(("Phí", "Mã,Khoản thu,Mức thu\n9.999999,A,8k\n"))
    sheets[0].text = "Mã,Tên thủ tục,Thời hạn\n9.999999,Đăng ký A,ba ngày\n"
    #expect(
      faults(sheets) == [
        .init(
          sheet: "Thủ tục",
          error: .problems([Problem(line: 2, column: "Thời hạn", .procedure(.limitUnreadable("ba ngày")))]))
      ])
  }

  @Test func sheetsAreNotGuessedBetween() {
    let sheets = ProcedureBookTests.sheets(("Phí", "Mã,Khoản thu,Mức thu\n"), ("Lệ phí", "Mã,Khoản thu,Mức thu\n"))
    #expect(
      faults(sheets) == [.init(sheet: "Lệ phí", error: .problems([Problem(line: nil, .sheetTwice("Phí"))]))])
    let missing = faults(Array(ProcedureBookTests.sheets().dropFirst()))
    #expect(missing == [.init(sheet: nil, error: .problems([Problem(line: nil, .proceduresMissing)]))])
    let heading = problems("Phí", "Mã,Khoản thu\n9.999999,A\n")
    #expect(heading.map(\.line) == [1])
    #expect(heading.first?.sentence(.vi, file: "x").contains("\"Mã thủ tục\", \"Khoản thu\", \"Mức thu\"") == true)
  }

  @Test func aVersionIsNotGuessed() {
    let table = ("Thủ tục", "Mã,Tên thủ tục,Hiệu lực từ\n9.999999,Cũ,\n9.999999,Mới,01/01/2027\n")
    let fees =
      "Mã,Hiệu lực từ,Khoản thu,Mức thu\n9.999999,,A,1.000\n9.999999,02/01/2027,A,1.000\n9.999999,mai,A,1.000\n"
    #expect(
      faults([table, ("Phí", fees)]) == [
        .init(
          sheet: "Phí",
          error: .problems([
            Problem(line: 2, column: "Hiệu lực từ", .dayMissing(code: "9.999999")),
            Problem(line: 3, column: "Hiệu lực từ", .versionUnknown(code: "9.999999", day: "02/01/2027")),
            Problem(line: 4, column: "Hiệu lực từ", .procedure(.dateUnreadable("mai"))),
          ]))
      ])
  }

  @Test func aSentenceNamesSheetRowColumnAndValue() {
    let error = ProcedureBook.ReadError(faults: [
      .init(sheet: "Phí", error: .problems([Problem(line: 7, column: "Mức thu", .amountUnreadable("8k"))]))
    ])
    let lines = error.sentences(.vi, file: "b.xlsx")
    #expect(lines.first?.hasPrefix("b.xlsx [Phí]:7: cột \"Mức thu\": Không đọc được mức thu \"8k\"") == true)
    #expect(lines.last == "Chưa ghi gì: mọi thứ giữ như cũ.")
    #expect(error.sentences(.en, file: "b.xlsx").first?.contains("column \"Mức thu\": Cannot read") == true)
  }

  @Test func aHeadingThatIsNotUnderstoodIsNamedWithItsSheet() throws {
    let book = try ProcedureBookTests.read(
      ProcedureBookTests.sheets(("Phí", "Mã,Khoản thu,Mức thu,Căn cứ\n9.999999,A,1.000,NQ\n")))
    #expect(
      book.sentences(.vi, file: "b.xlsx").contains(
        "b.xlsx [Phí]: không hiểu tên cột \"Căn cứ\"; những gì ghi trong đó không được đọc."))
  }
}
