import DossierDomain
import OfficeWork
import Terminal

extension Context {
  public static let procedureNews = Context("procedureNews")
}

/// What changed of the procedures since the clerk looked here last, the newest first, and below it what the chosen one
/// changed. Looking changes no dossier; it only notes that the clerk has seen it.
struct ProcedureNewsState: PlainScreen {
  static let context = Context.procedureNews
  static var commands: [Command] { ProcedureNewsCommands.list }

  private(set) var news: ProcedureNews?
  private var pending: Request<ProcedureNews>?
  private(set) var difference: ProcedureDifference?
  private var pendingDifference: Request<ProcedureDifference>?
  private var asked: ProcedureNews.Item?
  private(set) var window = ListWindow()
  /// How many lines of the difference are above those that are shown.
  private(set) var read = 0

  init() {}

  var chosen: ProcedureNews.Item? {
    news.flatMap { $0.items.indices.contains(window.chosen) ? $0.items[window.chosen] : nil }
  }

  mutating func appear(_ session: inout Session, now: Instant) -> [Effect] {
    // Whoever comes back still sees what was new when she came.
    news == nil ? ask(&session, now) : []
  }

  private mutating func ask(_ session: inout Session, _ now: Instant) -> [Effect] {
    guard let clerk = session.clerk else { return [] }
    let request: Request<ProcedureNews> = session.request()
    pending = request
    return [.ask(.procedureNews(request, by: clerk.id, now: now, limit: ProcedureNews.mostItems))]
  }

  mutating func receive(_ reply: Reply, _ session: inout Session, now: Instant) -> [Effect] {
    if let difference = reply.resolve(&pendingDifference)?.response { self.difference = difference }
    guard let news = reply.resolve(&pending)?.response else { return [] }
    self.news = news
    window.choose(window.chosen, count: news.items.count)
    var effects = askDifference(&session)
    if let clerk = session.clerk, !session.office.isReadOnly {
      effects.append(.keep(.proceduresSeen(news.mark, by: clerk.id)))
    }
    return effects
  }

  mutating func hear(_ news: News, _ session: inout Session, now: Instant) -> [Effect] {
    switch news {
    case .officeChanged, .synchronised: ask(&session, now)
    case .performed, .undone, .syncProgress, .syncFailed, .backup: []
    }
  }

  mutating func press(_ key: Key, _ session: inout Session, now: Instant) -> [Effect]? {
    switch key {
    case .right: read = min(read + Self.step, max(0, lines(session).count - 1))
    case .left: read = max(0, read - Self.step)
    default:
      guard window.press(key, count: news?.items.count ?? 0) else { return nil }
      return askDifference(&session)
    }
    return []
  }

  private mutating func askDifference(_ session: inout Session) -> [Effect] {
    guard let chosen, chosen != asked else { return [] }
    let request: Request<ProcedureDifference> = session.request()
    (asked, difference, pendingDifference, read) = (chosen, nil, request, 0)
    return [.ask(.procedureDifference(request, chosen))]
  }

  private static let step = 5

  func notice(_ session: Session, now: Instant) -> String? {
    guard news?.items.isEmpty == false else { return nil }
    return session.language.pick(
      "↑↓ chọn, ←→ đọc tiếp phần dưới. Hồ sơ đã tiếp nhận giữ phiên bản lúc tiếp nhận.",
      "↑↓ choose, ←→ read on below. Dossiers keep the version of their reception.")
  }
}
