/// A share that keeps its numerator and denominator, because it is always printed with both (domain facts 8.3).
public struct Rate: Hashable, Sendable {
  public var numerator: Int
  public var denominator: Int

  public init(_ numerator: Int, of denominator: Int) {
    self.numerator = numerator
    self.denominator = denominator
  }

  /// Hundredths of a percent, rounded half up; nil for an empty denominator.
  public var hundredths: Int? {
    denominator > 0 ? (numerator * 20_000 + denominator) / (2 * denominator) : nil
  }

  /// `82,45 %` or `–`.
  public func text(_ language: Language) -> String {
    guard let hundredths else { return "–" }
    return "\(hundredths / 100)\(language.pick(",", "."))\(twoDigits(hundredths % 100)) %"
  }
}
