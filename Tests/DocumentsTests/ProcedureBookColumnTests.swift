import DossierDomain
import Testing

@testable import Documents

/// A sheet of rules without a column takes nothing away.
@Suite struct ProcedureBookColumnTests {
  /// The rules that cannot be told from another one without a column.
  private func unclear<Kind: RuleSheet>(
    _ kind: Kind.Type, _ rules: ProcedureRules, without column: Kind.Column
  ) -> [Int] {
    let key = Kind.key.filter { $0 != column }
    let texts = rules[keyPath: Kind.place].map { rule in key.map { Kind.text($0, of: rule, rules, .cell(.vi)) } }
    return texts.indices.filter { place in texts.count { $0 == texts[place] } > 1 }
  }

  private func differing<Kind: RuleSheet>(_ kind: Kind.Type, _ old: ProcedureRules, _ new: ProcedureRules) -> [Int] {
    let (old, new) = (old[keyPath: Kind.place], new[keyPath: Kind.place])
    #expect(old.count == new.count)
    return zip(old, new).enumerated().filter { $0.element.0 != $0.element.1 }.map(\.offset)
  }

  /// Reads the book without a column of one sheet, knowing what the whole book says.
  private func check<Kind: RuleSheet>(
    _ kind: Kind.Type, _ column: Kind.Column, _ book: [(name: String, text: String)], _ versions: [ProcedureVersion],
    _ seed: UInt64
  ) throws {
    let isNeeded = column == .code || Kind.Column.required.contains(column)
    if isNeeded {
      #expect(throws: ProcedureBook.ReadError.self) { try ProcedureBookTests.read(book, knowing: versions) }
      return
    }
    let unclear = versions.map { self.unclear(kind, $0.rules, without: column) }
    let read: ProcedureBook
    do { read = try ProcedureBookTests.read(book, knowing: versions) } catch {
      // What is empty now does not fit the other rules.
      #expect(unclear.contains { !$0.isEmpty }, "\(seed) \(kind) \(column): \(error)")
      return
    }
    var changed = 0
    for (place, (known, version)) in zip(versions, read.versions).enumerated() {
      let differing = self.differing(kind, known.rules, version.rules)
      #expect(Set(differing).isSubset(of: unclear[place]), "\(seed) \(kind) \(column)")
      changed += differing.count
      var same = version
      same.rules[keyPath: Kind.place] = known.rules[keyPath: Kind.place]
      #expect(same == known, "\(seed) \(kind) \(column)")
    }
    let told = read.columnsMissing.flatMap(\.lines)
    #expect(changed <= told.count, "\(seed) \(kind) \(column)")
    #expect(told.count <= unclear.joined().count)
    let sentences = read.sentences(.vi, file: "b").filter { $0.contains("\"\(column.heading.vi)\"") }
    #expect(!sentences.isEmpty || read.columnsMissing.isEmpty)
  }

  private func checkColumns<Kind: RuleSheet>(
    _ kind: Kind.Type, _ tables: [ProcedureBook.Table], _ versions: [ProcedureVersion], _ seed: UInt64
  ) throws -> Int {
    for (place, column) in Kind.Column.allCases.enumerated() where column != .from {
      let book = tables.map { table in
        guard table.sheet == Kind.sheet else { return (name: table.name, text: table.csv) }
        let rows = table.rows.map { row in Array(row[..<place] + row[(place + 1)...]) }
        return (name: table.name, text: rows.map(csvLine).joined())
      }
      try check(kind, column, book, versions, seed)
    }
    return Kind.Column.allCases.count
  }

  @Test(arguments: [1, 5, 8] as [UInt64]) func everyColumnOfEverySheetMayBeMissing(_ seed: UInt64) throws {
    var generator = RuleGenerator(seed: seed)
    let versions = try generator.versions().map { try $0.checked() }
    let tables = ProcedureBook.tables(versions, .vi)
    var columns = 0
    for case let kind? in ProcedureBook.Sheet.allCases.map(\.rules) {
      columns += try checkColumns(kind, tables, versions, seed)
    }
    #expect(columns == 89)
    for (place, column) in ProcedureTable.Column.allCases.enumerated() where ![.code, .name, .from].contains(column) {
      let book = tables.map { table in
        guard table.sheet == .procedures else { return (name: table.name, text: table.csv) }
        return (table.name, table.rows.map { csvLine(Array($0[..<place] + $0[(place + 1)...])) }.joined())
      }
      #expect(try ProcedureBookTests.read(book, knowing: versions).versions == versions, "\(seed) \(column)")
    }
  }

