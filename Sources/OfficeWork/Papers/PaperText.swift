/// A paper as lines of text, for a look before it is printed.
public struct PaperText: Hashable, Sendable {
  /// With the numbers of people masked, as lists show them.
  public var masked: [String]
  /// As it is printed. It is shown once it was recorded who looks.
  public var full: [String]

  public init(masked: [String], full: [String]) { (self.masked, self.full) = (masked, full) }
}
