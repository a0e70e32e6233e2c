import DossierDomain
import OfficeWork

/// A screen that masks the numbers of people until its clerk wants to see them, which is recorded.
protocol NumbersScreen: PlacedScreen {
  /// Numbers of people are shown in full until this moment, or until the clerk leaves the dossier.
  var numbersUntil: Instant? { get set }
  /// The dossier whose numbers are on the screen; nil if none are.
  var numbered: DossierID? { get }
  func standing(at now: Instant) -> DossierStanding?
}

extension NumbersScreen {
  private static var shownMinutes: Int { 1 }

  func showsNumbers(at now: Instant) -> Bool { numbersUntil.map { now < $0 } ?? false }

  /// They are masked by themselves a minute after the last key, because the next citizen may stand before the screen.
  mutating func showNumbers(from now: Instant) { numbersUntil = now.adding(minutes: Self.shownMinutes) }

  mutating func maskNumbers() { numbersUntil = nil }

  mutating func receiveNumbers(_ end: ActEnd, _ session: inout Session) {
    guard case .numbersRead(let id) = end, id == numbered else { return }
    showNumbers(from: session.moment)
    session.say(
      Words(
        "Đã ghi lại lần xem này. Số tự che sau một phút không bấm phím.",
        "This reading is recorded. The numbers are masked a minute after the last key."))
  }
}

enum NumberCommand {
  /// Why the numbers of the dossier in view are not shown; nil if they are shown already, or may be.
  static func reasonAgainst(_ app: App) -> String? {
    let (language, now) = (app.session.language, app.session.moment)
    guard let screen = app.top.screen as? any NumbersScreen, let id = screen.numbered,
      let standing = screen.standing(at: now), let clerk = app.session.clerk
    else { return language.pick("Hồ sơ chưa mở xong.", "The dossier is not open yet.") }
    guard !screen.showsNumbers(at: now) else { return nil }
    // Whoever has read them in this session may have handed the dossier over since.
    do throws(Denial) { _ = try standing.numberReading(by: clerk) } catch { return error.wording(language) }
    // What cannot be recorded is not shown.
    return app.session.numbersRead.contains(id) ? nil : ActionCommands.readOnly(app)
  }

  static func run(_ app: inout App, _ now: Instant) -> [Effect] {
    guard var screen = app.top.screen as? any NumbersScreen, let id = screen.numbered,
      let standing = screen.standing(at: now), let clerk = app.session.clerk
    else { return [] }
    if screen.showsNumbers(at: now) || app.session.numbersRead.contains(id) {
      if screen.showsNumbers(at: now) { screen.maskNumbers() } else { screen.showNumbers(from: now) }
      app.top.screen = screen
      return []
    }
    // The same key pressed again before the answer records nothing more.
    guard !app.session.running.values.contains(where: { $0.title == Verb.numbers.title }),
      let reading = try? standing.numberReading(by: clerk)
    else { return [] }
    guard let purpose = reading.purpose else { return app.begin(.numbers, answers: .given(.dossier, id), now: now) }
    return app.readNumbers(of: id, for: purpose)
  }
}
