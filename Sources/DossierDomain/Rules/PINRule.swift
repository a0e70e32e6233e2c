import VietnameseText

/// The rule for PINs and passphrases, shared by desks, screens and the province.
public enum PINRule {
  /// 6 to 12 digits, or a passphrase of 8 to 128 characters.
  public static func isAcceptable(_ secret: String) -> Bool { isWithin(6...12, secret) }

  /// Earlier versions accepted four digits. Such a PIN stays valid until it has to be changed at the next sign-in.
  public static func couldBeSet(_ secret: String) -> Bool { isWithin(4...12, secret) }

  private static func isWithin(_ digits: ClosedRange<Int>, _ secret: String) -> Bool {
    let text = secret.normalisedVietnamese
    guard text.utf8.count <= 4 * 128 else { return false }
    let isDigits = text.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    return isDigits ? digits.contains(text.utf8.count) : (8...128).contains(text.count)
  }
}
