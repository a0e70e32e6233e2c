import PageDescription
import Testing

@testable import DossierPaper

@Suite("Code 128")
struct Code128Tests {
  /// The start, each symbol and the check have 11 modules, the stop has 13.
  @Test("Pairs of digits take half the width") func widths() throws {
    let expected = [
      "A": 1, "12": 1, "123": 3, "1234": 2, "A1234": 4, "A12345": 5, "1234A": 4, "A123456A": 7, "A12345A": 7,
    ]
    for (text, symbols) in expected {
      #expect(Code128.widths(of: text)?.reduce(0, +) == 11 * (symbols + 2) + 13, "\(text)")
    }
  }

  /// ISO/IEC 15417: weights from 1, modulo 103. The check of `PJJ123C` is 55, and 55 has the pattern 311321.
  @Test("The check symbol is that of the standard's example") func check() throws {
    let widths = try #require(Code128.widths(of: "PJJ123C"))
    #expect(Array(widths.dropLast(7).suffix(6)) == [3, 1, 1, 3, 2, 1])
  }

  @Test("A reader sees what was written") func readBack() throws {
    let texts = [
      "000.19.45.H50-261124-0007", "A", "12", "123", "1234567", "AB1234CD", "AB123456CD7", " !\"#$%&'()*+,-./:;<=>?@",
      "[\\]^_`{|}~",
      "ABCDEFGHIJKLMNOPQRSTUVWXYZ", "abcdefghijklmnopqrstuvwxyz", "00112233445566778899",
    ]
    // Every pair of digits, ten to a code.
    let pairs = (0..<10).map { tens in (0..<10).map { "\(tens)\($0)" }.joined() }
    for texts in [texts, pairs] {
      let codes = texts.flatMap { [Block.code(Code(.code128, $0, size: 120, .centre)), .space(60)] }
      #expect(Set(try PaperProcess.codes(PaperProcess.pdf(PaperSamples.page(codes)))) == Set(texts))
    }
  }
}
