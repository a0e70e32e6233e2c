import DossierDomain
import VietnameseText

/// What a card or ^B has filled in beside the applicant's name. It is hers, and nobody's who is named afterwards.
struct FilledApplicant: Equatable, Sendable {
  var name = ""
  private var texts: [Field.ID: String] = [:]

  /// The rows that can be filled, in the order in which a draft keeps them, which must not change between versions.
  private static let rows: [Field.ID] = ["applicant-number", "phone", "address", "applicant-address"]
  /// A draft keeps it under this name.
  static let placeField = "applicant-filled"

  init() {}

  /// - Parameter kept: as `kept` gives it; anything else is nobody.
  init(_ kept: [String]) {
    guard let name = kept.first, kept.count == Self.rows.count + 1 else { return }
    self.name = name
    texts = Dictionary(zip(Self.rows, kept.dropFirst())) { first, _ in first }.filter { !$0.value.isEmpty }
  }

  /// Empty if nothing was filled.
  var kept: [String] { texts.isEmpty ? [] : [name] + Self.rows.map { texts[$0] ?? "" } }

  var filled: [(id: Field.ID, text: String)] { Self.rows.compactMap { id in texts[id].map { (id, $0) } } }

  mutating func note(_ id: Field.ID, _ text: String) {
    if Self.rows.contains(id), !text.isEmpty { texts[id] = text }
  }

  /// Whether the card may be that of whoever filled it.
  func isOf(_ card: CitizenCard) -> Bool {
    let number = texts["applicant-number"] ?? ""
    return name.exactFolded == card.name.exactFolded && ["", card.number.digits, card.oldNumber].contains(number)
  }
}

extension ReceiveState {
  /// A number gives way to the name, and the number that stood here to hers, even if nobody knows it; phone and address are
  /// filled where they are empty.
  mutating func fillApplicant(from person: Person) {
    let isOfCard =
      card(of: .applicant).map { card in
        card.name.exactFolded == person.name.exactFolded && !isAnother(card.number.digits, card, than: person)
      } ?? false
    if !isOfCard {
      forgetFilledApplicant()
      fill("applicant-number", person.identityNumber)
      filledApplicant.note("applicant-number", person.identityNumber)
    }
    fill("applicant", person.name)
    filledApplicant.name = person.name
    let texts: [(id: Field.ID, text: String)] = [("phone", person.phone), ("address", person.address)]
    for (id, text) in texts where self.text(id).isEmpty && !text.isEmpty {
      fill(id, text)
      filledApplicant.note(id, text)
    }
  }

  /// Rows that were filled for whoever was named before, shown or not, are empty again. What was typed over them stays.
  mutating func forgetAnotherApplicant() {
    if text("applicant").exactFolded != filledApplicant.name.exactFolded { forgetFilledApplicant() }
  }

  mutating func forgetFilledApplicant() {
    for (id, text) in filledApplicant.filled where self.text(id) == text {
      ReceptionField.named(id).map { form.forget($0.field) }
    }
    filledApplicant = FilledApplicant()
  }

  /// Whether the number is of somebody else than the person: it is none that she has or had, by her dossiers or her card.
  func isAnother(_ number: String, _ card: CitizenCard?, than person: Person) -> Bool {
    let here = IdentityKind.normalised(number)
    guard !here.isEmpty, !person.identityNumber.isEmpty else { return false }
    return ![person.identityNumber, person.oldNumber].contains(here) && card?.oldNumber != person.identityNumber
  }
}
