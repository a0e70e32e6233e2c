import DossierDomain

/// The text of a paper's QR code (TT 01/2023/TT-VPCP): fields divided by `|`, the dossier's code first, so that a scanner which
/// is cut off still finds it. A field that is not known is empty; the places of the others stay.
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
    return fields.map { $0.replacing("|", with: "/") }.joined(separator: "|")
  }

  /// 25 mm: a module of half a millimetre, which a printer of 203 dpi draws clearly.
  static let side = 250
}
