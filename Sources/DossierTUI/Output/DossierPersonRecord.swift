import DossierDomain

/// A person whom a dossier names, as JSON has her.
struct DossierPersonRecord: Encodable {
  enum Part: String, Encodable {
    case owner, applicant, related
  }

  var part: Part
  var name: String
  /// Stable words, as in the name of the case.
  var kind: String
  /// Masked by default; absent if none was given.
  var number: String?
  var oldNumber: String?
  var phone: String?
  /// How she was identified, as a number of NĐ 104/2022's seven ways; absent if nobody said.
  var identified: UInt8?
  /// To the owner; absent for the owner, and if nobody said.
  var relation: String?
  /// The paper of authority, or the relation in words.
  var relationText: String?

  static func all(of dossier: Dossier, showsNumbers: Bool) -> [DossierPersonRecord] {
    func record(_ person: Person, _ part: Part) -> DossierPersonRecord {
      func shown(_ number: String) -> String? {
        number.isEmpty ? nil : showsNumbers ? number : maskedNumber(number)
      }
      return DossierPersonRecord(
        part: part, name: person.name, kind: "\(person.kind)", number: shown(person.identityNumber),
        oldNumber: shown(person.oldNumber), phone: shown(person.phone), identified: person.identified?.rawValue,
        relation: person.relation.map { "\($0.kind)" },
        relationText: person.relation.flatMap { $0.text.isEmpty ? nil : $0.text })
    }
    return [record(dossier.owner, .owner)] + (dossier.applicant.map { [record($0, .applicant)] } ?? [])
      + dossier.related.map { record($0, .related) }
  }
}
