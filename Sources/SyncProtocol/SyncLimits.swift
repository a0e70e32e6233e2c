/// How much one message may hold; checked while it is read, before anything is built from it.
public struct SyncLimits: Hashable, Sendable {
  /// Of a frame as it comes over the line, and of what it unpacks to; in bytes.
  public var frameBytes: Int
  public var inflatedBytes: Int
  public var entries: Int

  public init(frameBytes: Int = 4 << 20, inflatedBytes: Int = 8 << 20, entries: Int = 5000) {
    self.frameBytes = frameBytes
    self.inflatedBytes = inflatedBytes
    self.entries = entries
  }

  public static let standard = SyncLimits()
}

/// Why bytes are no message of this protocol. The detail is for a technician and holds no content.
public enum SyncProtocolError: Error, Hashable, Sendable {
  /// Neither the frame nor what it unpacks to may be so large.
  case tooLarge(Int)
  case tooMany(Int)
  case malformed(String)
  /// The message says that it is of a protocol that came after this version.
  case newerProtocol(UInt32)
  /// Packed with a dictionary that this version does not have.
  case unknownDictionary(UInt32)
  /// Cut off, or not a frame at all.
  case notAFrame
}
