/// 128 bits that identify one thing for ever; never shown to a clerk.
///
/// The phantom type `Subject` prevents that a clerk's id is used for a dossier. Identifiers are ordered by their bytes,
/// so version 7 identifiers sort by the time of their creation.
public struct Identifier<Subject>: Hashable, Sendable {
  public let high: UInt64
  public let low: UInt64

  public init(high: UInt64, low: UInt64) {
    self.high = high
    self.low = low
  }

  /// Reads 16 bytes, most significant first; nil for another number of bytes.
  public init?(bytes: some Collection<UInt8>) {
    let bytes = Array(bytes)
    guard bytes.count == 16 else { return nil }
    self.init(
      high: bytes[..<8].reduce(0) { $0 << 8 | UInt64($1) }, low: bytes[8...].reduce(0) { $0 << 8 | UInt64($1) })
  }

  /// The 16 bytes, most significant first.
  public var bytes: [UInt8] {
    (0..<16).map { index in
      index < 8
        ? UInt8(truncatingIfNeeded: high >> (56 - 8 * UInt64(index)))
        : UInt8(truncatingIfNeeded: low >> (120 - 8 * UInt64(index)))
    }
  }

  /// UUID version 7 (RFC 9562, section 5.7): milliseconds, then random bits from the caller.
  public static func version7(at instant: Instant, random: (UInt64, UInt64)) -> Self {
    let time = UInt64(bitPattern: instant.milliseconds) & 0xFFFF_FFFF_FFFF
    return Self(
      high: time << 16 | 0x7000 | random.0 & 0x0FFF,
      low: 0x8000_0000_0000_0000 | random.1 & 0x3FFF_FFFF_FFFF_FFFF)
  }

  /// The moment from which a version 7 identifier was made; nil for other versions.
  public var createdAt: Instant? { high & 0xF000 == 0x7000 ? Instant(milliseconds: Int64(high >> 16)) : nil }

  /// UUID version 8 (RFC 9562, section 5.8) from the first 16 bytes of a digest, so that two desks that import the same
  /// register compute the same id. Nil if the digest is shorter.
  public static func version8(digest: some Collection<UInt8>) -> Self? {
    guard let raw = Self(bytes: Array(digest.prefix(16))) else { return nil }
    return Self(
      high: raw.high & ~0xF000 | 0x8000,
      low: raw.low & 0x3FFF_FFFF_FFFF_FFFF | 0x8000_0000_0000_0000)
  }

  /// Lower-case hexadecimal, 32 digits, for files and command lines.
  public var hexadecimal: String {
    let digits = Array("0123456789abcdef".utf8)
    return String(
      decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
  }

  /// Parses 32 hexadecimal digits.
  public init?(hexadecimal text: String) {
    guard text.utf8.count == 32, let high = UInt64(text.prefix(16), radix: 16),
      let low = UInt64(text.suffix(16), radix: 16)
    else { return nil }
    self.init(high: high, low: low)
  }
}

extension Identifier: Comparable {
  public static func < (left: Self, right: Self) -> Bool {
    (left.high, left.low) < (right.high, right.low)
  }
}

public typealias DossierID = Identifier<Dossier>
public typealias ClerkID = Identifier<Clerk>
public typealias OfficeID = Identifier<Office>
/// One epoch of one machine's database; a restore or a copy creates a new one.
public typealias DeviceEpoch = Identifier<Device>
/// A machine as the province enrolled it; a restore does not change it.
public typealias DeviceID = Identifier<EnrolledMachine>
/// A register whose numbers have no gaps.
public typealias BookID = Identifier<Book>
/// Entries that take effect together or not at all.
public typealias GroupID = Identifier<EntryGroup>

/// The machine of a desk; so far it is known by its epochs only.
public enum Device {}
public enum EnrolledMachine {}
public enum Book {}
/// A set of entries that were written as one act.
public enum EntryGroup {}
