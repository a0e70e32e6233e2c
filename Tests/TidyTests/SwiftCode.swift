/// Swift source without its comments and strings. A few rules about the tree need to know where a function or a
/// `switch` ends; none needs to know more of the language.
struct SwiftCode: Sendable {
  let bytes: [UInt8]
  let whole: String

  init(_ text: String) {
    var scanner = Blanking(Array(text.utf8))
    scanner.run()
    bytes = scanner.result
    whole = String(decoding: bytes, as: UTF8.self)
  }

  func line(at place: Int) -> Int { 1 + bytes[..<place].count { $0 == UInt8(ascii: "\n") } }

  func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

  /// The place where the bracket that opens at `place` is closed.
  func closing(_ place: Int) -> Int {
    var depth = 0
    var index = place
    while index < bytes.count {
      if Self.opens(bytes[index]) { depth += 1 }
      if Self.closes(bytes[index]) {
        depth -= 1
        if depth == 0 { return index }
      }
      index += 1
    }
    return bytes.count
  }

  /// The places of `words`, where they stand as separate words and not after a dot.
  func places(of words: Set<String>, in range: Range<Int>? = nil) -> [(word: String, start: Int, end: Int)] {
    let range = range ?? 0..<bytes.count
    var found: [(word: String, start: Int, end: Int)] = []
    var index = range.lowerBound
    while index < range.upperBound {
      guard Self.isWord(bytes[index]) else {
        index += 1
        continue
      }
      let start = index
      while index < range.upperBound, Self.isWord(bytes[index]) { index += 1 }
      if start > 0, bytes[start - 1] == UInt8(ascii: ".") || bytes[start - 1] == UInt8(ascii: "`") { continue }
      let word = text(start..<index)
      if words.contains(word) { found.append((word, start, index)) }
    }
    return found
  }

  static func opens(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "{") || byte == UInt8(ascii: "(") || byte == UInt8(ascii: "[")
  }

  static func closes(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "}") || byte == UInt8(ascii: ")") || byte == UInt8(ascii: "]")
  }

  static func isWord(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), 0x80...:
      true
    default: false
    }
  }
}

/// Replaces comments and strings with blanks, including interpolations.
private struct Blanking {
  private let source: [UInt8]
  private(set) var result: [UInt8]
  private var index = 0

  init(_ source: [UInt8]) {
    self.source = source
    result = source
  }

  mutating func run() {
    while index < source.count {
      let start = index
      if has("//") {
        while index < source.count, source[index] != UInt8(ascii: "\n") { index += 1 }
      } else if has("/*") {
        skipBlockComment()
      } else if beginsString {
        skipString()
      } else {
        index += 1
        continue
      }
      for place in start..<min(index, source.count) where source[place] != UInt8(ascii: "\n") {
        result[place] = UInt8(ascii: " ")
      }
    }
  }

  private func has(_ text: StaticString, at place: Int? = nil) -> Bool {
    let place = place ?? index
    guard place + text.utf8CodeUnitCount <= source.count else { return false }
    return (0..<text.utf8CodeUnitCount).allSatisfy { source[place + $0] == text.utf8Start[$0] }
  }

  private func hashes(at place: Int) -> Int {
    source[min(place, source.count)...].prefix { $0 == UInt8(ascii: "#") }.count
  }

  private var beginsString: Bool { has("\"", at: index + hashes(at: index)) }

  private mutating func skipBlockComment() {
    var depth = 0
    repeat {
      if has("/*") {
        depth += 1
        index += 2
      } else if has("*/") {
        depth -= 1
        index += 2
      } else {
        index += 1
      }
    } while depth > 0 && index < source.count
  }

  private mutating func skipString() {
    let raw = hashes(at: index)
    index += raw
    let quotes = has("\"\"\"") ? 3 : 1
    index += quotes
    while index < source.count {
      // A quotation mark in a regular expression does not begin a string. A mistake about it ends with the line.
      if quotes == 1, source[index] == UInt8(ascii: "\n") { return }
      if source[index] == UInt8(ascii: "\\"), hashes(at: index + 1) >= raw {
        index += 1 + raw
        if has("(") { skipInterpolation() } else { index += 1 }
      } else if quotes == 3 ? has("\"\"\"") : has("\""), hashes(at: index + quotes) >= raw {
        index += quotes + raw
        return
      } else {
        index += 1
      }
    }
  }

  private mutating func skipInterpolation() {
    var depth = 0
    while index < source.count {
      if beginsString {
        skipString()
        continue
      }
      if source[index] == UInt8(ascii: "(") { depth += 1 }
      if source[index] == UInt8(ascii: ")") { depth -= 1 }
      index += 1
      if depth == 0 { return }
    }
  }
}
