/// A person whose signature is certified, or a party of a certified transaction.
public struct CertifiedPerson: Hashable, Sendable {
  public enum Manner: UInt8, CaseIterable, Sendable {
    case signature = 1
    case fingerprint = 2
    /// She can neither sign nor give a fingerprint (NĐ 23/2015 Đ.26).
    case neither = 3
  }

  public var name: String
  /// The kind of her identity paper, as it stands in the attestation.
  public var idKind: String
  public var idNumber: String
  /// Nil if nobody said.
  public var manner: Manner?

  public init(name: String = "", idKind: String = "", idNumber: String = "", manner: Manner? = nil) {
    (self.name, self.idKind, self.idNumber) = (name, idKind, idNumber)
    self.manner = manner
  }
}
