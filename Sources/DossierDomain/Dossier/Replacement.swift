/// A dossier that was received in the place of one of a wrong procedure. Each of the two names the other by its code, in texts
/// that every version and every register shows; they are recorded, so that they are in Vietnamese only.
public enum Replacement {
  /// The note of the new dossier that bears the same code, because the citizen has it on a blank receipt.
  public static func note(onSameBlank code: DossierCode) -> String {
    "Thay hồ sơ cùng mã \(code.text) (phiếu dự phòng), lập nhầm thủ tục"
  }

  /// Why the old one is void, which leaves its code to the one in its place.
  public static func reason(onSameBlank code: DossierCode) -> String {
    "Lập nhầm thủ tục, thay bằng hồ sơ cùng mã \(code.text) (phiếu dự phòng)"
  }

  /// The note of the new dossier.
  public static func note(replacing code: DossierCode) -> String { "Thay hồ sơ \(code.text), lập nhầm thủ tục" }

  /// Why the old one is void.
  public static func reason(replacedBy code: DossierCode) -> String { "Lập nhầm thủ tục, thay bằng hồ sơ \(code.text)" }
}
