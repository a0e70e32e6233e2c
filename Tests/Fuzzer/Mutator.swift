@testable import JournalSamples

/// Changes inputs from a seed, mostly where decoders break: wrong lengths, numbers at their limits, two inputs in one.
struct Mutator {
  private var random: SeededNumbers
  private let corpus: [[UInt8]]
  /// The limit of the changed input, in bytes.
  static let largest = 64 << 10

  init(seed: UInt64, corpus: [[UInt8]]) {
    random = SeededNumbers(seed: seed)
    self.corpus = corpus.isEmpty ? [[]] : corpus
  }

  mutating func next() -> [UInt8] {
    var input = corpus[random.below(corpus.count)]
    for _ in 0...random.below(4) {
      if random.once(in: 8) {
        let other = corpus[random.below(corpus.count)]
        input = Array(input.prefix(random.below(input.count + 1))) + other.suffix(random.below(other.count + 1))
      } else if random.once(in: 2), var message = WireMessage(input[...]) {
        message.change(&random)
        input = message.encoded
      } else {
        input = Self.changed(input, &random)
      }
    }
    return Array(input.prefix(Self.largest))
  }

  private static let borders: [UInt64] = [
    0, 1, 127, 128, 255, 256, 32_767, 32_768, 65_535, 65_536, 1 << 31 - 1, 1 << 31, 1 << 32 - 1, 1 << 32, 1 << 53,
    1 << 62, 1 << 63 - 1, 1 << 63, 1 << 63 + 1, .max - 1, .max,
  ]

  static func number(near number: UInt64, _ random: inout SeededNumbers) -> UInt64 {
    switch random.below(4) {
    case 0: number &+ UInt64(random.below(3)) &- 1
    case 1: random.next()
    default: borders[random.below(borders.count)]
    }
  }

  static func changed(_ input: [UInt8], _ random: inout SeededNumbers) -> [UInt8] {
    var input = input
    let place = random.below(input.count + 1)
    let count = random.below(min(input.count - place, 64) + 1)
    switch random.below(9) {
    case 0 where place < input.count: input[place] ^= 1 << UInt8(random.below(8))
    case 1 where place < input.count: input[place] = [0, 1, 0x7F, 0x80, 0xFF][random.below(5)]
    case 2: input.removeSubrange(place..<place + count)
    case 3: input.insert(contentsOf: input[place..<place + count], at: place)
    case 4:
      input.insert(contentsOf: (0..<random.below(9)).map { _ in UInt8.random(in: 0...255, using: &random) }, at: place)
    case 5: input.removeLast(input.count - place)
    case 6: changeNumber(in: &input, at: place, &random)
    case 7:
      let piece = input[place..<place + count]
      for _ in 0..<random.below(64) where input.count < largest { input.insert(contentsOf: piece, at: place) }
    default: input.insert(contentsOf: tokens[random.below(tokens.count)].utf8, at: place)
    }
    return input
  }

  /// Changes a number in text, or a binary number of four or eight bytes.
  private static func changeNumber(in input: inout [UInt8], at place: Int, _ random: inout SeededNumbers) {
    let digits = UInt8(ascii: "0")...UInt8(ascii: "9")
    let number = number(near: 0, &random)
    if let start = input[place...].firstIndex(where: { digits.contains($0) }) {
      let end = input[start...].firstIndex { !digits.contains($0) } ?? input.count
      let text = random.once(in: 2) ? String(number) : String(Int64(bitPattern: number))
      input.replaceSubrange(start..<end, with: text.utf8)
    } else {
      let size = min(random.once(in: 2) ? 4 : 8, input.count - place)
      for index in 0..<size { input[place + index] = UInt8(truncatingIfNeeded: number >> (8 * UInt64(index))) }
    }
  }

  private static let tokens = [
    "\"", "\"\"", ",", ";", "\t", "\n", "\r\n", "{", "}", "[", "]", "[[", "null", "true", "-", "1e999", "\\u0000",
    "\\ud800", "\u{FEFF}", "\u{301}", "\u{202E}", "31/02/2026", "1899-12-31", "10000", "\u{1B}[200~", "\u{1B}[201~",
    "\u{1B}[", "\u{1B}O", "999999999999999999999", "=", "'",
  ]
}
