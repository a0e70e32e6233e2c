import ReferenceData

/// A citizen number (số định danh, CCCD): province or country of birth registration, century and sex, year, 6 digits.
/// There is no public checksum.
public struct CitizenNumber: Hashable, Sendable {
  public let digits: String

  public enum ParseError: Error, Hashable, Sendable {
    case notDigits
    case wrongLength(Int)
  }

  /// What does not fit; never a reason to refuse, because re-registrations and corrections exist.
  public enum Mismatch: Hashable, Sendable {
    case unknownProvince(String)
    case sex
    case birthYear(Int)
  }

  /// Blanks, dots and dashes of a paste are dropped.
  public init(_ text: String) throws(ParseError) {
    let kept = withoutSeparators(text)
    guard isDigits(kept) else { throw .notDigits }
    guard kept.count == 12 else { throw .wrongLength(kept.count) }
    digits = kept
  }

  public var provinceCode: String { String(digits.prefix(3)) }
  /// As it was called when the number was issued; nil for a country code or an unknown one.
  public var provinceName: String? { IssuingProvinces.nameByCode[provinceCode] }
  private var centuryAndSex: Int { digits.dropFirst(3).first?.wholeNumberValue ?? 0 }
  public var sex: Sex { centuryAndSex.isMultiple(of: 2) ? .male : .female }
  public var birthYear: Int { 1900 + 100 * (centuryAndSex / 2) + (Int(digits.dropFirst(4).prefix(2)) ?? 0) }

  /// What does not fit the form. `birth` may be partial: its last four digits are taken for the year.
  public func mismatches(sex: Sex?, birth: String) -> [Mismatch] {
    var found: [Mismatch] = []
    // 1xx–3xx are countries of birth (unverified), so only domestic codes can be unknown.
    if provinceCode < "100", provinceName == nil { found.append(.unknownProvince(provinceCode)) }
    if let sex, sex != .undetermined, sex != self.sex { found.append(.sex) }
    if let year = Int(birth.suffix(4)), (1800...9999).contains(year), year != birthYear {
      found.append(.birthYear(birthYear))
    }
    return found
  }
}

/// Whether it is what `maskedNumber` makes: it says nothing of the number.
public func isMasked(_ number: String) -> Bool { number.contains("•") }

/// A number as lists show it: `045••••••217`. Short ones are hidden whole.
public func maskedNumber(_ number: String) -> String {
  guard number.count >= 8 else { return String(repeating: "•", count: number.count) }
  return number.prefix(3) + String(repeating: "•", count: number.count - 6) + number.suffix(3)
}
