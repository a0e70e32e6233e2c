/// A register book whose numbers have no gaps (certification books, receipt series; NĐ 23/2015 Đ.13), in its state at
/// this desk. Only one machine of an office holds a book at a time.
public struct RegisterBook: Hashable, Sendable, Identifiable {
  public enum Holding: Int, CaseIterable, Sendable {
    /// Another machine holds it, or no machine does.
    case elsewhere = 0
    /// This desk gives out its numbers.
    case held = 1
    /// This desk has asked for it; the province grants it when no machine holds it.
    case wanted = 2
    /// This desk has given it back and gives out no more numbers, even if the province does not know it yet.
    case returning = 3
    /// This desk held it before a restore or a copy. It gives out no number until the last one on paper has been
    /// entered.
    case closed = 4
  }

  public static let highestNumber = 10_000_000

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
