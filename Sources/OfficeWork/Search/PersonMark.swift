import DossierDomain

/// What tells people of one name apart in a list: year of birth, hamlet, mother or spouse, and the end of the
/// number.
public struct PersonMark: Hashable, Sendable {
  /// The parts that are known, the most telling first. None of them is a sentence, so they are the same in all languages.
  public let text: String

  public init(_ person: Person) {
    self.init(
      birthYear: person.birthYear, hamlet: person.hamlet, relative: person.relative,
      identityNumber: person.identityNumber)
  }

  /// A mark as it was stored.
  public init(text: String) { self.text = text }

  public init(birthYear: String, hamlet: String, relative: String = "", identityNumber: String) {
    let end = identityNumber.count >= 8 ? "•••" + identityNumber.suffix(3) : ""
    text = [birthYear, hamlet, relative, end].filter { !$0.isEmpty }.joined(separator: " · ")
  }
}
