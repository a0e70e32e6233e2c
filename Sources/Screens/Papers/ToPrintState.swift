import DossierDomain
import OfficeWork
import Terminal

extension Context {
  public static let toPrint = Context("toPrint")
}

/// What was issued here and is not known to be printed. The printer is asked about it whenever the list is opened.
struct ToPrintState: PlainScreen {
  static let context = Context.toPrint
  static let hintOrder: [Command.Group] = [.act, .go, .view, .move, .program]

  private enum Deed: Equatable { case printAgain, takeOff }

  /// What the printer's state held back, as it was asked for.
  private var heldBack: PrintOrder?
  /// After an Enter that printed, until the key was let go: held down, it would print one paper after another.
  private var waitsUntil: Instant?

  /// What was asked once; the same key once more agrees.
  private struct Asked: Equatable {
    var deed: Deed
    var paper: PaperNumber
    /// A key that is held down agrees to nothing.
    var waitsUntil: Instant
  }

  /// Nil until it has come.
  private var list: PapersToPrint?
  /// It could not be read, which is not that there is none.
  private var isUnknown = false
  var window = ListWindow()
  private var asked: Asked?
  private var pending: Request<PapersToPrint>?
  private var pendingPrint: Request<PrintNews>?
  private var printer: AskedPrinter?

  /// Where papers of a form go.
  private struct AskedPrinter: Equatable {
    let form: PaperFormID
    var request: Request<PrinterChoice>?
    /// Nil until it has answered.
    var choice: PrinterChoice?
  }

  static let commands: [Command] = [
    Command(
      "to-print", in: Context.signedIn.subtracting([.toPrint]), Words("Giấy đã lập, chưa in", "Papers not printed"),
      group: .go
    ) { app, now in app.open(ToPrintState(), now: now) },
    Command(
      "to-print.again", in: [.toPrint], keys: [.enter], Words("In lại giấy này", "Print this one"),
      hint: Words("In lại", "Print"), group: .act, unless: nothing
    ) { app, now in app.onTop(ToPrintState.self) { state, session in state.printChosen(&session, now) } },
    Command(
      "to-print.all", in: [.toPrint], keys: [.control("p")],
      Words("In tất cả giấy chưa gửi máy in", "Print all that were never sent"),
      hint: Words("In tất cả", "Print all"), group: .act, unless: nothingUnsent
    ) { app, _ in
      app.onTop(ToPrintState.self) { state, session in state.printOut(state.unsent, isAgain: false, &session) }
    },
    Command(
      "to-print.anyway", in: [.toPrint], keys: [.control("g")],
      Words("Vẫn gửi, dù máy in báo như vậy", "Send it, whatever the printer says"),
      hint: Words("Vẫn gửi", "Send anyway"), group: .act, unless: notHeldBack
    ) { app, _ in
      app.onTop(ToPrintState.self) { state, session in state.sendAnyway(&session) }
    },
    Command(
      "to-print.off", in: [.toPrint], keys: [.control("x")],
      Words("Bỏ khỏi danh sách: đã in ra, hoặc không cần", "Take off the list: it came out, or is not needed"),
      hint: Words("Bỏ", "Take off"), group: .act, unless: nothing
    ) { app, now in app.onTop(ToPrintState.self) { state, session in state.takeOffChosen(&session, now) } },
  ]

  private static let nothing: @Sendable (App) -> String? = { app in
    if let reason = ActionCommands.readOnly(app) { return reason }
    guard let papers = (app.top.screen as? ToPrintState)?.papers else {
      return app.session.language.pick("Chưa đọc được danh sách.", "The list is not read yet.")
    }
    guard papers.isEmpty else { return nil }
    return app.session.language.pick("Không còn giấy nào chờ in.", "No paper waits for a printer.")
  }

  private static let nothingUnsent: @Sendable (App) -> String? = { app in
    if let reason = nothing(app) { return reason }
    guard (app.top.screen as? ToPrintState)?.unsent.isEmpty != false else { return nil }
    return app.session.language.pick(
      "Các giấy này đã gửi máy in. Xem khay máy in rồi in lại từng giấy, hoặc bỏ khỏi danh sách.",
      "These papers were sent. Look at the printer, then print them again one by one, or take them off the list.")
  }

