/// A commune, ward or town with its codes. A code is only unique within its era: 44 was Quảng Bình until 30 June 2025
/// and is Quảng Trị since, and commune 19594 changed its name from A Ngo to La Lay.
public struct AdministrativeUnit: Hashable, Sendable {
  public enum Era: UInt8, CaseIterable, Sendable {
    /// Until 30 June 2025, with districts.
    case threeLevels = 1
    /// Since 1 July 2025 (NQ 202/2025/QH15): province and commune.
    case twoLevels = 2
  }

  public enum Kind: String, CaseIterable, Sendable {
    case commune = "Xã"
    case ward = "Phường"
    case town = "Thị trấn"
    case specialZone = "Đặc khu"
    /// Cồn Cỏ, a district without communes.
    case islandDistrict = "Huyện đảo"
  }

  /// A unit above a commune.
  public struct Upper: Hashable, Sendable {
    public var code: String
    public var name: String
  }

  public var era: Era
  /// Empty for Cồn Cỏ before 2025, which had only a district code.
  public var code: String
  public var kind: Kind
  public var name: String
  public var province: Upper
  /// Nil since 1 July 2025.
  public var district: Upper?
  /// Code of the unit that replaced it; nil for a unit that exists.
  public var successorCode: String?

  /// `Xã La Lay, Quảng Trị`, or with its district `Xã A Ngo, Huyện Đa Krông, Quảng Trị`.
  public var fullName: String {
    ["\(kind.rawValue) \(name)", district?.name, province.name].compactMap(\.self).joined(separator: ", ")
  }
}
