import VietnameseText

/// Telephone numbers are read leniently: a number that does not look like one is still the number that was given.
public enum PhoneNumber {
  /// Digits with a leading 0, `+84` and separators dropped; what is no Vietnamese number (9 to 11 digits with its 0) is only
  /// cleaned.
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
