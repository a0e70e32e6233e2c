import DossierDomain
import OfficeWork

/// The full numbers of the dossier in view.
extension DetailState {
  private static let shownMinutes = 1

  func showsNumbers(at now: Instant) -> Bool { numbersUntil.map { now < $0 } ?? false }

  /// They are masked by themselves a minute after the last key, because the next citizen may stand before the screen.
  mutating func showNumbers(from now: Instant) { numbersUntil = now.adding(minutes: Self.shownMinutes) }

  mutating func maskNumbers() { numbersUntil = nil }

  mutating func receive(_ end: ActEnd, of act: RequestNumber, _ session: inout Session) {
    guard case .numbersRead(let id) = end, id == self.id else { return }
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
    let language = app.session.language
    guard let state = app.top.screen as? DetailState, let dossier = state.card?.dossier, let clerk = app.session.clerk
    else { return language.pick("Hồ sơ chưa mở xong.", "The dossier is not open yet.") }
    guard !state.showsNumbers(at: app.session.moment) else { return nil }
    // Whoever has read them in this session may have handed the dossier over since.
    do throws(Denial) {
      _ = try dossier.standing(at: app.session.moment).numberReading(by: clerk)
    } catch {
      return error.wording(language)
    }
    // What cannot be recorded is not shown.
    return app.session.numbersRead.contains(state.id) ? nil : ActionCommands.readOnly(app)
  }

  static func run(_ app: inout App, _ now: Instant) -> [Effect] {
    guard let state = app.top.screen as? DetailState, let clerk = app.session.clerk,
      let standing = state.card?.dossier.standing(at: now)
    else { return [] }
    if state.showsNumbers(at: now) || app.session.numbersRead.contains(state.id) {
      return app.onTop(DetailState.self) { state, _ in
        if state.showsNumbers(at: now) { state.maskNumbers() } else { state.showNumbers(from: now) }
        return []
      }
    }
    // The same key pressed again before the answer records nothing more.
    guard !app.session.running.values.contains(where: { $0.title == Verb.numbers.title }),
      let reading = try? standing.numberReading(by: clerk)
    else { return [] }
    guard let purpose = reading.purpose else {
      return app.begin(.numbers, answers: .given(.dossier, state.id), now: now)
    }
    return app.readNumbers(of: state.id, for: purpose)
  }
}
