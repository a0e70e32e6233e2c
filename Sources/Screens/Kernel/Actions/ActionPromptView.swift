import DossierDomain
import OfficeWork
import Terminal

extension ActionPrompt {
  /// Warns a clerk who ends a dossier that a paper is still missing; of one dossier it is named.
  private func warning(_ session: Session) -> String? {
    let language = session.language
    if verb == Verb.requestSupplement.name { return givers(session) }
    guard [Verb.complete.name, Verb.handBack.name].contains(verb) else { return nil }
    let missing = targets.filter { !$0.isVoid }.reduce(0) { $0 + $1.componentsMissing }
    guard missing > 0 else { return nil }
    let names = dossier?.components.missing.map(\.name).joined(separator: "; ") ?? ""
    return language.pick(
      "Chú ý: còn thiếu \(missing) giấy tờ", "Mind: \(missing == 1 ? "1 paper is" : "\(missing) papers are") missing")
      + (names.isEmpty ? "." : ": \(names)")
  }

  /// What the clerk has to know of this dossier before she answers.
  private func facts(_ session: Session, _ now: Instant) -> [String] {
    let language = session.language
    if verb == Verb.acceptOnline.name {
      return Questions(answers: answers, session: session, now: now, targets: targets, dossier: dossier)
        .acceptance(language)
    }
    guard let dossier else { return [] }
    if verb == Verb.verify.name, let time = session.office.verification(of: dossier) {
      return [language.pick("Xác minh: + \(time.wording(.vi)).", "Verification: + \(time.wording(.en)).")]
    }
    if verb == Verb.handBack.name, let validity = session.office.validity(of: dossier, language) {
      return [language.pick("Kết quả \(validity).", "The result is \(validity).")]
    }
    return []
  }

  /// Which of the missing papers another procedure gives, so that the citizen is sent on at once.
  private func givers(_ session: Session) -> String? {
    guard let dossier else { return nil }
    let lines = dossier.components.filter { $0.form == .missing }.flatMap {
      ProcedureFacts.givers(of: $0.name, in: dossier.procedure.code, session, session.moment.civilDate)
    }
    return lines.isEmpty ? nil : lines.map { "\($0.label): \($0.text)" }.joined(separator: "; ")
  }

  private static let mostWarningLines = 4

  func draw(on surface: inout Surface, app: App, now: Instant) {
    let session = app.session
    guard let verb = Verb.named(verb), let question = question(session, now) else { return }
    let language = session.language
    let width = Dialog.inner(surface, most: Self.width)
    let warning = warning(session).map { wrapped($0, width: width).prefix(Self.mostWarningLines) } ?? []
    let facts = facts(session, now).flatMap { wrapped($0, width: width) }.prefix(Self.mostWarningLines)
    let consequence = wrapped(verb.consequence(language), width: width)
      .prefix(warning.isEmpty && facts.isEmpty ? 2 : 1)
    // The question keeps its place from prompt to prompt unless more is to be said before it.
    let top = max(2, consequence.count + facts.count + warning.count)
    let height = FormPrompt.height(
      question, available: surface.size.rows - 8 - top, width: width, isPlain: session.isPlain)
    let dialog = Dialog(
      on: &surface, title: [verb.title(language), subject(session)].compactMap { $0 }.joined(separator: ": "),
      foot: question.numbered.isEmpty
        ? language.pick(
          "Enter Tiếp   Esc Để sau (giữ phần đã gõ)", "Enter Go on   Esc Later (what you typed is kept)")
        : language.pick(
          "1-9, ↑↓ Space Đánh dấu   Enter Tiếp   Esc Để sau", "1-9, ↑↓ Space Tick   Enter Go on   Esc Later"),
      lineCount: height + 2 + top, most: Self.width)
    dialog.put(consequence, line: 0, .info, on: &surface)
    dialog.put(facts, line: consequence.count, .text, on: &surface)
    dialog.put(warning, line: consequence.count + facts.count, .warning, on: &surface)
    dialog.put(question.label(language), line: top, .heading, on: &surface)
    prompt.draw(question, in: dialog, line: top + 1, height: height, on: &surface, session)
    if let problem = prompt.problem { dialog.put("✗ " + problem, line: height + top + 1, .error, on: &surface) }
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
