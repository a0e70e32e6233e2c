import DossierDomain
import Testing

@testable import Documents

/// What is said of how a file was understood, and what is asked.
@Suite struct RegisterUnderstandingTests {
  private func understanding(_ rows: String, _ choices: RegisterChoices = RegisterChoices()) throws
    -> RegisterUnderstanding
  {
    try RegisterReader(
      bytes: Array(rows.utf8), choices: choices, office: RegisterCaseTests.office, today: RegisterCaseTests.today,
      procedure: { _ in nil }
    ).understanding
  }

  private func grounds(_ column: RegisterColumn, _ understanding: RegisterUnderstanding) -> String {
    understanding.columns.first { $0.meaning == column }?.explanation(.vi).grounds ?? ""
  }

  @Test(arguments: Language.allCases) func everyMeaningHasWordsOfItsOwn(_ language: Language) {
    let words = RegisterColumn.allCases.map { $0.wording(language) }
    #expect(Set(words).count == words.count && !words.contains(""))
    #expect(RegisterColumn.owner.wording(language) == language.pick("Tên cá nhân, tổ chức", "Owner's name"))
  }

  // MARK: The order of day and month

  @Test func anOrderThatNoRowShowsIsTheUsualOneAndThatIsSaid() throws {
    let found = try understanding("Mã hồ sơ;Chủ hồ sơ;Ngày nhận;Hẹn trả\nA-1;Hồ Một;05/10/2026;07/10/2026\n")
    #expect(found.questions.isEmpty)
    let expected = "ngày trước tháng, theo cách viết thường dùng; không dòng nào cho thấy khác"
    #expect(grounds(.received, found).hasSuffix(expected) && grounds(.due, found).hasSuffix(expected))
  }

  @Test func ofDatesThatAreTheSameInBothOrdersNothingIsSaid() throws {
    let found = try understanding("Mã hồ sơ;Chủ hồ sơ;Ngày nhận;Hẹn trả\nA-1;Hồ Một;05/05/2026;2026-05-07\n")
    #expect(found.questions.isEmpty && found.columns.allSatisfy { $0.dateOrder == nil })
  }

  @Test func anAppointmentBeforeTheReceptionInTheUsualOrderAloneIsAskedAbout() throws {
    let rows = """
      Mã hồ sơ;Chủ hồ sơ;Ngày nhận;Hẹn trả
      A-1;Hồ Một;01/08/2026;02/05/2026
      A-2;Hồ Hai;02/03/2026;02/04/2026

      """
    let doubt = RegisterUnderstanding.DateDoubt.beforeReception(line: 2)
    let questions: [RegisterUnderstanding.Question] = [
      .doubtfulDates(heading: "Ngày nhận", .dayFirst, doubt), .doubtfulDates(heading: "Hẹn trả", .dayFirst, doubt),
    ]
    #expect(try understanding(rows).questions == questions)
    #expect(throws: RegisterReader.ReadError.questionsOpen(questions)) { try RegisterCaseTests.read(Array(rows.utf8)) }
    #expect(questions[0].wording(.vi).contains("ở dòng 2 ngày hẹn hoặc ngày trả trước ngày nhận"))
    let read = try RegisterCaseTests.read(Array(rows.utf8), RegisterChoices(dateOrder: .monthFirst))
    #expect(read.dossiers.map { $0.receivedAt?.civilDate.slashed } == ["08/01/2026", "03/02/2026"])
    #expect(read.dossiers.map { $0.dueAt?.civilDate.slashed } == ["05/02/2026", "04/02/2026"])
    // Whoever says that the day is first keeps the row, with a word about it.
    let kept = try RegisterCaseTests.read(Array(rows.utf8), RegisterChoices(dateOrder: .dayFirst))
    #expect(kept.dossiers.count == 2 && kept.remarks.map(\.kind) == [.dueBeforeReception])
  }

