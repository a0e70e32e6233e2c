extension String {
  /// TCVN3 has bytes for few capital letters with marks. Texts in capitals were written with a font that draws small
  /// letters as capitals (.VnTimeH), so that their marked letters are small and the others are not: "HồNG", "đặNG". If
  /// all letters of ASCII are capitals, the whole text is.
  var withOneCase: String {
    var hasMarkedSmall = false
    var capitals = 0
    for scalar in unicodeScalars {
      switch scalar.value {
      case 0x61...0x7A: return self
      case 0x41...0x5A: capitals += 1
      case 0x80...: hasMarkedSmall = hasMarkedSmall || scalar.properties.isLowercase
      default: break
      }
    }
    return hasMarkedSmall && capitals >= 2 ? uppercased() : self
  }

  /// A name whose words begin with capitals. TCVN3 has no byte for most marked capitals, so that "Ánh" arrives as
  /// "ánh".
  public var withCapitalInitials: String {
    var result = ""
    var isInWord = false
    for character in self {
      result += isInWord ? String(character) : character.uppercased()
      isInWord = character.isLetter || character == "'" || character == "’"
    }
    return result
  }
}
