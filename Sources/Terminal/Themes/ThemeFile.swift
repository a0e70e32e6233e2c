import TOMLKit

/// Parses a theme: tables `[role.NAME]` and `[ground.NAME]`, with `fg`, `bg` (a colour name, or a list of a name, a
/// number of the 256 colours and "#rrggbb"), `bold`, `underline`, `reverse`, `dim`, and `mono` (a list of attribute
/// names).
public enum ThemeFile {
  public static func parse(_ text: String, file: String) throws(FileFault) -> Theme {
    let table = try TOMLFile.table(text, file: file)
    var theme = Theme(roles: [:], grounds: [:])
    for section in table.keys {
      guard section == "role" || section == "ground", let entries = table[section]?.table else {
        throw FileFault(file: file, line: line(of: section, in: text), .unknown("\(section)"))
      }
      for name in entries.keys {
        let place = line(of: "[\(section).\(name)]", in: text)
        guard let values = entries[name]?.table else {
          throw FileFault(file: file, line: place, .expected("\(section).\(name)", vi: "một bảng", en: "a table"))
        }
        let paint = try paint(values, Place(file: file, line: place))
        if section == "role", let role = Role.allCases.first(where: { "\($0)" == name }) {
          theme.roles[role] = paint
        } else if section == "ground", let ground = Ground.allCases.first(where: { "\($0)" == name }) {
          theme.grounds[ground] = paint
        } else {
          throw FileFault(file: file, line: place, .unknown("\(section).\(name)"))
        }
      }
    }
    return theme
  }

  private struct Place {
    var file: String
    var line: Int?
    func error(_ reason: FileFault.Reason) -> FileFault { FileFault(file: file, line: line, reason) }
  }

  private static func paint(_ values: TOMLTable, _ place: Place) throws(FileFault) -> Theme.Paint {
    var paint = Theme.Paint()
    for key in values.keys {
      let value = values[key]
      switch key {
      case "fg": paint.foreground = try colour(value, place)
      case "bg": paint.background = try colour(value, place)
      case "mono":
        guard let names = value?.array else {
          throw place.error(.expected("mono", vi: "danh sách kiểu chữ", en: "a list of attributes"))
        }
        for name in names { paint.mono.insert(try attribute(name.string ?? "", place)) }
      default:
        let known = try attribute(key, place)
        guard let isOn = value?.bool else {
          throw place.error(.expected(key, vi: "true hoặc false", en: "true or false"))
        }
        if isOn { paint.attributes.insert(known) }
      }
    }
    return paint
  }

  private static func attribute(_ name: String, _ place: Place) throws(FileFault) -> Theme.Attributes {
    switch name {
    case "bold": return .bold
    case "underline": return .underline
    case "reverse": return .reverse
    case "dim": return .dim
    default: throw place.error(.unknown(name))
    }
  }

  private static let names = [
    "black", "red", "green", "yellow", "blue", "magenta", "cyan", "white", "bright-black", "bright-red", "bright-green",
    "bright-yellow", "bright-blue", "bright-magenta", "bright-cyan", "bright-white",
  ]

  private static func colour(_ value: (any TOMLValueConvertible)?, _ place: Place) throws(FileFault) -> Theme.Colour {
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
        throw place.error(.expected("\(part.debugDescription)", vi: "một màu", en: "a colour"))
      }
    }
    guard let colour else {
      throw place.error(
        .expected(
          "fg, bg", vi: "tên màu đứng đầu: \(names.joined(separator: ", "))",
          en: "a name first: \(names.joined(separator: ", "))"))
    }
    return colour
  }

  /// TOMLKit does not keep positions, so the heading is searched in the text.
  private static func line(of heading: String, in text: String) -> Int? {
    text.split(separator: "\n", omittingEmptySubsequences: false).firstIndex { $0.contains(heading) }.map { $0 + 1 }
  }
}
