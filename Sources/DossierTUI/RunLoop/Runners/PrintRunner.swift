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
  private let workplace: Workplace
  private let mailbox: Mailbox
  private let desk: PaperDesk
  private let isLeaving = Atomic(false)

  init(workplace: Workplace, mailbox: Mailbox) {
    (self.workplace, self.mailbox) = (workplace, mailbox)
    desk = PaperDesk(workplace: workplace)
  }

  /// The program is about to end: the paper that is on its way gets its answer, and nothing further is begun.
  func finish() {
    isLeaving.store(true, ordering: .relaxed)
    queue.sync {}
  }

  var hasEnded: Bool { isLeaving.load(ordering: .relaxed) }

  // MARK: Sending

  /// Called on the queue.
  /// - Parameter isAgain: somebody has chosen this paper, whatever became of it before. Otherwise only what no printer has got is sent.
  func printOut(_ papers: [PaperName], isAgain: Bool, _ viewer: Viewer) throws(StoreError) -> PrintNews {
    var news = PrintNews(printer: workplace.device.printer())
    for paper in papers {
      let before = try workplace.store.papers.printing(of: paper.number)
      guard isAgain || before?.state == .kept else { continue }
      // Nothing is given to a printer that says that it cannot print: the paper would come out some time, unseen.
      guard let printer = news.printer.printer, printer.isReady, news.failure == nil, !hasEnded else {
        news.kept.append(paper.number)
        continue
      }
      let drawn: (pdf: [UInt8], media: Media)
      do throws(PaperFailure) { drawn = try draw(paper, viewer) } catch {
        news.take(error, of: paper.number)
        continue
      }
      // The older one is not to come out as well. If it cannot be held back, it has come out or nothing is known of it.
      if before?.state == .sent, let job = before?.job { try? workplace.device.cancel(job) }
      // Where nothing can be noted, as in a window that only reads, nothing is sent.
      try workplace.store.papers.note(.doubtful, of: paper.number, at: workplace.clock.now)
      do throws(PaperFailure) {
        let job = try workplace.device.send(
          drawn.pdf, on: printer.name, media: drawn.media, title: paper.number.jobTitle)
        note(.sent, paper.number, job)
        follow(PrintFollowing(job, sentAt: workplace.clock.now), of: paper.number, isListed: before != nil)
        news.sent.append(paper.number)
      } catch {
        if !error.mayHaveBeenSent, let before { note(before.state, paper.number, before.job) }
        news.take(error, of: paper.number)
      }
    }
    return news
  }

  private func draw(_ paper: PaperName, _ viewer: Viewer) throws(PaperFailure) -> (pdf: [UInt8], media: Media) {
    let bytes: [UInt8]?
    do throws(StoreError) { bytes = try desk.page(of: paper, viewer: viewer) } catch {
      if case .denied(.confidential) = error { throw .confidential }
      throw .recordMissing
    }
    guard let bytes, let page = try? PageDescription(bytes: bytes) else { throw .recordMissing }
    return (try workplace.device.draw(page), Media(page.sheet))
  }

  /// If it cannot be noted, the paper counts as perhaps printed, which is true.
  private func note(_ state: PrintState, _ paper: PaperNumber, _ job: PrintJobID?) {
    try? workplace.store.papers.note(state, of: paper, job: job, at: workplace.clock.now)
  }

  // MARK: What becomes of it

  /// Asks about jobs that were sent and have not ended, those first that were asked for longest ago. Called on the queue.
  /// - Returns: what is not known to be printed.
  func askForAll() throws(StoreError) -> [PaperToPrint] {
    let sent = try workplace.store.papers.toPrint().filter { $0.state == .sent }
    for paper in sent.prefix(Self.mostAsked) where !hasEnded {
      guard let job = paper.job else { continue }
      var following = PrintFollowing(job, sentAt: workplace.clock.now)
      let answer = ask(job)
      following.take(answer, at: workplace.clock.now)
      take(following.standing, of: paper.number, job)
      // A print server that does not answer is not asked twenty times; that it does not know a job is an answer.
      if case .failure(let failure) = answer, failure != .unknownJob { break }
    }
    return try workplace.store.papers.toPrint()
  }

  /// Takes a paper off the list, which came out or is not needed, and sees to it that it does not come out after all. Called on the
  /// queue.
  /// - Returns: what is still not known to be printed.
  func takeOff(_ paper: PaperNumber) throws(StoreError) -> [PaperToPrint] {
    let standing = try workplace.store.papers.printing(of: paper)
    try workplace.store.papers.drop(paper)
    if standing?.state == .sent, let job = standing?.job { try? workplace.device.cancel(job) }
    return try workplace.store.papers.toPrint()
  }

  private func ask(_ job: PrintJobID) -> PrintFollowing.Answer {
    do throws(PaperFailure) { return .report(try workplace.device.report(of: job)) } catch { return .failure(error) }
  }

  /// Asks when it is time, for ten minutes at most. Between two questions nothing runs.
  /// - Parameters:
  ///   - isListed: it is in the list of what is not printed, and not a paper of another machine.
  ///   - hasTold: the clerk knows already that the printer waits for somebody.
  private func follow(_ following: PrintFollowing, of paper: PaperNumber, isListed: Bool, hasTold: Bool = false) {
    guard let askAt = following.askAt, !hasEnded else { return }
    // A clock that was set meanwhile delays a question by no more than the longest pause.
    let pause = min(max(0, askAt.milliseconds - workplace.clock.now.milliseconds), 60_000)
    queue.asyncAfter(deadline: .now() + .milliseconds(Int(pause))) { [self] in
      // Nobody asks for a job whose paper was sent again or is off the list.
      let isCurrent = !isListed || (try? workplace.store.papers.printing(of: paper))?.job == following.job
      guard isCurrent, !hasEnded else { return }
      var next = following
      next.take(ask(following.job), at: max(workplace.clock.now, askAt))
      if next.hasEnded { take(next.standing, of: paper, following.job) }
      let trouble = trouble(next.standing)
      if let trouble, !hasTold { tell(paper, trouble) }
      follow(next, of: paper, isListed: isListed, hasTold: hasTold || trouble != nil)
    }
  }

  /// Why it does not come out; nil if nothing is known against it.
  private func trouble(_ standing: PrintFollowing.Standing) -> String? {
    switch standing {
    case .sent, .printed: nil
    case .underWay(let report): report.printer?.isReady == false ? report.wording(workplace.language) : nil
    case .notPrinted(let state): state.wording(workplace.language)
    case .unclear: PaperFailure.unknownJob.wording(workplace.language)
    }
  }

  private func tell(_ paper: PaperNumber, _ trouble: String) {
    mailbox.deliver(
      .news(
        workplace.language.pick(
          "Giấy số \(paper.text) chưa in ra: \(trouble). Xem ở F8.",
          "Paper \(paper.text) did not come out: \(trouble). See F8.")))
  }

  private func take(_ standing: PrintFollowing.Standing, of paper: PaperNumber, _ job: PrintJobID) {
    let state: PrintState =
      switch standing {
      case .sent, .underWay: .sent
      case .printed: .printed
      case .notPrinted: .kept
      case .unclear: .doubtful
      }
    try? workplace.store.papers.report(state, of: job, for: paper, at: workplace.clock.now)
  }
}

extension PrintNews {
  /// A fault of the paper concerns no other one; any other fault ends the printing.
  fileprivate mutating func take(_ error: PaperFailure, of paper: PaperNumber) {
    kept.append(paper)
    if error.isOfPaper { faults.append(Fault(paper, error)) } else { failure = error }
  }
}

extension Media {
  fileprivate init(_ sheet: PageDescription.Sheet) {
    switch sheet {
    case .a4, .a4Landscape, .halvesOfA4: self = .a4
    case .a5: self = .a5
    }
  }
}
