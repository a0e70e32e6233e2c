import Foundation
import PageDescription
import Testing

@testable import DossierPaper

@Suite("Pages of a paper")
struct PageBreakTests {
  @Test("A list of twenty pages has its heads and numbers, and every row once") func list() throws {
    let pages = try PaperProcess.pages(PaperProcess.pdf(PaperSamples.list(rows: 730)))
    #expect(pages.count == 20)
    for (place, page) in pages.enumerated() {
      let lines = page.split(separator: "\n").map { $0.split(separator: " ").joined(separator: " ") }
      let head = "TT Họ và tên Ghi chú"
      #expect(lines.starts(with: place == 0 ? [head] : ["\(place + 1)", head]), "page \(place + 1)")
    }
    let rows = pages.joined().matches(of: /hồ sơ số (\d+), chờ bổ sung/).compactMap { Int($0.1) }
    #expect(rows == Array(1...730))
  }

  /// ISO 216, in points.
  @Test(
    "A sheet has its size",
    arguments: [
      (PageDescription.Sheet.a4, 595.28, 841.89), (.a4Landscape, 841.89, 595.28), (.a5, 419.53, 595.28),
      (.halvesOfA4, 595.28, 841.89),
    ])
  func sheets(_ sheet: PageDescription.Sheet, _ width: Double, _ height: Double) throws {
    let sizes = try PaperProcess.sizes(PaperProcess.pdf(PaperSamples.page([PaperSamples.text("Một"), .cut], sheet)))
    #expect(sizes.count == 1)
    #expect(sizes.allSatisfy { abs($0.width - width) < 0.01 && abs($0.height - height) < 0.01 })
  }

