import DossierDomain
import DossierStore
import OfficeWork
import Synchronization
import Testing

@testable import DossierTUI
@testable import Screens

/// A printer of which a test says how it is.
private final class FakePrinter: PaperDevice {
  struct State {
    var news = PrinterNews(name: "Canon")
    var pages: [[UInt8]] = []
    var end = JobState.printed
    var now = JobState.waiting
  }

  let state = Mutex(State())

  func set(_ change: (inout State) -> Void) { state.withLock { change(&$0) } }
  func printer() -> PrinterNews { state.withLock { $0.news } }
  func print(_ page: [UInt8]) throws(PrinterTrouble) -> PrintedJob {
    state.withLock { state in
      state.pages.append(page)
      return PrintedJob(queue: "Canon", number: state.pages.count)
    }
  }
  func state(of job: PrintedJob) -> JobState { state.withLock { $0.now } }
  func end(of job: PrintedJob) -> JobState { state.withLock { $0.end } }
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
    let (now, id, form) = (workplace.clock.now, DossierID(high: 77, low: 77), try #require(PaperFormID("01")))
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
      form, for: id, replacing: nil, viewer: Viewer(clerk), leaving: nil)
    guard case .issued(let paper, _) = outcome else {
      Issue.record("\(outcome)")
      return
    }
    let mailbox = Mailbox {}
    let runner = DeviceRunner(workplace: workplace, mailbox: mailbox)
    let names = [PaperName(id, paper.number)]
    printer.set { $0.news.trouble = .outOfPaper }
    let kept = answer(1, runner, mailbox) { .print($0, names, viewer: Viewer(clerk)) }
    #expect(kept?.kept == [paper.number] && kept?.printer.trouble == .outOfPaper)
    #expect(try workplace.store.papers.toPrint().map(\.state) == [.kept])
    printer.set { $0.news.trouble = nil }
    let sent = answer(2, runner, mailbox) { .print($0, names, viewer: Viewer(clerk)) }
    #expect(sent?.sent == [paper.number])
    #expect(printer.state.withLock { $0.pages } == [try workplace.store.papers.page(of: paper)])
    // The thread that follows the job says that it is printed.
    while try workplace.store.papers.toPrintCount() > 0 { runner.settle() }
    #expect(try workplace.store.papers.printState(of: paper.number) == .printed)
  }

  @Test func aJobThatNobodyKnowsAnyMoreIsDoubtful() throws {
    let program = try Program.office()
    defer { program.remove() }
    var workplace = try Workplace.open(WorkplaceOptions(data: program.folder), access: .readWrite)
    defer { workplace.store.close() }
    let printer = FakePrinter()
    printer.set { $0.now = .unknown }
    workplace.device = printer
    let clerk = try #require(workplace.store.office.clerks().first { $0.has(.headOfDesk) })
    let (now, id, form) = (workplace.clock.now, DossierID(high: 78, low: 78), try #require(PaperFormID("01")))
    let reception = ReceptionForm(
      procedureCode: "2.000815", owner: Person(name: "Hồ Văn Nam"), components: [Component(number: 1, name: "Bản chính")],
      days: 5)
    _ = try workplace.store.decisions.perform([Act(dossier: id, commands: [.receive(reception)])], by: clerk.id, at: now)
    let outcome = try PaperDesk(workplace: workplace).issue(
      form, for: id, replacing: nil, viewer: Viewer(clerk), leaving: nil)
    guard case .issued(let paper, _) = outcome else {
      Issue.record("\(outcome)")
      return
    }
    try workplace.store.papers.note(.sent, of: paper.number, job: PrintedJob(queue: "Canon", number: 9), at: now)
    let mailbox = Mailbox {}
    let open = answer(1, DeviceRunner(workplace: workplace, mailbox: mailbox), mailbox) { .follow($0) }
    #expect(open?.map(\.state) == [.doubtful])
  }
}
