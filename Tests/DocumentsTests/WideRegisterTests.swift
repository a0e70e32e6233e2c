import DossierDomain
import Testing

@testable import Documents

/// A table may have a thousand columns, most of which say nothing that an import takes.
@Suite struct WideRegisterTests {
  private static let known = ["Mã hồ sơ", "Chủ hồ sơ", "Ngày nhận", "Hẹn trả", "Số giấy tờ", "Ghi chú"]
  private static let values = ["A-261005-1", "Hồ Thị Một", "05/10/2026", "13/10/2026", "045098001234", "gấp"]

  /// The known columns stand at the end.
  private func table(columns: Int, numbered: Bool = false) -> [UInt8] {
    let others = columns - Self.known.count
    let headings = (1...others).map { "Mục \($0) của biểu" } + Self.known
    let values = (1...others).map { "nội dung \($0)" } + Self.values
    let numbers = numbered ? [(1...columns).map { "(\($0))" }] : []
    return Array(([headings] + numbers + [values]).map { $0.joined(separator: ";") }.joined(separator: "\n").utf8)
  }

  @Test(arguments: [false, true]) func meaningsAreFoundInTheLastOfAThousandColumns(numbered: Bool) throws {
    let found = try RegisterCaseTests.read(table(columns: 1000, numbered: numbered))
    let columns = try #require(found.understanding?.columns)
    #expect(columns.count == 1000 && columns.dropLast(6).allSatisfy { $0.meaning == nil })
    #expect(columns.suffix(6).map(\.meaning) == [.code, .owner, .received, .due, .identityNumber, .note])
    #expect(found.names == ["Hồ Thị Một"] && found.dossiers.first?.note == "gấp" && found.problems.isEmpty)
  }

  @Test func oneColumnMoreIsRefusedWithASentence() {
    #expect(throws: RegisterReader.ReadError.tooManyColumns) { try RegisterCaseTests.read(table(columns: 1001)) }
    for language in Language.allCases {
      #expect(RegisterReader.ReadError.tooManyColumns.wording(language).contains(language.pick("1.000", "1,000")))
    }
  }

  /// What the choice costs is counted: columns that fit no meaning add nothing to it.
  @Test func columnsThatFitNothingCostNothing() {
    let meanings = RegisterColumn.allCases.count
    func steps(_ width: Int) -> Int {
      let scores = (0..<meanings).map { meaning in
        (0..<width).map { column in column < 10 && meaning % 10 == column ? 100 - meaning : 0 }
      }
      return BestAssignment(scores).steps
    }
    #expect(steps(10) == steps(1000))
    #expect(steps(1000) <= meanings * (meanings + 1) * (10 + meanings))
  }
}
