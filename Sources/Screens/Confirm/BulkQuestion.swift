import DossierDomain
import OfficeWork
import Terminal

/// Asks once more before an act on many dossiers, and says whose they are and how urgent. An act of weight asks for the
/// PIN instead.
struct BulkQuestion: Screen {
  /// Whose dossiers the act concerns.
  enum Matter: Equatable, Sendable {
    /// Those that a list shows; fewer than the act concerns if no list shows them.
    case rows([QueueRow])
    /// All open ones of a clerk, as they were counted last.
    case all(of: ClerkID, to: ClerkID, ViewCounts)
  }

  let act: ActEffect
  let title: Words
  let matter: Matter
  let count: Int

  /// Nil if the act concerns few dossiers, or the clerk has agreed already.
  init?(for act: ActEffect, _ app: App) {
    guard let running = app.session.running[act.number], !running.isAgreed, !running.isConfirmed else { return nil }
    switch act {
    case .perform(_, let acts, _):
      count = acts.count
      let ids = Set(acts.map(\.dossier))
      matter = .rows((running.targets ?? app.top.screen.targets).filter { ids.contains($0.id) })
    case .reassignAll(_, let from, let to, _):
      guard let counted = app.shownCounts?.byClerk[from] else { return nil }
      count = counted.all
      matter = .all(of: from, to: to, counted)
    case .receive, .replace, .digitise, .performOffice, .readNumbers, .issuePaper, .printBlanks, .strikeBlanks, .undo:
      return nil
    }
    guard count >= Act.many else { return nil }
    self.act = act
    title = running.title
  }

  var heldAct: RequestNumber? { act.number }

  func press(_ key: Key, in app: inout App, _ now: Instant) -> [Effect]? {
    switch key {
    case .enter:
      app.top.overlay = nil
      app.session.running[act.number]?.isAgreed = true
      return [.act(act)]
    case .escape: return app.dropped(now)
    case .function(12):
      guard let lock = CommandRegistry.standard.command(for: key, in: app.context) else { return [] }
      return app.run(lock, now)
    default: return []
    }
  }

  func draw(on surface: inout Surface, app: App, now: Instant) {
    let language = app.session.language
    let lines = [holders(app.session), urgency(app.session, now)].compactMap { $0 }
      .flatMap { wrapped($0, width: Dialog.inner(surface)) }
    let dialog = Dialog(
      on: &surface, title: "\(title(language)): \(dossiers(count, language))",
      foot: language.pick("Enter Làm   Esc Bỏ, chưa ghi gì", "Enter Do it   Esc Drop it, nothing is recorded"),
      lineCount: lines.count + 1)
    surface.cursor = Position(row: dialog.row + 1, column: dialog.column + 2)
    dialog.put(lines, line: 0, .text, on: &surface)
  }

  private func dossiers(_ count: Int, _ language: Language) -> String {
    language.pick("\(number(count)) hồ sơ", "\(number(count)) dossiers")
  }

  /// `46 của người khác: Nguyễn Văn Bình 20, Kray Thị Mơi 26.`
  static func holders(_ rows: [QueueRow], _ session: Session) -> String {
    let language = session.language
    var counts: [ClerkID: Int] = [:]
    for row in rows {
      if let holder = row.assignee, holder != session.clerk?.id { counts[holder, default: 0] += 1 }
    }
    guard !counts.isEmpty else {
      return language.pick("Không có hồ sơ nào của người khác giữ.", "None of them is held by others.")
    }
    let sorted = counts.sorted { ($1.value, session.name(of: $0.key)) < ($0.value, session.name(of: $1.key)) }
    let names = sorted.map { "\(session.name(of: $0.key)) \($0.value)" }.joined(separator: ", ")
    let all = counts.values.reduce(0, +)
    return language.pick("\(all) hồ sơ người khác đang giữ: \(names).", "\(all) are held by others: \(names).")
  }

  private func holders(_ session: Session) -> String? {
    switch matter {
    // What is done again may concern dossiers that no list shows.
    case .rows(let rows): return rows.count == count ? BulkQuestion.holders(rows, session) : nil
    case .all(let from, let to, _):
      let (holder, receiver) = (session.name(of: from), session.name(of: to))
      return session.language.pick(
        "\(holder) đang giữ, chuyển sang \(receiver).", "They are held by \(holder) and go to \(receiver).")
    }
  }

  private func urgency(_ session: Session, _ now: Instant) -> String? {
    let (overdue, today): (Int, Int)
    switch matter {
    case .rows(let rows):
      let left = rows.filter { $0.status.isRunning }.map {
        RemainingTime(dueAt: $0.dueAt, now: now, calendar: session.office.calendar)
      }
      (overdue, today) = (left.count { $0.isOverdue }, left.count { $0.isToday })
    case .all(_, _, let counted): (overdue, today) = (counted.overdue, counted.dueToday - counted.overdue)
    }
    guard overdue + today > 0 else { return nil }
    return session.language.pick(
      "\(overdue) quá hạn, \(today) đến hạn hôm nay.", "\(overdue) overdue, \(today) due today.")
  }
}

extension App {
  /// The counts of the list or of the clerks' screen on top.
  fileprivate var shownCounts: QueueCounts? { frontList?.counts ?? (top.screen as? StaffState)?.counts }
}
