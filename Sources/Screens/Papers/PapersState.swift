import DossierDomain
import OfficeWork
import Terminal

extension Context {
  public static let papers = Context("papers")
}

/// The papers of one dossier: what can be made out, and what was. Enter shows a paper as text before anything is recorded or
/// printed, and Enter again does it.
struct PapersState: NumbersScreen {
  static let context = Context.papers
  static var commands: [Command] { PapersCommands.list }
  static let hintOrder: [Command.Group] = [.act, .go, .view, .move, .program]

  enum Row: Equatable {
    case offer(PaperOffer)
    case issued(IssuedPaper)
    /// Make the same form out once more, in the place of the paper.
    case replace(IssuedPaper, PaperOffer)
  }

  /// A paper as text.
  struct Sheet: Equatable {
    var choice: PaperChoice
    var title: String
    /// Nil until it has come.
    var text: PaperText?
    var window = ListWindow()
  }

  let dossier: DossierID
  /// Nil until it has come.
  private(set) var code: DossierCode?
  private(set) var papers: DossierPapers?
  /// Where the paper that is looked at goes and how, or any other one; nil until it is known.
  private(set) var printer: PrinterChoice?
  var window = ListWindow()
  private(set) var sheet: Sheet?
  var numbersUntil: Instant?
  private var pending: Request<DossierPapers?>?
  private var pendingPrinter: Request<PrinterChoice>?
  private var pendingText: Request<PaperText?>?
  private var pendingPrint: Request<PrintNews>?
  private var issuing: RequestNumber?
  /// The paper that was just issued and goes to the printer next.
  private var issued: PaperNumber?
  /// What the printer's state held back, as it was asked for.
  private(set) var heldBack: PrintOrder?
  /// After an Enter that issued or printed, until the key was let go: held down, it would issue papers that nobody has seen.
  private var waitsUntil: Instant?

  init(_ dossier: DossierID, _ code: DossierCode? = nil) { (self.dossier, self.code) = (dossier, code) }

  var place: Place? { Place(name: Self.context.name, fields: [Place.Field("dossier", dossier.hexadecimal)]) }

  init?(place: Place, _ office: OfficeSnapshot, now: Instant) {
    guard let dossier = place["dossier"].flatMap(DossierID.init(hexadecimal:)) else { return nil }
    self.init(dossier)
  }

  mutating func start(_ session: inout Session) -> [Effect] { readAll(&session) }

  var rows: [Row] {
    guard let papers else { return [] }
    return papers.offers.map { .offer($0) }
      + papers.issued.flatMap { paper -> [Row] in
        let offer = papers.offers.first { $0.form == paper.issue.form }
        guard papers.replacements[paper.issue.number] == nil, !papers.lasting.contains(paper.issue.number), let offer
        else { return [.issued(paper)] }
        return [.issued(paper), .replace(paper, offer)]
      }
  }

  var chosen: Row? { rows.indices.contains(window.chosen) ? rows[window.chosen] : nil }
  /// A paper is being recorded or given to the printer.
  var isBusy: Bool { issuing != nil || issued != nil || pendingPrint != nil }

  mutating func appear(_ session: inout Session, now: Instant) -> [Effect] {
    numbersUntil = nil
    return readAll(&session)
  }

  /// A list of papers has no numbers.
  var numbered: DossierID? { sheet?.text.map { _ in dossier } }
  func standing(at now: Instant) -> DossierStanding? { papers?.standing }
  func nextChange(after now: Instant) -> Instant? { numbersUntil.flatMap { $0 > now ? $0 : nil } }

  private mutating func readAll(_ session: inout Session) -> [Effect] {
    read(&session) + askPrinter(nil, &session)
  }

  private mutating func askPrinter(_ form: PaperFormID?, _ session: inout Session) -> [Effect] {
    let request: Request<PrinterChoice> = session.request()
    (pendingPrinter, printer) = (request, nil)
    return [.device(.printers(request, form))]
  }

  private mutating func read(_ session: inout Session) -> [Effect] {
    let request: Request<DossierPapers?> = session.request()
    pending = request
    return [.device(.papers(request, dossier, viewer: session.viewer))]
  }

  mutating func press(_ key: Key, _ session: inout Session, now: Instant) -> [Effect]? {
    // Another key: Enter was let go.
    if key != .enter { waitsUntil = nil }
    if showsNumbers(at: now) { showNumbers(from: now) }
    guard let count = sheet?.text?.masked.count else {
      if sheet != nil, key == .escape { return closeSheet() }
      return window.press(key, count: rows.count) ? [] : nil
    }
    switch key {
    case .escape, .character("q"): return closeSheet()
    case .pageUp: sheet?.window.move(by: -(session.bodyRows - 4), count: count)
    case .pageDown: sheet?.window.move(by: session.bodyRows - 4, count: count)
    case .character("+"): printer?.way.addCopies(1)
    case .character("-"): printer?.way.addCopies(-1)
    case .left: turnTray(by: -1)
    case .right: turnTray(by: 1)
    default: return sheet?.window.press(key, count: count) == true ? [] : nil
    }
    return []
  }

  var trays: [String] { printer?.news.printer?.trays ?? [] }

  private mutating func turnTray(by step: Int) {
    let trays = trays
    printer?.way.turnTray(by: step, among: trays)
  }

  private mutating func closeSheet() -> [Effect] {
    (sheet, pendingText, numbersUntil) = (nil, nil, nil)
    return []
  }

