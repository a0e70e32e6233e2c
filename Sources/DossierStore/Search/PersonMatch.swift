import DossierDomain
import VietnameseText

/// Whether the typed text matches a person's name or number, and not only the code or procedure of her dossier.
enum PersonMatch {
  static func matches(_ person: Person, _ typed: String) -> Bool {
    let name = person.name.folded
    let words = name.words + name.joinedWords
    let wanted = SearchWords.number(inGroups: typed).map { [$0] } ?? typed.folded.words
    guard !wanted.isEmpty else { return false }
    if wanted.count == 1, wanted[0].utf8.count >= 8, isDigits(wanted[0]) {
      return [person.identityNumber, person.oldNumber, person.phone].contains { $0.hasPrefix(wanted[0]) }
    }
    return wanted.allSatisfy { prefix in words.contains { $0.hasPrefix(prefix) } }
  }
}
