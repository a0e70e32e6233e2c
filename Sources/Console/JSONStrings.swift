import Foundation
import VietnameseText

/// A JSON document whose strings are cleaned of characters that must not reach a terminal or a reader.
/// - Parameter document: a well-formed document.
func cleanedStrings(inJSON document: [UInt8]) -> String {
  var result: [UInt8] = []
  result.reserveCapacity(document.count)
  var position = 0
  while position < document.count {
    guard document[position] == UInt8(ascii: "\"") else {
      result.append(document[position])
      position += 1
      continue
    }
    let start = position
    position += 1
    while position < document.count, document[position] != UInt8(ascii: "\"") {
      position += document[position] == UInt8(ascii: "\\") ? 2 : 1
    }
    position = min(position + 1, document.count)
    result += cleaned(literal: document[start..<position])
  }
  return String(decoding: result, as: UTF8.self)
}

private func cleaned(literal: ArraySlice<UInt8>) -> [UInt8] {
  let text = String(decoding: literal, as: UTF8.self)
  // The encoder escapes only control characters as numbers, so a string without backslash needs no decoding.
  guard text.utf8.contains(UInt8(ascii: "\\")) || text.printable != text else { return Array(literal) }
  guard let value = try? JSONDecoder().decode(String.self, from: Data(literal)),
    let clean = try? encoder.encode(value.cleanedMultiline(maxLength: .max))
  else { return Array("\"\"".utf8) }
  return Array(clean)
}

private let encoder: JSONEncoder = {
  let encoder = JSONEncoder()
  encoder.outputFormatting = .withoutEscapingSlashes
  return encoder
}()
