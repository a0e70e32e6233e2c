/// A `switch` with a `default:`, and the names of its other cases.
struct OpenSwitch {
  var line: Int
  var cases: Set<String>
  /// Of the cases that are written with their type.
  var types: Set<String>

  /// A constant of another type may have the name of a case.
  func isOver(_ candidate: (name: String, cases: Set<String>)) -> Bool {
    cases.isSubset(of: candidate.cases) && types.isSubset(of: [candidate.name])
  }
}

extension SwiftCode {
  /// The enums that are declared here, with the names of their cases.
  var enums: [(name: String, cases: Set<String>)] {
    places(of: ["enum"]).compactMap { _, _, end in
      guard let open = bytes[end...].firstIndex(of: UInt8(ascii: "{")) else { return nil }
      let name = text(end..<open).split { " :<,".contains($0) }.first.map(String.init) ?? ""
      var cases: Set<String> = []
      for (start, stop) in labels(in: open, word: "case", until: UInt8(ascii: "\n")) {
        for part in parts(of: start..<stop) {
          let first = part.split { " =(`".contains($0) }.first
          if let first { cases.insert(String(first)) }
        }
      }
      return cases.isEmpty ? nil : (name, cases)
    }
  }

  var openSwitches: [OpenSwitch] {
    places(of: ["switch"]).compactMap { _, start, end in
      guard let open = openingOfSwitch(from: end) else { return nil }
      guard !labels(in: open, word: "default", until: UInt8(ascii: ":")).isEmpty else { return nil }
      var cases: Set<String> = []
      var types: Set<String> = []
      for (from, to) in labels(in: open, word: "case", until: UInt8(ascii: ":")) {
        for part in parts(of: from..<to) {
          guard let (type, name) = caseName(in: part) else { continue }
          cases.insert(name)
          if !type.isEmpty { types.insert(type) }
        }
      }
      return OpenSwitch(line: line(at: start), cases: cases, types: types)
    }
  }

  private func openingOfSwitch(from place: Int) -> Int? {
    var index = place
    while index < bytes.count {
      if bytes[index] == UInt8(ascii: "{") { return index }
      index = Self.opens(bytes[index]) ? closing(index) + 1 : index + 1
    }
    return nil
  }

  /// The ranges after `word` where it stands directly inside the braces that open at `open`.
  private func labels(in open: Int, word: String, until end: UInt8) -> [(Int, Int)] {
    let close = closing(open)
    var found: [(Int, Int)] = []
    var index = open + 1
    while index < close {
      if Self.opens(bytes[index]) {
        index = closing(index) + 1
      } else if Self.isWord(bytes[index]) {
        let start = index
        while index < close, Self.isWord(bytes[index]) { index += 1 }
        guard text(start..<index) == word, beginsStatement(start) else { continue }
        let from = index
        while index < close, bytes[index] != end || endsWithComma(from..<index) {
          index = Self.opens(bytes[index]) ? closing(index) + 1 : index + 1
        }
        found.append((from, min(index, close)))
      } else {
        index += 1
      }
    }
    return found
  }

  /// Whether the word begins a statement, unlike the `case` of `if case`.
  private func beginsStatement(_ place: Int) -> Bool {
    let before = bytes[..<place].last { $0 != UInt8(ascii: " ") }
    return before == UInt8(ascii: "\n") || before == UInt8(ascii: "{") || before == UInt8(ascii: ";")
  }

  private func endsWithComma(_ range: Range<Int>) -> Bool {
    bytes[range].last { $0 != UInt8(ascii: " ") } == UInt8(ascii: ",")
  }

  /// The parts between commas outside any bracket.
  private func parts(of range: Range<Int>) -> [String] {
    var parts: [String] = []
    var start = range.lowerBound
    var index = start
    while index < range.upperBound {
      if bytes[index] == UInt8(ascii: ",") {
        parts.append(text(start..<index))
        start = index + 1
      }
      index = Self.opens(bytes[index]) ? closing(index) + 1 : index + 1
    }
    parts.append(text(start..<range.upperBound))
    return parts.map { $0.trimmed }.filter { !$0.isEmpty }
  }

  /// The type, if it stands there, and the name of the case in `.name(…)`, `Type.name` or `let .name(…)`.
  private func caseName(in pattern: String) -> (type: String, name: String)? {
    var rest = Substring(pattern)
    for word in ["let ", "var "] where rest.hasPrefix(word) { rest = rest.dropFirst(word.count) }
    guard let dot = rest.firstIndex(of: "."), rest[..<dot].allSatisfy({ $0.isLetter }) else { return nil }
    let name = rest[rest.index(after: dot)...].drop { $0 == "`" }.prefix { $0.isLetter || $0.isNumber || $0 == "_" }
    return name.isEmpty ? nil : (String(rest[..<dot]), String(name))
  }
}

extension String {
  var trimmed: String {
    String(drop { $0.isWhitespace }.reversed().drop { $0.isWhitespace }.reversed())
  }
}
