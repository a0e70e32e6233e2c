import DossierDomain
import PageDescription
import Testing
import VietnameseText

@testable import Documents

@Suite("What all papers have in common") struct PaperTests {
  private static func codes(_ blocks: [Block]) -> [Code] {
    blocks.flatMap { block -> [Code] in
      switch block {
      case .code(let code): [code]
      case .columns(let columns): columns.flatMap { codes($0.blocks) }
      case .together(let blocks): codes(blocks)
      case .placed(let placed): codes(placed.blocks)
      case .paragraph, .table, .space, .rule, .cut: []
      }
    }
  }

  private static func codes(_ page: PageDescription) -> [[Code]] { page.parts.map { codes($0.blocks) } }

  /// Screens call an office by its commune; on a paper that would be the authority above it once more.
  @Test(
    arguments: [
      ("xã La Lay", "Trung tâm Phục vụ hành chính công xã La Lay"),
      ("LA LAY", "Trung tâm Phục vụ hành chính công LA LAY"), ("Bộ phận Một cửa", "Bộ phận Một cửa"), ("", ""),
    ])
  func anOfficeNamedLikeItsCommuneIsItsCentre(name: String, desk: String) {
    var office = FormSamples.office
    office.name = name
    let issuer = PaperIssuer(office: office, clerk: "", at: FormSamples.issue.at)
    #expect(issuer.desk == desk && issuer.authority == "Ủy ban nhân dân xã La Lay")
  }

