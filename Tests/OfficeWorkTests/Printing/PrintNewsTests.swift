import DossierDomain
import Foundation
import OfficeWork
import Testing

@Suite("What a clerk is told after printing") struct PrintNewsTests {
  private static let canon = PrinterNews.printer(Printer(name: "Canon"))

  private func numbers(_ counts: ClosedRange<Int>) throws -> [PaperNumber] {
    let series = try #require(PaperNumber.Series("7K3QZ0"))
    return try counts.map { try #require(PaperNumber(count: $0, year: 2026, series: series)) }
  }

  @Test func aFaultyPaperIsNamedAndTheOthersAreCounted() throws {
    let papers = try numbers(1...4)
    let news = PrintNews(
      sent: [papers[0], papers[3]], kept: [papers[1], papers[2]],
      faults: [.init(papers[1], .layout), .init(papers[2], .confidential)], printer: Self.canon)
    for language in Language.allCases {
      let said = news.wording(language)
      #expect(
        said.contains("2") && said.contains(papers[1].text) && said.contains(PaperFailure.layout.wording(language)))
      // It did not wait for the printer, which is well.
      #expect(!said.contains("F8"))
    }
  }

  @Test func whatStoppedThePrintingIsSaidOfAllThatWait() throws {
    let papers = try numbers(1...3)
    let news = PrintNews(kept: papers, faults: [.init(papers[0], .code)], printer: Self.canon, failure: .notAccepting)
    let said = news.wording(.vi)
    #expect(said.contains("Chưa in 2 giấy. " + PaperFailure.notAccepting.wording(.vi)) && said.contains("F8"))
  }

  /// It may lie in the tray.
  @Test func aPaperOfWhichNoAnswerCameIsNotSaidToBeUnprinted() throws {
    let news = PrintNews(kept: try numbers(1...1), printer: Self.canon, failure: .answerLost)
    #expect(!news.wording(.vi).contains("Chưa in 1") && !news.wording(.en).contains("not printed"))
    #expect(news.wording(.vi).contains(PaperFailure.answerLost.wording(.vi)))
  }

  /// Who has them sent all the same waits for somebody to fill the tray.
  @Test func whatWasSentToAnEmptyPrinterIsSaidToWait() throws {
    let empty = PrinterNews.printer(Printer(name: "Canon", reasons: [PrinterReason("media-empty-error")]))
    var news = PrintNews(sent: try numbers(1...1), printer: empty)
    #expect(
      !news.isWell
        && news.wording(.vi) == "Đã gửi giấy đến máy in Canon. Máy in Canon: hết giấy, in được thì giấy mới ra.")
    #expect(news.wording(.en).contains("no paper"))
    // Said once where it holds back others, and also beside another reason.
    news.kept = try numbers(2...2)
    #expect(news.wording(.vi).components(separatedBy: "hết giấy").count == 2)
    news.failure = .notAccepting
    #expect(news.wording(.vi).components(separatedBy: "hết giấy").count == 2)
    #expect(PrintNews(sent: try numbers(1...1), printer: Self.canon).isWell)
    var blanks = BlankPrintNews(printer: empty)
    blanks.sent = 20
    #expect(!blanks.isWell && blanks.wording(.vi).contains("hết giấy") && blanks.wording(.en).contains("no paper"))
    blanks.printer = Self.canon
    #expect(blanks.isWell && !blanks.wording(.vi).contains("hết giấy"))
  }

  /// A command line has no keys.
  @Test func blanksThatWereKeptNameNoKeyToACommand() {
    var news = BlankPrintNews(printer: Self.canon)
    (news.kept, news.unclear, news.failure) = (2, 1, .notAccepting)
    for language in Language.allCases {
      let (screen, command) = (news.wording(language), news.wording(language, isForCommandLine: true))
      #expect(screen.contains("F8") && screen.contains("^X"))
      #expect(!command.contains("F8") && !command.contains("^X") && command.contains("dossier blanks strike"))
    }
  }

  @Test func thereIsASentenceWhenNothingWasToBeSent() {
    for language in Language.allCases { #expect(PrintNews(printer: Self.canon).wording(language).hasSuffix(".")) }
  }
}