  private static let notHeldBack: @Sendable (App) -> String? = { app in
    if let reason = nothing(app) { return reason }
    return (app.top.screen as? ToPrintState)?.heldBack == nil ? PrintNews.nothingHeldBack(app.session.language) : nil
  }

  init() {}

  var papers: [PaperToPrint]? { list?.papers }
  var chosen: PaperToPrint? { papers.flatMap { $0.indices.contains(window.chosen) ? $0[window.chosen] : nil } }
  /// Those that no printer has got. Any other one may have come out.
  private var unsent: [PaperToPrint] { papers?.filter { $0.state == .kept } ?? [] }

  mutating func appear(_ session: inout Session, now: Instant) -> [Effect] {
    let request: Request<PapersToPrint> = session.request()
    (pending, asked, printer) = (request, nil, nil)
    return [.device(.follow(request))]
  }

  /// Asks the printer of the chosen paper, once for as long as papers of one form are chosen.
  private mutating func askPrinter(_ session: inout Session) -> [Effect] {
    guard let form = chosen?.form, printer?.form != form, printer?.request == nil else { return [] }
    let request: Request<PrinterChoice> = session.request()
    printer = AskedPrinter(form: form, request: request)
    return [.device(.printers(request, form))]
  }

  private mutating func printChosen(_ session: inout Session, _ now: Instant) -> [Effect] {
    if let waitsUntil, now < waitsUntil {
      self.waitsUntil = now.afterAPause
      return []
    }
    guard let paper = chosen, pending == nil, pendingPrint == nil else { return [] }
    let isAgain = paper.state != .kept
    if isAgain {
      let question = session.language.pick(
        "Giấy số \(paper.number.text): \(paper.state.wording(.vi)). Bấm lần nữa để vẫn in lại.",
        "Paper \(paper.number.text): \(paper.state.wording(.en)). Press again to print it all the same.")
      guard isAgreed(.printAgain, paper.number, now, question, &session) else { return [] }
    }
    // The list may be older than the last print: a paper that is shown as never sent is sent only if that is still so.
    waitsUntil = now.afterAPause
    return printOut([paper], isAgain: isAgain, &session)
  }

  private mutating func sendAnyway(_ session: inout Session) -> [Effect] {
    guard var order = heldBack else { return [] }
    order.isAnyway = true
    return printOut(order, &session)
  }

  private mutating func takeOffChosen(_ session: inout Session, _ now: Instant) -> [Effect] {
    guard let paper = chosen, pendingPrint == nil else { return [] }
    let question = session.language.pick(
      "Giấy số \(paper.number.text) đã in ra, hoặc không cần in nữa? Bấm lần nữa để bỏ khỏi danh sách.",
      "Did paper \(paper.number.text) come out, or is it not needed? Press again to take it off the list.")
    guard isAgreed(.takeOff, paper.number, now, question, &session) else { return [] }
    let request: Request<PapersToPrint> = session.request()
    pending = request
    return [.device(.takeOff(request, paper.number))]
  }

  /// Asks once.
  private mutating func isAgreed(
    _ deed: Deed, _ paper: PaperNumber, _ now: Instant, _ question: String, _ session: inout Session
  ) -> Bool {
    if let asked, asked.deed == deed, asked.paper == paper, now >= asked.waitsUntil {
      self.asked = nil
      return true
    }
    asked = Asked(deed: deed, paper: paper, waitsUntil: now.afterAPause)
    session.complain(question)
    return false
  }

  private mutating func printOut(_ papers: [PaperToPrint], isAgain: Bool, _ session: inout Session) -> [Effect] {
    printOut(PrintOrder(papers.map { PaperName($0.dossier, $0.number) }, isAgain: isAgain), &session)
  }

