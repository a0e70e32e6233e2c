/// The number formats of a workbook's cells, as far as they change what a number means: dates and times, and zeros at
/// the front.
struct CellFormats {
  enum Format: Equatable {
    case plain
    /// A number of days, with a time where the format shows one.
    case date
    /// A format such as `000000000000` writes at least so many digits.
    case padded(Int)
  }

  private let formats: [Format]

  /// The workbook has no styles.
  init() { formats = [] }

  init(_ archive: WorkbookArchive, _ name: String) throws(WorkbookError) {
    var codes: [Int: String] = [:]
    var formats: [Format] = []
    var isInCells = false
    let events = try XMLEvents()
    events.onStart = { element, attributes throws(WorkbookError) in
      switch element {
      case "numFmt":
        if let id = attributes["numFmtId"].flatMap({ Int($0) }) { codes[id] = attributes["formatCode"] ?? "" }
      case "cellXfs": isInCells = true
      case "xf" where isInCells:
        guard formats.count < 100_000 else { throw .damaged }
        let id = attributes["numFmtId"].flatMap { Int($0) } ?? 0
        formats.append(Self.format(id: id, code: codes[id]))
      default: break
      }
    }
    events.onEnd = { element in if element == "cellXfs" { isInCells = false } }
    try events.parse(name, of: archive)
    self.formats = formats
  }

  func format(style: Int?) -> Format { style.flatMap { formats.indices.contains($0) ? formats[$0] : nil } ?? .plain }

  /// ECMA-376 part 1, 18.8.30: 14 to 22 and 45 to 47 are dates and times, 27 to 36 and 50 to 58 those of East Asia.
  static func format(id: Int, code: String?) -> Format {
    guard let code else {
      return (14...22).contains(id) || (27...36).contains(id) || (45...47).contains(id) || (50...58).contains(id)
        ? .date : .plain
    }
    let bare = withoutLiterals(code)
    if bare.contains(where: { "yYdD".contains($0) }) || bare.lowercased().contains("h:")
      || bare.lowercased().contains("mm")
    {
      return .date
    }
    if bare.count >= 2, bare.allSatisfy({ $0 == "0" }) { return .padded(bare.count) }
    return .plain
  }

  /// The first section of a format without quoted text, escaped characters, colours and locales.
  private static func withoutLiterals(_ code: String) -> String {
    var bare = ""
    var isQuoted = false
    var isBracketed = false
    var isEscaped = false
    for character in code {
      if isEscaped {
        isEscaped = false
      } else if character == "\"" {
        isQuoted.toggle()
      } else if isQuoted {
        continue
      } else if character == "[" {
        isBracketed = true
      } else if character == "]" {
        isBracketed = false
      } else if isBracketed {
        continue
      } else if character == "\\" || character == "_" || character == "*" {
        isEscaped = true
      } else if character == ";" {
        break
      } else {
        bare.append(character)
      }
    }
    return bare
  }
}
