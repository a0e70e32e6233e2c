import DossierDomain
import OfficeWork
import Terminal

extension Context {
  public static let sync = Context("sync")
}

/// The state of this desk's exchange with the province.
struct SyncState: PlacedScreen {
  static let context = Context.sync
  static var commands: [Command] { ExchangeCommands.list + SyncCommands.list }

  var status: SyncStatus?
  var pending: Request<SyncStatus>?
  /// The shown part, on a screen that is too low for all lines.
  var window = ListWindow()

  mutating func appear(_ session: inout Session, now: Instant) -> [Effect] {
    let request: Request<SyncStatus> = session.request()
    pending = request
    return [.ask(.syncStatus(request, now: now))]
  }

  mutating func press(_ key: Key, _ session: inout Session, now: Instant) -> [Effect]? {
    window.press(key, count: shownLines(session, now).count) ? [] : nil
  }

  mutating func receive(_ reply: Reply, _ session: inout Session, now: Instant) -> [Effect] {
    if let status = reply.resolve(&pending)?.response { self.status = status }
    return []
  }

  mutating func hear(_ news: News, _ session: inout Session, now: Instant) -> [Effect] {
    switch news {
    case .performed, .undone, .synchronised, .syncFailed: return appear(&session, now: now)
    case .syncProgress(let progress):
      // The stored status changes only in these phases.
      if progress.phase == .waitingForServer || progress.phase == .blobs, status != nil, pending == nil {
        return appear(&session, now: now)
      }
    case .officeChanged, .backup: break
    }
    return []
  }

  func notice(_ session: Session, now: Instant) -> String? {
    guard let status, status.enrolment != nil else { return nil }
    let language = session.language
    if session.exchange.isRunning {
      return language.pick("Cứ làm việc tiếp; xong sẽ báo.", "Work on; it will tell when it is done.")
    }
    return status.waiting > 0
      ? language.pick(
        "F5 gửi \(status.waiting) việc lên tỉnh và nhận việc mới.", "F5 sends \(status.waiting) and receives.")
      : language.pick("Mọi việc đã lên tỉnh. F5 xem có gì mới.", "All is with the province. F5 looks for news.")
  }
}
