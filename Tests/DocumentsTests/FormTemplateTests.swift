import DossierDomain
import PageDescription
import Testing

@testable import Documents

@Suite("Templates of papers") struct FormTemplateTests {
  private static func faults(_ text: String) -> [String] {
    do throws(FormTemplateFaults) {
      _ = try FormTemplates(changedBy: Array(text.utf8))
      return []
    } catch {
      return error.all.map { $0.wording(.en) }
    }
  }

  @Test("Each paper that comes with the program has all of its texts and no other", arguments: FormKind.allCases)
  func shipped(kind: FormKind) {
    let template = FormTemplates.shipped[kind]
    #expect(Set(template.texts.keys) == Set(kind.texts))
    #expect(Set(kind.texts).count == kind.texts.count)
    #expect(!template.title.isEmpty && template.date.year >= 2025)
    #expect(template.texts.values.allSatisfy { !$0.isEmpty })
  }

  @Test("The seven forms of the circular are numbered, and say that nobody has compared them with it")
  func unconfirmed() {
    let forms: [(FormKind, String)] = [
      (.receipt, "01"), (.visitReceipt, "01"), (.supplement, "02"), (.refusal, "03"), (.apology, "04"),
      (.stopping, "05"),
      (.controlSlip, "06"), (.register, "07"),
    ]
    for (kind, number) in forms {
      let template = FormTemplates.shipped[kind]
      #expect(template.number == number && !template.isConfirmed)
      #expect(template.footnote == "Mẫu số \(number); mẫu chưa đối chiếu với Thông tư 03/2025/TT-VPCP")
    }
    #expect(FormTemplates.shipped[.fileLabel].footnote.isEmpty)
  }

  @Test("An office changes texts, date, sheet and copies of a form; all others stay") func changed() throws {
    let text = """
      # Mẫu theo Thông tư mới
      [receipt]
      date = 01/03/2027
      circular = Thông tư 09/2027/TT-VPCP
      confirmed = yes
      owner = Đã nhận hồ sơ của:
      sheet = a5
      copies = Lưu
      """
    let templates = try FormTemplates(changedBy: Array(text.utf8))
    let receipt = templates[.receipt]
    #expect(receipt.version == "receipt 01/03/2027" && receipt.sheet == .a5 && receipt.copies == ["Lưu"])
    #expect(receipt.footnote == "Mẫu số 01; Thông tư 09/2027/TT-VPCP")
    #expect(templates[.refusal] == FormTemplates.shipped[.refusal])
    let page = ReceiptPaper(FormSamples.dossier(), version: nil, issue: FormSamples.issue).page(templates)
    #expect(page.parts.count == 1 && page.sheet == .a5)
    let lines = PageText(width: 80).lines(of: page)
    #expect(lines.contains("Đã nhận hồ sơ của: Hồ Thị Kăn Tưm"))
    #expect(lines.contains("Người nộp: Hồ Thị Kăn Tưm"))
    #expect(try FormTemplates(changedBy: []) == .shipped)
  }

  @Test(
    "A fault names its line and the problem",
    arguments: [
      ("[receip]\ndate = 1/3/2027", "line 1: there is no form \"receip\""),
      ("date = 01/03/2027", "line 1: a [form] must stand before it"),
      ("[receipt]\nowner = Của:", "line 1: this form lacks \"date\""),
      ("[receipt]\ndate = 01/03/2027\nOwner = Của:", "line 3: this form has no \"Owner\""),
      ("[receipt]\ndate = 01/03/2027\nperiod = Từ:", "line 3: this form has no \"period\""),
      ("[receipt]\ndate = 01/03/2027\n\ndate = 01/03/2027", "line 4: \"date\" is there twice"),
      ("[receipt]\ndate = 01/03/2027\n[receipt]\ndate = 01/03/2027", "line 3: the form \"receipt\" is there twice"),
      ("[receipt]\ndate = 31/02/2027", "line 2: \"31/02/2027\" is no date dd/mm/yyyy"),
      ("[receipt]\ndate = 01/03/2027\nconfirmed = maybe", "line 3: \"maybe\" must be yes or no"),
      ("[receipt]\ndate = 01/03/2027\nsheet = a3", "line 3: \"a3\" must be a4, a4-landscape, a5 or halves"),
      ("[receipt]\ndate = 01/03/2027\ncopies = a; b; c; d; e", "line 3: at most 4 copies"),
      ("[receipt]\ndate = 01/03/2027\nwhat is this", "line 3: must be [form], name = text, or # comment"),
      (
        "[receipt]\ndate = 01/03/2027\nowner =",
        "line 3: \"owner\" is empty, longer than 500 characters or cannot be printed"
      ),
      (
        "[receipt]\ndate = 01/03/2027\nowner = -",
        "line 3: \"owner\" is empty, longer than 500 characters or cannot be printed"
      ),
      (
        "[receipt]\ndate = 01/03/2027\nowner = a\u{1B}[2Jb",
        "line 3: \"owner\" is empty, longer than 500 characters or cannot be printed"
      ),
      (
        "[receipt]\ndate = 01/03/2027\nowner = " + String(repeating: "ă", count: 501),
        "line 3: \"owner\" is empty, longer than 500 characters or cannot be printed"
      ),
    ])
  func fault(text: String, wording: String) { #expect(Self.faults(text) == [wording]) }

  @Test("All faults are said, in their order, and nothing of such a file holds") func allFaults() {
    let text = "[receipt]\nowner = Của:\nnobody = x\n[register]\ndate = 1"
    #expect(
      Self.faults(text) == [
        "line 1: this form lacks \"date\"", "line 3: this form has no \"nobody\"",
        "line 5: \"1\" is no date dd/mm/yyyy",
      ])
  }

  @Test("A file that is no text, or larger than 64 KB, is refused whole; many faults are not more than a hundred")
  func bounds() {
    for bytes in [[0xFF, 0xFE, 0x5B], Array(repeating: UInt8(ascii: "#"), count: (64 << 10) + 1)] as [[UInt8]] {
      #expect(throws: FormTemplateFaults.self) { try FormTemplates(changedBy: bytes) }
    }
    let many = Self.faults(String(repeating: "x\n", count: 20_000))
    #expect((100...101).contains(many.count))
  }

  @Test("A byte-order mark, line ends of Windows and marks that stand apart are taken as they are meant") func editors()
    throws
  {
    let text = "\u{FEFF}[receipt]\r\ndate = 01/03/2027\r\nowner = Ti\u{00EA}\u{0301}p:\r\n"
    let owner = try FormTemplates(changedBy: Array(text.utf8))[.receipt].texts["owner"]
    #expect(owner.map { Array($0.utf8) } == Array("Tiếp:".utf8))
  }
}
