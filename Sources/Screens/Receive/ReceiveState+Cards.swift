import DossierDomain
import OfficeWork
import Terminal
import VietnameseText

/// Whose card it is in a reception.
enum CardHolder: CaseIterable, Sendable {
  case owner
  case applicant
  case father
  case mother

  /// The name under which a draft keeps the card; it must not change between versions.
  var placeField: String {
    switch self {
    case .owner: "owner-card"
    case .applicant: "applicant-card"
    case .father: "father-card"
    case .mother: "mother-card"
    }
  }
}

/// The cards from whose codes the persons of a reception were read (QR_CCCD).
struct ReadCards: Equatable, Sendable {
  private var cards: [CardHolder: CitizenCard] = [:]

  subscript(holder: CardHolder) -> CitizenCard? {
    get { cards[holder] }
    set { cards[holder] = newValue }
  }
}

extension ReceiveState {
  /// The card that the person was read from, as long as the form still names her.
  func card(of holder: CardHolder) -> CitizenCard? {
    guard let card = cards[holder] else { return nil }
    let isStill =
      switch holder {
      case .owner: IdentityKind.normalised(text("number")) == card.number.digits
      case .applicant:
        text("applicant").exactFolded == card.name.exactFolded
          && IdentityKind.normalised(text("applicant-number")) == card.number.digits
      case .father: text("father").exactFolded == card.name.exactFolded
      case .mother: text("mother").exactFolded == card.name.exactFolded
      }
    return isStill ? card : nil
  }

  /// The person with the cursor; the other one if she was read from another card already. A newborn has no card: the first
  /// one is of whoever brings the papers, the next one of the other parent.
  func holder(of card: CitizenCard) -> CardHolder {
    if isOfNewborn {
      guard !isOfApplicant(card), self.card(of: .applicant) != nil || isAtParent else { return .applicant }
      return card.isOfMan ? .father : .mother
    }
    let focused: CardHolder = form.focus == "applicant" ? .applicant : .owner
    guard let read = self.card(of: focused), read.number != card.number else { return focused }
    return focused == .owner ? .applicant : .owner
  }

  private var isAtParent: Bool { ["father", "mother"].contains(form.focus) }

  /// By the number, or by the name as long as there is none.
  private func isOfApplicant(_ card: CitizenCard) -> Bool {
    let (name, number) = (text("applicant"), IdentityKind.normalised(text("applicant-number")))
    guard !name.isEmpty else { return false }
    return number.isEmpty ? name.exactFolded == card.name.exactFolded : number == card.number.digits
  }

  /// The fields that a card fills, with what it says.
  private func texts(_ card: CitizenCard, _ holder: CardHolder) -> [(id: Field.ID, text: String)] {
    let all: [(id: Field.ID, text: String)] =
      switch holder {
      case .owner:
        [
          ("owner", card.name), ("number", card.number.digits), ("birth", card.birth),
          ("sex", card.sex.map { String($0.rawValue) } ?? ""), ("address", card.address),
        ]
      // Phone and address of a newborn are those of whoever brings her papers.
      case .applicant:
        [
          ("applicant", card.name), ("applicant-number", card.number.digits),
          (isOfNewborn ? "address" : "applicant-address", card.address),
        ]
      case .father: [("father", card.name)]
      case .mother: [("mother", card.name)]
      }
    return all.filter { !$0.text.isEmpty }
  }

  /// What was typed and is not what the card says. Capitals are no difference.
  func differences(from card: CitizenCard, of holder: CardHolder, _ language: Language) -> [CardQuestion.Difference] {
    texts(card, holder).compactMap { id, read in
      let typed = text(id)
      // The year that the number says was typed by nobody.
      guard !typed.isEmpty, !isSame(id, typed, read), id != "birth" || typed != known.proposedBirth,
        let field = ReceptionField.named(id)?.field
      else { return nil }
      return CardQuestion.Difference(
        label: field.label(language), typed: shown(typed, field, language), read: shown(read, field, language))
    }
  }

