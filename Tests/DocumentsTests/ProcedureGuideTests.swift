import DossierDomain
import Foundation
import Testing

@testable import Documents

/// The example of docs/PROCEDURES.md is a book that can be taken in.
@Suite struct ProcedureGuideTests {
  /// The tables of the example, by the headings above them.
  private func tables() throws -> [(name: String, text: String)] {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let guide = try String(contentsOf: root.appendingPathComponent("docs/PROCEDURES.md"), encoding: .utf8)
    var tables: [(name: String, text: String)] = []
    for line in try #require(guide.range(of: "## Ví dụ").map { guide[$0.lowerBound...] }).split(separator: "\n") {
      if line.hasPrefix("### ") {
        tables.append((String(line.dropFirst(4)), ""))
      } else if line.hasPrefix("|"), !line.hasPrefix("|---"), !tables.isEmpty {
        let cells = line.dropFirst().dropLast().split(separator: "|", omittingEmptySubsequences: false)
        tables[tables.count - 1].text += csvLine(
          cells.map { $0.trimmingCharacters(in: .whitespaces).replacingOccurrences(of: "<br>", with: "\n") })
      }
    }
    return tables
  }

  @Test func theExampleIsABirthRegistration() throws {
    let tables = try tables()
    #expect(tables.map(\.name) == ProcedureBook.Sheet.allCases.map { $0.name(.vi) })
    let book = try ProcedureBookTests.read(tables)
    #expect(book.remarks.allSatisfy { $0.remarks == TableRemarks() })
    let birth = try #require(book.versions.first)
    #expect(book.versions.count == 1)

    var answers = CaseAnswers(channel: .online)
    (answers["tre"], answers["qua-60"], answers["ket-hon"], answers["cu-tru"], answers["uy-quyen"]) = (1, 1, 1, 1, 1)
    let inTime = birth.outcome(answers)
    #expect(inTime.chosen?.id == "dung-han")
    #expect(
      inTime.papers.map(\.name) == [
        "Giấy chứng sinh", "Văn bản của người làm chứng xác nhận về việc sinh", "Giấy cam đoan về việc sinh",
        "Thông tin Giấy chứng nhận kết hôn của cha, mẹ (số, quyển, ngày, nơi)", "Giấy tờ tùy thân của người yêu cầu",
      ])
    #expect(inTime.quote(.one).total == 0)
    #expect(inTime.limit?.stages == [LimitRule.Stage(limit: .sameDay)])

    answers = CaseAnswers(channel: .direct)
    (answers["tre"], answers["qua-60"], answers["cu-tru"], answers["uy-quyen"]) = (2, 2, 1, 1)
    let found = birth.outcome(answers)
    #expect(found.open.isEmpty && found.chosen?.id == "bo-roi")
    #expect(found.papers.count == 3 && found.quote(.one).total == nil)
    #expect(found.quote(.one, reducedBy: "ho-ngheo").total == 0)
    #expect(found.limit?.stages.map(\.limit) == [.calendarDays(7), .sameDay])
    #expect(found.results.map(\.name) == ["Giấy khai sinh"] && found.steps.count == 4 && found.offices.count == 2)
    #expect(found.links.map(\.code) == ["2.000635"] && found.law.map(\.number) == ["60/2014/QH13"])
  }
}
