import DossierDomain

/// The text of a paper's QR code (TT 01/2023/TT-VPCP): fields divided by `|`, the dossier's code first, so that a scanner which
/// is cut off still finds it. `SealedPaperCode` has what a seal adds. A field that is not known is empty; the places of the others stay.
public struct PaperCode: Hashable, Sendable {
  public var dossier: String
  public var procedure: String
  /// Of the person or organisation.
  public var identity: String
  public var paper: String
  public var system: String
  public var issuedAt: Instant
  /// On papers that give an appointment.
  public var due: Instant?

  /// `code|procedure|number|paper|system|2026-11-24T08:42:00+07:00[|appointment]`
  public var text: String {
    let fields = [dossier, procedure, identity, paper, system, issuedAt.iso8601] + (due.map { [$0.iso8601] } ?? [])
    return fields.map(Self.withoutStrokes).joined(separator: "|")
  }

  /// By scalars, because a stroke with a mark on it is another character and divides fields all the same.
  private static func withoutStrokes(_ field: String) -> String {
    String(String.UnicodeScalarView(field.unicodeScalars.map { $0 == "|" ? "/" : $0 }))
  }

  /// 25 mm. A sealed code has 65 modules and its quiet zone of 8, so that a module is at least 0.34 mm: nearly three dots of a
  /// printer of 203 dpi.
  static let side = 250
}
