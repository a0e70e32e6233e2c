/// What a procedure gives the citizen at its end (kết quả).
public struct ResultRule: Hashable, Sendable {
  public enum Kind: UInt8, CaseIterable, Sendable {
    case paper = 1
    case electronic = 2
    /// Nothing is handed over; the entry in a register is the result.
    case noPaper = 3
  }

  /// How long it can be used.
  public enum Validity: Hashable, Sendable {
    case unlimited
    case months(Int)
  }

  public var name: String
  public var kind: Known<Kind>
  public var applies: Applicability
  /// What follows the number, such as `/UBND-XNTTHN`; empty if the result is not numbered, or nobody has said how.
  public var series: String
  public var validity: Known<Validity>
  /// The code under which the national portal lists the result, or empty.
  public var portalCode: String

  public init(
    name: String, kind: Known<Kind> = .unknown, applies: Applicability = .always, series: String = "",
    validity: Known<Validity> = .unknown, portalCode: String = ""
  ) {
    self.name = name
    self.kind = kind
    self.applies = applies
    self.series = series
    self.validity = validity
    self.portalCode = portalCode
  }
}
