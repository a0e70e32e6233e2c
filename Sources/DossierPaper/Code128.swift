/// Code 128 (ISO/IEC 15417) with subsets B and C: printable ASCII, pairs of digits in half the width.
enum Code128 {
  /// The widths of bars and spaces in modules, a bar first, without the quiet zones of `quietZone` at both ends; nil for a text that has
  /// other characters than printable ASCII, or none.
  static func widths(of text: String) -> [Int]? {
    let bytes = Array(text.utf8)
    guard !bytes.isEmpty, bytes.count <= 80, bytes.allSatisfy({ (0x20...0x7E).contains($0) }) else { return nil }
    let symbols = symbols(of: bytes)
    let check = symbols.enumerated().reduce(0) { ($0 + max(1, $1.offset) * $1.element) % 103 }
    return (symbols + [check, stop]).flatMap { patterns[$0] }
  }

  static let quietZone = 10

  private static let (codeC, codeB, startB, startC, stop) = (99, 100, 104, 105, 106)

  /// The start symbol and those of the text.
  private static func symbols(of bytes: [UInt8]) -> [Int] {
    var (symbols, place, isC) = ([Int](), 0, false)
    while place < bytes.count {
      let digits = bytes[place...].prefix { (0x30...0x39).contains($0) }.count
      // Changing there and back costs two symbols, which six digits save; four do where nothing has to be changed on one side.
      let isAtEdge = place == 0 || place + digits == bytes.count
      let pays = digits >= (isAtEdge ? 4 : 6) || bytes.count == 2 && digits == 2
      if symbols.isEmpty {
        isC = pays
        symbols.append(isC ? startC : startB)
      } else if !isC, pays, digits.isMultiple(of: 2) {
        isC = true
        symbols.append(codeC)
      } else if isC, digits < 2 {
        isC = false
        symbols.append(codeB)
      }
      if isC {
        symbols.append(Int(bytes[place] - 0x30) * 10 + Int(bytes[place + 1] - 0x30))
        place += 2
      } else {
        symbols.append(Int(bytes[place]) - 0x20)
        place += 1
      }
    }
    return symbols
  }

  /// By symbol, six widths each; seven of the stop symbol.
  private static let patterns: [[Int]] =
    """
    212222 222122 222221 121223 121322 131222 122213 122312 132212 221213 221312 231212 112232 122132 122231 113222 123122 123221
    223211 221132 221231 213212 223112 312131 311222 321122 321221 312212 322112 322211 212123 212321 232121 111323 131123 131321
    112313 132113 132311 211313 231113 231311 112133 112331 132131 113123 113321 133121 313121 211331 231131 213113 213311 213131
    311123 311321 331121 312113 312311 332111 314111 221411 431111 111224 111422 121124 121421 141122 141221 112214 112412 122114
    122411 142112 142211 241211 221114 413111 241112 134111 111242 121142 121241 114212 124112 124211 411212 421112 421211 212141
    214121 412121 111143 111341 131141 114113 114311 411113 411311 113141 114131 311141 411131 211412 211214 211232 2331112
    """.split { $0 == " " || $0 == "\n" }.map { $0.utf8.map { Int($0) - 0x30 } }
}
