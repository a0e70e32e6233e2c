import Documents
import DossierDomain
import OfficeWork
import Terminal

/// What a card is used for.
enum CardTarget: Equatable, Sendable {
  /// No form is open: her dossiers are shown.
  case search
  case reception(CardHolder)
  case declaration(DeclarationGroup)
  /// Who asks for certified copies.
  case requester
}

/// Asks before a card is used whose text was changed on its way, or that says something else than what was typed.
struct CardQuestion: Screen {
  struct Difference: Equatable, Sendable {
    var label: String
    var typed: String
    var read: String
  }

  let card: CitizenCard
  let faults: [TransmissionFault]
  let target: CardTarget
  let differences: [Difference]

  func press(_ key: Key, in app: inout App, _ now: Instant) -> [Effect]? {
    switch key {
    case .enter:
      app.top.overlay = nil
      return app.use(card, for: target, now)
    case .escape:
      app.top.overlay = nil
      app.session.say(Words("Không lấy gì từ thẻ.", "Nothing was taken from the card."))
      return []
    case .function(12): return nil
    default: return []
    }
  }

  func draw(on surface: inout Surface, app: App, now: Instant) {
    let language = app.session.language
    let width = Dialog.inner(surface)
    let parts: [(String, Role)] =
      faults.map { ($0.wording(language), .warning) } + [(facts(language), .strong)]
      + [rest(language), mismatches(language)]
      .compactMap { $0 }
      + differences.map { ("\($0.label): \($0.typed) → \($0.read)", .text) }
    let lines = parts.flatMap { text, role in wrapped(text, width: width).map { ($0, role) } }
    let most = max(1, surface.size.rows - 6)
    let dialog = Dialog(
      on: &surface, title: title(language),
      foot: language.pick("Enter Lấy theo thẻ   Esc Không lấy", "Enter Take the card's   Esc Leave it"),
      lineCount: min(lines.count, most) + 1)
    surface.cursor = Position(row: dialog.row + 1, column: dialog.column + 2)
    for (line, part) in lines.prefix(most).enumerated() { dialog.put(part.0, line: line, part.1, on: &surface) }
  }

  private func title(_ language: Language) -> String {
    switch target {
    case .reception(.owner): language.pick("Thẻ của chủ hồ sơ?", "The owner's card?")
    case .reception(.applicant): language.pick("Thẻ của người nộp?", "The applicant's card?")
    case .reception(.father): language.pick("Thẻ của cha?", "The father's card?")
    case .reception(.mother): language.pick("Thẻ của mẹ?", "The mother's card?")
    case .declaration(let group):
      language.pick("Thẻ của: \(group.wording(.vi))?", "The card of: \(group.wording(.en))?")
    case .requester: language.pick("Thẻ của người yêu cầu?", "The requester's card?")
    case .search: language.pick("Thẻ vừa quét", "The scanned card")
    }
  }

  private func facts(_ language: Language) -> String {
    [card.name, card.birth, card.sex?.wording(language) ?? "", maskedNumber(card.number.digits), card.address]
      .filter { !$0.isEmpty }.joined(separator: " · ")
  }

  /// What cannot be taken because its letters were lost.
  private func rest(_ language: Language) -> (String, Role)? {
    guard card.name.isEmpty else { return nil }
    return (
      language.pick(
        "Chỉ lấy được số, ngày sinh và giới tính. Tên và địa chỉ: quét lại hoặc gõ.",
        "Only number, birth and sex can be taken. Name and address: scan again or type them."), .text
    )
  }

  private func mismatches(_ language: Language) -> (String, Role)? {
    let found = card.mismatches.map { $0.wording(language) }
    return found.isEmpty ? nil : (language.pick("xem lại: ", "check: ") + found.joined(separator: ", "), .warning)
  }
}