  @Test("A row stays whole, and what belongs together does") func wholeRows() throws {
    let line = "Một câu dài hơn một dòng của ô này, để hàng có vài dòng. "
    let rows = (1...40).map { [Table.Cell("đầu\($0) " + String(repeating: line, count: 4) + "cuối\($0)")] }
    let signatures = Block.together([PaperSamples.text("TM. ỦY BAN"), .space(300), PaperSamples.text("Trần Văn Thử")])
    for fill in 0..<6 {
      let blocks = [
        Block.space(fill * 70), .table(Table(shares: [1], headRows: 0, rows: rows)), .space(fill * 250), signatures,
      ]
      let pages = try PaperProcess.pages(PaperProcess.pdf(PaperSamples.page(blocks)))
      #expect(pages.count >= 3)
      for row in 1...40 {
        let holding = pages.filter { $0.contains("đầu\(row) ") || $0.contains(#/cuối\#(row)\b/#) }
        #expect(holding.count == 1, "row \(row)")
      }
      #expect(pages.count { $0.contains("TM. ỦY BAN") && $0.contains("Trần Văn Thử") } == 1)
    }
  }

  @Test("A row that no page has room for goes on under the head, and loses nothing") func longRow() throws {
    let words = (1...2_500).map { "từ\($0)" }
    let table = Table(
      shares: [1, 3],
      rows: [
        [Table.Cell("Mục"), Table.Cell("Nội dung")], [Table.Cell("1"), Table.Cell(words.joined(separator: " "))],
      ])
    let pdf = try PaperProcess.pdf(PaperSamples.page([PaperSamples.text("Mở đầu"), .table(table)]))
    let found = try PaperProcess.words(pdf).map(\.text)
    #expect(found.filter { $0.hasPrefix("từ") } == words)
    let pages = try PaperProcess.pages(pdf)
    #expect(pages.count > 2)
    #expect(pages.allSatisfy { $0.contains("Nội dung") })
  }

  @Test("Each half of a sheet has its part, with codes that are read back") func halves() throws {
    let pdf = try PaperProcess.pdf(PaperSamples.halves)
    #expect(try PaperProcess.pages(pdf).count == 1)
    #expect(try PaperProcess.codes(pdf) == ["261124-0007", "261124-0007"])
    let (words, middle) = (try PaperProcess.words(pdf), 841.89 / 2)
    let (first, second) = (words.filter { $0.top < middle }, words.filter { $0.top >= middle })
    #expect(first.contains { $0.text == "Lưu" } && second.contains { $0.text == "Giao" })
    #expect(first.count == second.count)
    for (upper, lower) in zip(first, second) where upper.text == lower.text {
      #expect(abs(lower.top - upper.top - middle) < 0.1)
    }
  }

  /// Whatever the margins are, and however full the page is.
  @Test("What has a place of its own stands there, on its own page or half, and moves nothing") func placed() throws {
    func corner(_ word: String, isAtBottom: Bool) -> Block {
      .placed(
        Placed(
          x: 1_000, y: 400, width: 900, height: 600, isAtBottom: isAtBottom,
          [.paragraph(Paragraph(word, [], .right, after: 0))]))
    }
    let sheet = PaperSamples.page([
      corner("trên", isAtBottom: false), PaperSamples.text("Đầu"), .space(1_000), corner("dưới", isAtBottom: true),
    ])
    let words = try PaperProcess.words(PaperProcess.pdf(sheet))
    let (upper, lower, first) = (
      try #require(words.first { $0.text == "trên" }), try #require(words.first { $0.text == "dưới" }),
      try #require(words.first { $0.text == "Đầu" })
    )
    let edges = (left: 30 * 72 / 25.4, right: 190 * 72 / 25.4, top: 40 * 72 / 25.4, bottom: 100 * 72 / 25.4)
    #expect(abs(upper.right - edges.right) < 2 && abs(lower.right - edges.right) < 2)
    #expect((edges.top - 4...edges.top + 4).contains(upper.top))
    #expect((edges.bottom - 4...edges.bottom + 4).contains(lower.bottom))
    #expect(abs(first.left - edges.left) < 2 && first.top < 20 * 72 / 25.4 + 4)
    var halves = PaperSamples.page([corner("một", isAtBottom: false)], .halvesOfA4)
    halves.parts.append(PageDescription.Part([corner("hai", isAtBottom: false)]))
    let both = try PaperProcess.words(PaperProcess.pdf(halves))
    #expect(both.map(\.text) == ["một", "hai"])
    #expect(both.count == 2 && abs(both[1].top - both[0].top - 841.89 / 2) < 0.1)
  }

  @Test("A sealed code is read back at the size in which papers print it") func sealedCode() throws {
    let text =
      "000.19.45.H50-261124-0007|1.004873|045198000001|Giấy tiếp nhận hồ sơ và hẹn trả kết quả|dossier"
      + "|2026-11-24T08:45:00+07:00|2026-11-27T17:00:00+07:00|1234567/2026-7K3QZ0|appointment-slip|"
      + "1429384019134895303370924737306473457202552025444552046024508869040583538929040118858924874918886622023"
      + "548164345580765431931907638192405549508320898364973330536675590424805068435214418564840000009570805763"
    let modules = try #require(QRModules(text)).side + 2 * QRModules.quietZone
    // In tenths of a millimetre.
    let size = 250
    #expect(Double(size) / 10 / Double(modules) >= 0.33)
    let pdf = try PaperProcess.pdf(PaperSamples.page([.code(Code(.qr, text, size: size))]))
    #expect(try PaperProcess.codes(pdf) == [text])
  }

  @Test("A part that a half has no room for goes on in the next, numbered") func longHalf() throws {
    var page = PaperSamples.halves
    page.parts = [
      PageDescription.Part((1...40).map { PaperSamples.text("Dòng \($0)") }), PageDescription.Part([.space(10)]),
    ]
    let pages = try PaperProcess.pages(PaperProcess.pdf(page))
    #expect(pages.count == 2)
    #expect(pages.first?.contains(#/(?m)^ +2$/#) == true)
  }

  @Test("Nothing stands outside of the margins, however long a name is") func margins() throws {
    let name = String(repeating: "NguyễnthịƯỡng", count: 9) + "xyz"
    #expect(name.count == 120)
    let styles: [Run.Style] = [[], .bold, .italic, [.bold, .italic]]
    let blocks: [Block] =
      Paragraph.Alignment.allCases.flatMap { alignment in
        styles.map { .paragraph(Paragraph([.text(name, $0), .leader], alignment, firstIndent: 100, indent: 50)) }
      } + [
        .table(Table(shares: [1, 2, 1], headRows: 0, rows: [styles.prefix(3).map { Table.Cell(name, $0) }])),
        .columns([
          Block.Column(1, [PaperSamples.text(name)]), Block.Column(3, [.paragraph(Paragraph(name, .bold, .right))]),
        ]),
      ]
    var page = PaperSamples.page(blocks)
    // A number stands in the margin.
    page.numbersPages = false
    let words = try PaperProcess.words(PaperProcess.pdf(page))
    #expect(words.allSatisfy { $0.left >= 85.03 - 0.1 && $0.right <= 595.28 - 56.69 + 0.1 })
    #expect(words.allSatisfy { $0.top >= 56.69 - 0.1 && $0.bottom <= 841.89 - 56.69 + 0.1 })
    #expect(words.map(\.text).joined().count { $0 == "x" } == 16 + 5)
  }
}