  /// The declaration in the chosen row, whose questions come first; nil for other papers.
  var declaration: NewPaper? {
    guard sheet == nil, let chosen else { return nil }
    switch chosen {
    case .offer(let offer): return offer.isDeclaration ? NewPaper(offer.form) : nil
    case .replace(let paper, let offer):
      return offer.isDeclaration ? NewPaper(offer.form, replaces: paper.issue.number) : nil
    case .issued: return nil
    }
  }

  /// Enter: first the text, then the deed.
  mutating func enter(_ session: inout Session, now: Instant) -> [Effect] {
    if let waitsUntil, now < waitsUntil {
      self.waitsUntil = now.afterAPause
      return []
    }
    guard let sheet else { return chosen.map { look(at: choice($0), words($0, session.language), &session) } ?? [] }
    guard sheet.text != nil, !isBusy else { return [] }
    waitsUntil = now.afterAPause
    switch sheet.choice {
    // The line above the paper says how far it has come.
    case .issued(let number): return printOut(number, isAgain: true, &session)
    case .new(let paper): return issue(paper, &session)
    }
  }

  /// Shows a paper as text before anything is done with it.
  mutating func look(at choice: PaperChoice, _ title: String, _ session: inout Session) -> [Effect] {
    (sheet, numbersUntil) = (Sheet(choice: choice, title: title), nil)
    let request: Request<PaperText?> = session.request()
    pendingText = request
    return [.device(.render(request, dossier, choice, viewer: session.viewer))] + askPrinter(form(of: choice), &session)
  }

  private func form(of choice: PaperChoice) -> PaperFormID? {
    switch choice {
    case .new(let paper): paper.form
    case .issued(let number): papers?.issued.first { $0.issue.number == number }?.issue.form
    }
  }

  private func choice(_ row: Row) -> PaperChoice {
    switch row {
    case .offer(let offer): .new(NewPaper(offer.form))
    case .issued(let paper): .issued(paper.issue.number)
    case .replace(let paper, let offer): .new(NewPaper(offer.form, replaces: paper.issue.number))
    }
  }

  private mutating func issue(_ paper: NewPaper, _ session: inout Session) -> [Effect] {
    guard let clerk = session.clerk else { return [] }
    let number = session.nextRequest()
    issuing = number
    let name = Session.declarationDraft(of: dossier)
    let draft = paper.answers.flatMap { answers in
      session.promptDrafts[name].map { typed in
        // What another declaration of the dossier asks for is on none of its papers yet.
        let rest = typed.entries.filter { answers[$0.id.name] == nil }
        return RunningAct.Draft(name: name, contents: typed, rest: Contents(entries: rest))
      }
    }
    session.running[number] = RunningAct(title: Words("Lập giấy", "Issue a paper"), clerk: clerk.id, draft: draft)
    return [.act(.issuePaper(number, dossier, paper, viewer: session.viewer))]
  }

  private mutating func printOut(_ number: PaperNumber, isAgain: Bool, _ session: inout Session) -> [Effect] {
    printOut(PrintOrder([PaperName(dossier, number)], isAgain: isAgain, way: printer?.way), &session)
  }

  private mutating func printOut(_ order: PrintOrder, _ session: inout Session) -> [Effect] {
    let request = session.printRequest()
    (pendingPrint, heldBack) = (request, order)
    return [.device(.printOut(request, order, viewer: session.viewer))]
  }

  mutating func sendAnyway(_ session: inout Session) -> [Effect] {
    guard !isBusy, var order = heldBack else { return [] }
    order.isAnyway = true
    return printOut(order, &session)
  }

  mutating func receive(_ end: ActEnd, of act: RequestNumber, _ session: inout Session) {
    receiveNumbers(end, &session)
    guard act == issuing else { return }
    issuing = nil
    switch end {
    case .paperIssued(let paper):
      issued = paper.number
      sheet = nil
    case .performed, .numbersRead, .blanksNumbered, .failed: break
    }
  }

  mutating func receive(_ reply: Reply, _ session: inout Session, now: Instant) -> [Effect] {
    if let answer = reply.resolve(&pending) {
      papers = answer.response ?? nil
      if let papers { code = papers.code }
      window.choose(window.chosen, count: rows.count)
    } else if let answer = reply.resolve(&pendingPrinter) {
      printer = answer.response
    } else if let answer = reply.resolve(&pendingText) {
      guard let text = answer.response ?? nil else {
        sheet = nil
        if answer.response != nil {
          session.complain(
            session.language.pick(
              "Không xem được giấy này: bản lưu chưa có ở máy này (F5) hoặc đã bị hủy.",
              "This paper cannot be shown: its record is not here yet (F5), or was erased."))
        }
        return []
      }
      sheet?.text = text
    } else if let answer = reply.resolve(&pendingPrint) {
      guard let news = answer.response else { return [] }
      sheet = nil
      printer?.news = news.printer
      if !news.canSendAnyway { heldBack = nil }
      let said = news.wordingWithOffer(session.language)
      // What is at fault is named by what is said of it.
      let number = news.faults.isEmpty ? news.sent.first ?? news.kept.first : nil
      let done = number.map { session.language.pick("Giấy số \($0.text). ", "Paper \($0.text). ") } ?? ""
      if news.isWell { session.say(Words(done + said, done + said)) } else { session.complain(done + said) }
      return read(&session)
    }
    return []
  }

  mutating func hear(_ news: News, _ session: inout Session, now: Instant) -> [Effect] {
    switch news {
    case .performed, .undone, .synchronised:
      guard let issued else { return read(&session) }
      self.issued = nil
      return read(&session) + printOut(issued, isAgain: false, &session)
    case .officeChanged, .syncProgress, .syncFailed, .backup: return []
    }
  }
}
