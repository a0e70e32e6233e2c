import DossierDomain
import OfficeWork
import Testing

@Suite("What a clerk is told of a printer") struct PrinterTests {
  private func printer(_ reasons: String..., state: PrinterState = .idle) -> Printer {
    Printer(name: "quay-1", state: state, reasons: reasons.map { PrinterReason($0) })
  }

  /// The keyword decides, whatever the grade: printers report an empty tray as a warning while nothing waits for it.
  @Test(arguments: [
    ("media-empty-report", "hết giấy", false), ("media-empty-warning", "hết giấy", false),
    ("media-empty-error", "hết giấy", false),
    ("media-needed", "cần thêm giấy đúng khổ", false), ("media-jam-error", "kẹt giấy", false),
    ("toner-low-report", "sẵn sàng: sắp hết mực", true), ("media-low-warning", "sẵn sàng: sắp hết giấy", true),
    ("toner-empty-error", "hết mực", false), ("cover-open-error", "nắp máy in đang mở", false),
    ("offline-report", "không liên lạc được máy in", false), ("none", "sẵn sàng", true),
    ("cups-waiting-for-job-completed", "sẵn sàng", true), ("cups-ipp-conformance-failure-report", "sẵn sàng", true),
    ("connecting-to-device", "sẵn sàng: đang nối với máy in", true),
    ("com.example.blinker-broken-error", "máy in báo: com.example.blinker-broken", false),
    ("com.example.blinker-broken-report", "sẵn sàng: máy in báo: com.example.blinker-broken", true),
  ]) func eachReasonHasASentence(reason: String, words: String, isReady: Bool) {
    #expect(printer(reason).wording(.vi) == words)
    #expect(printer(reason).isReady == isReady)
    #expect(!printer(reason).wording(.en).isEmpty)
  }

  @Test func thePausedAndTheUnreachableAreNotReady() {
    #expect(printer("paused", state: .stopped).wording(.vi) == "đang tạm dừng")
    #expect(printer(state: .stopped).wording(.vi) == "đang dừng")
    #expect(!printer(state: .stopped).isReady)
    var away = printer()
    away.note(isReachable: false, reasons: [])
    #expect(away.wording(.vi) == "không liên lạc được máy in" && !away.isReady)
    var closed = printer()
    closed.acceptsJobs = false
    #expect(closed.wording(.vi) == "không nhận việc in mới" && !closed.isReady)
    #expect(printer("media-empty-warning", state: .processing).wording(.vi) == "đang in: hết giấy")
  }

  /// The server keeps what the last job met; only the printer knows how it is now.
  @Test func thePrinterItselfKnowsBetterThanTheServer() {
    var refilled = printer("media-empty-warning", "toner-low-warning")
    refilled.note(isReachable: true, reasons: [PrinterReason("toner-low-warning")])
    #expect(refilled.wording(.vi) == "sẵn sàng: sắp hết mực")
    var paused = printer("paused", "media-empty-warning", state: .stopped)
    paused.note(isReachable: true, reasons: [])
    #expect(paused.wording(.vi) == "đang tạm dừng")
    // A printer that is away cannot be out of paper as far as anybody knows.
    var away = printer("media-empty-warning")
    away.note(isReachable: false, reasons: [])
    #expect(away.remarks(.vi) == ["không liên lạc được máy in"])
  }

  /// A sentence said once, what stops the printer first.
  @Test func remarksAreInTheOrderOfTheirWeight() {
    #expect(
      printer("toner-low", "marker-supply-low", "media-empty", "media-empty-error").remarks(.vi) == [
        "hết giấy", "sắp hết mực",
      ])
  }

  @Test(arguments: [
    "unreachable", "timeout", "unknownPrinter", "unknownJob", "notAccepting", "forbidden", "ended", "documentRefused",
    "serverFailed", "faces", "tooLarge", "tooLong", "letter", "layout", "code", "malformed", "newer",
  ]) func eachFaultHasASentence(fault: String) {
    let failure = PaperFailure(fault: fault, letter: "☃ (U+2603)")
    #expect((failure == .failed(fault)) == (fault == "newer"))
    for language in Language.allCases {
      #expect(failure.wording(language).hasSuffix("."))
      #expect(failure.wording(language).contains("☃ (U+2603)") == (fault == "letter"))
    }
    // The word is for programs. Only one without a sentence is shown, for the administrator.
    #expect(failure.wording(.vi).contains(fault) == (fault == "newer"))
  }

  /// What is wrong with one paper says nothing of the next one; what is wrong with the printer does.
  @Test func aFaultIsOfThePaperOrOfThePrinter() {
    let ofPaper = ["tooLarge", "tooLong", "letter", "layout", "code", "malformed"]
    let ofPrinter = [
      "unreachable", "timeout", "unknownPrinter", "notAccepting", "forbidden", "documentRefused", "serverFailed",
      "faces",
      "newer",
    ]
    #expect(ofPaper.allSatisfy { PaperFailure(fault: $0).isOfPaper })
    #expect(ofPrinter.allSatisfy { !PaperFailure(fault: $0).isOfPaper })
    #expect(
      PaperFailure.recordMissing.isOfPaper && PaperFailure.confidential.isOfPaper && !PaperFailure.answerLost.isOfPaper)
  }

  /// Once a document is on its way, only a clear no means that it will not come out.
  @Test func withoutAClearAnswerAPaperMayHaveBeenSent() {
    for failure in [PaperFailure.stopped, .timeout, .failed("newer"), .answerLost] {
      #expect(failure.whileSending.mayHaveBeenSent)
    }
    for fault in [
      "unreachable", "notAccepting", "forbidden", "documentRefused", "malformed", "tooLarge", "unknownPrinter",
    ] {
      #expect(!PaperFailure(fault: fault).whileSending.mayHaveBeenSent)
    }
  }
}
