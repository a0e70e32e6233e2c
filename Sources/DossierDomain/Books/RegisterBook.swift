/// A register book whose numbers have no gaps (certification books, receipt series; NĐ 23/2015 Đ.13), as this desk knows
/// it. One machine of an office holds it at a time.
public struct RegisterBook: Hashable, Sendable, Identifiable {
  public enum Holding: Int, CaseIterable, Sendable {
    /// Another machine holds it, or none.
    case elsewhere = 0
    /// This desk numbers in it.
    case held = 1
    /// Asked for; the province grants it when nobody holds it.
    case wanted = 2
    /// Given back: this desk numbers no more, whether or not the province has heard of it.
    case returning = 3
    /// Held before a restore or a copy: no number until the last one on paper was entered.
    case closed = 4
  }

  public var id: BookID
  public var name: String
  /// The last number that was entered; 0 for none.
  public var lastNumber: Int
  public var holding: Holding

  public init(id: BookID, name: String, lastNumber: Int, holding: Holding) {
    self.id = id
    self.name = name
    self.lastNumber = lastNumber
    self.holding = holding
  }
}
