/// An office that this one does not know otherwise is identified by the code of its commune, so that every desk and the
/// province compute the same id without asking.
extension Identifier where Subject == Office {
  /// UUID version 8: "office", then the code of up to seven characters. Nil if the text is not a unit's code.
  public static func ofUnit(_ code: String) -> OfficeID? {
    let bytes = Array(code.utf8)
    guard (1...7).contains(bytes.count), bytes.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
    let padding = [UInt8](repeating: 0, count: 7 - bytes.count)
    return .version8(digest: Array("office".utf8) + [0x80, 0, 0x80] + padding + bytes)
  }

  /// The code from which the id was made; nil for other ids.
  public var unitCode: String? {
    let code = String(decoding: bytes.suffix(7).drop { $0 == 0 }, as: UTF8.self)
    return OfficeID.ofUnit(code) == self ? code : nil
  }
}

extension AdministrativeUnits {
  /// The unit of an office whose id contains its code.
  public func unit(of office: OfficeID) -> AdministrativeUnit? {
    office.unitCode.flatMap { unit(code: $0, era: .twoLevels) }
  }
}
