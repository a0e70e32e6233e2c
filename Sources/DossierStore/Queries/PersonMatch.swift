import VietnameseText

/// Whether a person's name is what was typed, and not only her dossier's code or procedure.
enum PersonMatch {
  static func matches(_ name: String, _ typed: String) -> Bool {
    let words = name.folded.words
    let wanted = typed.folded.words
    return !wanted.isEmpty && wanted.allSatisfy { prefix in words.contains { $0.hasPrefix(prefix) } }
  }
}
