/// A declaration of one dossier before its questions are asked.
public struct DeclarationToFill: Hashable, Sendable {
  public var template: DeclarationTemplate
  /// What is known without asking.
  public var known: DeclarationFacts

  public init(_ template: DeclarationTemplate, known: DeclarationFacts) {
    (self.template, self.known) = (template, known)
  }
}
