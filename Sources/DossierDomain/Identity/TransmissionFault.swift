/// What a scanner, or something between it and the program, did to the text of a code (measured transmissions of hand
/// scanners). Each has its own remedy, so each is named.
public enum TransmissionFault: Hashable, Sendable, CaseIterable {
  /// The scanner took the bytes for Japanese, Chinese or Korean.
  case guessedCharacterSet
  /// Letters with marks came as `?`, or without any mark.
  case lostLetters
  /// UTF-8 was sent as if it were Latin-1 or Windows-1252. Nothing is lost.
  case latinForUnicode
  /// An input method outside has taken the scanner's letters for typed ones.
  case outsideMethod
  /// The scanner and the machine do not have the same keyboard layout.
  case keyboardLayout
  /// Letters were sent as Alt with the digits of their codes, which nobody puts together here.
  case altCodes
  /// Caps Lock is on, or the scanner changes capitals.
  case capitals
  /// The text, or each of its characters, came twice.
  case doubled
  /// The beginning or the end is missing.
  case cut
}
