import Foundation
import PageDescription
import Testing

@Suite("Papers as they are drawn")
struct DrawingTests {
  @Test("A receipt says what its description says, where it says it") func receipt() throws {
    let pages = try PaperProcess.pages(PaperProcess.pdf(PaperSamples.receipt))
    #expect(
      pages.first == """
          UBND XÃ HƯỚNG HIỆP                 CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
        TRUNG TÂM PHỤC VỤ HÀNH                       Độc lập - Tự do - Hạnh phúc
              CHÍNH CÔNG                         Hướng Hiệp, ngày 24 tháng 11 năm 2026
                Số: 0007/TNHS

                                   GIẤY TIẾP NHẬN HỒ SƠ
                                   VÀ HẸN TRẢ KẾT QUẢ
        Mã hồ sơ: 000.19.45.H50-261124-0007
        Tiếp nhận của: Hồ Thị Kơ̆n (sinh ngày 02/9/1991)
        Địa chỉ:
        Số điện thoại:                     Thư điện tử:
             Nội dung yêu cầu giải quyết: Đăng ký khai sinh cho trẻ em sinh ra tại bệnh viện
        huyện, cha mẹ có đăng ký kết hôn, cùng thường trú trên địa bàn xã.
                                                                      Bản     Bản
         TT                Thành phần hồ sơ                                              Ghi chú
                                                                     chính    sao
          1   Tờ khai đăng ký khai sinh theo mẫu
          2   Giấy chứng sinh; nếu không có thì giấy cam                            Trả lại bản
              đoan về việc sinh là có thật                                          chính
                                Cộng                                  2        1
        Lệ phí: 8.000 ₫ (Tám nghìn đồng), đã nộp.
        Nhận kết quả tại: Bộ phận Một cửa       Bưu chính
                  NGƯỜI NỘP HỒ SƠ                         NGƯỜI TIẾP NHẬN
                   (Ký và ghi rõ họ tên)                   (Ký và ghi rõ họ tên)




                                                                          Trần Văn Thử


                                         000.19.45.H50-261124-0007

        """)
    #expect(pages.count == 1)
  }

  @Test("Only our own faces are in a paper, each of them embedded") func faces() throws {
    let styles: [Run.Style] = [[], .bold, .italic, [.bold, .italic], .underlined]
    let text = PaperSamples.letters.joined() + "0123456789 ₫ – — … “ ” ‘ ’ § ° × № Kơ̆ Hʼ"
    let faces = try PaperProcess.faces(
      PaperProcess.pdf(PaperSamples.page([.paragraph(Paragraph(styles.map { .text(text, $0) }))])))
    let names = Set(faces.map { $0.name.drop { $0 != "+" }.dropFirst() })
    #expect(names == ["DossierSerif-Regular", "DossierSerif-Bold", "DossierSerif-Italic", "DossierSerif-BoldItalic"])
    #expect(faces.allSatisfy { $0.isEmbedded })
  }

  @Test("The codes of a receipt are read back from its printout, marks and all") func codes() throws {
    let codes = try PaperProcess.codes(PaperProcess.pdf(PaperSamples.receipt))
    // Compared by bytes, since equal strings may be composed differently.
    let bytes = Set(codes.map { Array($0.utf8) })
    #expect(
      bytes == [
        Array("000.19.45.H50-261124-0007|Hồ Thị Kơ̆n|24/11/2026".utf8), Array("000.19.45.H50-261124-0007".utf8),
      ])
  }

  @Test("The same description is the same file on each machine") func sameBytes() throws {
    let bytes = PaperSamples.receipt.bytes
    let first = try PaperProcess.render(bytes)
    let second = try PaperProcess.render(
      bytes,
      environment: [
        "TZ": "Asia/Ho_Chi_Minh", "HOME": "/nonexistent", "LC_ALL": "vi_VN.UTF-8", "FONTCONFIG_FILE": "/dev/null",
      ])
    #expect(first.code == 0)
    #expect(first.output == second.output)
    #expect(first.output.count <= 45_000)
    var later = PaperSamples.receipt
    later.createdAt += 1
    #expect(try PaperProcess.pdf(later) != first.output)
  }

  @Test("All 146 letters stand on paper, in each style", arguments: [Run.Style(), .bold, .italic, [.bold, .italic]])
  func letters(_ style: Run.Style) throws {
    #expect(Set(PaperSamples.letters.map { Array($0.utf8) }).count == 146)
    #expect(PaperSamples.letters.allSatisfy { $0.unicodeScalars.count == 1 })
    let text = PaperSamples.letters.joined(separator: " ")
    let words = try PaperProcess.words(PaperProcess.pdf(PaperSamples.page([.paragraph(Paragraph(text, style))])))
    #expect(words.map { Array($0.text.utf8) } == PaperSamples.letters.map { Array($0.utf8) })
  }

  @Test("Letters whose marks stand apart keep them") func marks() throws {
    let names = ["Kơ̆n", "Y Blơ̆", "Nguye\u{302}\u{303}n", "Hʼ’Len"]
    let words = try PaperProcess.words(PaperProcess.pdf(PaperSamples.page(names.map(PaperSamples.text))))
    // Poppler takes the place of a mark for the end of a word.
    #expect(words.map(\.text).joined() == names.joined().replacing(" ", with: ""))
  }

  @Test(
    "A letter that the faces lack is named, and nothing is drawn",
    arguments: ["☐", "漢", "\u{1F600}", "\u{202E}", "\t", "\u{0}"])
  func missingLetter(_ letter: String) throws {
    let code = String(letter.unicodeScalars.first?.value ?? 0, radix: 16, uppercase: true)
    let name = "letter=U+" + String(repeating: "0", count: max(0, 4 - code.count)) + code
    let cell = Table(shares: [1], rows: [[Table.Cell("Tên")], [Table.Cell("Nguyễn " + letter, .bold)]])
    let caption = Code(.code128, "0007", size: 100, caption: letter)
    for block in [PaperSamples.text("Ô " + letter), .table(cell), .together([.code(caption)])] {
      #expect(try PaperProcess.fault(PaperSamples.page([block])) == [name, "fault=letter"])
    }
  }
}
