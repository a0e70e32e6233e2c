/// A declaration of one dossier before its questions are asked.
public struct DeclarationToFill: Hashable, Sendable {
  public var template: DeclarationTemplate
  /// What is known without asking.
  public var known: DeclarationFacts
  /// What the dossier says, whatever was answered before.
  public var reception: DeclarationFacts

  /// - Parameter recorded: what was asked before.
  public init(_ template: DeclarationTemplate, from sources: DeclarationSources, recorded: DeclarationFacts) {
    self.template = template
    known = .prefilled(from: sources, recorded: recorded)
    reception = DeclarationFacts(of: sources)
  }
}
