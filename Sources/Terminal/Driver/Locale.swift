import CNcurses

/// Sets the C library's character set to UTF-8, whatever the environment says; only `LC_CTYPE` is changed.
enum Locale {
  /// - Returns: false if the machine has no UTF-8 locale.
  static func useUTF8() -> Bool {
    setlocale(LC_CTYPE, "")
    if isUTF8 { return true }
    for name in ["vi_VN.UTF-8", "C.UTF-8", "en_US.UTF-8"] where setlocale(LC_CTYPE, name) != nil && isUTF8 {
      return true
    }
    return false
  }

  private static var isUTF8: Bool {
    guard let codeset = cn_codeset() else { return false }
    return String(cString: codeset).uppercased() == "UTF-8"
  }
}
