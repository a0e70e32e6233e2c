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

  private(set) var papers: [PaperToPrint]?
  var window = ListWindow()
  private var pending: Request<[PaperToPrint]>?
  private var pendingPrint: Request<PrintNews>?

  static let commands: [Command] = [
    Command(
      "to-print", in: Context.signedIn.subtracting([.toPrint]), Words("Giấy đã lập, chưa in", "Papers not printed"),
      group: .go
    ) { app, now in app.open(ToPrintState(), now: now) },
    Command(
      "to-print.again", in: [.toPrint], keys: [.enter], Words("In lại giấy này", "Print this one"),
      hint: Words("In lại", "Print"), group: .act, unless: nothing
    ) { app, _ in
      app.onTop(ToPrintState.self) { state, session in state.print(state.chosen.map { [$0] } ?? [], &session) }
    },
    Command(
      "to-print.all", in: [.toPrint], keys: [.control("p")], Words("In tất cả", "Print all"), hint: Words("In tất cả", "Print all"),
      group: .act, unless: nothing
    ) { app, _ in
      app.onTop(ToPrintState.self) { state, session in state.print(state.papers ?? [], &session) }
    },
  ]

  private static let nothing: @Sendable (App) -> String? = { app in
    guard (app.top.screen as? ToPrintState)?.papers?.isEmpty != false else { return nil }
    return app.session.language.pick("Không còn giấy nào chờ in.", "No paper waits for a printer.")
  }

  init() {}

  var chosen: PaperToPrint? { papers.flatMap { $0.indices.contains(window.chosen) ? $0[window.chosen] : nil } }

  mutating func appear(_ session: inout Session, now: Instant) -> [Effect] {
    let request: Request<[PaperToPrint]> = session.request()
    pending = request
    return [.device(.follow(request))]
  }

  private mutating func print(_ papers: [PaperToPrint], _ session: inout Session) -> [Effect] {
    guard pendingPrint == nil, !papers.isEmpty else { return [] }
    let request: Request<PrintNews> = session.request()
    pendingPrint = request
    return [
      .device(.print(request, papers.map { PaperName($0.dossier, $0.number) }, viewer: session.viewer))
    ]
  }

  mutating func press(_ key: Key, _ session: inout Session, now: Instant) -> [Effect]? {
    window.press(key, count: papers?.count ?? 0) ? [] : nil
  }

  mutating func receive(_ reply: Reply, _ session: inout Session, now: Instant) -> [Effect] {
    if let answer = reply.resolve(&pending) {
      papers = answer.response ?? []
      window.choose(window.chosen, count: papers?.count ?? 0)
    } else if let answer = reply.resolve(&pendingPrint), let news = answer.response {
      let said = news.wording(session.language)
      if news.kept.isEmpty { session.say(Words(said, said)) } else { session.complain(said) }
      return appear(&session, now: now)
    }
    return []
  }

  func draw(on surface: inout Surface, rows: Int, session: Session, now: Instant) {
    let language = session.language
    surface.drawTitleBar(
      language.pick("Giấy đã lập, chưa in", "Papers not printed"), right: clockWording(now, language))
    guard let papers else { return }
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
        "\(paper.form.wording(language)) · \(paper.number.text) · \(paper.code.short) · "
          + "\(paper.at.clockAndDate) · \(paper.state.wording(language))", row: 2 + offset, column: 2,
        width: surface.size.columns - 3, style: Style(paper.state == .doubtful ? .warning : .text, on: ground))
    }
  }
}
