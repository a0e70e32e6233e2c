import DossierDomain
import VietnameseText

/// Whether a person's name or number is what was typed, and not only her dossier's code or procedure.
enum PersonMatch {
  static func matches(_ person: Person, _ typed: String) -> Bool {
    let words = person.name.folded.words
    let wanted = typed.folded.words
    guard !wanted.isEmpty else { return false }
    if wanted.count == 1, wanted[0].utf8.count >= 8, isDigits(wanted[0]) {
      return person.identityNumber.hasPrefix(wanted[0]) || person.phone.hasPrefix(wanted[0])
    }
    return wanted.allSatisfy { prefix in words.contains { $0.hasPrefix(prefix) } }
  }
}
