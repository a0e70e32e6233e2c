import DossierDomain
import OfficeWork
import Terminal

extension Context {
  public static let papers = Context("papers")
}

/// The papers of one dossier: what can be made out, and what was. Enter shows a paper as text before anything is recorded or
/// printed, and Enter again does it.
struct PapersState: PlacedScreen {
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
    var row: Row
    /// Nil until it has come.
    var lines: [String]?
    var window = ListWindow()
  }

  let dossier: DossierID
  let code: DossierCode
  private(set) var papers: DossierPapers?
  private(set) var printer: PrinterNews?
  var window = ListWindow()
  private(set) var sheet: Sheet?
  private var pending: Request<DossierPapers?>?
  private var pendingPrinter: Request<PrinterNews>?
  private var pendingText: Request<[String]?>?
  private var pendingPrint: Request<PrintNews>?
  private var issuing: RequestNumber?
  /// The paper that was just issued and goes to the printer next.
  private var issued: PaperNumber?

  init(_ dossier: DossierID, _ code: DossierCode) { (self.dossier, self.code) = (dossier, code) }

  var rows: [Row] {
    guard let papers else { return [] }
    return papers.offers.map { .offer($0) }
      + papers.issued.flatMap { paper -> [Row] in
        let offer = papers.offers.first { $0.form == paper.issue.form }
        guard papers.replacements[paper.issue.number] == nil, let offer else { return [.issued(paper)] }
        return [.issued(paper), .replace(paper, offer)]
      }
  }

  var chosen: Row? { rows.indices.contains(window.chosen) ? rows[window.chosen] : nil }
  /// A paper is being recorded or given to the printer.
  var isBusy: Bool { issuing != nil || issued != nil || pendingPrint != nil }

  mutating func appear(_ session: inout Session, now: Instant) -> [Effect] {
    let request: Request<PrinterNews> = session.request()
    pendingPrinter = request
    return read(&session) + [.device(.printers(request))]
  }

  private mutating func read(_ session: inout Session) -> [Effect] {
    let request: Request<DossierPapers?> = session.request()
    pending = request
    return [.device(.papers(request, dossier, viewer: session.viewer))]
  }

  mutating func press(_ key: Key, _ session: inout Session, now: Instant) -> [Effect]? {
    guard let count = sheet?.lines?.count else {
      if sheet != nil, key == .escape { return closeSheet() }
      return window.press(key, count: rows.count) ? [] : nil
    }
    switch key {
    case .escape, .character("q"): return closeSheet()
    case .pageUp: sheet?.window.move(by: -(session.bodyRows - 4), count: count)
    case .pageDown: sheet?.window.move(by: session.bodyRows - 4, count: count)
    default: return sheet?.window.press(key, count: count) == true ? [] : nil
    }
    return []
  }

  private mutating func closeSheet() -> [Effect] {
    (sheet, pendingText) = (nil, nil)
    return []
  }

  /// Enter: first the text, then the deed.
  mutating func enter(_ session: inout Session) -> [Effect] {
    guard let sheet else {
      guard let chosen else { return [] }
      self.sheet = Sheet(row: chosen)
      let request: Request<[String]?> = session.request()
      pendingText = request
      return [.device(.render(request, dossier, choice(chosen), viewer: session.viewer))]
    }
    guard sheet.lines != nil, !isBusy else { return [] }
    switch sheet.row {
    // The line above the paper says how far it has come.
    case .issued(let paper): return printOut(paper.issue.number, isAgain: true, &session)
    case .offer(let offer): return issue(offer.form, replacing: nil, &session)
    case .replace(let paper, let offer): return issue(offer.form, replacing: paper.issue.number, &session)
    }
  }

  private func choice(_ row: Row) -> PaperChoice {
    switch row {
    case .offer(let offer): .new(offer.form)
    case .issued(let paper): .issued(paper.issue.number)
    case .replace(let paper, let offer): .new(offer.form, replaces: paper.issue.number)
    }
  }

  private mutating func issue(
    _ form: PaperFormID, replacing replaced: PaperNumber?, _ session: inout Session
  ) -> [Effect] {
    guard let clerk = session.clerk else { return [] }
    let number = session.nextRequest()
    issuing = number
    session.running[number] = RunningAct(title: Words("Lập giấy", "Issue a paper"), clerk: clerk.id)
    return [.act(.issuePaper(number, dossier, form, replaces: replaced, viewer: session.viewer))]
  }

  private mutating func printOut(_ number: PaperNumber, isAgain: Bool, _ session: inout Session) -> [Effect] {
    let request = session.printRequest()
    pendingPrint = request
    return [.device(.printOut(request, [PaperName(dossier, number)], isAgain: isAgain, viewer: session.viewer))]
  }

  mutating func receive(_ end: ActEnd, of act: RequestNumber, _ session: inout Session) {
    guard act == issuing else { return }
    issuing = nil
    switch end {
    case .paperIssued(let paper):
      issued = paper.number
      sheet = nil
    case .performed, .numbersRead, .failed: break
    }
  }

  mutating func receive(_ reply: Reply, _ session: inout Session, now: Instant) -> [Effect] {
    if let answer = reply.resolve(&pending) {
      papers = answer.response ?? nil
      window.choose(window.chosen, count: rows.count)
    } else if let answer = reply.resolve(&pendingPrinter) {
      printer = answer.response
    } else if let answer = reply.resolve(&pendingText) {
      guard let lines = answer.response ?? nil else {
        sheet = nil
        if answer.response != nil {
          session.complain(
            session.language.pick(
              "Không xem được giấy này: bản lưu chưa có ở máy này (F5) hoặc đã bị hủy.",
              "This paper cannot be shown: its record is not here yet (F5), or was erased."))
        }
        return []
      }
      sheet?.lines = lines
    } else if let answer = reply.resolve(&pendingPrint) {
      guard let news = answer.response else { return [] }
      (printer, sheet) = (news.printer, nil)
      let said = news.wording(session.language)
      let number = news.sent.first ?? news.kept.first
      let done = number.map { session.language.pick("Giấy số \($0.text). ", "Paper \($0.text). ") } ?? ""
      if news.kept.isEmpty { session.say(Words(done + said, done + said)) } else { session.complain(done + said) }
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

  func notice(_ session: Session, now: Instant) -> String? {
    let language = session.language
    if isBusy { return language.pick("Đang lập và in…", "Issuing and printing…") }
    return papers?.remark ?? printer?.wording(language)
  }
}