  @Test func aReceptionThatHasNotComeInTheUsualOrderAloneIsAskedAbout() throws {
    let rows = "Mã hồ sơ;Chủ hồ sơ;Ngày nhận\nA-1;Hồ Một;06/05/2026\nA-2;Hồ Hai;05/12/2026\n"
    #expect(
      try understanding(rows).questions == [.doubtfulDates(heading: "Ngày nhận", .dayFirst, .future(line: 3))])
    // In neither order has it come, so that the row is at fault and not the order.
    let both = "Mã hồ sơ;Chủ hồ sơ;Ngày nhận\nA-1;Hồ Một;06/05/2026\nA-2;Hồ Hai;05/12/2027\n"
    #expect(try understanding(both).questions == [])
    #expect(try RegisterCaseTests.read(Array(both.utf8)).problems.map(\.reason) == [.dateInFuture("05/12/2027")])
  }

  @Test func betweenColumnsInBothOrdersTheThirdIsAskedAbout() throws {
    let rows = """
      Mã hồ sơ;Chủ hồ sơ;Ngày nhận;Hẹn trả;Trả kết quả
      A-1;Hồ Một;13/10/2026;10/15/2026;10/11/2026

      """
    #expect(
      try understanding(rows).questions == [.doubtfulDates(heading: "Trả kết quả", .dayFirst, .otherColumnsDiffer)])
    // The answer is about that column; the others stay as their rows show them.
    let read = try RegisterCaseTests.read(Array(rows.utf8), RegisterChoices(dateOrder: .dayFirst))
    let dossier = try #require(read.dossiers.first)
    #expect(
      [dossier.receivedAt, dossier.dueAt, dossier.handedBackAt].map { $0?.civilDate.slashed } == [
        "13/10/2026", "15/10/2026", "10/11/2026",
      ])
  }

  /// A slip in one birth, among births without a day, leaves the dates of dossiers as their columns say, or asks.
  @Test func birthsDoNotDecideAboutTheDatesOfDossiers() throws {
    let slip = """
      Mã hồ sơ;Chủ hồ sơ;Ngày sinh;Ngày nhận;Trả kết quả
      A-1;Hồ Một;12/25/1985;15/10/2026;05/11/2026
      A-2;Hồ Hai;1990;16/10/2026;06/11/2026

      """
    let found = try understanding(slip)
    #expect(found.questions.isEmpty)
    #expect(grounds(.handedBack, found).contains("ngày trước tháng, như cột ngày khác"))
    let alone = "Mã hồ sơ;Chủ hồ sơ;Ngày sinh;Ngày nhận\nA-1;Hồ Một;12/25/1985;05/10/2026\n"
    #expect(
      try understanding(alone).questions == [.doubtfulDates(heading: "Ngày nhận", .dayFirst, .birthsDiffer)])
    let read = try RegisterCaseTests.read(Array(alone.utf8), RegisterChoices(dateOrder: .monthFirst))
    #expect(read.dossiers.map { $0.receivedAt?.civilDate.slashed } == ["10/05/2026"])
    #expect(read.dossiers.map(\.owner.birth) == ["25/12/1985"])
  }

  /// One exchanged birth would turn day and month of all others round, without a word.
  @Test(arguments: [(DateOrder.dayFirst, ["", "05/06/1985"]), (.monthFirst, ["25/12/1985", "06/05/1985"])])
  func aSlipInOneBirthDoesNotDecideAboutTheOthers(_ order: DateOrder, _ births: [String]) throws {
    let table = """
      Mã hồ sơ;Chủ hồ sơ;Ngày sinh;Ngày nhận;Hẹn trả
      A-1;Hồ Một;12/25/1985;15/10/2026;05/11/2026
      A-2;Hồ Hai;05/06/1985;16/10/2026;06/11/2026

      """
    #expect(
      try understanding(table).questions == [
        .doubtfulDates(heading: "Ngày sinh", .dayFirst, .fewBirths(line: 2, readBothWays: 1))
      ])
    // The answer is about the births; the dates of dossiers stay as their rows show them.
    let read = try RegisterCaseTests.read(Array(table.utf8), RegisterChoices(dateOrder: order))
    #expect(read.dossiers.map(\.owner.birth) == births)
    #expect(read.dossiers.map { $0.receivedAt?.civilDate.slashed } == ["15/10/2026", "16/10/2026"])
    #expect(read.dossiers.map { $0.dueAt?.civilDate.slashed } == ["05/11/2026", "06/11/2026"])
    #expect(read.remarks.map(\.kind) == (order == .dayFirst ? [.birthUnreadable("12/25/1985")] : []))
  }

  @Test func birthsThatMostlyShowTheirOrderAreNotAskedAbout() throws {
    func births(_ decisive: Int, _ both: Int, _ date: String = "") throws -> RegisterUnderstanding {
      let rows = (0..<decisive + both).map { row in
        "A-\(row);Hồ Một;\(row < decisive ? "12/25/1985" : "05/06/1985");\(date.isEmpty ? "" : date)\n"
      }
      return try understanding("Mã hồ sơ;Chủ hồ sơ;Ngày sinh;Ngày nhận\n" + rows.joined())
    }
    // A file with the month first throughout, or births of a program that writes it so.
    #expect(try births(6, 4).questions == [])
    #expect(try births(6, 4, "15/10/2026").questions == [])
    #expect(try births(1, 3).questions == [])
    #expect(try births(1, 4).questions.count == 1)
    #expect(try births(1, 4, "10/15/2026").questions == [])
  }
}
