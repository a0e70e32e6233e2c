import DossierDomain
import PageDescription
import Testing

@testable import Documents

@Suite("The sealed code of a paper") struct SealedPaperCodeTests {
  private static let plain =
    "000.19.45.H50-261124-0007|1.004873|045198000001|Giấy tiếp nhận|dossier|2026-11-24T08:45:00+07:00|2026-11-27T17:00:00+07:00"
  private let form = PaperFormID("receipt")
  private let number = PaperNumber("12/2026-7K3QZ0")

  @Test("The fields are read back, with an appointment and without") func fields() throws {
    let code = try #require(SealedPaperCode(Self.plain + "|12/2026-7K3QZ0|receipt|123\r\n"))
    #expect(code.fields.text == Self.plain && code.plainText == Self.plain)
    #expect(code.sealed?.number == number && code.sealed?.form == form && code.sealed?.seal == "123")
    #expect(
      code.signedText
        == "000.19.45.H50-261124-0007|1.004873|045198000001|||2026-11-24T08:45:00+07:00|2026-11-27T17:00:00+07:00"
        + "|12/2026-7K3QZ0|RECEIPT")
    let without = "A-261124-0007|||Phiếu|dossier|2026-02-05T08:05:00+07:00"
    let short = try #require(SealedPaperCode(without + "|1/2026-7K3QZ0|refusal|9"))
    #expect(short.fields.due == nil && short.fields.text == without && short.sealed?.form.text == "refusal")
    #expect(SealedPaperCode(without)?.sealed == nil)
    #expect(SealedPaperCode(Self.plain)?.fields.due == FormSamples.at("2026-11-27T17:00:00+07:00"))
  }

  @Test("A scanner that loses the letters of the paper's name loses nothing that is signed") func lostLetters() throws {
    let sent = try #require(SealedPaperCode(Self.plain + "|12/2026-7K3QZ0|receipt|123"))
    let received = try #require(
      SealedPaperCode(Self.plain.replacing("Giấy tiếp nhận", with: "Gi?y ti?p nh?n") + "|12/2026-7K3QZ0|receipt|123"))
    #expect(received.sealed == sent.sealed && received.isSame(as: sent))
    let other = try #require(
      SealedPaperCode(Self.plain.replacing("045198000001", with: "045198000002") + "|12/2026-7K3QZ0|receipt|123"))
    #expect(!other.isSame(as: sent))
  }

  @Test(
    "Another text is no code of a paper",
    arguments: [
      "", "000.19.45.H50-261124-0007", "045099000001||Hồ Văn Mẫu|01011999|Nam|Thôn A Ngo, Quảng Trị|01012022",
      plain + "|12/2026-7K3QZ0", plain + "|12/2026-7K3QZ0|receipt", plain + "|012/2026-7K3QZ0|receipt|1",
      plain + "|12/2026-7K3QZ0|receipt|1|2",
      plain.replacing("2026-11-27T", with: "x"),
    ]) func otherText(text: String)
  {
    #expect(SealedPaperCode(text) == nil)
  }

  @Test("Every paper with a code gets one seal on each copy, over its page, which is there again without it")
  func seals() throws {
    let (form, number) = (try #require(form), try #require(number))
    for (name, page) in FormSamples.pages {
      var signed: [(page: [UInt8], text: String)] = []
      let sealed = page.sealed(number, form) {
        signed.append(($0, $1))
        return "4711"
      }
      guard let plain = page.paperCode else {
        #expect(sealed == page && signed.isEmpty, "\(name)")
        continue
      }
      #expect(sealed.paperCode == plain + "|12/2026-7K3QZ0|receipt|4711", "\(name)")
      #expect(signed.count == 1 && signed.first?.page == page.bytes, "\(name)")
      #expect(sealed.paperCode.flatMap { SealedPaperCode($0) }?.signedText == signed.first?.text, "\(name)")
      #expect(sealed.unsealed == page && sealed != page && page.unsealed == page, "\(name)")
      #expect(PageText(width: 80).lines(of: sealed) == PageText(width: 80).lines(of: page), "\(name)")
      #expect(try PageDescription(bytes: sealed.bytes) == sealed)
      let (scanned, dossier) = (sealed.paperCode ?? "", SealedPaperCode(plain)?.fields.dossier ?? "")
      #expect(ScannedCode(scanned) == .paper(dossier: dossier, text: scanned), "\(name)")
      #expect(ScannedCode(plain) == .dossier(dossier), "\(name)")
    }
  }

  @Test("Strokes and marks in a field move no other field") func strokes() throws {
    let code = try #require(SealedPaperCode(Self.plain))
    for trap in ["a|b", "|\u{0302}", "\u{0302}a", "a|\u{0323}|"] {
      var fields = code.fields
      (fields.procedure, fields.paper) = (trap, trap)
      let read = try #require(SealedPaperCode(fields.text + "|12/2026-7K3QZ0|receipt|1"), "\(trap.debugDescription)")
      #expect(read.fields.identity == fields.identity && read.fields.issuedAt == fields.issuedAt)
      #expect(read.fields.due == fields.due && read.sealed?.number == number)
    }
    // A mark after the stroke is a part of the next field, as it is for every other program.
    let marked = try #require(SealedPaperCode(Self.plain.replacing("|1.004873|", with: "|\u{0302}1.004873|")))
    #expect(marked.fields.identity == "045198000001" && marked.isDisturbed)
  }

  @Test("Without a seal the page stays as it is") func noSeal() throws {
    let page = ReceiptPaper(FormSamples.dossier(), version: nil, issue: FormSamples.issue).page(.shipped)
    #expect(page.sealed(try #require(number), try #require(form)) { _, _ in nil } == page)
  }
}
