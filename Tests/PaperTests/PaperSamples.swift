import PageDescription

/// Descriptions that tests draw. The persons are invented.
enum PaperSamples {
  /// 24 November 2026, 09:45 in Vietnam.
  static let moment: Int64 = 1_795_488_300

  static let letters: [String] = {
    let vowels = ["a", "ă", "â", "e", "ê", "i", "o", "ô", "ơ", "u", "ư", "y"]
    let tones = ["", "\u{300}", "\u{301}", "\u{309}", "\u{303}", "\u{323}"]
    let small = vowels.flatMap { vowel in tones.map { vowel + $0 } } + ["đ"]
    // Composed, as texts of the office are.
    return (small + small.map { $0.uppercased() }).map(composed)
  }()

  static func page(
    _ blocks: [Block], _ sheet: PageDescription.Sheet = .a4, margins: PageDescription.Margins = .official,
    title: String = "Mẫu thử"
  ) -> PageDescription {
    PageDescription(
      sheet: sheet, margins: margins, title: title, createdAt: moment, parts: [PageDescription.Part(blocks)])
  }

  static func text(_ text: String) -> Block { .paragraph(Paragraph(text)) }

  /// A page as full as form 01: head, table of papers, blanks, both codes, signatures.
  static let receipt = page(receiptBlocks, title: "Giấy tiếp nhận hồ sơ và hẹn trả kết quả")

  static let receiptBlocks: [Block] = [
    .columns([
      Block.Column(
        2,
        [
          .paragraph(Paragraph("UBND XÃ HƯỚNG HIỆP", [], .centre, size: 24, after: 0)),
          .paragraph(Paragraph("TRUNG TÂM PHỤC VỤ HÀNH CHÍNH CÔNG", .bold, .centre, size: 24, after: 0)),
          .rule(percent: 40),
          .paragraph(Paragraph("Số: 0007/TNHS", [], .centre, size: 26)),
        ]),
      Block.Column(
        3,
        [
          .paragraph(Paragraph("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", .bold, .centre, size: 24, after: 0)),
          .paragraph(Paragraph("Độc lập - Tự do - Hạnh phúc", .bold, .centre, size: 26, after: 0)), .rule(percent: 60),
          .paragraph(Paragraph("Hướng Hiệp, ngày 24 tháng 11 năm 2026", .italic, .centre, size: 26)),
        ]),
    ]),
    .paragraph(
      Paragraph(
        [.text("GIẤY TIẾP NHẬN HỒ SƠ", .bold), .lineBreak, .text("VÀ HẸN TRẢ KẾT QUẢ", .bold)], .centre, size: 28,
        before: 40,
        after: 30)),
    .columns([
      Block.Column(
        7,
        [
          .paragraph(Paragraph([.text("Mã hồ sơ: "), .text("000.19.45.H50-261124-0007", .bold)])),
          .paragraph(
            Paragraph([.text("Tiếp nhận của: "), .text("Hồ Thị Kơ̆n", .bold), .text(" (sinh ngày 02/9/1991)")])),
          .paragraph(Paragraph([.text("Địa chỉ: "), .leader])),
          .paragraph(Paragraph([.text("Số điện thoại: "), .blank(400), .text(" Thư điện tử: "), .leader])),
        ]),
      Block.Column(2, [.code(Code(.qr, "000.19.45.H50-261124-0007|Hồ Thị Kơ̆n|24/11/2026", size: 250, .right))]),
    ]),
    .paragraph(
      Paragraph(
        "Nội dung yêu cầu giải quyết: Đăng ký khai sinh cho trẻ em sinh ra tại bệnh viện huyện, "
          + "cha mẹ có đăng ký kết hôn, cùng thường trú trên địa bàn xã.",
        [], .justified, firstIndent: 100)),
    .table(
      Table(
        shares: [10, 80, 15, 15, 30],
        rows: [
          [
            Table.Cell("TT", .bold, .centre), Table.Cell("Thành phần hồ sơ", .bold, .centre),
            Table.Cell("Bản chính", .bold, .centre),
            Table.Cell("Bản sao", .bold, .centre), Table.Cell("Ghi chú", .bold, .centre),
          ],
          [
            Table.Cell("1", [], .centre), Table.Cell("Tờ khai đăng ký khai sinh theo mẫu"),
            Table.Cell([Paragraph([.box(isMarked: true)], .centre, after: 0)]),
            Table.Cell([Paragraph([.box(isMarked: false)], .centre, after: 0)]), Table.Cell(""),
          ],
          [
            Table.Cell("2", [], .centre),
            Table.Cell("Giấy chứng sinh; nếu không có thì giấy cam đoan về việc sinh là có thật"),
            Table.Cell([Paragraph([.box(isMarked: true)], .centre, after: 0)]),
            Table.Cell([Paragraph([.box(isMarked: true)], .centre, after: 0)]),
            Table.Cell("Trả lại bản chính", .italic),
          ],
          [
            Table.Cell("Cộng", .bold, .centre, span: 2), Table.Cell("2", [], .centre), Table.Cell("1", [], .centre),
            Table.Cell(""),
          ],
        ], size: 24)),
    .paragraph(
      Paragraph(
        [
          .text("Lệ phí: 8.000 ₫ "), .text("(Tám nghìn đồng)", .italic), .text(", "), .text("đã nộp", .underlined),
          .text("."),
        ],
        before: 20)),
    .paragraph(
      Paragraph([
        .text("Nhận kết quả tại: "), .box(isMarked: true), .text(" Bộ phận Một cửa   "), .box(isMarked: false),
        .text(" Bưu chính"),
      ])),
    .together([
      .columns([
        Block.Column(
          1,
          [
            .paragraph(Paragraph("NGƯỜI NỘP HỒ SƠ", .bold, .centre, after: 0)),
            .paragraph(Paragraph("(Ký và ghi rõ họ tên)", .italic, .centre)), .space(200),
          ]),
        Block.Column(
          1,
          [
            .paragraph(Paragraph("NGƯỜI TIẾP NHẬN", .bold, .centre, after: 0)),
            .paragraph(Paragraph("(Ký và ghi rõ họ tên)", .italic, .centre)), .space(200),
            .paragraph(Paragraph("Trần Văn Thử", .bold, .centre)),
          ]),
      ])
    ]),
    .code(Code(.code128, "000.19.45.H50-261124-0007", size: 100, .centre, caption: "000.19.45.H50-261124-0007")),
  ]

