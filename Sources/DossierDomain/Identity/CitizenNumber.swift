import ReferenceData

/// A citizen number (số định danh, CCCD): province or country of birth registration, century and sex, year, 6 digits.
/// No check digit has been published.
public struct CitizenNumber: Hashable, Sendable {
  public let digits: String

  public enum ParseError: Error, Hashable, Sendable {
    case notDigits
    case wrongLength(Int)
  }

  /// A value that does not fit the number. It is never a reason to refuse, because re-registrations and corrections
  /// exist.
  public enum Mismatch: Hashable, Sendable {
    case unknownProvince(String)
    case sex
    case birthYear(Int)
  }

  /// Ignores the blanks, dots and dashes of pasted text.
  public init(_ text: String) throws(ParseError) {
    let kept = withoutSeparators(text)
    guard isDigits(kept) else { throw .notDigits }
    guard kept.count == 12 else { throw .wrongLength(kept.count) }
    digits = kept
  }

  public var provinceCode: String { String(digits.prefix(3)) }
  /// The province's name at the time of issue; nil for a country code or an unknown code.
  public var provinceName: String? { IssuingProvinces.nameByCode[provinceCode] }
  private var centuryAndSex: Int { digits.dropFirst(3).first?.wholeNumberValue ?? 0 }
  public var sex: Sex { centuryAndSex.isMultiple(of: 2) ? .male : .female }
  public var birthYear: Int { 1900 + 100 * (centuryAndSex / 2) + (Int(digits.dropFirst(4).prefix(2)) ?? 0) }

  /// The values of the form that do not fit the number. `birth` may be partial: its last four digits are read as the
  /// year.
  public func mismatches(sex: Sex?, birth: String) -> [Mismatch] {
    var found: [Mismatch] = []
    // Codes 1xx–3xx are countries of birth (unverified), so only domestic codes can be unknown.
    if provinceCode < "100", provinceName == nil { found.append(.unknownProvince(provinceCode)) }
    if let sex, sex != .undetermined, sex != self.sex { found.append(.sex) }
    if let year = Int(birth.suffix(4)), (1800...9999).contains(year), year != birthYear {
      found.append(.birthYear(birthYear))
    }
    return found
  }
}

/// Whether the text was made by `maskedNumber` and thus contains no number.
public func isMasked(_ number: String) -> Bool { number.contains("•") }

/// A number as lists show it, such as `045••••••217`. Short numbers are masked completely.
public func maskedNumber(_ number: String) -> String {
  guard number.count >= 8 else { return String(repeating: "•", count: number.count) }
  return number.prefix(3) + String(repeating: "•", count: number.count - 6) + number.suffix(3)
}
