import Documents
import DossierDomain
import DossierStore
import OfficeWork
import PageDescription
import Synchronization
import Testing

@testable import DossierTUI
@testable import Screens

/// A printer of which a test says how it is.
private final class FakePrinter: PaperDevice {
  struct State {
    var printer = Printer(name: "Canon")
    var pages: [PageDescription] = []
    var ways: [PrintWay] = []
    var cancelled: [Int] = []
    var asked: [Int] = []
    var report: Result<PrintJobReport, PaperFailure> = .success(PrintJobReport(state: .completed))
    var drawn = 0
    /// Why the next page is not drawn, and the next document not taken.
    var drawing: PaperFailure?
    var sending: PaperFailure?
    /// Looks at what is noted of a paper while its document is on its way.
    var look: @Sendable () -> PrintState? = { nil }
    var seen: PrintState?
  }

  let state = Mutex(State())

  func set(_ change: (inout State) -> Void) { state.withLock { change(&$0) } }
  func printer(_ queue: String?) -> PrinterNews {
    var printer = state.withLock(\.printer)
    printer.name = queue ?? printer.name
    return .printer(printer)
  }
  func draw(_ page: PageDescription) throws(PaperFailure) -> [UInt8] {
    let fault = state.withLock { state in
      defer { state.drawing = nil }
      state.drawn += 1
      return state.drawing
    }
    if let fault { throw fault }
    return page.bytes
  }
  func send(
    _ pdf: [UInt8], on queue: String, media: Media, _ way: PrintWay, title: String
  ) throws(PaperFailure) -> PrintJobID {
    let (fault, look) = state.withLock { ($0.sending, $0.look) }
    let seen = look()
    set { $0.seen = seen }
    if let fault { throw fault }
    guard let page = try? PageDescription(bytes: pdf) else { throw .malformed }
    let number = state.withLock { state in
      state.pages.append(page)
      state.ways.append(way)
      return state.pages.count
    }
    return PrintJobID(queue: queue, number: number, title: title)
  }
  func report(of job: PrintJobID) throws(PaperFailure) -> PrintJobReport {
    let report = state.withLock { state in
      state.asked.append(job.number)
      return state.report
    }
    return try report.get()
  }
  func cancel(_ job: PrintJobID) throws(PaperFailure) { set { $0.cancelled.append(job.number) } }

  var pages: [PageDescription] { state.withLock { $0.pages } }
}

/// What is issued comes out of the printer as it was recorded, or is known not to have come out.
@Suite struct DeviceRunnerTests {
  /// An office with a dossier and a printer.
  private final class Desk {
    let program: Program
    let workplace: Workplace
    let printer: FakePrinter
    let clerk: Clerk
    let id: DossierID
    let mailbox: Mailbox
    let runner: DeviceRunner
    private var count = 0

    init(
      _ procedure: String = "2.000815", days: Int? = 5, _ change: (inout Settings) -> Void = { _ in }
    ) throws {
      let (program, mailbox, printer, id) = (
        try Program.office(), Mailbox {}, FakePrinter(), DossierID(high: 77, low: 77)
      )
      var workplace = try Workplace.open(WorkplaceOptions(data: program.folder), access: .readWrite)
      workplace.device = printer
      change(&workplace.settings)
      let clerk = try #require(workplace.store.office.clerks().first { $0.has(.headOfDesk) })
      let reception = ReceptionForm(
        procedureCode: procedure, owner: Person(name: "Hồ Văn Nam"),
        components: [Component(number: 1, name: "Bản chính")], days: days)
      let outcomes = try workplace.store.decisions.perform(
        [Act(dossier: id, commands: [.receive(reception)])], by: clerk.id, at: workplace.clock.now)
      let isReceived = outcomes.allSatisfy(\.isDone)
      #expect(isReceived, "\(outcomes)")
      (self.program, self.mailbox, self.printer, self.id, self.clerk) = (program, mailbox, printer, id, clerk)
      self.workplace = workplace
      runner = DeviceRunner(workplace: workplace, mailbox: mailbox)
    }

    deinit {
      runner.finish()
      workplace.store.close()
      program.remove()
    }

    var papers: PaperStore { workplace.store.papers }

