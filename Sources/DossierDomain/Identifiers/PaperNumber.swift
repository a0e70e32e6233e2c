/// The number of a paper that an office issued, such as `12/2026-7K3QZ0`: a count within the year, and the series in which it
/// is counted. A series belongs to one life of one machine's data, so that no two machines give the same number and nobody has to
/// be asked for one. Gaps are allowed (no rule that asks for more is known: TT 03/2025 is unverified).
public struct PaperNumber: Hashable, Sendable {
  /// Six letters and digits that are not mistaken for each other (Crockford's base 32: no I, L, O and U), drawn at random when
  /// the series began.
  public struct Series: Hashable, Sendable {
    public static let length = 6
    private static let digits = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ".utf8)

    public let text: String

    public init?(_ text: String) {
      guard text.utf8.count == Self.length, text.utf8.allSatisfy(Self.digits.contains) else { return nil }
      self.text = text
    }

    /// - Parameter random: 30 bits of it are used.
    public init(random: UInt64) {
      text = String(
        decoding: (0..<Self.length).map { Self.digits[Int(random >> (5 * UInt64($0)) & 31)] }, as: UTF8.self)
    }
  }

  public static let years = 2000...9999
  public static let counts = 1...9_999_999

  public let count: Int
  public let year: Int
  public let series: Series

  public init?(count: Int, year: Int, series: Series) {
    guard Self.counts.contains(count), Self.years.contains(year) else { return nil }
    (self.count, self.year, self.series) = (count, year, series)
  }

  /// As it is printed, and as a person may type it: blanks around it and small letters do not matter.
  public init?(_ text: String) {
    guard text.utf8.count <= 40 else { return nil }
    let parts = text.uppercased().filter { $0 != " " }
      .split(omittingEmptySubsequences: false, whereSeparator: { $0 == "/" || $0 == "-" })
    guard parts.count == 3, parts[..<2].allSatisfy({ $0.utf8.allSatisfy { (0x30...0x39).contains($0) } }),
      let count = Int(parts[0]), let year = Int(parts[1]), let series = Series(String(parts[2]))
    else { return nil }
    self.init(count: count, year: year, series: series)
  }

  public var text: String { "\(count)/\(year)-\(series.text)" }
}