  @Test("The code has the fields of TT 01/2023 in their order, the dossier first, and on a receipt the appointment")
  func fields() throws {
    let page = ReceiptPaper(FormSamples.dossier(), version: nil, issue: FormSamples.issue).page(.shipped)
    let codes = Self.codes(page)
    #expect(codes.count == 2 && codes[0] == codes[1])
    #expect(
      codes[0].map(\.text) == [
        "000.19.45.H50-261124-0007|1.004873|045198000001|Giấy tiếp nhận hồ sơ và hẹn trả kết quả|dossier"
          + "|2026-11-24T08:45:00+07:00|2026-11-27T17:00:00+07:00"
      ])
    #expect(codes[0].first?.kind == .qr)
    #expect(ScannedCode(try #require(codes[0].first?.text)) == .dossier("000.19.45.H50-261124-0007"))
  }

  @Test("A receipt says what was counted for the fee") func countedOnAReceipt() {
    var dossier = FormSamples.dossier()
    let plain = dossier.procedure.name
    dossier.caseRecord.fee = [
      FeeLine(name: "Lệ phí", kind: .known(.charge), calculation: "", amount: 5000),
      FeeLine(
        name: "Phí", kind: .known(.fee), calculation: "3 × (2 × 2.000)", amount: 12_000,
        count: FeeLine.Count(3, .copy, at: 4000)),
    ]
    let receipt = ReceiptPaper(dossier, version: nil, issue: FormSamples.issue)
    #expect(receipt.subject.content == "\(plain) (3 bản: 3 × (2 × 2.000) = 12.000 đ)")
    #expect(
      VisitReceiptPaper([dossier], version: { _ in nil }, issue: FormSamples.issue).rows[0].subject == receipt.subject)
    dossier.caseRecord.fee.removeLast()
    #expect(ReceiptPaper(dossier, version: nil, issue: FormSamples.issue).subject.content == plain)
  }

  @Test("A paper without an appointment has six fields; what is not known is an empty one") func unknownFields() {
    let code = PaperCode(
      dossier: "A-261124-0007", procedure: "", identity: "", paper: "Phiếu | từ chối", system: "dossier",
      issuedAt: FormSamples.at("2026-02-05T08:05:00+07:00"), due: nil)
    #expect(code.text == "A-261124-0007|||Phiếu / từ chối|dossier|2026-02-05T08:05:00+07:00")
  }

  @Test("A newborn child has no number: the code names who came for it") func newborn() {
    var dossier = FormSamples.dossier()
    dossier.applicant = Person(name: "Hồ Văn Ơi", identityNumber: "045090000002")
    #expect(PaperSubject(dossier).codeIdentity == "045198000001")
    dossier.owner.identityNumber = ""
    #expect(PaperSubject(dossier).codeIdentity == "045090000002")
    #expect(PaperSubject(dossier).applicant == "Hồ Văn Ơi" && PaperSubject(dossier).owner == "Hồ Thị Kăn Tưm")
  }

  @Test("A paper without a dossier's code, or of many dossiers, has no QR code") func noCode() {
    for (name, page) in FormSamples.pages where name.hasSuffix("-unknown") || name.hasPrefix("register") {
      #expect(Self.codes(page).joined().isEmpty, "\(name)")
    }
  }

  @Test("Nothing that is not known is invented: no word of a program, no number in an empty paper") func unknown() {
    for (name, page) in FormSamples.pages {
      let text = PageText(width: 80).lines(of: page).joined(separator: "\n")
      for word in ["nil", "Optional", "unknown"] { #expect(!text.contains(word), "\(name)") }
    }
    let empty = ReceiptPaper(
      subject: FormSamples.empty, rows: [], sets: nil, limit: "", receivedAt: nil, dueAt: nil, delivery: "",
      issue: FormSamples.unknownIssue)
    let lines = PageText(width: 80, isPlain: true).lines(of: empty.page(.shipped))
    #expect(lines.contains { $0 == "Địa chỉ: ....." })
    #expect(lines.contains("4. Thời gian nhận hồ sơ: ..... giờ ..... phút, ngày ..... tháng ..... năm"))
  }

  @Test("A citizen's own paper shows her data in full; the cover of a confidential dossier names nobody") func masking()
  {
    var dossier = FormSamples.dossier()
    dossier.isConfidential = true
    let receipt = PageText(width: 200).lines(
      of: ReceiptPaper(dossier, version: nil, issue: FormSamples.issue).page(.shipped)
    ).joined()
    #expect(receipt.contains("045198000001") && receipt.contains("Hồ Thị Kăn Tưm") && receipt.contains("0912345678"))
    let rest = [
      FileLabelPaper(dossier, name: FormSamples.name, issue: FormSamples.issue).page(.shipped),
      RegisterPaper(
        from: dossier.lastChangedAt.civilDate, through: dossier.lastChangedAt.civilDate,
        rows: [.init(dossier, issue: FormSamples.issue)], issue: FormSamples.issue
      ).page(.shipped),
      HandOverPaper(rows: [.init(dossier)], giver: "", issue: FormSamples.issue).page(.shipped),
    ]
    for page in rest {
      let text = PageText(width: 200).lines(of: page).joined()
      #expect(text.contains("(hồ sơ kín)") && !text.contains("Kăn Tưm") && !text.contains("A Pul"))
    }
  }

  @Test("The printer's queue and the file's properties name no person") func titles() {
    for (name, page) in FormSamples.pages {
      #expect(!page.title.isEmpty && !page.title.contains("Hồ Thị"), "\(name)")
    }
  }

  @Test("Each paper's bytes are read back, and equal data give equal bytes") func bytes() throws {
    for ((name, page), (_, again)) in zip(FormSamples.pages, FormSamples.pages) {
      #expect(try PageDescription(bytes: page.bytes) == page, "\(name)")
      #expect(page.bytes == again.bytes)
    }
  }

  @Test("Days below 10, January and February have two digits, other months have not") func dates() {
    #expect(FormSamples.at("2026-02-05").civilDate.inWords == "ngày 05 tháng 02 năm 2026")
    #expect(FormSamples.at("2026-03-05").civilDate.inWords == "ngày 05 tháng 3 năm 2026")
    #expect(FormSamples.at("2026-12-31T08:05:00+07:00").inWords == "08 giờ 05 phút, ngày 31 tháng 12 năm 2026")
  }

  @Test("Papers that were handed in are counted by their kind; what replaced one is named, what is missing is not")
  func rows() {
    func row(_ form: Component.Form, _ method: LookupMethod? = nil) -> ReceiptPaper.Row? {
      ReceiptPaper.Row(Component(number: 1, name: "Giấy", form: form, quantity: 3, lookupMethod: method))
    }
    #expect(row(.original) == .init("Giấy", originals: 3))
    #expect(row(.certifiedCopy) == .init("Giấy", certified: 3))
    #expect(row(.photocopy) == .init("Giấy", photocopies: 3))
    #expect(row(.electronic) == .init("Giấy (bản điện tử)"))
    #expect(row(.replacedByLookup, .vneid) == .init("Giấy (đã khai thác: VNeID)"))
    #expect(row(.missing) == nil && row(.notApplicable) == nil)
  }

  @Test("The time limit is that of the reception, in all its stages; an unknown one stays open") func limits() {
    var dossier = FormSamples.dossier()
    dossier.caseRecord.limit = [.workingDays(3), .workingDays(2)]
    #expect(dossier.limitOnPaper(nil) == "3 ngày làm việc + 2 ngày làm việc")
    dossier.caseRecord.limit = []
    #expect(dossier.limitOnPaper(nil) == "")
    dossier.appointment?.enteredDays = 4
    #expect(dossier.limitOnPaper(nil) == "4 ngày làm việc")
  }

  @Test("Amounts are said as the office says them") func amounts() {
    var issue = FormSamples.issue
    issue.words = AmountInWords(zeroTens: .le, thousand: .ngan)
    let paper = AppointmentSlipPaper(
      subject: FormSamples.empty, receivedAt: nil, dueAt: nil, delivery: "", fee: 105_000, issue: issue)
    let lines = PageText(width: 100).lines(of: paper.page(.shipped))
    #expect(lines.contains("Phí, lệ phí: 105.000 đ (Một trăm lẻ năm ngàn đồng)"))
  }

  @Test("An apology before the appointment does not say that it was missed") func apology() {
    func text(issuedAt moment: String) -> String {
      var issue = FormSamples.issue
      issue.at = FormSamples.at(moment)
      let paper = ApologyPaper(
        subject: FormSamples.empty, receivedAt: nil, oldDueAt: FormSamples.at("2026-11-27T17:00:00+07:00"),
        newDueAt: nil,
        reason: "", signer: "", issue: issue)
      return PageText(width: 300).lines(of: paper.page(.shipped)).joined()
    }
    #expect(text(issuedAt: "2026-11-27T16:00:00+07:00").contains("chưa thể trả kết quả"))
    #expect(text(issuedAt: "2026-11-30T08:00:00+07:00").contains("Tuy nhiên đến nay"))
  }
}
