import DossierDomain
import Terminal

/// How rows of the reception form are made.
extension ReceptionField {
  private static let noProblem: @Sendable (String, Language) -> String? = { _, _ in nil }

  static func text(
    _ id: Field.ID, _ label: Words, _ takes: TextField.Kind = .text, maximum: Int, _ width: Field.Width = .whole,
    use: OwnTyping.Use = .words, proposal: String = "", placeholder: Words? = nil, hint: Words? = nil,
    check: @escaping @Sendable (String, Language) -> String? = noProblem,
    tidy: @escaping @Sendable (String) -> String = { $0 },
    isComplete: @escaping @Sendable (String) -> Bool = { _ in false },
    write: @escaping @Sendable (inout ReceptionForm, String) -> Void
  ) -> ReceptionField {
    let field = Field(
      id: id, label: label, kind: .text(takes), proposal: proposal, maximumLength: maximum, use: use, width: width,
      placeholder: placeholder, hint: hint, check: check, tidy: tidy, isComplete: isComplete)
    return ReceptionField(field: field, write: write)
  }

  static func choice(
    _ id: Field.ID, _ label: Words, _ options: [Field.Option],
    isComplete: @escaping @Sendable (String) -> Bool = { _ in false },
    write: @escaping @Sendable (inout ReceptionForm, String) -> Void
  ) -> ReceptionField {
    var field = Field(id: id, label: label, kind: .choice(options), isComplete: isComplete)
    field.hint = Words { language in
      let numbered = options.compactMap { option in option.digit.map { "\($0) \(option.label(language))" } }
      return language.pick("Space, ◀▶ hoặc số: ", "Space, ◀▶ or a digit: ") + numbered.joined(separator: " · ")
    }
    return ReceptionField(field: field, write: write)
  }

  /// A name of a person, which gets its capitals where it has none.
  static func ofName(_ row: ReceptionField) -> ReceptionField {
    var row = row
    row.field.tidy = PersonName.capitalised
    row.field.isTidiedOnce = true
    return row
  }

  static let sexes: [Field.Option] =
    [Field.Option(value: "", label: Words("–", "–"))]
    + numbered([Sex.male, .female, .undetermined].map { (String($0.rawValue), Words($0.wording)) })

  static let deliveries = numbered(
    ResultDelivery.allCases.map { (String($0.rawValue), Words($0.wording)) })

  /// Options with the digits from 1 on.
  static func numbered(_ options: [(value: String, label: Words)]) -> [Field.Option] {
    zip(options, "123456789").map { Field.Option(value: $0.value, label: $0.label, digit: $1) }
  }

  static func forms(of rule: PaperRule) -> [Field.Option] {
    [Component.Form.missing, .original, .certifiedCopy, .photocopy, .electronic, .notApplicable].enumerated().map {
      index, form in
      let paper = Component(number: 0, name: rule.name, form: form, need: rule.needInDossier)
      return Field.Option(
        value: String(form.rawValue), label: Words { paper.formWording($0) }, digit: Character(String(index)),
        role: paper.isMissing ? .warning : form == .missing ? .muted : .good)
    }
  }
}
