import DossierDomain
import OfficeWork
import Terminal

extension ActionPrompt {
  /// Warns a clerk who ends a dossier that a paper is still missing.
  private func warning(_ language: Language) -> String? {
    guard [Verb.complete.name, Verb.handBack.name].contains(verb) else { return nil }
    let missing = targets.filter { !$0.isVoid }.reduce(0) { $0 + $1.componentsMissing }
    return missing == 0
      ? nil
      : language.pick(
        "Chú ý: còn thiếu \(missing) giấy tờ.",
        "Mind: \(missing == 1 ? "1 paper is" : "\(missing) papers are") missing.")
  }

  func draw(on surface: inout Surface, app: App, now: Instant) {
    let session = app.session
    guard let verb = Verb.named(verb), let question = question(session, now) else { return }
    let language = session.language
    let height = FormPrompt.height(
      question, available: surface.size.rows - 10, width: Dialog.inner(surface, most: Self.width),
      isPlain: session.isPlain)
    let dialog = Dialog(
      on: &surface, title: [verb.title(language), subject(session)].compactMap { $0 }.joined(separator: ": "),
      foot: question.numbered.isEmpty
        ? language.pick(
          "Enter Tiếp   Esc Để sau (giữ phần đã gõ)", "Enter Go on   Esc Later (what you typed is kept)")
        : language.pick(
          "1-9, ↑↓ Space Đánh dấu   Enter Tiếp   Esc Để sau", "1-9, ↑↓ Space Tick   Enter Go on   Esc Later"),
      lineCount: height + 4, most: Self.width)
    let warning = warning(language)
    let consequence = wrapped(verb.consequence(language), width: dialog.inner)
    dialog.put(consequence.prefix(warning == nil ? 2 : 1), line: 0, .info, on: &surface)
    if let warning { dialog.put(warning, line: 1, .warning, on: &surface) }
    dialog.put(question.label(language), line: 2, .heading, on: &surface)
    prompt.draw(question, in: dialog, line: 3, height: height, on: &surface, session)
    if let problem = prompt.problem { dialog.put("✗ " + problem, line: height + 3, .error, on: &surface) }
  }

  private static let width = 72

  /// The dossier, dossiers or clerk that the verb concerns; nil if it is the office.
  private func subject(_ session: Session) -> String? {
    let language = session.language
    if let clerk = answers[.clerk] { return session.name(of: clerk) }
    if targets.isEmpty { return nil }
    guard targets.count == 1, let only = targets.first else {
      return language.pick("\(targets.count) hồ sơ", "\(targets.count) dossiers")
    }
    return "\(only.code.short) · \(only.markedOwner(language))"
  }
}

func hiddenOwner(_ language: Language) -> String { language.pick("(hồ sơ kín)", "(confidential)") }
