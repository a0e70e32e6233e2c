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
    // A number of copies is needed once copies are wanted, and of who is named more than the name.
    field.isOptional && !(field.id == "copies.count" && self["copies.wanted"] == "Có") && !isOfNamed(field)
  }

  /// Nobody has to name a parent; whoever is named has a birth, an ethnicity, a nationality and a residence.
  private func isOfNamed(_ field: DeclarationField) -> Bool {
    let group = field.group.rawValue
    guard ["birth", "ethnicity", "nationality", "residence"].contains(where: { field.id == "\(group).\($0)" }) else {
      return false
    }
    let name = group + ".name"
    return !isLeftEmpty(name) && !(self[name] + asRequester(name, field.group)).isEmpty
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
    let same = asRequester(field.id, field.group)
    return same.isEmpty && field.id == field.group.rawValue + ".nationality" ? nationality(of: field.group) : same
  }

  /// The same fact about the requester, if she says that she is the one whom the field is about.
  private func asRequester(_ id: String, _ group: DeclarationGroup) -> String {
    let parents = [DeclarationGroup.mother: DeclarationChoices.mother, .father: DeclarationChoices.father]
    let isHers =
      group == .person
      ? self["requester.relationToPerson"] == DeclarationChoices.oneself
      : parents[group] == self["requester.relationToChild"]
        && ["", self["requester.name"]].contains(self[group.rawValue + ".name"])
    return isHers ? self["requester" + id.dropFirst(group.rawValue.count)] : ""
  }

  /// A number of twelve digits is a citizen's. Only proposed, because no source says that nobody else has one.
  private func nationality(of group: DeclarationGroup) -> String {
    numberKind(of: group) == .citizenNumber ? DeclarationChoices.homeNationality : ""
  }

  /// Of the person's number as it will stand on the paper: her own, or the requester's who says that she is the person.
  func numberKind(of group: DeclarationGroup) -> IdentityKind {
    let id = DeclarationField.PaperIDs(of: group).number
    return IdentityKind(number: self[id].isEmpty && !isLeftEmpty(id) ? asRequester(id, group) : self[id])
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
