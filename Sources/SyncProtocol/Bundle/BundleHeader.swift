import DossierDomain

/// The header of a bundle, readable without a key: its direction, its office and device, and its time.
public struct BundleHeader: Hashable, Sendable {
  public enum Direction: UInt8, Sendable {
    /// From a desk to the province.
    case up = 1
    case down = 2
  }

  public static let version: UInt8 = 2
  /// `DOSSIERB`
  static let magic: [UInt8] = [0x44, 0x4F, 0x53, 0x53, 0x49, 0x45, 0x52, 0x42]

  public var direction: Direction
  /// 16 random bytes; an answer has the id of its request.
  public var id: [UInt8]
  public var office: OfficeID
  public var device: DeviceID
  public var madeAt: Instant
  /// The desk's certificate in DER, whose key signs the bundle; empty in an answer, which the province's authority
  /// signs.
  public var certificate: [UInt8]

  public init(
    direction: Direction, id: [UInt8], office: OfficeID, device: DeviceID, madeAt: Instant, certificate: [UInt8] = []
  ) {
    self.direction = direction
    self.id = id
    self.office = office
    self.device = device
    self.madeAt = madeAt
    self.certificate = certificate
  }
}

extension BundleHeader {
  /// Magic, version, direction, three ids, moment, length of the certificate.
  static let sizeUpToCertificate = magic.count + 2 + 3 * 16 + 8 + 2

  func encoded(version: UInt8) -> [UInt8] {
    var bytes = Self.magic + [version, direction.rawValue]
    bytes += id + office.bytes + device.bytes
    bytes.append(number: UInt64(bitPattern: madeAt.milliseconds), bytes: 8)
    bytes.append(number: UInt64(certificate.count), bytes: 2)
    return bytes + certificate
  }

  /// - Parameter reader: at the beginning of a file whose magic and version have been checked.
  init(behindVersion reader: inout ByteReader) throws(BundleError) {
    _ = try reader.take(Self.magic.count + 1)
    guard let direction = Direction(rawValue: UInt8(try reader.number(bytes: 1))) else { throw .changed }
    let id = try reader.take(16)
    guard let office = OfficeID(bytes: try reader.take(16)), let device = DeviceID(bytes: try reader.take(16)) else {
      throw .changed
    }
    let moment = Int64(bitPattern: try reader.number(bytes: 8))
    guard Bounds.moments.contains(moment) else { throw .changed }
    self.init(
      direction: direction, id: id, office: office, device: device, madeAt: Instant(milliseconds: moment),
      certificate: try reader.take(Int(try reader.number(bytes: 2))))
  }
}

/// Why a file cannot be used as a bundle. Nothing of it has been taken in.
public enum BundleError: Error, Hashable, Sendable {
  case notABundle
  /// Made by a newer version of the program.
  case newerVersion
  case cutShort
  /// At least one byte differs from what was signed, or it was signed by somebody else.
  case changed
  /// Sealed for another key.
  case otherRecipient
  case tooLarge(Int)
  /// The key to seal or sign with cannot be used.
  case badKey
}
