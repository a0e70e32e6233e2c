import Foundation
import PageDescription
import Testing

@Suite("Descriptions that nobody can print")
struct RefusalTests {
  @Test("What is no description is refused") func malformed() throws {
    let bytes = PaperSamples.receipt.bytes
    for broken in [[], Array("DPAGE2".utf8), Array(bytes.dropLast()), bytes + [0]] {
      #expect(try PaperProcess.fault(broken) == ["fault=malformed"])
    }
    let many = bytes + [UInt8](repeating: 0, count: PageDescription.maximumBytes)
    #expect(try PaperProcess.fault(many) == ["fault=tooLarge"])
  }

  @Test("Changed bytes are drawn or refused, and never end the process otherwise") func changed() throws {
    var random = SystemRandomNumberGenerator()
    let bytes = PaperSamples.receipt.bytes
    for _ in 0..<40 {
      var changed = bytes
      for _ in 0..<Int.random(in: 1...3, using: &random) {
        changed[Int.random(in: 6..<bytes.count, using: &random)] = UInt8.random(in: 0...255, using: &random)
      }
      let outcome = try PaperProcess.render(changed)
      #expect(outcome.code == 0 || outcome.code == 65, "\(changed)")
      #expect((outcome.code == 0) == (outcome.lines.isEmpty && !outcome.output.isEmpty), "\(changed)")
    }
  }

  @Test("What does not fit its place is refused instead of being cut") func layout() throws {
    let narrow = Table(shares: [1, 1_000], rows: [[Table.Cell("A"), Table.Cell("B")]])
    let nested = Block.columns([
      Block.Column(1, [.columns(Array(repeating: Block.Column(1, [PaperSamples.text("A")]), count: 60))])
    ])
    for block in [
      .table(narrow), nested, .paragraph(Paragraph("A", size: 7)), .paragraph(Paragraph("A", size: 100_000)),
      .paragraph(Paragraph("A", indent: 1_600)), .paragraph(Paragraph("A", firstIndent: 100_000)),
      .placed(Placed(x: 1_100, y: 100, width: 1_001, height: 100, [])),
      .placed(Placed(x: 0, y: 2_900, width: 500, height: 71, [])),
      .placed(Placed(x: 100, y: 100, width: 500, height: 90, [PaperSamples.text("A"), PaperSamples.text("B")])),
      .together([.placed(Placed(x: 100, y: 100, width: 500, height: 200, [PaperSamples.text("A")]))]),
      .code(Code(.qr, "A", size: 1_700)), .code(Code(.code128, "A", size: 2_600)), .code(Code(.code128, "A", size: 0)),
    ] {
      #expect(try PaperProcess.fault(PaperSamples.page([block])) == ["fault=layout"], "\(block)")
    }
    let wide = PageDescription.Margins(top: 200, right: 1_000, bottom: 200, left: 1_000)
    #expect(try PaperProcess.fault(PaperSamples.page([], margins: wide)) == ["fault=layout"])
    let high = PageDescription.Margins(top: 700, right: 0, bottom: 700, left: 0)
    #expect(try PaperProcess.fault(PaperSamples.page([], .halvesOfA4, margins: high)) == ["fault=layout"])
  }

  @Test("A code that cannot hold its text, or that no reader could tell apart, is refused") func codes() throws {
    for code in [
      Code(.qr, "", size: 250), Code(.qr, String(repeating: "a", count: 2_332), size: 1_500),
      Code(.qr, String(repeating: "A", count: 2_000), size: 250), Code(.qr, "A\u{0}B", size: 250),
      Code(.code128, "Mã", size: 100), Code(.code128, "", size: 100),
      Code(.code128, String(repeating: "A", count: 81), size: 100),
      Code(.code128, String(repeating: "A", count: 79), size: 100),
    ] {
      #expect(try PaperProcess.fault(PaperSamples.page([.code(code)])) == ["fault=code"], "\(code)")
    }
  }

  @Test("More than is ever printed is refused before it takes the memory") func tooLarge() throws {
    let long = PaperSamples.text(String(repeating: "a", count: 300_000))
    let many = Block.together(Array(repeating: PaperSamples.text("A"), count: 4_000))
    for block in [long, many] { #expect(try PaperProcess.fault(PaperSamples.page([block])) == ["fault=tooLarge"]) }
    var parts = PaperSamples.page([])
    parts.parts = Array(repeating: PageDescription.Part([]), count: 1_001)
    #expect(try PaperProcess.fault(parts) == ["fault=tooLarge"])
  }

  @Test("A time outside of the calendar's four digits is refused") func time() throws {
    var page = PaperSamples.page([PaperSamples.text("A")])
    page.createdAt = 253_402_300_800
    #expect(try PaperProcess.fault(page) == ["fault=malformed"])
  }

  @Test("A folder without the faces, or with others, is refused") func faces() throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("faces-" + UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    #expect(try PaperProcess.fault(PaperSamples.receipt.bytes, faces: folder.path) == ["fault=faces"])
    for style in ["Regular", "Bold", "Italic", "BoldItalic"] {
      try Data("no face".utf8).write(to: folder.appendingPathComponent("DossierSerif-\(style).ttf"))
    }
    #expect(try PaperProcess.fault(PaperSamples.receipt.bytes, faces: folder.path) == ["fault=faces"])
  }
}
