/// The columns of another system's register, in its order and under its headings, as one of its exports shows them.
public struct OtherSystemForm: Hashable, Sendable, Codable {
  public struct Column: Hashable, Sendable, Codable {
    public var heading: String
    /// Nil for a column that is not understood; it stays empty.
    public var meaning: RegisterColumn?

    public init(heading: String, meaning: RegisterColumn?) {
      self.heading = heading
      self.meaning = meaning
    }
  }

  public var columns: [Column]

  public init(columns: [Column]) {
    self.columns = columns
  }

  public init(_ understanding: RegisterUnderstanding) {
    columns = understanding.columns.map { Column(heading: $0.heading, meaning: $0.meaning) }
  }
}
