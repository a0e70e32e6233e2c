import DossierDomain

/// The ranges of numbers in a message. They are so narrow that no later computation with such a number can overflow.
/// Numbers from outside are therefore checked here and nowhere else.
enum Bounds {
  /// Moments of the years 1900 to 9999, in milliseconds since 1970 UTC; the range is the same in entries.
  static let moments: Range<Int64> = -2_208_988_800_000..<253_402_300_800_000
  /// Places of an order and sequences of a chain; 0 is before the first. All of them are exact numbers in JSON too.
  static let sequences: ClosedRange<Int64> = 0...1 << 53
  /// Numbers of a register book, which start again every year.
  static let bookNumbers: ClosedRange<UInt32> = 0...999_999_999
  /// In seconds. If the server asks for a longer wait, the client waits one hour.
  static let longestWait: UInt32 = 3600
}

extension MessageParts {
  static func instant(_ milliseconds: Int64) throws(SyncProtocolError) -> Instant {
    guard Bounds.moments.contains(milliseconds) else { throw .malformed("instant") }
    return Instant(milliseconds: milliseconds)
  }

  /// Nil for 0, which means that there is none.
  static func optionalInstant(_ milliseconds: Int64) throws(SyncProtocolError) -> Instant? {
    milliseconds == 0 ? nil : try instant(milliseconds)
  }

  /// A place, or the end of an order or of a chain; 0 if nothing is there yet.
  static func sequence(_ number: Int64) throws(SyncProtocolError) -> Int64 {
    guard Bounds.sequences.contains(number) else { throw .malformed("sequence") }
    return number
  }

  /// The place or sequence of something that exists, so that 0 is not valid.
  static func place(_ number: Int64) throws(SyncProtocolError) -> Int64 {
    guard number > 0 else { throw .malformed("sequence") }
    return try sequence(number)
  }

  static func bookNumber(_ number: UInt32) throws(SyncProtocolError) -> Int {
    guard Bounds.bookNumbers.contains(number) else { throw .malformed("book") }
    return Int(number)
  }
}
