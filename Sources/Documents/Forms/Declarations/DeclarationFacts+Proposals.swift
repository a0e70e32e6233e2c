import DossierDomain
import ReferenceData
import VietnameseText

extension DeclarationFacts {
  /// These facts with what each question proposes. Dates in words are not stored, because the page works them out.
  public func accepting(_ questions: DeclarationQuestions) -> DeclarationFacts {
    var facts = self
    for question in questions.questions
    where !question.proposed.isEmpty && question.field.kind != .words {
      facts.set(question.id, to: question.proposed)
    }
    return facts
  }

  func isOptional(_ field: DeclarationField) -> Bool {
    // A number of copies is needed once copies are wanted.
    field.isOptional && !(field.id == "copies.count" && self["copies.wanted"] == "Có")
  }

  func proposal(for field: DeclarationField, _ words: DateInWords) -> String {
    if let date = field.dateID { return inWords(self[date], words) }
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
    if field.group == .person, self["requester.relationToPerson"] == DeclarationChoices.oneself {
      return self["requester" + field.id.dropFirst(DeclarationGroup.person.rawValue.count)]
    }
    return asRequester(field)
  }

  /// The same fact about the requester, if she says that she is the parent whom the field is about.
  private func asRequester(_ field: DeclarationField) -> String {
    let parents = [DeclarationGroup.mother: DeclarationChoices.mother, .father: DeclarationChoices.father]
    let group = field.group.rawValue
    guard let relation = parents[field.group], self["requester.relationToChild"] == relation,
      ["", self["requester.name"]].contains(self[group + ".name"])
    else { return "" }
    return self["requester" + field.id.dropFirst(group.count)]
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
