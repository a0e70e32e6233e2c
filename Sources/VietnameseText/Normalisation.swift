extension StringProtocol {
  /// NFC in the form in which this product stores all text: Vietnamese letters are composed whatever the order of their
  /// marks, the look-alikes Ð (eth) and Ɖ become Đ, the no-break space becomes a plain one. Text in other scripts is
  /// unchanged.
  public var normalisedVietnamese: String { String(self).normalised }
}

extension String {
  /// For `String` only, because the compiler does not specialise a generic function for the other targets.
  fileprivate var normalised: String {
    // Most text is in this form already, and an import asks for each of its cells.
    if ComposedLatin(self) != nil { return self }
    if unicodeScalars.allSatisfy({ $0.value < 0x80 || !isCombiningMark($0) && canonical($0) == $0 }) {
      return self
    }
    var result = String.UnicodeScalarView()
    var vowel: VietnameseVowel?
    for scalar in unicodeScalars {
      if isCombiningMark(scalar) {
        if var open = vowel, open.combine(scalar) {
          vowel = open
          continue
        }
        // A mark that composes with no Vietnamese letter keeps its place after the letter.
        if let open = vowel { result.append(open.scalar) }
        vowel = nil
        if let last = result.last, let composed = LatinLetters.composed(last, scalar) {
          result.removeLast()
          result.append(composed)
        } else {
          result.append(scalar)
        }
        continue
      }
      if let open = vowel { result.append(open.scalar) }
      vowel = VietnameseVowel(scalar)
      if vowel == nil { result.append(canonical(scalar)) }
    }
    if let open = vowel { result.append(open.scalar) }
    return String(result)
  }
}

@inline(__always)
func isCombiningMark(_ scalar: Unicode.Scalar) -> Bool {
  (0x300...0x36F).contains(scalar.value)
}

private func canonical(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
  switch scalar.value {
  case 0xD0, 0x189: "Đ"
  case 0xF0, 0x256: "đ"
  case 0xA0, 0x202F, 0x2007: " "
  default: scalar
  }
}
