import DossierDomain

/// What a clerk has typed and not recorded: a form half filled, or what her desk looks like. It is kept beside the journal, at
/// most one of a form and a dossier, and no entry comes of it.
public struct Draft: Hashable, Sendable {
  /// The name of the form.
  public var form: String
  /// What the form is about; nil for none, or for several.
  public var dossier: DossierID?
  public var content: [UInt8]

  /// After so many days without a change it is erased.
  public static let keptDays = 30

  public init(form: String, dossier: DossierID? = nil, content: [UInt8]) {
    self.form = form
    self.dossier = dossier
    self.content = content
  }
}
