struct FunctionExtent {
  var name: String
  var lines: Int
}

extension SwiftCode {
  /// All declarations with a body: functions, initialisers and computed properties.
  var functions: [FunctionExtent] {
    places(of: ["func", "init", "subscript", "deinit", "var"]).compactMap { word, start, end in
      guard let body = body(of: word, from: end) else { return nil }
      let name = word == "func" || word == "var" ? firstWord(from: end) : word
      return FunctionExtent(name: name, lines: line(at: closing(body)) - line(at: start) + 1)
    }
  }

  private func firstWord(from place: Int) -> String {
    let start = bytes[place...].firstIndex { $0 != UInt8(ascii: " ") } ?? place
    let end = bytes[start...].firstIndex { !Self.isWord($0) } ?? bytes.count
    // The name of an operator has no letters.
    return start == end ? text(start..<min(start + 2, bytes.count)) : text(start..<end)
  }

  /// The place where the body of the declaration opens; nil for a requirement, a stored property or a call.
  private func body(of word: String, from place: Int) -> Int? {
    var index = place
    while index < bytes.count {
      switch bytes[index] {
      case UInt8(ascii: "("), UInt8(ascii: "["): index = closing(index)
      case UInt8(ascii: "{"): return index
      case UInt8(ascii: "}"), UInt8(ascii: ")"), UInt8(ascii: "]"): return nil
      case UInt8(ascii: "=") where word == "var": return nil
      case UInt8(ascii: "\n") where !signatureGoesOn(after: index): return nil
      default: break
      }
      index += 1
    }
    return nil
  }

  private func signatureGoesOn(after place: Int) -> Bool {
    let blanks: Set<UInt8> = [UInt8(ascii: " "), UInt8(ascii: "\n")]
    guard let start = bytes[place...].firstIndex(where: { !blanks.contains($0) }) else { return false }
    let rest = text(start..<min(start + 8, bytes.count))
    return ["{", "->", "throws", "async", "where", "rethrows"].contains { rest.hasPrefix($0) }
  }
}
