import SyncProtocol

/// How much one answer may still carry. Places, grants, histories and the parts of a snapshot draw from the same budget,
/// so that a desk can read every answer, whatever the machines of its office have written. What does not fit comes with
/// the next request.
struct AnswerBudget: Hashable, Sendable {
  private(set) var bytes: Int
  private(set) var entries: Int
  private var isWhole = true

  init(bytes: Int, entries: Int) {
    self.bytes = bytes
    self.entries = entries
  }

  /// Contents may not be compressible, so the bytes are bounded by what a frame may have as it is received. A quarter of
  /// that is left for everything in an answer that is limited by its number.
  init(_ limits: SyncLimits) {
    self.init(bytes: min(limits.frameBytes, limits.inflatedBytes) / 4 * 3, entries: min(2000, limits.entries))
  }

  func fits(entries count: Int = 1, bytes size: Int) -> Bool { count <= entries && size <= bytes }

  /// Draws one entry. The first one is drawn whatever its size, because an earlier version of the province may have
  /// placed a larger one, behind which nothing else would come.
  /// - Returns: false if it does not fit; nothing is drawn then.
  mutating func draw(_ size: Int) -> Bool {
    guard entries > 0, isWhole || size <= bytes else { return false }
    (bytes, entries, isWhole) = (bytes - size, entries - 1, false)
    return true
  }
}
