import Dispatch
import DossierDomain
import DossierStore
import OfficeWork
import PageDescription
import Screens
import Synchronization

/// Gives papers to the printer and asks what became of them, one after another on a queue of its own: a printer answers when it likes.
///
/// What is noted of a paper is never better than the truth: before it goes out it counts as perhaps printed, and only the answer of the
/// print server changes that. A program that is killed meanwhile prints nothing twice by itself.
final class PrintRunner: Sendable {
  /// How many jobs are asked for at once; the others have their turn at the next look.
  static let mostAsked = 20

  let queue = DispatchQueue(label: "dossier.printing", qos: .userInitiated)
  let workplace: Workplace
  let mailbox: Mailbox
  private let desk: PaperDesk
  private let isLeaving = Atomic(false)
  /// The jobs of which the clerk knows that something is wrong.
  let told = Mutex<Set<PrintJobID>>([])
  /// At the end of the program.
  private static let patience = DispatchTimeInterval.milliseconds(500)

  init(workplace: Workplace, mailbox: Mailbox) {
    (self.workplace, self.mailbox) = (workplace, mailbox)
    desk = PaperDesk(workplace: workplace)
  }

  /// The program is about to end: nothing further is begun. A paper that is on its way gets the answer that a print service gives at once;
  /// without one it counts as perhaps printed, which is true. Nobody waits for a printer here.
  func finish() {
    isLeaving.store(true, ordering: .relaxed)
    let isDone = DispatchSemaphore(value: 0)
    queue.async { isDone.signal() }
    _ = isDone.wait(timeout: .now() + Self.patience)
  }

  var hasEnded: Bool { isLeaving.load(ordering: .relaxed) }

  // MARK: Sending

  /// Called on the queue. The print server is asked about older jobs afterwards, so that no paper waits for that.
  func printOut(_ order: PrintOrder, _ viewer: Viewer) throws(StoreError) -> PrintNews {
    var (news, printers) = (PrintNews(printer: .none), Printers(workplace))
    try cancelWithdrawn(&news)
    for paper in order.papers {
      let before = try workplace.store.papers.printing(of: paper.number)
      guard order.isAgain || before?.state == .kept else { continue }
      let form = try desk.form(of: paper, viewer: viewer)
      let way = order.way ?? workplace.settings.printWay(of: form)
      let printer = printers.news(way.queue)
      guard let queue = printer.queue(isAnyway: order.isAnyway), news.failure == nil, !hasEnded else {
        news.keep(paper.number, before)
        continue
      }
      let drawn: (pdf: [UInt8], media: Media)
      do throws(PaperFailure) {
        if let fault = printer.fault(of: way) { throw fault }
        drawn = try draw(paper, viewer)
      } catch {
        news.keep(paper.number, before, error)
        continue
      }
      if let job = before?.job, before?.state != .printed { holdBack(job, of: paper.number, &news) }
      // Where nothing can be noted, as in a window that only reads, nothing is sent.
      try workplace.store.papers.note(.doubtful, of: paper.number, at: workplace.clock.now)
      do throws(PaperFailure) {
        try send(drawn, paper.number, before, on: queue, way)
        news.sent.append(paper.number)
      } catch {
        news.keep(paper.number, before, error)
      }
    }
    news.printer = printers.toTell
    let sent = news.sent
    queue.async { [self] in try? askForOlder(but: sent, isTold: true) }
    return news
  }

  private func send(
    _ drawn: (pdf: [UInt8], media: Media), _ paper: PaperNumber, _ before: PrintStanding?, on queue: String,
    _ way: PrintWay
  ) throws(PaperFailure) {
    do throws(PaperFailure) {
      let job = try workplace.device.send(drawn.pdf, on: queue, media: drawn.media, way, title: paper.jobTitle)
      note(.sent, paper, job)
      follow(PrintFollowing(job, sentAt: workplace.clock.now), of: .paper(paper, isListed: before != nil))
    } catch {
      if !error.mayHaveBeenSent, let before { note(before.state, paper, before.job) }
      throw error
    }
  }

  /// Blank receipts that have their numbers and wait. Called on the queue.
  func printBlanks(isAnyway: Bool) throws(StoreError) -> BlankPrintNews {
    // At the end of the program nobody reads the answer.
    guard !hasEnded else { return BlankPrintNews(printer: .none) }
    return try BlankPrinting(workplace: workplace).printOut(isAnyway: isAnyway) { job, codes in
      follow(PrintFollowing(job, sentAt: workplace.clock.now), of: .blanks(codes))
    }
  }

  /// The older job of a paper is not to come out as well. One that has ended, or that the server does not know any more, cannot.
  private func holdBack(_ job: PrintJobID, of paper: PaperNumber, _ news: inout PrintNews) {
    do throws(PaperFailure) { try workplace.device.cancel(job) } catch {
      if error != .ended, error != .unknownJob { news.notCancelled.append(paper) }
    }
  }

  private func draw(_ paper: PaperName, _ viewer: Viewer) throws(PaperFailure) -> (pdf: [UInt8], media: Media) {
    let bytes: [UInt8]?
    do throws(StoreError) { bytes = try desk.page(of: paper, viewer: viewer) } catch {
      if case .denied(.confidential) = error { throw .confidential }
      throw .recordMissing
    }
    guard let bytes, let page = try? PageDescription(bytes: bytes) else { throw .recordMissing }
    return (try workplace.drawnPages.take(page, from: workplace.device), Media(page.sheet))
  }