  private func isSame(_ id: Field.ID, _ typed: String, _ read: String) -> Bool {
    switch id {
    case "number", "applicant-number": IdentityKind.normalised(typed) == read
    case "birth": (BirthDate.normalised(typed) ?? typed) == read
    default: typed.exactFolded == read.exactFolded
    }
  }

  private func shown(_ text: String, _ field: Field, _ language: Language) -> String {
    if let option = field.options?.first(where: { $0.value == text }) { return option.label(language) }
    return ["number", "applicant-number"].contains(field.id) ? maskedNumber(text) : text
  }

  /// Fills the person from her card, and asks what the desk knows of her.
  mutating func take(_ card: CitizenCard, as holder: CardHolder, _ session: inout Session) -> [Effect] {
    let isParent = holder == .applicant && isOfNewborn && isAtParent
    if holder == .applicant, !filledApplicant.isOf(card) { forgetFilledApplicant() }
    for (id, text) in texts(card, holder) where self.text(id).isEmpty || !isSame(id, self.text(id), text) {
      fill(id, text)
    }
    if holder == .applicant { noteFilled(from: card) }
    known.proposedBirth = nil
    known.issue = nil
    cards[holder] = card.name.isEmpty ? nil : card
    goOn(from: card, holder)
    let warning = card.mismatches.isEmpty ? "" : warnings(session.language).map { " \($0)" } ?? ""
    switch holder {
    case .owner:
      session.say(Words("Đã lấy chủ hồ sơ từ thẻ.\(warning)", "The owner was read from the card.\(warning)"))
      return askWhoItIs(&session)
    case .applicant:
      session.say(Words("Đã lấy người nộp từ thẻ.", "The applicant was read from the card."))
      if isParent { sayParent(card, &session) }
      return askWhoComes(&session)
    case .father:
      session.say(Words("Đã lấy cha từ thẻ: \(card.name).", "The father was read from the card: \(card.name)."))
    case .mother:
      session.say(Words("Đã lấy mẹ từ thẻ: \(card.name).", "The mother was read from the card: \(card.name)."))
    }
    // The card is of a parent that the applicant is said to be.
    if let fault = parentFault { session.complain(fault.wording(session.language)) }
    return []
  }

  /// Whoever brings the papers is a parent herself: her relation says so, not a second person. What the clerk has said of it
  /// stays, unless the card is of the other sex.
  private mutating func sayParent(_ card: CitizenCard, _ session: inout Session) {
    let parent: Relation.Kind = card.isOfMan ? .father : .mother
    let kind = relation.flatMap { $0.contradicts(parent.sex) ? nil : $0 } ?? parent
    fill("relation", String(kind.rawValue))
    form.go(to: "relation")
    session.say(
      Words {
        $0.pick("Đây là thẻ của người nộp, quan hệ: ", "This is the applicant's card, relation: ") + kind.wording($0)
          + "."
      })
  }

  /// The rows beside the applicant's name are those of her card.
  mutating func noteFilled(from card: CitizenCard) {
    filledApplicant.name = card.name
    for (id, text) in texts(card, .applicant) { filledApplicant.note(id, self.text(id) == text ? text : "") }
  }

  /// A card that was read before it was known that the dossier is a newborn's is that of the person who brings the papers.
  mutating func passCardToApplicant() {
    guard isOfNewborn, let card = card(of: .owner) else { return }
    cards[.owner] = nil
    for name in ["owner", "number", "birth", "sex", "address"] { form.clear(name) }
    guard text("applicant").isEmpty else { return }
    for (id, text) in texts(card, .applicant) { fill(id, text) }
    noteFilled(from: card)
    cards[.applicant] = card
  }

  /// To the name if it was lost, otherwise to what no card says; not before the procedure is chosen.
  private mutating func goOn(from card: CitizenCard, _ holder: CardHolder) {
    guard procedure != nil else { return }
    switch holder {
    case .owner: form.go(to: card.name.isEmpty ? "owner" : "phone")
    case .applicant:
      form.go(to: "applicant")
      if !card.name.isEmpty { form.move(1, fields) }
    // What is being typed goes on.
    case .father, .mother: break
    }
  }
}

extension CitizenCard {
  var isOfMan: Bool { (sex ?? number.sex) == .male }
}
