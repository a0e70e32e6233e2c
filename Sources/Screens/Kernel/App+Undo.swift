import DossierDomain
import OfficeWork
import Terminal

/// Undo and redo.
extension App {
  /// Takes back the clerk's last act on the dossier in view, otherwise her last act.
  mutating func undo() -> [Effect] {
    guard let clerk = session.clerk else { return [] }
    let shown = type(of: top.screen).dossiers == .one ? top.screen.targets.first?.id : nil
    return undo(.expected(in: shown), by: clerk.id)
  }

  mutating func undo(_ target: UndoScope, by clerk: ClerkID) -> [Effect] {
    let number = session.nextRequest()
    session.undoing[number] = clerk
    return [.act(.undo(number, target, by: clerk))]
  }

  /// Does once more what was undone last. A key that repeats does it once.
  mutating func redo() -> [Effect] {
    let acts = session.redo
    session.redo = []
    return perform(acts, as: Words("Làm lại", "Done again"))
  }

  /// Why what was undone cannot be done again here; nil if it can.
  var reasonAgainstRedo: String? {
    guard !session.redo.isEmpty else {
      return session.language.pick("Không có việc nào vừa hoàn tác để làm lại.", "Nothing undone to do again.")
    }
    guard type(of: top.screen).dossiers == .one, let shown = top.screen.targets.first?.id,
      session.redo.map(\.dossier) != [shown]
    else { return nil }
    return session.language.pick(
      "Việc vừa hoàn tác thuộc hồ sơ khác. Ra danh sách rồi bấm ^Y.",
      "What was undone concerns another dossier. Go to a list and press ^Y there.")
  }

  mutating func report(_ number: RequestNumber, _ outcome: UndoOutcome, _ now: Instant) {
    // If another clerk has signed in meanwhile, this is not hers to answer or to do again.
    if let clerk = session.undoing.removeValue(forKey: number), clerk != session.clerk?.id { return }
    let language = session.language
    switch outcome {
    case .undone(let act):
      if let last = act.rows.last { session.lastTouched = last.id }
      session.redo = act.again ?? []
      session.message = Message(sentence(of: act, now))
    case .asks(let act): if session.clerk != nil, top.overlay == nil { top.overlay = UndoQuestion(act: act) }
    case .nothing: session.complain(Denial.nothingToUndo.wording(language))
    case .denied(let denial): session.complain(denial.wording(language))
    }
  }

  private mutating func sentence(of act: UndoneAct, _ now: Instant) -> String {
    let language = session.language
    let codes = act.rows.prefix(3).map(\.code.short).joined(separator: ", ")
    let more = act.rows.count - 3
    let others = more > 0 ? language.pick(" và \(more) hồ sơ khác", " and \(more) more") : ""
    let what = act.what?.wording(language) { session.name(of: $0) } ?? ""
    let short = what.count > 40 ? what.prefix(39) + "…" : what[...]
    var sentence = language.pick(
      "Đã hoàn tác \(codes)\(others): \(short) (\(act.at.clockAndDate)).",
      "Undone \(codes)\(others): \(short) (\(act.at.clockAndDate)).")
    if act.unpaidAgain > 0 {
      let money = moneyText(act.unpaidAgain)
      sentence += language.pick(" \(money) không còn ghi là đã thu.", " \(money) is not recorded as paid any more.")
    }
    if !session.redo.isEmpty { sentence += language.pick(" ^Y làm lại.", " ^Y does it again.") }
    if let reception = act.reception, keepUndoneReception(reception, of: act, now) {
      sentence += language.pick(" Mẫu tiếp nhận đã trở lại: N làm tiếp.", " The form is back: N goes on with it.")
    }
    return sentence
  }
}

/// Asks before an act is undone that the clerk may not expect.
struct UndoQuestion: Screen {
  let act: UndoableAct

  func press(_ key: Key, in app: inout App, _ now: Instant) -> [Effect]? {
    switch key {
    case .enter:
      app.top.overlay = nil
      guard let clerk = app.session.clerk else { return [] }
      return app.undo(.act(act.reference), by: clerk.id)
    case .escape:
      app.top.overlay = nil
      app.session.say(Words("Không hoàn tác gì.", "Nothing was undone."))
      return []
    case .function(12): return nil
    default: return []
    }
  }

  func draw(on surface: inout Surface, app: App, now: Instant) {
    let language = app.session.language
    let what = act.what.masked.wording(language) { app.session.name(of: $0) }
    let lines = wrapped("\(what) (\(act.at.clockAndDate))", width: Dialog.inner(surface)).prefix(3)
    let warning = act.isReception ? wrapped(Self.receptionWarning(language), width: Dialog.inner(surface)) : []
    let dialog = Dialog(
      on: &surface, title: language.pick("Hoàn tác việc này?", "Undo this?"),
      foot: language.pick("Enter Hoàn tác   Esc Thôi", "Enter Undo   Esc Leave it"),
      lineCount: 2 + lines.count + warning.count)
    surface.cursor = Position(row: dialog.row + 1, column: dialog.column + 2)
    dialog.put(act.subject(language), line: 0, .strong, on: &surface)
    dialog.put(lines, line: 1, .text, on: &surface)
    dialog.put(warning, line: 1 + lines.count, .warning, on: &surface)
  }

  private static let receptionWarning = Words(
    "Mã hồ sơ sẽ bị gạch, dù công dân có thể đã cầm mã này.",
    "The code will be struck out, although the citizen may have it already.")
}

extension UndoableAct {
  /// The dossier with its owner, or how many dossiers and the first of them.
  func subject(_ language: Language) -> String {
    let names = rows.map { "\($0.code.short) · \($0.markedOwner(language))" }
    guard count > 1 else { return names.first ?? "" }
    let more = count > rows.count ? "…" : ""
    return language.pick("\(count) hồ sơ: ", "\(counted(count, "dossier")): ")
      + names.joined(separator: ", ") + more
  }
}