  /// A table that goes on for many pages.
  static func list(rows: Int) -> PageDescription {
    let head = [
      Table.Cell("TT", .bold, .centre), Table.Cell("Họ và tên", .bold, .centre), Table.Cell("Ghi chú", .bold, .centre),
    ]
    let body = (1...rows).map { row in
      [Table.Cell("\(row)", [], .centre), Table.Cell("Người thứ \(row)"), Table.Cell("hồ sơ số \(row), chờ bổ sung")]
    }
    return page([.table(Table(shares: [1, 4, 4], rows: [head] + body))])
  }

  static let halves = PageDescription(
    sheet: .halvesOfA4, margins: PageDescription.Margins(top: 120, right: 150, bottom: 100, left: 200),
    title: "Phiếu hẹn",
    createdAt: moment, textSize: 24,
    parts: ["Lưu", "Giao"].map { copy in
      PageDescription.Part([
        .paragraph(Paragraph("PHIẾU HẸN TRẢ KẾT QUẢ", .bold, .centre, size: 28)),
        .paragraph(Paragraph("Liên: \(copy)", .italic, .centre)),
        .paragraph(Paragraph([.text("Họ và tên: "), .leader])),
        .paragraph(
          Paragraph([.text("Ngày "), .blank(100), .text(" tháng "), .blank(100), .text(" năm "), .blank(150)], .right)),
        .cut,
        .code(Code(.qr, "261124-0007", size: 200, .centre, caption: "261124-0007")),
      ])
    })

  private static func composed(_ letter: String) -> String {
    // The precomposed letter of each base and mark, from their canonical decompositions (Unicode).
    compositions[letter] ?? letter
  }

  private static let compositions: [String: String] = {
    let ranges: [ClosedRange<UInt32>] = [0xC0...0x1B0, 0x1EA0...0x1EF9]
    var found: [String: String] = [:]
    for code in ranges.joined() {
      guard let scalar = Unicode.Scalar(code) else { continue }
      // Strings are equal by canonical equivalence, so this finds the composed one for the one that stands apart.
      found[String(scalar)] = String(scalar)
    }
    return found
  }()
}
