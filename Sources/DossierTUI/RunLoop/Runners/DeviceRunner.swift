import Dispatch
import DossierDomain
import DossierStore
import OfficeWork
import Screens
import Synchronization

/// Shows papers on a queue of its own and has them printed on another, so that no preview waits for a printer.
final class DeviceRunner: Sendable {
  private let workplace: Workplace
  private let mailbox: Mailbox
  private let desk: PaperDesk
  private let reading = DispatchQueue(label: "dossier.papers", qos: .userInitiated)
  private let printing: PrintRunner
  /// Why no paper is made at receptions, as far as the clerk knows.
  private let toldDenials = Mutex<Set<Denial>>([])

  init(workplace: Workplace, mailbox: Mailbox) {
    (self.workplace, self.mailbox) = (workplace, mailbox)
    desk = PaperDesk(workplace: workplace)
    printing = PrintRunner(workplace: workplace, mailbox: mailbox)
  }

  /// Starts an effect and returns at once.
  func run(_ effect: DeviceEffect) {
    let (desk, printing) = (desk, printing)
    switch effect {
    case .papers(let request, let id, let viewer):
      on(reading, request) { () throws(StoreError) in try desk.papers(of: id, viewer: viewer) }
    case .declaration(let request, let id, let form, let viewer):
      on(reading, request) { () throws(StoreError) in try desk.declaration(form, id, viewer: viewer) }
    case .render(let request, let id, let choice, let viewer):
      on(reading, request) { () throws(StoreError) in try desk.text(of: choice, id, viewer: viewer) }
    case .check(let request, let text, let viewer):
      on(reading, request) { () throws(StoreError) in try desk.check(text, viewer: viewer) }
    case .printers(let request, let form):
      printing.queue.async { [self] in
        mailbox.deliver(request.answer(workplace.printerChoice(for: form)))
      }
    case .printOut(let request, let order, let viewer):
      on(printing.queue, request) { () throws(StoreError) in try printing.printOut(order, viewer) }
    case .printBlanks(let request, let isAnyway): printBlanks(request, isAnyway: isAnyway)
    case .follow(let request):
      on(printing.queue, request) { () throws(StoreError) in try printing.askForAll() }
    case .takeOff(let request, let paper):
      on(printing.queue, request) { () throws(StoreError) in try printing.takeOff(paper) }
    }
  }

  private func on<Response>(
    _ queue: DispatchQueue, _ request: Request<Response>, _ body: @escaping @Sendable () throws(StoreError) -> Response
  ) {
    queue.async { [self] in mailbox.answer(request, workplace, body) }
  }

  /// What went wrong is told even if the list of blanks was closed meanwhile; the list itself says more.
  private func printBlanks(_ request: Request<BlankPrintNews>, isAnyway: Bool) {
    let (printing, mailbox, language) = (printing, mailbox, workplace.language)
    on(printing.queue, request) { () throws(StoreError) in
      let news = try printing.printBlanks(isAnyway: isAnyway)
      if !news.isWell { mailbox.deliver(.news(news.wording(language))) }
      return news
    }
  }

  /// Called before their numbers are told to anybody, so that no order to print them comes first.
  func keep(_ codes: [DossierCode]) {
    printing.queue.async { [self] in
      do throws(StoreError) { try BlankPrinting(workplace: workplace).keep(codes) } catch {
        mailbox.fail(error, workplace.language)
      }
    }
  }

  func settle() {
    reading.sync {}
    printing.queue.sync {}
  }

  /// Called before exit: nothing further is sent, and nobody waits for a printer.
  func finish() {
    printing.finish()
    reading.sync {}
  }

  // MARK: At a reception

  /// Finds out whether a reception hands a paper out by itself: it is a matter that is not settled at once, its paper can be made, and
  /// there is a printer. In data for trying out, and without a printer, papers are made when somebody asks for them (^P).
  /// - Parameter issue: called on the queue of printing if one does.
  func prepare(
    for received: DossierID, by clerk: ClerkID, issue: @escaping @Sendable (PaperFormID, Viewer) -> Void
  ) {
    printing.queue.async { [self] in
      do throws(StoreError) {
        guard !printing.hasEnded, let (form, viewer) = try paper(for: received, by: clerk) else { return }
        issue(form, viewer)
      } catch {
        mailbox.fail(error, workplace.language)
      }
    }
  }

  private func paper(
    for received: DossierID, by id: ClerkID
  ) throws(StoreError) -> (form: PaperFormID, viewer: Viewer)? {
    let store = workplace.store
    let isWanted: Bool
    if let setting = workplace.settings.printsAtReception {
      isWanted = setting
    } else {
      isWanted = try !store.office.isDemo()
    }
    guard isWanted, let clerk = try store.office.clerks().first(where: { $0.id == id }),
      let source = try store.papers.source(of: received, viewer: Viewer(clerk)),
      let form = OfficeForms.atReception(of: source.dossier),
      workplace.forms().offers(for: source, by: clerk).contains(where: { $0.form == form }),
      hasPrinter(for: form)
    else { return nil }
    return (form, Viewer(clerk))
  }

  /// Whether a paper is made although nobody asked for it. A print service that does not answer says nothing of a printer; where there is
  /// no print service at all, only settings can say that there is one.
  private func hasPrinter(for form: PaperFormID) -> Bool {
    switch workplace.device.printer(workplace.settings.printWay(of: form).queue) {
    case .printer: true
    case .none: false
    case .unknown(let failure, let queue):
      queue != nil || workplace.settings.printsAtReception == true
        || failure != .unreachable && failure != .unavailable
    }
  }

  /// Prints what nobody waits for on a screen; only what goes wrong is told.
  func printOut(_ papers: [PaperName], _ viewer: Viewer) {
    printing.queue.async { [self] in
      do throws(StoreError) {
        let news = try printing.printOut(PrintOrder(papers), viewer)
        if !news.isWell { mailbox.deliver(.news(news.wording(workplace.language))) }
      } catch {
        mailbox.fail(error, workplace.language)
      }
    }
  }

  /// The reception holds; only its paper was not made. A reason that will hold for the next reception, too, is told once a start.
  func tellNotIssued(_ answer: Answer) {
    switch answer {
    case .performed(_, let outcomes):
      for case .denied(_, let denial) in outcomes where toldDenials.withLock({ $0.insert(denial).inserted }) {
        tellNotIssued(denial.wording(workplace.language))
      }
    case .failed(_, let failure): tellNotIssued(failure.wording(workplace.language))
    case .paperIssued, .blanksNumbered, .reply, .office, .signIn, .confirmed, .undone, .officeChanged, .numbersRead,
      .seatState, .backup,
      .backedUp, .syncProgress, .synchronised, .syncFailed, .saved, .news:
      break
    }
  }

  private func tellNotIssued(_ why: String) {
    mailbox.deliver(
      .news(
        workplace.language.pick("Hồ sơ đã nhận; chưa lập được phiếu. ", "It is received; no slip was made. ") + why))
  }
}
