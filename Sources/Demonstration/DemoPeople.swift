import DossierDomain

/// Invented people. Any resemblance is accidental.
struct DemoPeople {
  static func person(_ random: inout SeededRandom, _ words: DemoWords = .first) -> Person {
    let isFemale = random.chance(52)
    let year = 1950 + random.below(56)
    let family = random.pick(words.families)
    let middle = random.pick(isFemale ? words.femaleMiddles : words.maleMiddles)
    let given = random.pick(isFemale ? words.femaleNames : words.maleNames)
    let century = year < 2000 ? (isFemale ? 1 : 0) : (isFemale ? 3 : 2)
    let tail = String(1_000_000 + random.below(1_000_000)).suffix(6)
    return Person(
      name: "\(family) \(middle) \(given)",
      identityNumber: "045\(century)\(twoDigits(year % 100))\(tail)", identityKind: .citizenNumber,
      birth: "\(twoDigits(1 + random.below(28)))/\(twoDigits(1 + random.below(12)))/\(year)",
      sex: isFemale ? .female : .male,
      phone: "09" + String(100_000_000 + random.below(100_000_000)).suffix(8),
      address: "Thôn \(random.pick(words.hamlets)), \(words.commune)")
  }
}
