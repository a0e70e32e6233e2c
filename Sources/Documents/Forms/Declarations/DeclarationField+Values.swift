import DossierDomain
import ReferenceData
import VietnameseText

extension DeclarationField {
  /// What may be chosen, or is offered; empty for a field of free text.
  public var choices: [String] {
    switch kind {
    case .choice(let list), .suggestion(let list), .boxes(let list): DeclarationChoices.lists[list] ?? []
    case .ethnicity: DeclarationChoices.lists["ethnicity"] ?? []
    case .address: id.hasSuffix(".residence") ? DeclarationChoices.lists["residence"] ?? [] : []
    case .text, .name, .number, .date, .partialDate, .words, .paper: []
    }
  }

  /// The value that a typed text means, as it is printed; empty for an empty text.
  public func normalised(_ text: String) throws(DeclarationFieldFault) -> String {
    let value = DeclarationFacts.tidied(text)
    guard !value.isEmpty else { return "" }
    switch kind {
    case .text: return id.hasSuffix(".paper.number") ? try Self.paperNumber(value) : value
    case .address, .words, .suggestion, .paper: return value
    case .name: return value.uppercased()
    case .number:
      guard isDigits(value), value.utf8.count <= 4, let number = Int(value) else { throw .noNumber }
      return String(number)
    case .date:
      let date = try Self.date(value)
      guard date.utf8.count == 10 else { throw .partialDate }
      return date
    case .partialDate: return try Self.date(value)
    case .ethnicity:
      let words = value.folded
      guard !DeclarationChoices.nationalityWords.contains(words) else { throw .nationality }
      return choices.first { $0.folded == words } ?? value
    case .choice, .boxes:
      guard let choice = choices.first(where: { $0.folded == value.folded }) else { throw .noChoice(choices) }
      return choice
    }
  }

  private static func date(_ text: String) throws(DeclarationFieldFault) -> String {
    guard let date = BirthDate.normalised(text), !date.isEmpty else { throw .noDate }
    return date
  }

  private static func paperNumber(_ text: String) throws(DeclarationFieldFault) -> String {
    guard !IdentityKind.isMistyped(text) else { throw .mistypedNumber }
    return IdentityKind.normalised(text)
  }
}
