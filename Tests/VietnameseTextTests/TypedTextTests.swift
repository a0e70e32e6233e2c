import Testing
import VietnameseText

@Suite struct TypedTextTests {
  @Test(arguments: [
    ("hồ thị lan", "Hồ Thị Lan", TextMatch(.whole, .exact)), ("ho thi lan", "Hồ Thị Lan", TextMatch(.whole, .markFree)),
    ("hồ thi lan", "Hồ Thị Lan", TextMatch(.whole, .toneFolded)),
    ("thi lan", "Hồ Thị Lan", TextMatch(.together, .toneFolded)),
    ("hồ lan", "Hồ Thị Lan", TextMatch(.together, .exact)), ("lan hồ", "Hồ Thị Lan", TextMatch(.words, .exact)),
    ("thị hồ", "Hồ Thị Lan", TextMatch(.words, .exact)), ("ho thu", "Hồ Thị Thuận", TextMatch(.beginnings, .markFree)),
    ("hlen nie", "H'Len Niê", TextMatch(.whole, .markFree)), ("h'len niê", "H’Len Niê", TextMatch(.whole, .exact)),
    ("ho mai", "Hơ-Mai", TextMatch(.whole, .markFree)), ("len", "H'Len Niê", TextMatch(.together, .exact)),
  ])
  func aNameAnswersByItsWordsAndThenByItsMarks(typed: String, name: String, expected: TextMatch) {
    #expect(TypedText(typed).match(in: name, isName: true) == expected)
  }

  @Test func whatIsNoBeginningOfAWordAnswersNothing() {
    #expect(TypedText("an").match(in: "Hồ Thị Lan", isName: true) == nil)
    #expect(TypedText(" – ").match(in: "Hồ Thị Lan") == nil)
    #expect(TypedText("hoan").match(in: "Hồ An", isName: true) == nil)
  }

  /// Only of a person's name people leave words out.
  @Test func aTitleIsNotShortened() {
    #expect(TypedText("hỗ tang").match(in: "Hỗ trợ mai táng")?.extent == .words)
    #expect(TypedText("hỗ tang").match(in: "Hỗ trợ mai táng", isName: true)?.extent == .together)
  }

  @Test func theBestComesFirst() {
    let all = [
      TextMatch(.whole, .exact), TextMatch(.whole, .markFree), TextMatch(.together, .exact), TextMatch(.words, .exact),
      TextMatch(.beginnings, .exact),
    ]
    #expect(all.reversed().sorted() == all)
  }

  @Test(arguments: [
    ("ho la", "Hồ Thị Lan", ["Hồ", "La"]), ("dang", "Đặng Thị Đàng", ["Đặng", "Đàng"]), ("hle", "H'Len Niê", ["H'Le"]),
    ("le", "H'Len Niê", ["Le"]), ("0007", "261124-0007", ["0007"]), ("homa", "Hơ-Mai", ["Hơ-Ma"]), ("x", "Lan", []),
    ("", "Lan", []), ("hoa hoang", "Hoàng Hoa", ["Hoàng", "Hoa"]),
  ])
  func whatWasTypedIsFoundAgainInTheText(typed: String, text: String, expected: [String]) {
    #expect(TypedText(typed).ranges(in: text).map { String(text[$0]) } == expected)
  }

  @Test func oneKeyFindsANameHoweverItIsWritten() {
    #expect(["H'Len Niê", "H’LEN  NIÊ", "hlen nie"].map(\.nameKey) == ["hlennie", "hlennie", "hlennie"])
    #expect("Hơ-Mai".nameKey == "homai" && "–".nameKey == "")
  }
}
