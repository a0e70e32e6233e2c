import DossierDomain

extension Draft {
  /// The name of the form with what was typed for the declarations of a dossier, and of the screen on which it is typed.
  public static let declarationForm = "declaration"

  /// Whether what was typed for a declaration of the dossier is in it: as a draft of its own, or on a screen of a seat that was open.
  public func isOfDeclaration(of dossier: DossierID) -> Bool {
    if form == Self.declarationForm, self.dossier == dossier { return true }
    let screen = "screen \(Self.declarationForm)\n.dossier \(dossier.hexadecimal)"
    return String(decoding: content, as: UTF8.self).contains(screen)
  }
}