    func issue(_ form: String = "receipt") throws -> PaperIssue {
      let outcome = try PaperDesk(workplace: workplace).issue(
        NewPaper(try #require(PaperFormID(form))), for: id, viewer: Viewer(clerk), leaving: nil)
      guard case .issued(let paper, _) = outcome else { throw Refused(outcome: outcome) }
      return paper
    }

    struct Refused: Error { var outcome: PaperOutcome }

    func answer<Response>(_ effect: (Request<Response>) -> DeviceEffect) -> Response? {
      count += 1
      let request = Request<Response>(number: RequestNumber(asker: FrameID(count: 0), count: count))
      runner.run(effect(request))
      runner.settle()
      return mailbox.collect().lazy.compactMap { answer -> Response? in
        guard case .reply(let reply) = answer else { return nil }
        return reply.content(for: request)?.response
      }.first
    }

    func numberBlanks(_ count: Int) throws -> [DossierCode] {
      let blanks = try workplace.store.decisions.printBlanks(count, by: clerk.id, at: workplace.clock.now)
      runner.keep(blanks.map(\.code))
      return blanks.map(\.code)
    }

    func printBlanks() -> BlankPrintNews? { answer { .printBlanks($0, isAnyway: false) } }

    func blankCounts() throws -> BlankCounts? { try BlankPrinting(workplace: workplace).counts() }

    func print(
      _ papers: [PaperIssue], isAgain: Bool = false, isAnyway: Bool = false, way: PrintWay? = nil
    ) -> PrintNews? {
      let names = papers.map { PaperName(id, $0.number) }
      return answer {
        .printOut($0, PrintOrder(names, isAgain: isAgain, isAnyway: isAnyway, way: way), viewer: Viewer(clerk))
      }
    }
  }

  /// At a reception they are made one after the other.
  @Test func aDeclarationIsOfferedDirectlyBehindWhatPrintsByItself() throws {
    let desk = try Desk("1.004873", days: nil)
    let viewer = Viewer(desk.clerk)
    let dossier = try #require(try desk.workplace.store.queue.card(desk.id, viewer: viewer)?.dossier)
    let usual = try #require(OfficeForms.atReception(of: dossier))
    let papers = try #require(try PaperDesk(workplace: desk.workplace).papers(of: desk.id, viewer: viewer))
    #expect(papers.offers.prefix(2).map(\.form.text) == [usual.text, "marital-status"])
    #expect(papers.offers.count > 2 && Set(papers.offers.map(\.form)).count == papers.offers.count)
  }

  @Test func aPaperIsKeptWithoutPaperAndPrintedAsItWasRecorded() throws {
    let desk = try Desk()
    let paper = try desk.issue()
    desk.printer.set { $0.printer.reasons = [PrinterReason("media-empty-error")] }
    let kept = desk.print([paper])
    #expect(kept?.kept == [paper.number] && kept?.wording(.vi).contains("hết giấy") == true)
    #expect(try desk.papers.toPrint().map(\.state) == [.kept])
    desk.printer.set { $0.printer.reasons = [] }
    #expect(desk.print([paper])?.sent == [paper.number])
    #expect(desk.printer.pages.map(\.bytes) == [try desk.papers.page(of: paper)])
    // The job is asked for after a second.
    while try desk.papers.toPrintCount() > 0 { desk.runner.settle() }
    #expect(try desk.papers.printState(of: paper.number) == .printed)
  }

  @Test func aJobThatNobodyKnowsAnyMoreIsDoubtful() throws {
    let desk = try Desk()
    let paper = try desk.issue()
    desk.printer.set { $0.report = .failure(.unknownJob) }
    try desk.papers.note(
      .sent, of: paper.number, job: PrintJobID(queue: "Canon", number: 9, title: paper.number.jobTitle),
      at: desk.workplace.clock.now)
    #expect(desk.answer { .follow($0) }?.papers.map(\.state) == [.doubtful])
  }

  /// What a printer has got comes out again only if somebody chose it, and then its older job is held back.
  @Test func whatWasSentIsSentAgainOnlyByChoice() throws {
    let desk = try Desk()
    let papers = [try desk.issue(), try desk.issue("file-label")]
    desk.printer.set { $0.report = .success(PrintJobReport(state: .pending)) }
    #expect(desk.print([papers[0]])?.sent == [papers[0].number])
    #expect(desk.print(papers)?.sent == [papers[1].number] && desk.printer.pages.count == 2)
    #expect(desk.print(papers)?.sent == [] && desk.printer.pages.count == 2)
    #expect(desk.print([papers[0]], isAgain: true)?.sent == [papers[0].number])
    #expect(desk.printer.pages.count == 3 && desk.printer.state.withLock { $0.cancelled } == [1])
    #expect(try desk.papers.printing(of: papers[0].number)?.job?.number == 3)
  }

  /// A program that is killed while it sends finds the paper as one that may have come out.
  @Test func aPaperOnItsWayIsNotedAsDoubtful() throws {
    let desk = try Desk()
    let (paper, papers) = (try desk.issue(), desk.papers)
    desk.printer.set { $0.look = { try? papers.printState(of: paper.number) } }
    #expect(desk.print([paper])?.sent == [paper.number])
    #expect(desk.printer.state.withLock { $0.seen } == .doubtful)
  }

  /// A clear no leaves it as it was; no answer leaves it doubtful. Both end the printing.
  @Test func anAnswerThatIsLostIsNoNo() throws {
    let desk = try Desk()
    let papers = [try desk.issue(), try desk.issue("file-label")]
    desk.printer.set { $0.sending = .notAccepting }
    #expect(desk.print(papers)?.kept == papers.map(\.number))
    #expect(try papers.map { try desk.papers.printState(of: $0.number) } == [.kept, .kept])
    desk.printer.set { $0.sending = .answerLost }
    #expect(desk.print(papers)?.failure == .answerLost)
    #expect(try papers.map { try desk.papers.printState(of: $0.number) } == [.doubtful, .kept])
  }

  @Test func aPaperAtFaultHoldsUpNoOther() throws {
    let desk = try Desk()
    let papers = [try desk.issue(), try desk.issue("file-label")]
    // So many later that they are drawn again.
    for _ in 0..<DrawnPages.most { _ = try desk.issue() }
    desk.printer.set { $0.drawing = .layout }
    let news = desk.print(papers)
    #expect(news?.faults == [PrintNews.Fault(papers[0].number, .layout)] && news?.sent == [papers[1].number])
    #expect(try desk.papers.printState(of: papers[0].number) == .kept)
  }

  /// By the settings of its form, or as the clerk has chosen for this time.
  @Test func aFormHasItsPrinterTrayAndCopies() throws {
    let label = PrintWay(queue: "Nhãn", tray: "tray-2", copies: 2)
    let desk = try Desk { $0.printWays["file-label"] = label }
    desk.printer.set { $0.printer.trays = ["tray-1", "tray-2"] }
    let papers = [try desk.issue(), try desk.issue("file-label")]
    #expect(desk.print(papers)?.sent == papers.map(\.number))
    #expect(desk.printer.state.withLock(\.ways) == [PrintWay(), label])
    #expect(try desk.papers.printing(of: papers[1].number)?.job?.queue == "Nhãn")
    let chosen = PrintWay(tray: "tray-1", copies: 3)
    #expect(desk.print([papers[1]], isAgain: true, way: chosen)?.printer.queue == "Canon")
    #expect(desk.printer.state.withLock(\.ways.last) == chosen)
  }

  /// A print server would take it and use another tray.
  @Test func aTrayThatThePrinterLacksHoldsBackItsFormOnly() throws {
    let desk = try Desk { $0.printWays["receipt"] = PrintWay(tray: "khay A5") }
    desk.printer.set { $0.printer.trays = ["tray-1"] }
    let papers = [try desk.issue(), try desk.issue("file-label")]
    let news = desk.print(papers)
    #expect(news?.sent == [papers[1].number] && news?.wording(.vi).contains("khay A5") == true)
    #expect(try desk.papers.printState(of: papers[0].number) == .kept)
  }

  @Test func aPaperIsDrawnOnceOnItsWayToThePrinter() throws {
    let desk = try Desk()
    let first = try desk.issue()
    #expect(desk.print([first])?.sent == [first.number] && desk.printer.state.withLock(\.drawn) == 1)
    // What nobody expects any more is drawn again.
    #expect(desk.print([first], isAgain: true)?.sent == [first.number] && desk.printer.state.withLock(\.drawn) == 2)
  }

  /// The acts of others go on meanwhile: a paper that was drawn before is recorded as it was drawn, and nothing is drawn then.
  @Test func whatWasDrawnBeforeTheActIsRecorded() throws {
    let desk = try Desk()
    // The name of a series is chosen with its first number.
    _ = try desk.issue("file-label")
    let (form, viewer, paperDesk) = (
      try #require(PaperFormID("receipt")), Viewer(desk.clerk), PaperDesk(workplace: desk.workplace)
    )
    func issue(_ drawn: DrawnPaper) throws -> PaperIssue {
      let outcome = try paperDesk.issue(NewPaper(form), for: desk.id, viewer: viewer, leaving: nil, drawn: drawn)
      guard case .issued(let paper, _) = outcome else { throw Desk.Refused(outcome: outcome) }
      return paper
    }
    var drawn: DrawnPaper?
    var paper: PaperIssue?
    // Within one minute: the time stands on the paper.
    while paper == nil {
      let minute = desk.workplace.clock.now.clockAndDate
      let made = try #require(paperDesk.draw(NewPaper(form), for: desk.id, viewer: viewer))
      let count = desk.printer.state.withLock(\.drawn)
      let issued = try issue(made)
      guard desk.workplace.clock.now.clockAndDate == minute else { continue }
      #expect(desk.printer.state.withLock(\.drawn) == count)
      (drawn, paper) = (made, issued)
    }
    let (made, recorded) = (try #require(drawn), try #require(paper))
    #expect(recorded.number == made.number)
    #expect(try desk.papers.page(of: recorded, unsealed: PageDescription.unsealed) == made.sealed.bytes)
    // Its number is taken now: another paper gets the next one and is drawn.
    let count = desk.printer.state.withLock(\.drawn)
    #expect(try issue(made).number.count == recorded.number.count + 1)
    #expect(desk.printer.state.withLock(\.drawn) == count + 1)
  }

  /// No number is used for it.
  @Test func whatCannotBeDrawnIsNotIssued() throws {
    let desk = try Desk()
    desk.printer.set { $0.drawing = .letter("☃ (U+2603)") }
    #expect(throws: PaperIssueFailure.self) { try desk.issue() }
    #expect(try desk.papers.toPrintCount() == 0)
    // A machine that cannot draw at all keeps the paper for later.
    desk.printer.set { $0.drawing = .unavailable }
    #expect(try desk.issue().number.count == 1)
  }

  @Test func aDossierWithoutARefusalHasNoFormForOne() throws {
    let desk = try Desk()
    do {
      _ = try desk.issue("refusal")
      Issue.record("it was issued")
    } catch let error as PaperIssueFailure {
      #expect(error.wording(.vi).contains("không bị từ chối"))
    }
  }

  @Test func aPrintServerThatDoesNotAnswerIsAskedOnce() throws {
    let desk = try Desk()
    let now = desk.workplace.clock.now
    for (place, form) in ["receipt", "file-label"].enumerated() {
      let number = try desk.issue(form).number
      try desk.papers.note(
        .sent, of: number, job: PrintJobID(queue: "Canon", number: place, title: number.jobTitle), at: now)
    }
    desk.printer.set { $0.report = .failure(.timeout) }
    #expect(desk.answer { .follow($0) }?.papers.map(\.state) == [.sent, .sent])
    #expect(desk.printer.state.withLock { $0.asked.count } == 1)
  }

  @Test func whatIsTakenOffDoesNotComeOut() throws {
    let desk = try Desk()
    let paper = try desk.issue()
    desk.printer.set { $0.report = .success(PrintJobReport(state: .pending)) }
    _ = desk.print([paper])
    #expect(desk.answer { .takeOff($0, paper.number) }?.papers == [])
    #expect(desk.printer.state.withLock { $0.cancelled } == [1])
  }

  /// Another one was issued in its place, so it must not come out as well.
  @Test func theJobOfAReplacedPaperIsCancelled() throws {
    let desk = try Desk()
    let paper = try desk.issue()
    desk.printer.set { $0.report = .success(PrintJobReport(state: .pending)) }
    _ = desk.print([paper])
    let form = try #require(PaperFormID("receipt"))
    let outcome = try PaperDesk(workplace: desk.workplace).issue(
      NewPaper(form, replaces: paper.number), for: desk.id, viewer: Viewer(desk.clerk), leaving: nil)
    guard case .issued(let next, _) = outcome else { throw Desk.Refused(outcome: outcome) }
    #expect(try desk.papers.toCancel().map(\.paper) == [paper.number])
    #expect(desk.print([next])?.sent == [next.number])
    #expect(desk.printer.state.withLock { $0.cancelled } == [1])
    #expect(try desk.papers.toCancel().isEmpty)
  }

  /// Somebody who stands before the printer knows better than an old state of the queue.
  @Test func aPaperIsSentAnywayIfItsClerkWantsIt() throws {
    let desk = try Desk()
    let paper = try desk.issue()
    desk.printer.set { $0.printer.reasons = [PrinterReason("media-empty-error")] }
    #expect(desk.print([paper])?.canSendAnyway == true)
    #expect(desk.print([paper], isAnyway: true)?.sent == [paper.number])
  }

  /// At the end of the program nothing further goes out; it waits for the next start.
  @Test func afterTheEndNothingIsSent() throws {
    let desk = try Desk()
    let paper = try desk.issue()
    desk.runner.finish()
    #expect(desk.print([paper])?.kept == [paper.number] && desk.printer.pages.isEmpty)
  }

  /// Without a printer they are kept under their numbers; what was struck meanwhile is not printed.
  @Test func blanksAreKeptUntilThePrinterHasThem() throws {
    let desk = try Desk()
    desk.printer.set { $0.printer.reasons = [PrinterReason("media-empty-error")] }
    let codes = try desk.numberBlanks(3)
    let kept = desk.printBlanks()
    #expect(kept?.kept == 3 && kept?.canSendAnyway == true && desk.printer.pages.isEmpty)
    #expect(try desk.blankCounts() == BlankCounts(unused: 3, toPrint: 3))
    try desk.workplace.store.decisions.strikeBlanks(
      [codes[0].text], reason: "in thử", by: desk.clerk.id, at: desk.workplace.clock.now)
    desk.printer.set { $0.printer.reasons = [] }
    #expect(desk.printBlanks()?.sent == 2 && desk.printer.pages.count == 1)
    #expect(desk.printBlanks()?.sent == 0 && desk.printer.pages.count == 1)
    #expect(try desk.blankCounts() == BlankCounts(unused: 2, toPrint: 0))
  }

  /// As for any other paper, and before numbers are used up.
  @Test func blanksWaitForATrayThatThePrinterHas() throws {
    let desk = try Desk { $0.printWays["blank-receipt"] = PrintWay(tray: "khay A5") }
    desk.printer.set { ($0.printer.trays, $0.printer.media) = (["tray-1"], [.a5]) }
    let choice: PrinterChoice? = desk.answer { .printers($0, PaperFormID("blank-receipt")) }
    #expect(choice?.media == .a4 && choice?.trouble(.vi)?.contains("khay A5") == true)
    _ = try desk.numberBlanks(2)
    let news = desk.printBlanks()
    #expect(news?.kept == 2 && news?.failure == .unknownTray("khay A5") && desk.printer.pages.isEmpty)
    #expect(try desk.blankCounts() == BlankCounts(unused: 2, toPrint: 2))
  }

  /// A code that came out twice would be that of two citizens.
  @Test func blanksThatMayHaveComeOutAreNotSentAgain() throws {
    let desk = try Desk()
    _ = try desk.numberBlanks(2)
    desk.printer.set { $0.sending = .notAccepting }
    #expect(desk.printBlanks()?.kept == 2)
    desk.printer.set { $0.sending = .answerLost }
    let news = desk.printBlanks()
    #expect(news?.unclear == 2 && news?.kept == 0 && news?.isWell == false)
    desk.printer.set { $0.sending = nil }
    #expect(desk.printBlanks()?.sent == 0 && desk.printer.pages.isEmpty)
  }

  /// As of a paper, for ten minutes, even if the list of blanks was closed.
  @Test func whatStopsTheJobOfBlanksIsTold() throws {
    let desk = try Desk()
    let codes = try desk.numberBlanks(2)
    let empty = Printer(name: "Canon", reasons: [PrinterReason("media-empty-error")])
    desk.printer.set { $0.report = .success(PrintJobReport(state: .processing, printer: empty)) }
    #expect(desk.printBlanks()?.sent == 2)
    var told: [String] = []
    while told.isEmpty {
      desk.runner.settle()
      told = desk.mailbox.collect().compactMap { if case .news(let said) = $0 { said } else { nil } }
    }
    #expect(told.count == 1 && told[0].hasPrefix("2 phiếu dự phòng từ \(codes[0].short): "))
    #expect(told[0].contains("hết giấy") && told[0].contains("^X"))
  }

  @Test func aReasonThatStaysIsToldOnce() throws {
    let desk = try Desk()
    func told(_ answer: Answer) -> [String] {
      desk.runner.tellNotIssued(answer)
      return desk.mailbox.collect().compactMap { if case .news(let said) = $0 { said } else { nil } }
    }
    let number = RequestNumber(asker: FrameID(count: 0), count: 1)
    let behind = Denial.machinesBehind(names: ["Quầy 2"], isProvinceBehind: false)
    #expect(told(.performed(number, [.denied(desk.id, behind)])).count == 1)
    #expect(told(.performed(number, [.denied(desk.id, behind)])).isEmpty)
    #expect(told(.performed(number, [.denied(desk.id, .numbersUsedUp)])).count == 1)
    // A failure is of this reception. That it holds is said first.
    for _ in 0..<2 { #expect(told(.failed(number, .other("hỏng"))).allSatisfy { $0.hasPrefix("Hồ sơ đã nhận") }) }
  }
}