  /// If it cannot be noted, the paper counts as perhaps printed, which is true.
  private func note(_ state: PrintState, _ paper: PaperNumber, _ job: PrintJobID?) {
    try? workplace.store.papers.note(state, of: paper, job: job, at: workplace.clock.now)
  }

  // MARK: What becomes of it

  /// Asks about jobs that were sent and have not ended. Called on the queue.
  /// - Returns: what is not known to be printed.
  func askForAll() throws(StoreError) -> PapersToPrint {
    var news = PrintNews(printer: .none)
    try cancelWithdrawn(&news)
    if let said = news.older(workplace.language) { mailbox.deliver(.news(said)) }
    try askForOlder(but: [], isTold: false)
    return try toPrint()
  }

  private func toPrint() throws(StoreError) -> PapersToPrint {
    let papers = workplace.store.papers
    return PapersToPrint(try papers.toPrint(), of: try papers.toPrintCount())
  }

  /// Asks for those first that were asked for longest ago.
  /// - Parameter isTold: nobody looks at the list, so that what stops one of them is told.
  private func askForOlder(but others: [PaperNumber], isTold: Bool) throws(StoreError) {
    var silent: Set<String> = []
    let sent = try workplace.store.papers.toPrint().filter { $0.state == .sent && !others.contains($0.number) }
    for paper in sent.prefix(Self.mostAsked) where !hasEnded {
      // A printer that is away keeps everybody waiting once and not twenty times.
      guard let job = paper.job, !silent.contains(job.queue) else { continue }
      var following = PrintFollowing(job, sentAt: workplace.clock.now)
      let answer = ask(job)
      following.take(answer, at: workplace.clock.now)
      take(following.standing, of: paper.number, job)
      if isTold { tell(.paper(paper.number, isListed: true), job, trouble(following.standing)) }
      switch answer {
      case .report(let report): if report.printer?.isReachable == false { silent.insert(job.queue) }
      case .failure(.unknownJob): break
      // So does a print server that does not answer.
      case .failure: return
      }
    }
  }

  /// Cancels what nobody needs any more, and notes what could not be held back.
  private func cancelWithdrawn(_ news: inout PrintNews) throws(StoreError) {
    for item in try workplace.store.papers.toCancel().prefix(Self.mostAsked) where !hasEnded {
      do throws(PaperFailure) { try workplace.device.cancel(item.job) } catch {
        guard error == .ended || error == .unknownJob else {
          news.notCancelled.append(item.paper)
          // A print server that does not answer is not asked twenty times.
          return
        }
        if error == .unknownJob || hasComeOut(item.job) { news.cameOut.append(item.paper) }
      }
      try? workplace.store.papers.drop(item.paper)
    }
  }

  /// Of a job that has ended. Without an answer it may have.
  private func hasComeOut(_ job: PrintJobID) -> Bool {
    guard case .report(let report) = ask(job) else { return true }
    return report.state == .completed
  }

  /// Takes a paper off the list, which came out or is not needed, and sees to it that it does not come out after all. Called on the
  /// queue.
  /// - Returns: what is still not known to be printed; with the paper if its job could not be cancelled. The second time it is taken off
  ///   all the same.
  func takeOff(_ paper: PaperNumber) throws(StoreError) -> PapersToPrint {
    let papers = workplace.store.papers
    if try papers.printState(of: paper) == .withdrawn { try papers.drop(paper) } else { try papers.withdraw(paper) }
    var news = PrintNews(printer: .none)
    try cancelWithdrawn(&news)
    news.cameOut.removeAll { $0 == paper }
    if let said = news.older(workplace.language) { mailbox.deliver(.news(said)) }
    return try toPrint()
  }
}

/// Each printer is asked once for all papers that go to it.
private struct Printers {
  private let workplace: Workplace
  private var asked: [String?: PrinterNews] = [:]
  /// The one that holds papers back, otherwise the first; without papers that of all.
  private var told: PrinterNews?

  init(_ workplace: Workplace) { self.workplace = workplace }

  var toTell: PrinterNews { told ?? workplace.device.printer(workplace.settings.printer) }

  mutating func news(_ queue: String?) -> PrinterNews {
    if let known = asked[queue] { return known }
    let news = workplace.device.printer(queue)
    asked[queue] = news
    if told?.isReady != false, told == nil || !news.isReady { told = news }
    return news
  }
}

extension PrintNews {
  fileprivate mutating func keep(_ paper: PaperNumber, _ before: PrintStanding?, _ error: PaperFailure? = nil) {
    kept.append(paper)
    let isListed = before.map { $0.state != .printed || error?.mayHaveBeenSent == true } ?? false
    if !isListed { unlisted.append(paper) }
    // A fault of the paper concerns no other one; any other fault ends the printing.
    guard let error else { return }
    if error.isOfPaper { faults.append(Fault(paper, error)) } else { failure = error }
  }
}

extension Media {
  init(_ sheet: PageDescription.Sheet) {
    switch sheet {
    case .a4, .a4Landscape, .halvesOfA4: self = .a4
    case .a5: self = .a5
    }
  }
}
