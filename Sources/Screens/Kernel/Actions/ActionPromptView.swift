import DossierDomain
import OfficeWork
import Terminal

extension ActionPrompt {
  /// Whoever ends a dossier sees that a paper is still missing.
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
    let width = min(surface.size.columns - 4, 72)
    let questionHeight = FormPrompt.height(question, available: surface.size.rows - 10)
    let height = questionHeight + 7
    let column = (surface.size.columns - width) / 2
    let row = max(0, (surface.size.rows - height) / 2)
    let ground = Style(.text, on: .dialog)
    surface.box(row: row, column: column, width: width, height: height, style: Style(.border, on: .dialog))
    let inner = width - 4
    let what =
      answers[.clerk] != nil
      ? session.name(of: answers[.clerk])
      : targets.count == 1
        ? targets.first.map { "\($0.code.short) · \($0.ownerName ?? hiddenOwner(language))" } ?? ""
        : language.pick("\(targets.count) hồ sơ", "\(targets.count) dossiers")
    surface.put(
      " \(verb.title(language)): \(what) ", row: row, column: column + 2, width: inner,
      style: Style(.title, on: .dialog))
    let lines = wrapped(verb.consequence(language), width: inner)
    for (index, line) in lines.prefix(2).enumerated() {
      surface.put(line, row: row + 1 + index, column: column + 2, width: inner, style: Style(.info, on: .dialog))
    }
    if let warning = warning(language) {
      surface.fill(row: row + 2, column: column + 2, width: inner, height: 1, style: ground)
      surface.put(warning, row: row + 2, column: column + 2, width: inner, style: Style(.warning, on: .dialog))
    }
    surface.put(
      question.label(language), row: row + 3, column: column + 2, width: inner, style: Style(.heading, on: .dialog))
    prompt.draw(
      question, on: &surface, row: row + 4, column: column + 2, width: inner, height: questionHeight, language)
    if let problem = prompt.problem {
      surface.put(
        "✗ " + problem, row: row + height - 3, column: column + 2, width: inner, style: Style(.error, on: .dialog))
    }
    surface.put(
      language.pick("Enter Tiếp   Esc Để sau (giữ phần đã gõ)", "Enter Go on   Esc Later (what you typed is kept)"),
      row: row + height - 2, column: column + 2, width: inner, style: Style(.hint, on: ground.ground))
  }
}

func hiddenOwner(_ language: Language) -> String { language.pick("(hồ sơ kín)", "(confidential)") }
