import PageDescription
import Testing

@testable import Documents

@Suite("A page as text") struct PageTextTests {
  private static func lines(_ blocks: [Block], _ width: Int = 30, isPlain: Bool = false) -> [String] {
    let page = PageDescription(title: "", createdAt: 0, parts: [PageDescription.Part(blocks)])
    return PageText(width: width, isPlain: isPlain).lines(of: page)
  }

  @Test("Letters with marks are one column; a word that is too long is cut, and nothing is lost") func wrapping() {
    let text = "Nguyễn Thị Thuỷ ở thôn Kỳ Nơi " + String(repeating: "đ", count: 45)
    let lines = Self.lines([.paragraph(Paragraph(text))])
    #expect(
      lines == ["Nguyễn Thị Thuỷ ở thôn Kỳ Nơi", String(repeating: "đ", count: 30), String(repeating: "đ", count: 15)])
  }

  @Test("Dots go to the end of the line, or have the width of their place; boxes are marked or not") func runs() {
    #expect(
      Self.lines([.paragraph(Paragraph([.text("Họ tên: "), .leader]))]) == [
        "Họ tên: " + String(repeating: ".", count: 22)
      ])
    #expect(
      Self.lines([.paragraph(Paragraph([.box(isMarked: true), .text(" Có "), .box(isMarked: false), .text(" Không")]))])
        == ["[x] Có [ ] Không"])
    #expect(
      Self.lines([.paragraph(Paragraph([.text("Số "), .blank(100), .lineBreak, .text("b")]))]) == ["Số .....", "b"])
    // Not even a whole line of text hides that something has to be filled in.
    #expect(Self.lines([.paragraph(Paragraph([.text(String(repeating: "a", count: 30) + " "), .leader]))]).count == 2)
  }

  @Test("Alignment") func alignment() {
    #expect(Self.lines([.paragraph(Paragraph("abcd", [], .centre))]) == ["             abcd"])
    #expect(Self.lines([.paragraph(Paragraph("abcd", [], .right))]) == ["                          abcd"])
  }

  @Test("Columns stand beside each other if they fit, otherwise below each other; read aloud they always do")
  func columns() {
    func blocks(_ text: String) -> [Block] {
      [.columns([.init(1, [.paragraph(Paragraph(text))]), .init(1, [.paragraph(Paragraph("hai"))])])]
    }
    #expect(Self.lines(blocks("một")) == ["một             hai"])
    #expect(Self.lines(blocks("một"), isPlain: true) == ["một", "hai"])
    let long = String(repeating: "x", count: 20)
    #expect(Self.lines(blocks(long)) == [long, "hai"])
  }

  private static let table = Block.table(
    Table(
      shares: [1, 3, 1],
      rows: [
        [.init("TT"), .init("Tên giấy tờ"), .init("Số")], [.init("1"), .init("Giấy chứng sinh bản chính"), .init("2")],
        [.init("Cộng", span: 2), .init("2")],
      ]))

  @Test("Cells are aligned under their headings, and one over two columns takes the place of both") func cells() {
    #expect(
      Self.lines([Self.table]) == [
        "+------+--------------+------+", "| TT   | Tên giấy tờ  | Số   |", "+------+--------------+------+",
        "| 1    | Giấy chứng   | 2    |", "|      | sinh bản     |      |", "|      | chính        |      |",
        "+------+--------------+------+", "| Cộng                | 2    |", "+------+--------------+------+",
      ])
  }

  @Test("Read aloud, each value follows its heading") func listed() {
    #expect(
      Self.lines([Self.table], isPlain: true) == [
        "  TT: 1", "  Tên giấy tờ: Giấy chứng sinh", "  bản chính", "  Số: 2", "", "  Cộng", "  Số: 2",
      ])
  }

  @Test("A table whose words do not fit is listed row by row") func narrow() {
    let long = Table(
      shares: [1, 1], rows: [[.init("Mã"), .init("Tên")], [.init(String(repeating: "x", count: 25)), .init("ba")]])
    #expect(Self.lines([.table(long)], 30) == ["  Mã:", "  " + String(repeating: "x", count: 25), "  Tên: ba"])
  }

  /// As much of it as a page may have.
  @Test("One endless word is shown at once, cut, and says so", .timeLimit(.minutes(1))) func endless() {
    let blanks = Self.lines([.paragraph(Paragraph(Array(repeating: Run.blank(4_000), count: 66_000)))], 76)
    #expect(blanks.first == String(repeating: ".", count: 76) && blanks.last?.hasSuffix("[...]") == true)
    #expect(blanks.joined().count { $0 == "." } < 21_000)
    let breaks = Self.lines(Array(repeating: .paragraph(Paragraph([.lineBreak, .lineBreak])), count: 30_000), 76)
    #expect(breaks.count == 20_001 && breaks.last == "[...]")
    let columns = Block.columns(Array(repeating: Block.Column(1, [.paragraph(Paragraph("a"))]), count: 19_000))
    #expect(Self.lines([columns], 76) == Array(repeating: "a", count: 19_000))
  }

  @Test("A code shows what a person can use of it") func codes() {
    #expect(Self.lines([.code(Code(.qr, "A-261124-0001|1.004873|045198000001", size: 250))]) == ["[QR: A-261124-0001]"])
    #expect(Self.lines([.code(Code(.code128, "A-1", size: 100, caption: "mã"))]) == ["[Code 128: A-1]", "mã"])
  }

  @Test("What has a place of its own stands as far to the right as the lines allow, and is read in its turn")
  func placed() {
    func placed(x: Int, width: Int) -> Block {
      .placed(Placed(x: x, y: 0, width: width, height: 300, [.paragraph(Paragraph("a b c", [], .right))]))
    }
    #expect(Self.lines([placed(x: 200, width: 500)], 80) == [String(repeating: " ", count: 30) + "a b c"])
    #expect(Self.lines([placed(x: 1_500, width: 500)], 40) == [String(repeating: " ", count: 35) + "a b c"])
    #expect(Self.lines([placed(x: 1_500, width: 500)], isPlain: true) == ["a b c"])
  }

  @Test("Text from outside controls no terminal") func hostile() {
    let lines = Self.lines([.paragraph(Paragraph("a\u{1B}[31mb\u{202E}c\u{F8FF}d"))])
    #expect(lines == ["abcd"])
  }

  @Test("No line is wider than asked for, however narrow", arguments: [20, 40, 60, 80, 132]) func widths(width: Int) {
    for (name, page) in FormSamples.pages {
      for line in PageText(width: width).lines(of: page) { #expect(line.count <= width, "\(name): \(line)") }
      for line in PageText(width: width, isPlain: true).lines(of: page) {
        #expect(line.count <= width, "\(name): \(line)")
      }
    }
  }

  @Test("The copies of a paper are told apart") func copies() {
    let page = PageDescription(
      title: "", createdAt: 0, parts: [PageDescription.Part([.cut]), PageDescription.Part([.rule(percent: 50)])])
    #expect(
      PageText(width: 20).lines(of: page) == ["- - - - - - - - - -", "", "====================", "", "     ----------"])
  }
}
