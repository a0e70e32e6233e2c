import DossierDomain
import VietnameseText

/// What a screen asks for the declarations of one procedure, in their order, as plain values.
public struct DeclarationQuestions: Hashable, Sendable {
  public enum Need: Hashable, Sendable {
    case required
    case optional
    /// The circular leaves it blank, because the person's number is given (its note 2).
    case leftBlank
  }

  public struct Question: Hashable, Sendable {
    public var field: DeclarationField
    /// What may be chosen or is offered.
    public var choices: [String]
    public var value: String
    /// What can be worked out from the others; empty if nothing, or if it is answered already.
    public var proposed: String
    public var need: Need

    public var id: String { field.id }
    public var label: String { field.label }
    /// What stands on the paper if nobody says anything else.
    private var standing: String { value.isEmpty ? proposed : value }
    /// Needed, and neither answered nor proposed, or only begun.
    public var isOpen: Bool { need == .required && isBlank }
    /// Whether the paper has a dotted line there, in whole or in part, though nobody need fill it.
    public var isBlank: Bool {
      switch field.kind {
      case .boxes: need == .required && standing.isEmpty
      // Who signs does so by hand, and nothing is printed where nobody wrote for her.
      case .choice("signing"): false
      case .text, .name, .number, .date, .partialDate, .address, .ethnicity, .words, .choice, .suggestion, .paper:
        need != .leftBlank && id != DeclarationPage.scribeID && (standing.isEmpty || standing.contains("…"))
      }
    }
  }

  public let questions: [Question]

  /// Those without which the paper has a blank that the citizen or the clerk has to fill by hand.
  public var open: [Question] { questions.filter(\.isOpen) }

  /// What the paper leaves blank although it may be known, and why; nil if nothing.
  /// - Parameter group: nil for everybody.
  public func leftBlankWording(of group: DeclarationGroup? = nil, _ language: Language) -> String? {
    let left = questions.filter { $0.need == .leftBlank && [nil, $0.field.group].contains(group) }
    var seen: Set<String> = []
    let labels = left.map(\.label).filter { seen.insert($0).inserted }.joined(separator: ", ")
    return labels.isEmpty
      ? nil : language.pick("có số thì mẫu để trống: \(labels)", "blank with a number: \(labels)")
  }

  /// - Parameters:
  ///   - wantsResidence: the office fills the lines of note 2 also where a number is given.
  ///   - words: the form of dates in words.
  public init(
    _ templates: [DeclarationTemplate], _ facts: DeclarationFacts, wantsResidence: Bool = false,
    words: DateInWords = DateInWords()
  ) {
    var seen: Set<String> = []
    var fields = templates.flatMap(\.fields).flatMap(\.asked)
    if !templates.allSatisfy(\.isElectronic) { fields += Self.signing(of: templates) }
    questions = fields.filter { seen.insert($0.id).inserted }.map { field in
      let value = facts[field.id]
      let need: Need =
        facts.isLeftBlank(field, wantsResidence: wantsResidence)
        ? .leftBlank : facts.isOptional(field) ? .optional : .required
      return Question(
        field: field, choices: field.choices, value: value,
        proposed: value.isEmpty && !facts.isLeftEmpty(field.id) && need != .leftBlank
          ? facts.proposal(for: field, words) : "", need: need)
    }
  }

  /// How each person signs, and who wrote for one who cannot.
  private static func signing(of templates: [DeclarationTemplate]) -> [DeclarationField] {
    templates.flatMap(\.signers).map { group in
      DeclarationField(
        id: DeclarationPage.signingID(of: group), group: group, label: "Ký hoặc điểm chỉ", kind: .choice("signing"),
        sources: [.asked], isOptional: true)
    } + [
      DeclarationField(
        id: DeclarationPage.scribeID, group: .signing, label: "Người viết hộ", kind: .name, sources: [.asked],
        isOptional: true)
    ]
  }
}
