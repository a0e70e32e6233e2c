/// The upper half of TCVN3 (ABC fonts), checked against TCVN 5712-1. Bytes that the fonts leave empty become U+FFFD.
private let tcvn3High: [UInt8: Unicode.Scalar] = {
  let rows: [(UInt8, String)] = [
    (0xA1, "ĂÂÊÔƠƯĐăâêôơưđ"), (0xB5, "àảãáạ"), (0xBB, "ằẳẵắ"), (0xC6, "ặầẩẫấậè"), (0xCE, "ẻẽéẹềểễếệìỉ"), (0xDC, "ĩíịò"),
    (0xE1, "ỏõóọồổỗốộờởỡớợù"), (0xF1, "ủũúụừửữứựỳỷỹýỵ"),
  ]
  var table: [UInt8: Unicode.Scalar] = [
    0xA0: " ", 0xB0: "\u{300}", 0xB1: "\u{309}", 0xB2: "\u{303}", 0xB3: "\u{301}", 0xB4: "\u{323}",
  ]
  for (start, letters) in rows {
    for (offset, letter) in letters.unicodeScalars.enumerated() { table[start + UInt8(offset)] = letter }
  }
  return table
}()

func decodeTCVN3(_ bytes: [UInt8]) -> String {
  var view = String.UnicodeScalarView()
  for byte in bytes {
    view.append(byte < 0x80 ? Unicode.Scalar(byte) : tcvn3High[byte] ?? "\u{FFFD}")
  }
  return String(view).normalisedVietnamese
}

/// VNI-Windows: the hat and tone that a mark byte adds to the vowel before it. The bytes are written as their Latin-1
/// letters.
private let vniMarks: [UInt8: (hat: Unicode.Scalar?, tone: Unicode.Scalar?)] = {
  let acute: Unicode.Scalar = "\u{301}"
  let grave: Unicode.Scalar = "\u{300}"
  let hook: Unicode.Scalar = "\u{309}"
  let tilde: Unicode.Scalar = "\u{303}"
  let dot: Unicode.Scalar = "\u{323}"
  let circumflex: Unicode.Scalar = "\u{302}"
  let breve: Unicode.Scalar = "\u{306}"
  let lower: [UInt8: (hat: Unicode.Scalar?, tone: Unicode.Scalar?)] = [
    0xF9: (nil, acute), 0xF8: (nil, grave), 0xFB: (nil, hook), 0xF5: (nil, tilde), 0xEF: (nil, dot),
    0xE2: (circumflex, nil), 0xE1: (circumflex, acute), 0xE0: (circumflex, grave), 0xE5: (circumflex, hook),
    0xE3: (circumflex, tilde), 0xE4: (circumflex, dot), 0xEA: (breve, nil), 0xE9: (breve, acute),
    0xE8: (breve, grave), 0xFA: (breve, hook), 0xFC: (breve, tilde), 0xEB: (breve, dot),
  ]
  // The capitals stand 0x20 below the small letters, as in Latin-1.
  return lower.reduce(into: lower) { $0[$1.key - 0x20] = $1.value }
}()

/// Letters that have one byte of their own.
private let vniLetters: [UInt8: Unicode.Scalar] = [
  0xED: "í", 0xEC: "ì", 0xE6: "ỉ", 0xF3: "ĩ", 0xF2: "ị", 0xF4: "ơ", 0xF6: "ư", 0xEE: "ỵ", 0xF1: "đ",
  0xCD: "Í", 0xCC: "Ì", 0xC6: "Ỉ", 0xD3: "Ĩ", 0xD2: "Ị", 0xD4: "Ơ", 0xD6: "Ư", 0xCE: "Ỵ", 0xD1: "Đ",
]

func decodeVNI(_ bytes: [UInt8]) -> String {
  var view = String.UnicodeScalarView()
  for byte in bytes {
    if byte < 0x80 {
      view.append(Unicode.Scalar(byte))
    } else if let mark = vniMarks[byte], let last = view.last, var vowel = VietnameseVowel(last),
      mark.hat.map({ vowel.combine($0) }) ?? true, mark.tone.map({ vowel.combine($0) }) ?? true
    {
      view.removeLast()
      view.append(vowel.scalar)
    } else {
      view.append(vniLetters[byte] ?? (byte == 0xA0 ? " " : "\u{FFFD}"))
    }
  }
  return String(view).normalisedVietnamese
}
