import DossierDomain

/// Input that a clerk has typed and not recorded: a half-filled form, or her seat. It is stored beside the journal, at
/// most one for each form and dossier, and never becomes an entry.
public struct Draft: Hashable, Sendable {
  /// The name of the form.
  public var form: String
  /// The dossier that the form concerns; nil if there is none or there are several.
  public var dossier: DossierID?
  public var content: [UInt8]

  /// A draft that was not changed for this many days is erased.
  public static let keptDays = 30

  public init(form: String, dossier: DossierID? = nil, content: [UInt8]) {
    self.form = form
    self.dossier = dossier
    self.content = content
  }
}
