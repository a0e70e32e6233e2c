import DossierDomain
import ReferenceData
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
    /// Needed, and not answered or only begun.
    public var isOpen: Bool { need == .required && (value.isEmpty || value.contains("…")) }
  }

  public let questions: [Question]

  /// Those without which the paper has a blank that the citizen or the clerk has to fill by hand.
  public var open: [Question] { questions.filter(\.isOpen) }

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
        proposed: value.isEmpty && need != .leftBlank ? facts.proposal(for: field, words) : "", need: need)
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

extension DeclarationFacts {
  /// These facts with what each question proposes.
  public func accepting(_ questions: DeclarationQuestions) -> DeclarationFacts {
    var facts = self
    for question in questions.questions where !question.proposed.isEmpty {
      facts.set(question.id, to: question.proposed)
    }
    return facts
  }

  func isOptional(_ field: DeclarationField) -> Bool {
    // A number of copies is needed once copies are wanted.
    field.isOptional && !(field.id == "copies.count" && self["copies.wanted"] == "Có")
  }

  func proposal(for field: DeclarationField, _ words: DateInWords) -> String {
    switch field.id {
    case "child.nationality": return DeclarationChoices.homeNationality
    case "child.ethnicity": return agreed("mother.ethnicity", "father.ethnicity")
    case "requester.relationToChild":
      return isRequester(.mother)
        ? DeclarationChoices.mother : isRequester(.father) ? DeclarationChoices.father : ""
    case "requester.relationToPerson":
      return isRequester(.person) && field.choices.contains(DeclarationChoices.oneself)
        ? DeclarationChoices.oneself : ""
    default: break
    }
    if case .words(let id) = field.kind { return inWords(self[id], words) }
    if field.group == .person, self["requester.relationToPerson"] == DeclarationChoices.oneself {
      return self["requester" + field.id.dropFirst(DeclarationGroup.person.rawValue.count)]
    }
    return ""
  }

  /// - Parameter date: `dd/mm/yyyy`, `mm/yyyy` or `yyyy`.
  func inWords(_ date: String, _ words: DateInWords) -> String {
    let numbers = date.split(separator: "/").reversed().compactMap { Int($0) }
    guard let year = numbers.first else { return "" }
    return words.text(
      day: numbers.count > 2 ? numbers[2] : nil, month: numbers.count > 1 ? numbers[1] : nil, year: year) ?? ""
  }

  /// The value on which both agree, or that only one has.
  private func agreed(_ first: String, _ second: String) -> String {
    let both = Set([self[first], self[second]]).subtracting([""])
    return both.count == 1 ? both.first ?? "" : ""
  }

  private func isRequester(_ group: DeclarationGroup) -> Bool {
    let number = self[DeclarationField.PaperIDs(of: .requester).number]
    return !number.isEmpty && number == self[DeclarationField.PaperIDs(of: group).number]
  }
}
