/// Latin letters with one mark beside those of Vietnamese: in names of the province's other languages (Bru, Tà Ôi) and
/// of the Central Highlands (ŏ č ĭ ŭ ñ ƀ), and in foreign names. Text arrives with the mark before or after composition
/// (Unicode normalisation forms C and D), and is searched without it.
enum LatinLetters {
  /// Letter and mark in one scalar; nil if there is no such scalar.
  static func composed(_ base: Unicode.Scalar, _ mark: Unicode.Scalar) -> Unicode.Scalar? {
    composedByPair[UInt64(base.value) << 32 | UInt64(mark.value)]
  }

  /// The small base letter of a marked or barred letter; nil for other characters.
  static func base(of scalar: Unicode.Scalar) -> Unicode.Scalar? { baseByLetter[scalar] }

  private static let byMark: [(mark: UInt32, bases: String, composed: String)] = [
    (0x300, "NnWw", "ǸǹẀẁ"), (0x301, "CcLlNnRrSsZzGgKkMmPpWw", "ĆćĹĺŃńŔŕŚśŹźǴǵḰḱḾḿṔṕẂẃ"),
    (0x302, "IUiuCcGgHhJjSsWwYyZz", "ÎÛîûĈĉĜĝĤĥĴĵŜŝŴŵŶŷẐẑ"), (0x303, "NnVv", "ÑñṼṽ"),
    (0x304, "AaEeIiOoUuYyGg", "ĀāĒēĪīŌōŪūȲȳḠḡ"), (0x306, "EeGgIiOoUu", "ĔĕĞğĬĭŎŏŬŭ"),
    (0x307, "CcEeGgIZzAaOo", "ĊċĖėĠġİŻżȦȧȮȯ"), (0x308, "AEIOUaeiouyYHhWwXx", "ÄËÏÖÜäëïöüÿŸḦḧẄẅẌẍ"),
    (0x30A, "AaUu", "ÅåŮů"), (0x30B, "OoUu", "ŐőŰű"),
    (0x30C, "CcDdEeLlNnRrSsTtZzAaIiOoUuGgKkHh", "ČčĎďĚěĽľŇňŘřŠšŤťŽžǍǎǏǐǑǒǓǔǦǧǨǩȞȟ"),
    (0x323, "BbDdHhKkLlMmNnRrSsTtVvWwZz", "ḄḅḌḍḤḥḲḳḶḷṂṃṆṇṚṛṢṣṬṭṾṿẈẉẒẓ"), (0x326, "SsTt", "ȘșȚț"),
    (0x327, "CcGgKkLlNnRrSsTtEeDdHh", "ÇçĢģĶķĻļŅņŖŗŞşŢţȨȩḐḑḨḩ"), (0x328, "AaEeIiUuOo", "ĄąĘęĮįŲųǪǫ"),
    (0x331, "BbDdKkLlNnRrTtZz", "ḆḇḎḏḴḵḺḻṈṉṞṟṮṯẔẕ"),
  ]

  /// Letters with a bar through them, which Unicode does not decompose. Đ belongs to the Vietnamese letters.
  private static let barred: [(letters: String, base: String)] = [
    ("ƀɃ", "b"), ("ħĦ", "h"), ("łŁƚȽ", "l"), ("øØ", "o"), ("ŧŦ", "t"), ("ɨƗ", "i"), ("ʉɄ", "u"), ("ɓƁ", "b"),
    ("ɗƊ", "d"),
  ]

  private static let composedByPair: [UInt64: Unicode.Scalar] = byMark.reduce(into: [:]) { table, row in
    for (base, letter) in zip(row.bases.unicodeScalars, row.composed.unicodeScalars) {
      table[UInt64(base.value) << 32 | UInt64(row.mark)] = letter
    }
  }

  private static let baseByLetter: [Unicode.Scalar: Unicode.Scalar] = {
    var table: [Unicode.Scalar: Unicode.Scalar] = [:]
    for row in byMark {
      for (base, letter) in zip(row.bases.unicodeScalars, row.composed.unicodeScalars) { table[letter] = small(base) }
    }
    for row in barred {
      for letter in row.letters.unicodeScalars { table[letter] = row.base.unicodeScalars.first }
    }
    return table
  }()

  private static func small(_ base: Unicode.Scalar) -> Unicode.Scalar {
    (0x41...0x5A).contains(base.value) ? Unicode.Scalar(UInt8(base.value + 32)) : base
  }
}
