import Documents
import DossierDomain
import PageDescription
import Testing

/// A page as it is looked at: the numbers of people are masked wherever they stand, and nothing else is changed.
@Suite struct MaskedPageTests {
  private static func page(_ text: String) -> PageDescription {
    PageDescription(
      title: "Thử", createdAt: 0,
      parts: [
        PageDescription.Part([
          .paragraph(Paragraph([.text("Số: "), .text(text, .bold), .leader])),
          .together([
            .columns([Block.Column(1, [.paragraph(Paragraph(text))]), Block.Column(1, [.space(20)])]),
            .table(Table(shares: [1, 1], rows: [[Table.Cell("1"), Table.Cell(text)]])),
          ]),
          .code(Code(.qr, "A-1|1.004873|\(text)", size: 250)),
          .placed(Placed(x: 150, y: 150, width: 1_800, height: 400, [.paragraph(Paragraph(text))])),
        ])
      ])
  }

  private static func text(_ page: PageDescription) -> String {
    PageText(width: 76).lines(of: page).joined(separator: "\n")
  }

  @Test(arguments: ["045191176943", "0912345678", "C1234567"]) func aKnownNumberIsMaskedWhereverItStands(number: String)
  {
    let page = Self.page("của \(number), cũ")
    #expect(Self.text(page).contains(number))
    let masked = page.masked([number])
    #expect(!Self.text(masked).contains(number))
    #expect(Self.text(masked).ranges(of: maskedNumber(number)).count == 4)
    // Every line is as long as before.
    let (before, after) = (PageText(width: 76).lines(of: page), PageText(width: 76).lines(of: masked))
    #expect(before.map(\.count) == after.map(\.count))
  }

  /// The dossier was corrected since the paper was issued, so that nobody knows the number that stands on it.
  @Test func aNumberThatNobodyKnowsIsMaskedByItsForm() {
    #expect(!Self.text(Self.page("045191176943").masked([])).contains("045191176943"))
  }

  @Test(arguments: [
    "000.19.45.H50-261124-0007", "1.004873", "24/11/2026 08:45", "1.200.000 đồng", "12/2026-7K3QZ0", "02333877000",
  ])
  func whatIsNoNumberOfAPersonStays(text: String) {
    let page = Self.page(text)
    #expect(page.masked(["045191176943", "", "12"], but: ["02333877000"]) == page)
  }
}