  private var known: ProcedureVersion {
    var version = ProcedureVersion(code: "9.999999", name: "Đăng ký A", field: "")
    version.rules.questions = [CaseQuestion(id: "tre", text: "Trẻ?", answers: ["đúng hạn", "quá hạn"])]
    let late = Applicability(condition: CaseCondition([.init(question: "tre", answers: [2])]))
    version.rules.fees = [
      FeeItem(name: "Lệ phí", kind: .known(.charge), amount: .fixed(0)),
      FeeItem(name: "Lệ phí", kind: .known(.charge), applies: late, amount: .fixed(8000)),
    ]
    version.rules.results = [ResultRule(name: "Giấy A", kind: .known(.paper), validity: .known(.months(6)))]
    version.rules.papers = [PaperRule(name: "Đơn", form: .known(.original), portalCode: "KQ1", note: "xem kỹ")]
    return version
  }

  private func read(_ sheet: String, _ text: String) throws -> ProcedureBook {
    try ProcedureBookTests.read(
      [("Thủ tục", "Mã,Tên thủ tục\n9.999999,Đăng ký A\n"), (sheet, text)], knowing: [known])
  }

  @Test func aRowThatIsNoneOfTheKnownOnesIsEmptyAndTold() throws {
    let book = try read("Giấy tờ", "Mã,Giấy tờ,Ghi chú\n9.999999,Đơn,mới\n9.999999,Ảnh,\n")
    var paper = known.rules.papers[0]
    paper.note = "mới"
    #expect(book.versions.first?.rules.papers == [paper, PaperRule(name: "Ảnh")])
    let sentences = book.sentences(.vi, file: "b.xlsx").filter { $0.contains("[Giấy tờ]") }
    #expect(sentences.count == 2)
    #expect(sentences.first?.contains("không có cột") == true && sentences.first?.contains("\"Mã trên cổng\"") == true)
    #expect(sentences.last?.hasPrefix("b.xlsx [Giấy tờ]: dòng 3: không rõ là điều nào") == true)
    #expect(book.sentences(.en, file: "b.xlsx").contains { $0.contains("line 3: not certainly one of those known") })
    // An empty cell of a column that is there takes the fact away.
    let empty = try read("Giấy tờ", "Mã,Giấy tờ,Ghi chú,Mã trên cổng\n9.999999,Đơn,,\n")
    #expect(empty.versions.first?.rules.papers == [PaperRule(name: "Đơn", form: .known(.original))])
  }

  @Test func twoRulesOfOneNameAreToldApartByWhatTheRowsSay() throws {
    let same = try read("Phí", "Mã,Khoản thu,Mức thu\n9.999999,Lệ phí,0\n9.999999,Lệ phí,8.000\n")
    #expect(same.versions == [known])
    let other = try read("Phí", "Mã,Khoản thu,Mức thu\n9.999999,Lệ phí,0\n9.999999,Lệ phí,9.000\n")
    #expect(
      other.versions.first?.rules.fees == [
        known.rules.fees[0], FeeItem(name: "Lệ phí", amount: .fixed(9000)),
      ])
    #expect(other.columnsMissing.map(\.lines) == [[3]])
  }

  @Test func aNewProcedureLosesNothing() throws {
    let book = try ProcedureBookTests.read(
      [("Thủ tục", "Mã,Tên thủ tục\n9.999998,Đăng ký B\n"), ("Kết quả", "Mã,Kết quả\n9.999998,Giấy B\n")],
      knowing: [known])
    #expect(book.columnsMissing.isEmpty && book.versions.first?.rules.results == [ResultRule(name: "Giấy B")])
  }

  /// The kept answer is the one with the same words.
  @Test func theUsualAnswerFollowsItsWords() throws {
    var known = known
    known.rules.questions[0].usual = 2
    let table = ("Thủ tục", "Mã,Tên thủ tục\n9.999999,Đăng ký A\n")
    let questions = "Mã,Tên ngắn,Câu hỏi,Câu trả lời\n9.999999,tre,Trẻ?,quá hạn | đúng hạn\n"
    let book = try ProcedureBookTests.read([table, ("Câu hỏi", questions)], knowing: [known])
    #expect(book.versions.first?.rules.questions.map(\.usual) == [1])
  }
}
