/// A paper that the print server has taken.
public struct PrintJobID: Hashable, Sendable {
  public var queue: String
  /// The server's number. A server that was set up again begins at 1, so the title is compared, too.
  public var number: Int
  /// As it was sent; it has no personal data.
  public var title: String

  public init(queue: String, number: Int, title: String) {
    self.queue = queue
    self.number = number
    self.title = title
  }
}
