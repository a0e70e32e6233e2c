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
    var report: Result<PrintJobReport, PaperFailure> = .success(PrintJobReport(state: .completed))
  }

  let state = Mutex(State())

  func set(_ change: (inout State) -> Void) { state.withLock { change(&$0) } }
  func printer() -> PrinterNews { state.withLock { .printer($0.printer) } }
  func draw(_ page: PageDescription) throws(PaperFailure) -> [UInt8] {
    state.withLock { $0.pages.append(page) }
    return Array("%PDF-".utf8)
  }
  func send(_ pdf: [UInt8], on queue: String, media: Media, title: String) throws(PaperFailure) -> PrintJobID {
    PrintJobID(queue: queue, number: state.withLock { $0.pages.count }, title: title)
  }
  func report(of job: PrintJobID) throws(PaperFailure) -> PrintJobReport {
    try state.withLock { $0.report }.get()
  }
}

/// What is issued comes out of the printer as it was recorded, or is known not to have come out.
@Suite struct DeviceRunnerTests {
  private func answer<Response>(
    _ count: Int, _ runner: DeviceRunner, _ mailbox: Mailbox, _ effect: (Request<Response>) -> DeviceEffect
  ) -> Response? {
    let request = Request<Response>(number: RequestNumber(asker: FrameID(count: 0), count: count))
    runner.run(effect(request))
    runner.settle()
    return mailbox.collect().lazy.compactMap { answer -> Response? in
      guard case .reply(let reply) = answer else { return nil }
      return reply.content(for: request)?.response
    }.first
  }

  @Test func aPaperIsKeptWithoutPaperAndPrintedAsItWasRecorded() throws {
    let program = try Program.office()
    defer { program.remove() }
    var workplace = try Workplace.open(WorkplaceOptions(data: program.folder), access: .readWrite)
    defer { workplace.store.close() }
    let printer = FakePrinter()
    workplace.device = printer
    let clerk = try #require(workplace.store.office.clerks().first { $0.has(.headOfDesk) })
    let (now, id, form) = (workplace.clock.now, DossierID(high: 77, low: 77), try #require(PaperFormID("receipt")))
    let reception = ReceptionForm(
      procedureCode: "2.000815", owner: Person(name: "Hồ Văn Nam"), components: [Component(number: 1, name: "Bản chính")],
      days: 5)
    let received = try workplace.store.decisions.perform(
      [Act(dossier: id, commands: [.receive(reception)])], by: clerk.id, at: now)
    guard received.allSatisfy(\.isDone) else {
      Issue.record("\(received)")
      return
    }
    let outcome = try PaperDesk(workplace: workplace).issue(
      NewPaper(form), for: id, viewer: Viewer(clerk), leaving: nil)
    guard case .issued(let paper, _) = outcome else {
      Issue.record("\(outcome)")
      return
    }
    let mailbox = Mailbox {}
    let runner = DeviceRunner(workplace: workplace, mailbox: mailbox)
    let names = [PaperName(id, paper.number)]
    printer.set { $0.printer.reasons = [PrinterReason("media-empty-error")] }
    let kept = answer(1, runner, mailbox) { .printOut($0, names, viewer: Viewer(clerk)) }
    #expect(kept?.kept == [paper.number] && kept?.wording(.vi).contains("hết giấy") == true)
    #expect(try workplace.store.papers.toPrint().map(\.state) == [.kept])
    printer.set { $0.printer.reasons = [] }
    let sent = answer(2, runner, mailbox) { .printOut($0, names, viewer: Viewer(clerk)) }
    #expect(sent?.sent == [paper.number])
    #expect(printer.state.withLock { $0.pages.map(\.bytes) } == [try workplace.store.papers.page(of: paper)])
    // The job is asked for after a second.
    while try workplace.store.papers.toPrintCount() > 0 { runner.settle() }
    #expect(try workplace.store.papers.printState(of: paper.number) == .printed)
  }

  @Test func aJobThatNobodyKnowsAnyMoreIsDoubtful() throws {
    let program = try Program.office()
    defer { program.remove() }
    var workplace = try Workplace.open(WorkplaceOptions(data: program.folder), access: .readWrite)
    defer { workplace.store.close() }
    let printer = FakePrinter()
    printer.set { $0.report = .failure(.unknownJob) }
    workplace.device = printer
    let clerk = try #require(workplace.store.office.clerks().first { $0.has(.headOfDesk) })
    let (now, id, form) = (workplace.clock.now, DossierID(high: 78, low: 78), try #require(PaperFormID("receipt")))
    let reception = ReceptionForm(
      procedureCode: "2.000815", owner: Person(name: "Hồ Văn Nam"), components: [Component(number: 1, name: "Bản chính")],
      days: 5)
    _ = try workplace.store.decisions.perform([Act(dossier: id, commands: [.receive(reception)])], by: clerk.id, at: now)
    let outcome = try PaperDesk(workplace: workplace).issue(
      NewPaper(form), for: id, viewer: Viewer(clerk), leaving: nil)
    guard case .issued(let paper, _) = outcome else {
      Issue.record("\(outcome)")
      return
    }
    try workplace.store.papers.note(.sent, of: paper.number, job: PrintJobID(queue: "Canon", number: 9, title: paper.number.jobTitle), at: now)
    let mailbox = Mailbox {}
    let open = answer(1, DeviceRunner(workplace: workplace, mailbox: mailbox), mailbox) { .follow($0) }
    #expect(open?.map(\.state) == [.doubtful])
  }
}
