extension String {
  /// Moves the tone of open oa, oe, uy syllables to its old-style position: hoà → hòa, khoẻ → khỏe, thuý → thúy. Only
  /// these three differ between the styles. Expects lower-case NFC.
  var withOldToneStyle: String {
    guard hasOpenPair else { return self }
    var scalars = Array(unicodeScalars)
    for index in 1..<scalars.count {
      let isLastLetter = index + 1 == scalars.count || !isLetterScalar(scalars[index + 1])
      guard isLastLetter, let second = VietnameseVowel(scalars[index]), second.tone != .level,
        let first = VietnameseVowel(scalars[index - 1]), first.tone == .level
      else { continue }
      // In "quý" the u belongs to the onset, and the tone has only one possible position.
      let afterQ = index >= 2 && scalars[index - 2] == "q"
      guard Self.isOpenPair(first, second), !afterQ else { continue }
      scalars[index - 1] = VietnameseVowel.lower[first.row][Int(second.tone.rawValue)]
      scalars[index] = second.toneless
    }
    var view = UnicodeScalarView()
    view.append(contentsOf: scalars)
    return String(view)
  }

  /// Whether a toneless o or u stands before a letter that may bear its tone, which is rare.
  private var hasOpenPair: Bool {
    var before: VietnameseVowel?
    for scalar in unicodeScalars {
      let vowel = VietnameseVowel(scalar)
      if let before, let vowel, before.tone == .level, vowel.tone != .level, Self.isOpenPair(before, vowel) {
        return true
      }
      before = vowel
    }
    return false
  }

  private static func isOpenPair(_ first: VietnameseVowel, _ second: VietnameseVowel) -> Bool {
    first.row == 6 && (second.row == 0 || second.row == 3) || first.row == 9 && second.row == 11
  }
}

private func isLetterScalar(_ scalar: Unicode.Scalar) -> Bool {
  scalar.properties.isAlphabetic
}
