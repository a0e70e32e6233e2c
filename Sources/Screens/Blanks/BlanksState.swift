import DossierDomain
import OfficeWork
import Terminal

extension Context {
  public static let blanks = Context("blanks")
}

/// The blank receipts of this desk, for the hours without current: printed in advance, entered afterwards, and struck if they will not
/// be used.
struct BlanksState: PlainScreen {
  static let context = Context.blanks
  static var commands: [Command] { BlanksCommands.list }
  static let hintOrder: [Command.Group] = [.act, .mark, .go, .view, .move, .program]

  /// Nil until it has come.
  private(set) var drawer: BlankDrawer?
  /// It could not be read, which is not that there is none.
  private(set) var isUnknown = false
  private(set) var marked: Set<DossierCode> = []
  var window = ListWindow()
  /// The printer's state held them back.
  private(set) var isHeldBack = false
  /// Where blanks go, as it answered last; nil until it has.
  private(set) var printer: PrinterChoice?
  private var pending: Request<BlankDrawer>?
  private var pendingPrinter: Request<PrinterChoice>?
  private var pendingPrint: Request<BlankPrintNews>?
  /// Some have just got their numbers and go to the printer next.
  private var isNumbered = false
  /// What was done last here was a strike, which U would be expected to take back.
  private var hasStruck = false

  init() {}

  var items: [BlankDrawer.Item] { drawer?.items ?? [] }
  var chosen: BlankDrawer.Item? { items.indices.contains(window.chosen) ? items[window.chosen] : nil }

  var isPrinting: Bool { pendingPrint != nil }

  /// What would be struck: the marked ones, otherwise the chosen one.
  var toStrike: [DossierCode] {
    let named = marked.isEmpty ? [chosen].compactMap(\.self) : items.filter { marked.contains($0.blank.code) }
    return named.filter(\.blank.state.isOpen).map(\.blank.code).sorted { $0.text < $1.text }
  }

  // MARK: Reading and printing

  mutating func appear(_ session: inout Session, now: Instant) -> [Effect] {
    let (request, asked): (Request<BlankDrawer>, Request<PrinterChoice>) = (session.request(), session.request())
    (pending, pendingPrinter) = (request, asked)
    return [
      .ask(.blanks(request, viewer: session.viewer)),
      .device(.printers(asked, PaperFormID(FormKind.blankReceipt.rawValue))),
    ]
  }

  mutating func printOut(isAnyway: Bool, _ session: inout Session) -> [Effect] {
    guard pendingPrint == nil else { return [] }
    let request: Request<BlankPrintNews> = session.request()
    pendingPrint = request
    return [.device(.printBlanks(request, isAnyway: isAnyway))]
  }

  mutating func receive(_ reply: Reply, _ session: inout Session, now: Instant) -> [Effect] {
    if let answer = reply.resolve(&pending) {
      isUnknown = answer.response == nil
      take(answer.response ?? drawer)
    } else if let answer = reply.resolve(&pendingPrinter) {
      printer = answer.response ?? printer
    } else if let answer = reply.resolve(&pendingPrint) {
      guard let news = answer.response else { return [] }
      isHeldBack = news.canSendAnyway
      let language = session.language
      let said =
        (isHeldBack ? language.pick("^G: vẫn gửi. ", "^G: send anyway. ") : "") + news.wording(language)
      if news.isWell { session.say(Words(said, said)) } else { session.complain(said) }
      return appear(&session, now: now)
    }
    return []
  }

  /// The cursor stays with the blank and not with its row, because what was used moves down.
  private mutating func take(_ read: BlankDrawer?) {
    let before = chosen?.blank.code
    let open = Set(items.filter(\.blank.state.isOpen).map(\.blank.code))
    drawer = read
    hasStruck = items.contains { open.contains($0.blank.code) && $0.blank.state.reason != nil }
    marked.formIntersection(items.filter(\.blank.state.isOpen).map(\.blank.code))
    // What was entered or struck leaves its row to the next one.
    let place = items.firstIndex { $0.blank.code == before && $0.blank.state.isOpen }
    window.choose(place ?? window.chosen, count: items.count)
  }

  mutating func receive(_ end: ActEnd, of act: RequestNumber, _ session: inout Session) {
    switch end {
    case .blanksNumbered: isNumbered = true
    case .performed, .numbersRead, .paperIssued, .failed: break
    }
  }

  mutating func hear(_ news: News, _ session: inout Session, now: Instant) -> [Effect] {
    switch news {
    case .officeChanged where isNumbered:
      isNumbered = false
      return printOut(isAnyway: false, &session)
    case .performed, .undone, .officeChanged, .synchronised: return appear(&session, now: now)
    case .syncProgress, .syncFailed, .backup: return []
    }
  }

  // MARK: Keys

  mutating func press(_ key: Key, _ session: inout Session, now: Instant) -> [Effect]? {
    switch key.commandKey {
    // It would take back something else, on a dossier.
    case .character("u") where hasStruck, .control("z") where hasStruck:
      hasStruck = false
      session.complain(
        session.language.pick(
          "Việc hủy phiếu không hoàn tác được. Bấm U lần nữa để hoàn tác việc trước đó, trên hồ sơ.",
          "A strike cannot be undone. Press U once more to undo what you did before it, on a dossier."))
    case .escape where !marked.isEmpty: marked = []
    case .pageUp: window.move(by: -listHeight(session), count: items.count)
    case .pageDown: window.move(by: listHeight(session), count: items.count)
    default: return window.press(key, count: items.count) ? [] : nil
    }
    return []
  }

  /// Marks the chosen one, or takes the mark away, and goes on to the next.
  mutating func toggleMark() {
    guard let chosen, chosen.blank.state.isOpen else { return }
    if marked.remove(chosen.blank.code) == nil { marked.insert(chosen.blank.code) }
    window.move(by: 1, count: items.count)
  }

  mutating func markAll() { marked = Set(items.filter(\.blank.state.isOpen).map(\.blank.code)) }

  func listHeight(_ session: Session) -> Int { max(1, session.bodyRows - 3) }
}
