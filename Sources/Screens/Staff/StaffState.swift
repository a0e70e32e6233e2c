import DossierDomain
import OfficeWork
import Terminal

extension Context {
  public static let staff = Context("staff")
}

/// For the head of desk: the load of each clerk, who is absent, and the substitutes.
struct StaffState: PlacedScreen {
  static let context = Context.staff
  static var commands: [Command] { StaffCommands.list }

  var counts: QueueCounts?
  var pending: Request<QueueCounts>?
  var window = ListWindow()

  func chosen(_ session: Session) -> Clerk? {
    session.activeClerks.indices.contains(window.chosen) ? session.activeClerks[window.chosen] : nil
  }

  mutating func appear(_ session: inout Session, now: Instant) -> [Effect] {
    let request: Request<QueueCounts> = session.request()
    pending = request
    return [
      .ask(
        .counts(
          request, viewer: session.viewer, endOfToday: now.civilDate.instant(atMinute: 1440),
          absentClerks: session.absentClerks(on: now.civilDate)))
    ]
  }

  mutating func press(_ key: Key, _ session: inout Session, now: Instant) -> [Effect]? {
    switch key {
    case .down: window.move(by: 1, count: session.activeClerks.count)
    case .up: window.move(by: -1, count: session.activeClerks.count)
    default: return nil
    }
    return []
  }

  mutating func receive(_ reply: Reply, _ session: inout Session, now: Instant) -> [Effect] {
    if let counts = reply.resolve(&pending)?.response { self.counts = counts }
    return []
  }

  mutating func hear(_ news: News, _ session: inout Session, now: Instant) -> [Effect] {
    switch news {
    case .performed, .undone, .synchronised, .officeChanged: appear(&session, now: now)
    case .syncProgress, .syncFailed, .backup: []
    }
  }

  func notice(_ session: Session, now: Instant) -> String? {
    let language = session.language
    guard let clerk = chosen(session) else { return nil }
    let count = counts?.byClerk[clerk.id]?.all ?? 0
    guard let absence = session.absence(of: clerk.id, on: now.civilDate), absence.covers(now.civilDate), count > 0
    else {
      return nil
    }
    guard let substitute = absence.substitute else {
      return language.pick(
        "Vắng mà chưa có người thay. C: chọn người nhận \(count) hồ sơ.",
        "Away without a substitute. C chooses who takes \(count).")
    }
    return language.pick(
      "C: chuyển \(count) hồ sơ sang \(session.name(of: substitute)) (người thay).",
      "C gives \(counted(count, "dossier")) to \(session.name(of: substitute)) (substitute).")
  }
}
