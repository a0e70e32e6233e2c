import DossierDomain
import VietnameseText

/// What an attestation says of one certified paper. What is empty is a dotted line.
public struct AttestationFacts: Hashable, Sendable {
  /// Of signing.
  public var day: CivilDate?
  /// The minute of the day at which it was signed outside of the office; nil at the office.
  public var minuteOutside: Int?
  public var place = ""
  /// The agency whose seal it gets.
  public var agency = ""
  public var certifier: Certifier?
  public var number: Int?
  /// `01/2026`, as on the book's cover.
  public var volume = ""
  /// How the office says dates in words.
  public var words = DateInWords()

  public init() {}
}
