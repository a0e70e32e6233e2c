import DossierDomain
import OfficeWork
import Terminal

/// Names the blank receipts once more before they are struck, because no undo gives them back: a sheet that
/// is recorded as destroyed must not come back to a citizen.
struct StrikeQuestion: Screen {
  let act: ActEffect
  let codes: [DossierCode]
  let reason: String
  /// The choice starts at "no", so that the Enter after the reason strikes nothing when it is pressed twice.
  var saysYes = false

  static let consequence = Words(
    "Không hoàn tác được, để không tờ nào đã hủy được dùng lại. Còn dùng giấy thì đừng hủy.",
    "This cannot be undone, so that no struck sheet is used again. If you may use it, leave it.")

  /// Nil for any other act, and if the clerk has agreed already.
  init?(for act: ActEffect, _ app: App) {
    guard case .strikeBlanks(_, let codes, let reason, _) = act, app.session.running[act.number]?.isAgreed == false
    else { return nil }
    (self.act, self.codes, self.reason) = (act, codes, reason)
  }

  var heldAct: RequestNumber? { act.number }

  func press(_ key: Key, in app: inout App, _ now: Instant) -> [Effect]? {
    switch key {
    case .up, .down, .tab:
      var question = self
      question.saysYes.toggle()
      app.top.overlay = question
      return []
    case .character("1"): return strike(&app)
    case .enter: return saysYes ? strike(&app) : app.dropped(now)
    case .character("2"), .escape: return app.dropped(now)
    case .function(12):
      guard let lock = CommandRegistry.standard.command(for: key, in: app.context) else { return [] }
      return app.run(lock, now)
    default: return []
    }
  }

  private func strike(_ app: inout App) -> [Effect] {
    app.top.overlay = nil
    app.session.running[act.number]?.isAgreed = true
    return [.act(act)]
  }

  func draw(on surface: inout Surface, app: App, now: Instant) {
    let language = app.session.language
    let width = Dialog.inner(surface)
    let named = wrapped(codes.map(\.short).joined(separator: ", "), width: width)
    // Of very many the last ones give way; the title counts them.
    let shown = named.prefix(max(1, surface.size.rows - 14))
    let why = wrapped(language.pick("Lý do: \(reason)", "Reason: \(reason)"), width: width).prefix(4)
    let warning = wrapped(Self.consequence(language), width: width)
    let lines = shown.count + why.count + warning.count
    let dialog = Dialog(
      on: &surface,
      title: language.pick("Hủy \(codes.count) phiếu dự phòng?", "Strike \(counted(codes.count, "blank receipt"))?"),
      foot: language.pick("Enter Chọn   Esc Bỏ, chưa ghi gì", "Enter Choose   Esc Drop it, nothing is recorded"),
      lineCount: lines + 3)
    dialog.put(shown, line: 0, .strong, on: &surface)
    dialog.put(why, line: shown.count, .text, on: &surface)
    dialog.put(warning, line: shown.count + why.count, .warning, on: &surface)
    let choices = [Words("Hủy các phiếu này", "Strike them"), Words("Thôi, để lại", "Leave them")]
    dialog.draw(
      ChoiceList(choices.map { $0(language) }, chosen: saysYes ? 0 : 1), line: lines, height: 2, on: &surface)
  }
}
