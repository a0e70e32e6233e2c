import OfficeWork
import Testing

@testable import DossierTUI

@Suite("What dossier-paper answers") struct PaperAnswerTests {
  private func answer(_ lines: String...) -> PaperAnswer { PaperAnswer(Array(lines.joined(separator: "\n").utf8)) }

  @Test func whatAPrinterAnswersIsOfItsOwnQueue() {
    let printers = answer(
      "printer=a", "state=stopped", "accepts=yes", "reason=paused", "reason=media-empty", "printer=b", "state=idle",
      "accepts=no",
      "device=b", "reachable=no", "device=a", "reachable=yes", "reason=toner-low", "device=c", "reachable=yes",
      "reason=media-jam"
    ).printers
    #expect(printers.map(\.name) == ["a", "b"])
    #expect(printers.first?.reasons == [PrinterReason("paused"), PrinterReason("toner-low")])
    #expect(
      printers.first?.state == .stopped && printers.last?.isReachable == false && printers.last?.acceptsJobs == false)
  }

  /// The state before the first queue is the job's.
  @Test func aJobStandsBeforeItsQueue() {
    let answer = answer("state=processing", "title=Phiếu", "printer=a", "state=idle", "device=a")
    #expect(answer.jobState == .processing && answer.title == "Phiếu")
    #expect(answer.printers.first?.state == .idle && answer.printers.first?.isReachable == nil)
  }

  /// What cannot be shown has its number only.
  @Test func theLetterThatIsMissingIsNamed() {
    #expect(PaperHelper.letter(["letter=U+2603", "fault=letter"]) == "☃ (U+2603)")
    #expect(PaperHelper.letter(["letter=U+202E", "fault=letter"]) == "U+202E")
    for nonsense in ["letter=U+", "letter=U+D800", "letter=U+FFFFFFFFF", "letter=\u{1B}[31m"] {
      #expect(PaperHelper.letter([nonsense]) == "")
    }
  }

  @Test func nonsenseIsCleanedBoundedAndNoCrash() {
    let much = PaperAnswer(Array(String(repeating: "printer=\u{1B}[31mx\nreason=a\n", count: 1000).utf8))
    #expect(much.printers.count <= 64 && much.printers.first?.name == "x")
    let reasons = PaperAnswer(Array(("printer=x\n" + String(repeating: "reason=a\ntray=b\n", count: 1000)).utf8))
      .printers
    #expect((reasons.first?.reasons.count ?? 0) <= 64 && (reasons.first?.trays.count ?? 0) <= 64)
    #expect(answer("reason=x", "=", "job", "job=x", "state=later", "device=").job == nil)
    #expect(PaperAnswer([0xFF, 0x3D, 0xFF, 0x0A]).printers.isEmpty)
  }
}
