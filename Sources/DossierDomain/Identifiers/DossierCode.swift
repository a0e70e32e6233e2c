import VietnameseText

/// The code that people see, print and scan: `<agency code>-<yyMMdd>-<nnnn>`, such as `000.19.45.H50-261124-0007` (TT
/// 01/2018/TT-VPCP, Đ.19; the format is a setting of the office).
///
/// A dossier can have several: our own, the national portal's, a former district's, a provisional one.
public struct DossierCode: Hashable, Sendable {
  public enum Origin: UInt8, CaseIterable, Sendable {
    /// Issued from a lane of this office.
    case office = 1
    /// Issued when the lane was used up (`P-…`); a later entry adds an office code.
    case provisional = 2
    case portal = 3
    /// Issued before 1 July 2025 by a district that no longer exists.
    case formerDistrict = 4
    /// Read from the register of the earlier software.
    case imported = 5

    /// Whether another system has issued it.
    public var isOfAnotherSystem: Bool {
      switch self {
      case .office, .provisional: false
      case .portal, .formerDistrict, .imported: true
      }
    }
  }

  public var text: String
  public var origin: Origin

  public init(_ text: String, origin: Origin) {
    self.text = text
    self.origin = origin
  }

  /// The longest code that is accepted from outside, in characters.
  public static let maximumLength = 64

  /// A code from outside in the form in which codes are compared: capitals, plain hyphens, no blanks and no invisible
  /// characters.
  public static func normalised(_ text: String) -> String {
    // Nearly all codes are in this form, and an import asks for each.
    if text.utf8.count <= maximumLength * 4,
      text.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F && !($0 >= 0x61 && $0 <= 0x7A) })
    {
      return text
    }
    var result = String.UnicodeScalarView()
    for scalar in text.cleaned(maxLength: maximumLength * 4).unicodeScalars {
      switch scalar.value {
      case 0x20: break
      // Hyphens and dashes of typography and the minus sign.
      case 0x2010...0x2015, 0x2212, 0xFE58, 0xFE63, 0xFF0D: result.append("-")
      default: result.append(scalar)
      }
    }
    return String(result).uppercased()
  }

  /// `yyMMdd-nnnn` without the agency, for narrow lists. The portal's numbers have six digits, and a provisional code
  /// keeps its `P-`. The whole text if it has no agency part.
  public var short: String {
    // A list calls this for all its rows at every paint, so it compares bytes instead of characters.
    let bytes = text.utf8
    guard let last = bytes.lastIndex(of: UInt8(ascii: "-")),
      let first = bytes[..<last].lastIndex(of: UInt8(ascii: "-")),
      (4...6).contains(bytes[bytes.index(after: last)...].count)
    else { return text }
    return (origin == .provisional ? "P-" : "") + text[bytes.index(after: first)...]
  }

  /// Creates an office code. `number` is 1…9999, the day's number from the lane of the machine.
  public static func office(agency: String, date: CivilDate, number: Int) -> DossierCode {
    DossierCode("\(agency)-\(date.compact)-\(padded(number))", origin: .office)
  }

  /// Creates a provisional code, recognisable by its prefix. `device` distinguishes two desks without a lane.
  public static func provisional(device: DeviceEpoch, date: CivilDate, number: Int) -> DossierCode {
    DossierCode(
      "P-\(device.hexadecimal.suffix(6).uppercased())-\(date.compact)-\(padded(number))",
      origin: .provisional)
  }

  /// Whether some office could issue it, now or later: `…-yyMMdd-nnnn`. The portal's own codes end with six digits.
  public var hasFormOfOffice: Bool {
    let parts = text.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false).suffix(2)
    func isNumber(_ part: Substring.UTF8View?, digits: Int) -> Bool {
      part.map { $0.count == digits && $0.allSatisfy { (0x30...0x39).contains($0) } } ?? false
    }
    return isNumber(parts.first, digits: 6) && isNumber(parts.last, digits: 4) && parts.count == 2
  }

  /// The day in a code of the form `…-yyMMdd-nnnn`; nil for another form.
  public var dayOfOffice: CivilDate? { Self.day(in: text) }

  /// The day in the text of such a code.
  public static func day(in text: String) -> CivilDate? {
    guard text.utf8.allSatisfy({ $0 < 0x80 }) else { return day(in: text.split(separator: "-")) }
    return day(in: text.utf8.split(separator: UInt8(ascii: "-")).map { Substring($0) })
  }

  private static func day(in parts: [Substring]) -> CivilDate? {
    parts.count >= 3 ? CivilDate(compact: parts[parts.count - 2]) : nil
  }

  private static func padded(_ number: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }
}
