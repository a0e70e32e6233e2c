import Dispatch
import DossierDomain
import DossierStore
import OfficeWork
import PageDescription
import Screens

/// Shows and prints papers on a queue of its own: a printer answers when it likes.
final class DeviceRunner: Sendable {
  private let workplace: Workplace
  private let mailbox: Mailbox
  private let desk: PaperDesk
  private let queue = DispatchQueue(label: "dossier.device", qos: .userInitiated)

  init(workplace: Workplace, mailbox: Mailbox) {
    (self.workplace, self.mailbox) = (workplace, mailbox)
    desk = PaperDesk(workplace: workplace)
  }

  /// Starts an effect and returns at once.
  func run(_ effect: DeviceEffect) {
    queue.async { [self] in
      switch effect {
      case .papers(let request, let id, let viewer):
        mailbox.answer(request, workplace) { () throws(StoreError) in try desk.papers(of: id, viewer: viewer) }
      case .declaration(let request, let id, let form, let viewer):
        mailbox.answer(request, workplace) { () throws(StoreError) in try desk.declaration(form, id, viewer: viewer) }
      case .render(let request, let id, let choice, let viewer):
        mailbox.answer(request, workplace) { () throws(StoreError) in try desk.text(of: choice, id, viewer: viewer) }
      case .printers(let request): mailbox.deliver(request.answer(workplace.device.printer()))
      case .print(let request, let papers, let viewer):
        mailbox.answer(request, workplace) { () throws(StoreError) in try print(papers, viewer) }
      case .follow(let request):
        mailbox.answer(request, workplace) { () throws(StoreError) in try askForAll() }
      }
    }
  }

  func settle() { queue.sync {} }

  // MARK: At a reception

  /// Finds out whether a reception hands a paper out by itself: it is a matter that is not settled at once, and there is a printer.
  /// In data for trying out, and without a printer, papers are made when somebody asks for them (^P).
  /// - Parameter issue: called on the queue of devices if one does.
  func prepare(
    for received: DossierID, by clerk: ClerkID, issue: @escaping @Sendable (PaperFormID, Viewer) -> Void
  ) {
    queue.async { [self] in
      do throws(StoreError) {
        let store = workplace.store
        let isWanted: Bool
        if let setting = workplace.settings.printsAtReception { isWanted = setting } else { isWanted = try !store.office.isDemo() }
        guard isWanted,
          let viewer = try store.office.clerks().first(where: { $0.id == clerk }).map({ Viewer($0) }),
          let source = try store.papers.source(of: received, viewer: viewer),
          let form = OfficeForms.atReception(of: source.dossier), workplace.device.printer().printer != nil
        else { return }
        issue(form, viewer)
      } catch {
        mailbox.fail(error, workplace.language)
      }
    }
  }

  /// Prints what nobody waits for on a screen; only what goes wrong is told.
  func print(_ papers: [PaperName], _ viewer: Viewer) {
    queue.async { [self] in
      do throws(StoreError) {
        let news: PrintNews = try print(papers, viewer)
        if !news.kept.isEmpty { mailbox.deliver(.news(news.wording(workplace.language))) }
      } catch {
        mailbox.fail(error, workplace.language)
      }
    }
  }

  /// The reception holds; only its paper was not made.
  func tellNotIssued(_ outcomes: [ActOutcome]) {
    for case .denied(_, let denial) in outcomes {
      mailbox.deliver(
        .news(
          workplace.language.pick("Hồ sơ đã nhận; chưa lập được phiếu. ", "It is received; no slip was made. ")
            + denial.wording(workplace.language)))
    }
  }

  // MARK: Sending

  private func print(_ papers: [PaperName], _ viewer: Viewer) throws(StoreError) -> PrintNews {
    _ = try askForAll()
    var news = PrintNews(printer: workplace.device.printer())
    for paper in papers {
      do throws(PaperFailure) {
        // Nothing is given to a printer that says that it cannot print: the paper would come out some time, unseen.
        guard let printer = news.printer.printer, printer.isReady, news.failure == nil else {
          news.kept.append(paper.number)
          continue
        }
        guard let bytes = try? desk.page(of: paper, viewer: viewer), let page = try? PageDescription(bytes: bytes) else {
          throw .recordMissing
        }
        let pdf = try workplace.device.draw(page)
        try send(pdf, Media(page.sheet), paper.number, printer.name)
        news.sent.append(paper.number)
      } catch {
        news.kept.append(paper.number)
        news.failure = error
      }
    }
    return news
  }

  private func send(_ pdf: [UInt8], _ media: Media, _ paper: PaperNumber, _ printer: String) throws(PaperFailure) {
    do throws(PaperFailure) {
      let job = try workplace.device.send(pdf, on: printer, media: media, title: paper.jobTitle)
      note(.sent, paper, job)
      follow(PrintFollowing(job, sentAt: workplace.clock.now), of: paper)
    } catch {
      // The server may have taken it all the same, so that only a look at the printer tells.
      if error.mayHaveBeenSent { note(.doubtful, paper) }
      throw error
    }
  }

  // MARK: What becomes of it

  /// Asks about every job that was sent and has not ended.
  private func askForAll() throws(StoreError) -> [PaperToPrint] {
    for paper in try workplace.store.papers.toPrint() where paper.state == .sent {
      guard let job = paper.job else { continue }
      var following = PrintFollowing(job, sentAt: workplace.clock.now)
      following.take(ask(job), at: workplace.clock.now)
      take(following.standing, of: paper.number)
    }
    return try workplace.store.papers.toPrint()
  }

  private func ask(_ job: PrintJobID) -> PrintFollowing.Answer {
    do throws(PaperFailure) { return .report(try workplace.device.report(of: job)) } catch { return .failure(error) }
  }

  /// Asks when it is time, for ten minutes at most. Between two questions nothing runs.
  /// - Parameter hasTold: the clerk knows already that the printer waits for somebody.
  private func follow(_ following: PrintFollowing, of paper: PaperNumber, hasTold: Bool = false) {
    guard let askAt = following.askAt else { return }
    // A clock that was set meanwhile delays a question by no more than the longest pause.
    let pause = min(max(0, askAt.milliseconds - workplace.clock.now.milliseconds), 60_000)
    queue.asyncAfter(deadline: .now() + .milliseconds(Int(pause))) { [self] in
      var next = following
      next.take(ask(following.job), at: max(workplace.clock.now, askAt))
      take(next.standing, of: paper)
      let trouble = trouble(next.standing)
      if let trouble, !hasTold { tell(paper, trouble) }
      follow(next, of: paper, hasTold: hasTold || trouble != nil)
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

  private func take(_ standing: PrintFollowing.Standing, of paper: PaperNumber) {
    switch standing {
    case .sent, .underWay: break
    case .printed: note(.printed, paper)
    case .notPrinted: note(.kept, paper)
    case .unclear: note(.doubtful, paper)
    }
  }

  /// In a window that only reads, nothing is noted, and the paper stays in the list.
  private func note(_ state: PrintState, _ paper: PaperNumber, _ job: PrintJobID? = nil) {
    try? workplace.store.papers.note(state, of: paper, job: job, at: workplace.clock.now)
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
