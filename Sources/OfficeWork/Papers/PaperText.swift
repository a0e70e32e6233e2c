/// A paper as lines of text, for a look before it is printed.
public struct PaperText: Hashable, Sendable {
  /// With the numbers of people masked, as lists show them.
  public var masked: [String]
  /// As it is printed. It is shown once it was recorded who looks.
  public var full: [String]

  /// What is to be known of it and does not stand on it; nil if nothing.
  public var remark: String?

  public init(masked: [String], full: [String], remark: String? = nil) {
    (self.masked, self.full, self.remark) = (masked, full, remark)
  }
}
