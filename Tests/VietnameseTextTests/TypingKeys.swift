import VietnameseText

/// The keys of a syllable, made from its letters. It knows nothing of the engine: only what each key is for.
struct TypingKeys {
  let method: TypingMethod
  private let letters: [(base: Character, mark: Character?)]
  private let tone: (key: Character, letter: Int)?

  /// - Parameter syllable: in lower case, with at most one tone.
  init(_ syllable: String, _ method: TypingMethod) {
    self.method = method
    var letters: [(base: Character, mark: Character?)] = []
    var tone: (key: Character, letter: Int)?
    for (index, letter) in syllable.enumerated() {
      let (plain, number) = Self.withoutTone(letter)
      if number > 0 { tone = (Self.toneKey(number, method), index) }
      letters.append(Self.parts(plain, method))
    }
    (self.letters, self.tone) = (letters, tone)
  }

  /// Every order that the method allows: each mark directly behind its letter or anywhere later, the tone likewise.
  var sequences: Set<String> {
    var found: Set<String> = []
    for marks in places {
      let tonePlaces = tone.map { Array($0.letter + 1...letters.count) } ?? [0]
      for tonePlace in tonePlaces {
        for toneFirst in [true, false] { found.insert(keys(marks, tonePlace, toneFirst)) }
      }
    }
    return found
  }

  private typealias Places = [(letter: Int, place: Int)]

  /// Behind how many letters each mark can be typed.
  private var places: [Places] {
    var options: [[Places]] = []
    for letter in letters.indices where letters[letter].mark != nil {
      let later = Array(letter + 1...letters.count)
      if letters[letter].base == "o", letter > 0, letters[letter - 1].base == "u", letters[letter - 1].mark != nil {
        // In ươ one key behind both letters is enough, or one for each, or that of ư if an ending follows.
        options.removeLast()
        let own = (letter - 1, letter)
        options.append(
          later.map { [(letter, $0)] } + later.map { [own, (letter, $0)] } + (later.count > 1 ? [[own]] : []))
      } else {
        options.append(later.map { [(letter, $0)] })
      }
    }
    return options.reduce([[]]) { found, own in found.flatMap { head in own.map { head + $0 } } }
  }

  /// The one order that is taught: each mark behind its letter, the tone at the end.
  var plainSequence: String {
    keys(letters.indices.filter { letters[$0].mark != nil }.map { ($0, $0 + 1) }, letters.count, false)
  }

  private func keys(_ marks: Places, _ tonePlace: Int, _ toneFirst: Bool) -> String {
    var result = ""
    for place in 0...letters.count {
      if place > 0 { result.append(letters[place - 1].base) }
      let toneKey = tonePlace == place ? tone?.key : nil
      if toneFirst, let toneKey { result.append(toneKey) }
      for (letter, own) in marks where own == place { if let mark = letters[letter].mark { result.append(mark) } }
      if !toneFirst, let toneKey { result.append(toneKey) }
    }
    return result
  }

  // MARK: The alphabet

  static let vowels = [
    "aàảãáạ", "ăằẳẵắặ", "âầẩẫấậ", "eèẻẽéẹ", "êềểễếệ", "iìỉĩíị", "oòỏõóọ", "ôồổỗốộ", "ơờởỡớợ", "uùủũúụ", "ưừửữứự",
    "yỳỷỹýỵ",
  ]
  .map { Array($0) }

  /// The number of the tone: level, huyền, hỏi, ngã, sắc, nặng.
  static func withoutTone(_ letter: Character) -> (plain: Character, tone: Int) {
    for row in vowels { if let tone = row.firstIndex(of: letter) { return (row[0], tone) } }
    return (letter, 0)
  }

  static func with(_ tone: Int, _ syllable: String) -> String {
    String(
      syllable.map { letter in
        guard let row = vowels.first(where: { $0.contains(letter) }), letter != row[0] else { return letter }
        return row[tone]
      })
  }

  private static func toneKey(_ tone: Int, _ method: TypingMethod) -> Character {
    switch method {
    case .telex: Array(" frxsj")[tone]
    case .vni: Array(" 23415")[tone]
    }
  }

  private static func parts(_ letter: Character, _ method: TypingMethod) -> (base: Character, mark: Character?) {
    let isTelex = method == .telex
    switch letter {
    case "ă": return ("a", isTelex ? "w" : "8")
    case "â": return ("a", isTelex ? "a" : "6")
    case "ê": return ("e", isTelex ? "e" : "6")
    case "ô": return ("o", isTelex ? "o" : "6")
    case "ơ": return ("o", isTelex ? "w" : "7")
    case "ư": return ("u", isTelex ? "w" : "7")
    case "đ": return ("d", isTelex ? "d" : "9")
    default: return (letter, nil)
    }
  }
}