  private mutating func printOut(_ order: PrintOrder, _ session: inout Session) -> [Effect] {
    guard pendingPrint == nil, !order.papers.isEmpty else { return [] }
    let request = session.printRequest()
    (pendingPrint, heldBack) = (request, order)
    return [.device(.printOut(request, order, viewer: session.viewer))]
  }

  mutating func press(_ key: Key, _ session: inout Session, now: Instant) -> [Effect]? {
    guard window.press(key, count: papers?.count ?? 0) else { return nil }
    (asked, waitsUntil) = (nil, nil)
    return askPrinter(&session)
  }

  mutating func receive(_ reply: Reply, _ session: inout Session, now: Instant) -> [Effect] {
    if let answer = reply.resolve(&pending) {
      isUnknown = answer.response == nil
      list = answer.response ?? list
      window.choose(window.chosen, count: papers?.count ?? 0)
      return askPrinter(&session)
    } else if var asked = printer, let answer = reply.resolve(&asked.request) {
      asked.choice = answer.response
      printer = asked
      // Another one may be chosen by now.
      return askPrinter(&session)
    } else if let answer = reply.resolve(&pendingPrint) {
      guard let news = answer.response else { return [] }
      if !news.canSendAnyway { heldBack = nil }
      let said = news.wordingWithOffer(session.language)
      if news.isWell { session.say(Words(said, said)) } else { session.complain(said) }
      return appear(&session, now: now)
    }
    return []
  }

  func draw(on surface: inout Surface, rows: Int, session: Session, now: Instant) {
    let language = session.language
    let count = list.map(\.count).flatMap { $0 == 0 ? nil : " · \($0)" } ?? ""
    surface.drawTitleBar(
      language.pick("Giấy đã lập, chưa in", "Papers not printed") + count, right: clockWording(now, language))
    guard let papers else {
      guard isUnknown else { return }
      surface.put(
        language.pick(
          "Không đọc được danh sách này; mở lại để thử lần nữa.", "The list cannot be read; open it again to retry."),
        row: 2, column: 2, width: surface.size.columns - 3, style: Style(.warning))
      surface.cursor = Position(row: 2, column: 2)
      return
    }
    if papers.isEmpty {
      surface.put(
        language.pick("Không còn giấy nào chờ in.", "No paper waits for a printer."), row: 2, column: 2,
        style: Style(.good))
      surface.cursor = Position(row: 2, column: 2)
    }
    for (offset, index) in window.visible(count: papers.count, height: rows - 3).enumerated() {
      let paper = papers[index]
      let ground = surface.beginListRow(2 + offset, isChosen: index == window.chosen)
      surface.put(
        words(paper, language), row: 2 + offset, column: 2, width: surface.size.columns - 3,
        style: Style(paper.state == .doubtful ? .warning : .text, on: ground))
    }
  }

  /// What somebody looks for stands first, since a narrow screen cuts the rest.
  private func words(_ paper: PaperToPrint, _ language: Language) -> String {
    let others = paper.codes.count > 1 ? " (+\(paper.codes.count - 1))" : ""
    return [
      paper.state.wording(language), paper.owner ?? hiddenOwner(language), paper.code.short + others,
      paper.form.wording(language), paper.number.text,
    ].joined(separator: " · ")
  }

  /// The whole of what the chosen row may cut, what is against its printer, and how many papers the list has no room for.
  func notice(_ session: Session, now: Instant) -> String? {
    guard let chosen else { return nil }
    let language = session.language
    let codes = chosen.codes.isEmpty ? [chosen.code] : chosen.codes
    let trouble = printer?.form == chosen.form ? printer?.choice?.trouble(language) : nil
    let said =
      language.pick("Giấy số \(chosen.number.text): ", "Paper \(chosen.number.text): ")
      + [chosen.form.wording(language), codes.map(\.short).joined(separator: ", "), chosen.at.clockAndDate]
      .joined(separator: ", ") + "." + (trouble.map { " " + $0 } ?? "")
    guard let unread = list?.unread, unread > 0 else { return said }
    return said
      + language.pick(
        " Còn \(unread) giấy nữa, hiện ra khi các giấy này đã in.", " \(unread) more come when these are printed.")
  }
}
