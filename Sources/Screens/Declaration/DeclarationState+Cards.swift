import Documents
import DossierDomain
import VietnameseText

extension DeclarationState {
  /// Whose card it is: that of the person with the cursor, as long as no other number stands there; otherwise that of the parent, the
  /// bride or the groom, by its sex. Nil if they have other numbers too.
  func holder(of card: CitizenCard) -> DeclarationGroup? {
    let (men, women): ([DeclarationGroup], [DeclarationGroup]) = ([.father, .groom], [.mother, .bride])
    let focused = asked.first { $0.typed.id == form.focus }?.group
    if let focused, !(card.isOfMan ? women : men).contains(focused), isFree(focused, for: card, standing) {
      return focused
    }
    // A number that is only proposed is somebody's, too, unless the cursor says otherwise.
    let shown = Dictionary(fields.map { ($0.id, form.trimmed($0)) }) { first, _ in first }
    return (card.isOfMan ? men : women).first { isFree($0, for: card) { shown[$0.typed.id] ?? "" } }
  }

  private func isFree(
    _ group: DeclarationGroup, for card: CitizenCard, _ text: (DeclarationField) -> String
  ) -> Bool {
    let id = DeclarationField.PaperIDs(of: group).number
    return asked.first { $0.id == id }.map {
      ["", card.number.digits].contains(IdentityKind.normalised(text($0)))
    } ?? false
  }

  /// What the card says of the person. A line that is blank on the paper because of her number keeps what was answered.
  private func texts(_ card: CitizenCard, _ group: DeclarationGroup) -> [(field: DeclarationField, read: String)] {
    var read = DeclarationFacts()
    read.fill(group, with: DeclarationSources.Known(card: card))
    return asked.filter { !$0.isBlankWithNumber || standing($0).isEmpty }.map { ($0, read[$0.id]) }
      .filter { !$0.1.isEmpty }
  }

  /// What somebody has answered, and the card says otherwise. What is only proposed gives way to the card.
  func differences(from card: CitizenCard, of group: DeclarationGroup) -> [CardQuestion.Difference] {
    texts(card, group).compactMap { field, read in
      let answered = standing(field)
      guard !answered.isEmpty, !isSame(field, answered, read) else { return nil }
      return CardQuestion.Difference(label: field.label, typed: answered, read: read)
    }
  }

  func isSame(_ field: DeclarationField, _ text: String, _ read: String) -> Bool {
    ((try? field.normalised(text)) ?? text).exactFolded == read.exactFolded
  }

  /// Fills in the person from her card. The cursor goes on from a question that has its answer now.
  mutating func take(_ card: CitizenCard, as group: DeclarationGroup, _ session: inout Session) {
    for (field, read) in texts(card, group) where !isSame(field, standing(field), read) { form.set(field.typed, read) }
    goOnIfAnswered()
    let warning = card.mismatches.map { $0.wording(session.language) }.joined(separator: ", ")
    session.say(
      Words {
        $0.pick("Đã lấy từ thẻ: ", "Read from the card: ") + group.wording($0)
          + (card.name.isEmpty ? "." : ", \(card.name).")
          + (warning.isEmpty ? "" : $0.pick(" Xem lại: ", " Check: ") + warning)
      })
  }

  /// One person is not both parents, nor bride and groom: the cursor goes to the one whom the number does not fit.
  var coupleFault: (Field.ID, DeclarationFieldFault)? {
    let answers = answers
    for (man, woman) in [(DeclarationGroup.father, DeclarationGroup.mother), (.groom, .bride)] {
      let ids = [man, woman].map { DeclarationField.PaperIDs(of: $0).number }
      let numbers = ids.map { IdentityKind.normalised(answers[$0] ?? "") }
      guard !numbers[0].isEmpty, numbers[0] == numbers[1] else { continue }
      let isOfMan = (try? CitizenNumber(numbers[0]))?.sex == .male
      return (Field.ID(isOfMan ? ids[1] : ids[0]), .numberOfTheOther)
    }
    return nil
  }
}
