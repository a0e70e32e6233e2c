import DossierDomain

/// An attestation as data: its words in their order, and the fields between them. `AttestationTemplates` reads it.
public struct AttestationTemplate: Hashable, Sendable {
  public enum Row: Hashable, Sendable {
    case text([Piece])
    case centred([Piece], isBold: Bool)
    /// For each person.
    case person([Piece])
    /// For whoever gets an original.
    case recipient([Piece])
    /// Beside each other; nil is an empty place.
    case signatures([Signature?])
  }

  public indirect enum Piece: Hashable, Sendable {
    case text(String)
    case field(AttestationField)
    case only(AttestationCondition, [Piece])
  }

  public struct Signature: Hashable, Sendable {
    public enum Signer: String, CaseIterable, Sendable {
      case signer
      case receiver
      case person
    }

    public var signer: Signer
    public var role: String
    public var note: String
  }

  /// What nobody has confirmed yet, for whoever compares it with the annex.
  public struct OpenPoint: Hashable, Sendable {
    public var vietnamese: String
    public var english: String

    public func wording(_ language: Language) -> String { language.pick(vietnamese, english) }
  }

  public var kind: AttestationKind
  /// Of the form within the annex.
  public var number: Known<String> = .unknown
  /// The text that prescribes it.
  public var law = ""
  /// The version: the day on which the text was written, by the program or by the office.
  public var date = CivilDate(dayNumber: 0)
  /// The first day of papers for which it is.
  public var validFrom: Known<CivilDate> = .unknown
  /// Whether its words were read on papers or in a text that quotes the annex.
  public var isSeen = false
  /// The version that somebody at the office has laid beside the annex; nil if nobody has.
  public var confirmed: CivilDate?
  /// Where its words were read.
  public var source = ""
  public var openPoints: [OpenPoint] = []
  /// Empty if its words are not known.
  public var rows: [Row] = []

  init(kind: AttestationKind) { self.kind = kind }

  /// `copy 03/12/2026`, for an entry.
  public var version: String { "\(kind.rawValue) \(date.slashed)" }
}
