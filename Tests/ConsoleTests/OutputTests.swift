import Foundation
import Testing

@testable import Console

@Suite struct OutputTests {
  private struct Row: Codable, Equatable {
    var name: String
    var count: Int
  }

  private func through(_ row: Row) throws -> (text: String, row: Row) {
    let text = cleanedStrings(inJSON: Array(try JSONEncoder().encode(row)))
    return (text, try JSONDecoder().decode(Row.self, from: Data(text.utf8)))
  }

  @Test(arguments: [
    ("Lan\u{1B}[31m", "Lan"), ("a\u{1B}]0;title\u{7}b", "ab"), ("a\u{9B}2Jb", "ab"), ("a\u{202E}b\u{200B}c", "abc"),
    ("a\u{7F}b\u{0}c", "abc"),
  ])
  func stringsOfJSONLoseWhatSteersATerminal(value: String, clean: String) throws {
    let (text, row) = try through(Row(name: value, count: 3))
    #expect(row == Row(name: clean, count: 3))
    #expect(!text.contains("\\u001b") && !text.contains("\u{9B}"))
  }

  /// An escape sequence without an end removes the rest of its own string, but nothing else of the document.
  @Test func anOpenEscapeEndsWithItsString() throws {
    #expect(try through(Row(name: "a\u{1B}]0;", count: 3)).row == Row(name: "a", count: 3))
  }

  @Test(arguments: ["Nguyễn Thị Ế", "a\"b\\c/d", "\\u001b", "x\ny", "", "e\u{301}"])
  func otherStringsStayAsTheyAre(value: String) throws {
    #expect(try through(Row(name: value, count: 1)).row == Row(name: value, count: 1))
  }
}
