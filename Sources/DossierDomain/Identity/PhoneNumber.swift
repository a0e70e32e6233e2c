import VietnameseText

/// Normalises phone numbers without refusing any, because an unusual number is still the one that the citizen gave.
public enum PhoneNumber {
  /// Returns digits with a leading 0, without `+84` and separators. A text that is no Vietnamese number (9 to 11 digits
  /// including the 0) is only cleaned.
  public static func normalised(_ text: String) -> String {
    let kept = withoutSeparators(text).filter { !"()/".contains($0) }
    let isInternational = kept.hasPrefix("+84") || (kept.hasPrefix("84") && kept.utf8.count == 11)
    let national = isInternational ? "0" + kept.drop { $0 == "+" }.dropFirst(2) : kept
    guard isDigits(national), national.hasPrefix("0"), (9...11).contains(national.utf8.count) else {
      return text.cleaned(maxLength: 50)
    }
    return national
  }
}
