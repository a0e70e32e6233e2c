import PageDescription
import Testing

@Suite("The bytes of a page description")
struct PageBytesTests {
  static let page = PageDescription(
    sheet: .halvesOfA4, title: "Giấy tiếp nhận", createdAt: 1_796_000_000,
    parts: [
      PageDescription.Part([
        .columns([
          Block.Column(4, [.code(Code(.qr, "000.19.45.H50-261124-0007|Đỗ Thị Thúy", size: 250, caption: "mã"))]),
          Block.Column(6, [.paragraph(Paragraph("CỘNG HÒA", .bold, .centre, size: 24)), .rule(percent: 40)]),
        ]),
        .paragraph(
          Paragraph([.text("Họ, chữ đệm, tên: "), .leader, .lineBreak, .box(isMarked: true), .text(" Có"), .blank(300)])
        ),
        .table(
          Table(
            shares: [1, 6, 2], rows: [[.init("TT"), .init("Tên giấy tờ", [.bold, .italic], .centre, span: 2)]], size: 22
          )),
        .together([.space(120), .cut, .code(Code(.code128, "261124-0007", size: 100, .right))]),
        .placed(Placed(x: 1_100, y: 700, width: 850, height: 600, isAtBottom: true, [.space(10), .rule(percent: 30)])),
      ]), PageDescription.Part([]),
    ])

  @Test("What is written is read back") func roundTrip() throws {
    #expect(try PageDescription(bytes: Self.page.bytes) == Self.page)
  }

  @Test("Every cut and every changed byte is refused or means something else, and never ends the program")
  func hostile() {
    let bytes = Self.page.bytes
    for count in 0..<bytes.count {
      #expect(throws: PageError.malformed) { try PageDescription(bytes: Array(bytes.prefix(count))) }
    }
    for place in bytes.indices {
      for change: UInt8 in [1, 0x80, 0xFF] {
        var changed = bytes
        changed[place] ^= change
        if let page = try? PageDescription(bytes: changed) { #expect(page != Self.page && page.bytes == changed) }
      }
    }
  }

  @Test("A number in more bytes than it needs is not canonical") func overlong() {
    #expect(throws: PageError.malformed) { try PageDescription(bytes: Array("DPAGE1".utf8) + [0x81, 0x00]) }
  }

  @Test("Blocks in each other without end, and lists that nobody could print, are refused before they are built")
  func bounds() {
    var block = Block.cut
    for _ in 0..<20 { block = .together([block]) }
    let deep = PageDescription(title: "", createdAt: 0, parts: [PageDescription.Part([block])])
    #expect(throws: PageError.tooLarge) { try PageDescription(bytes: deep.bytes) }
    let long = PageDescription(
      title: "", createdAt: 0, parts: [PageDescription.Part(Array(repeating: .cut, count: 200_001))])
    #expect(throws: PageError.tooLarge) { try PageDescription(bytes: long.bytes) }
  }
}
