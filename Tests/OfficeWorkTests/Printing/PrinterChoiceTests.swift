import DossierDomain
import OfficeWork
import Testing

/// What is against the chosen way is known before a paper goes out, and says how to get out of it.
@Suite struct PrinterChoiceTests {
  private func choice(
    _ reasons: String..., state: PrinterState = .idle, way: PrintWay = PrintWay(), on media: Media? = nil,
    change: (inout Printer) -> Void = { _ in }
  ) -> PrinterChoice {
    var printer = Printer(
      name: "quay-1", state: state, reasons: reasons.map { PrinterReason($0) }, media: [.a4],
      trays: ["tray-1", "tray-2"])
    change(&printer)
    return PrinterChoice(.printer(printer), way, on: media)
  }

  @Test func aPrinterThatPrintsThisWayHasNoTrouble() {
    let good = choice(way: PrintWay(tray: "tray-2"), on: .a4)
    #expect(good.trouble(.vi) == nil && good.wording(.vi) == "Máy in quay-1: sẵn sàng.")
    #expect(choice("toner-low-report").trouble(.vi) == nil)
    // One that names nothing may have everything.
    let silent = choice(way: PrintWay(tray: "tray-9"), on: .a5) { ($0.trays, $0.media) = ([], []) }
    #expect(silent.trouble(.vi) == nil)
  }

  @Test(arguments: Language.allCases) func aTrayThatIsNotThereIsSaid(language: Language) {
    var wrong = choice(way: PrintWay(tray: "khay A5"))
    #expect(wrong.trouble(language)?.contains("khay A5") == true && wrong.trouble(language)?.contains("◀ ▶") == true)
    #expect(wrong.news.fault(of: wrong.way) == .unknownTray("khay A5"))
    wrong.way.turnTray(by: 1, among: ["tray-1", "tray-2"])
    #expect(wrong.trouble(language) == nil)
  }

  @Test func aSheetThatThePrinterDoesNotNameIsSaidAndHoldsNothingBack() {
    let small = choice(on: .a5)
    #expect(small.trouble(.vi)?.contains("giấy A5") == true && small.trouble(.en)?.contains("A5 paper") == true)
    #expect(small.news.queue(isAnyway: false) == "quay-1" && small.news.fault(of: small.way) == nil)
  }

  @Test func anEmptyTrayAndAClosedQueueAreSaid() {
    #expect(choice("media-empty-report").trouble(.vi) == "Máy in quay-1: hết giấy.")
    let paused = choice("paused", state: .stopped).trouble(.vi)
    #expect(paused?.contains("đang tạm dừng") == true && paused?.contains("\"cupsenable quay-1\"") == true)
    let closed = choice { $0.acceptsJobs = false }.trouble(.en)
    #expect(closed?.contains("\"cupsaccept quay-1\"") == true && closed?.contains("cupsenable") == false)
    #expect(PrinterChoice(.none).trouble(.vi)?.contains("chưa có máy in") == true)
    #expect(PrinterChoice(.unknown(.unknownPrinter, queue: "x")).trouble(.vi)?.contains("dossier printers") == true)
  }
}
