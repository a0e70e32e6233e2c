/// The limits for one message. They are checked while the message is read, before anything is built from it.
public struct SyncLimits: Hashable, Sendable {
  /// The size of a frame as it is received, and of its unpacked content, in bytes.
  public var frameBytes: Int
  public var inflatedBytes: Int
  public var entries: Int
  /// The books of an office, all of which are in every answer.
  public static let books = 256

  public init(frameBytes: Int = 4 << 20, inflatedBytes: Int = 8 << 20, entries: Int = 5000) {
    self.frameBytes = frameBytes
    self.inflatedBytes = inflatedBytes
    self.entries = entries
  }

  public static let standard = SyncLimits()
}

/// Why bytes are not a valid message of this protocol. The detail is for a technician and has no content of the
/// message.
public enum SyncProtocolError: Error, Hashable, Sendable {
  /// The frame or its unpacked content is larger than the limit.
  case tooLarge(Int)
  case tooMany(Int)
  case malformed(String)
  /// The message was written for a later protocol than this version knows.
  case newerProtocol(UInt32)
  /// The frame was packed with a dictionary that this version does not have.
  case unknownDictionary(UInt32)
  /// The frame is incomplete, or the bytes are not a frame at all.
  case notAFrame
}
