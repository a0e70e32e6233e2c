/// A dossier that was received in the place of one of a wrong procedure. Each of the two names the other by its code, in texts
/// that every version and every register shows; they are recorded, so that they are in Vietnamese only.
public enum Replacement {
  /// The note of the new dossier.
  public static func note(replacing code: DossierCode) -> String { "Thay hồ sơ \(code.text), lập nhầm thủ tục" }

  /// Why the old one is void.
  public static func reason(replacedBy code: DossierCode) -> String { "Lập nhầm thủ tục, thay bằng hồ sơ \(code.text)" }
}
