import TOMLKit

/// What is wrong with a theme file: which file, where, and why.
public struct ThemeError: Error, Hashable, Sendable {
  public var file: String
  public var line: Int?
  public var reason: String

  public init(file: String, line: Int?, reason: String) {
    self.file = file
    self.line = line
    self.reason = reason
  }

  public var sentence: String { line.map { "\(file):\($0): \(reason)" } ?? "\(file): \(reason)" }
}

/// Reads a theme: a table `[role.NAME]` or `[ground.NAME]` each, with `fg`, `bg` (a colour name, or a list of a name, a
/// number of the 256 and "#rrggbb"), `bold`, `underline`, `reverse`, `dim`, and `mono` (a list of attribute names).
public enum ThemeFile {
  public static func parse(_ text: String, file: String) throws(ThemeError) -> Theme {
    let table: TOMLTable
    do {
      table = try TOMLTable(string: text)
    } catch let error as TOMLParseError {
      throw ThemeError(file: file, line: error.source.begin.line, reason: error.description)
    } catch {
      throw ThemeError(file: file, line: nil, reason: "\(error)")
    }
    var theme = Theme(roles: [:], grounds: [:])
    for section in table.keys {
      guard section == "role" || section == "ground", let entries = table[section]?.table else {
        throw ThemeError(file: file, line: line(of: section, in: text), reason: "unknown section: \(section)")
      }
      for name in entries.keys {
        let place = line(of: "[\(section).\(name)]", in: text)
        guard let values = entries[name]?.table else {
          throw ThemeError(file: file, line: place, reason: "\(section).\(name) must be a table")
        }
        let paint = try paint(values, Place(file: file, line: place))
        if section == "role", let role = Role.allCases.first(where: { "\($0)" == name }) {
          theme.roles[role] = paint
        } else if section == "ground", let ground = Ground.allCases.first(where: { "\($0)" == name }) {
          theme.grounds[ground] = paint
        } else {
          throw ThemeError(file: file, line: place, reason: "unknown \(section): \(name)")
        }
      }
    }
    return theme
  }

  private struct Place {
    var file: String
    var line: Int?
    func error(_ reason: String) -> ThemeError { ThemeError(file: file, line: line, reason: reason) }
  }

  private static func paint(_ values: TOMLTable, _ place: Place) throws(ThemeError) -> Theme.Paint {
    var paint = Theme.Paint()
    for key in values.keys {
      let value = values[key]
      switch key {
      case "fg": paint.foreground = try colour(value, place)
      case "bg": paint.background = try colour(value, place)
      case "mono":
        guard let names = value?.array else { throw place.error("mono must be a list of attributes") }
        for name in names { paint.mono.insert(try attribute(name.string ?? "", place)) }
      default:
        let known = try attribute(key, place)
        guard let isOn = value?.bool else { throw place.error("\(key) must be true or false") }
        if isOn { paint.attributes.insert(known) }
      }
    }
    return paint
  }

  private static func attribute(_ name: String, _ place: Place) throws(ThemeError) -> Theme.Attributes {
    switch name {
    case "bold": return .bold
    case "underline": return .underline
    case "reverse": return .reverse
    case "dim": return .dim
    default: throw place.error("unknown key: \(name)")
    }
  }

  private static let names = [
    "black", "red", "green", "yellow", "blue", "magenta", "cyan", "white", "bright-black", "bright-red", "bright-green",
    "bright-yellow", "bright-blue", "bright-magenta", "bright-cyan", "bright-white",
  ]

  private static func colour(_ value: (any TOMLValueConvertible)?, _ place: Place) throws(ThemeError) -> Theme.Colour {
    let parts: [any TOMLValueConvertible] = value?.array.map { Array($0) } ?? value.map { [$0] } ?? []
    var colour: Theme.Colour?
    for part in parts {
      if let name = part.string, let index = names.firstIndex(of: name) {
        colour = Theme.Colour(palette: index)
      } else if let number = part.int, (16...255).contains(number) {
        colour?.indexed = number
      } else if let text = part.string, text.count == 7, text.hasPrefix("#"), let rgb = Int(text.dropFirst(), radix: 16)
      {
        colour?.rgb = rgb
      } else {
        throw place.error("not a colour: \(part.debugDescription)")
      }
    }
    guard let colour else { throw place.error("a colour begins with a name: \(names.joined(separator: ", "))") }
    return colour
  }

  /// TOMLKit does not keep places; headings are looked for.
  private static func line(of heading: String, in text: String) -> Int? {
    text.split(separator: "\n", omittingEmptySubsequences: false).firstIndex { $0.contains(heading) }.map { $0 + 1 }
  }
}
