/// The stored state of a screen: its name, and its fields in an order that the screen chooses.
public struct Place: Hashable, Sendable {
  public var name: String
  public var fields: [Field]

  public struct Field: Hashable, Sendable {
    public var key: String
    public var value: String

    public init(_ key: String, _ value: String) {
      self.key = key
      self.value = value
    }
  }

  public init(name: String, fields: [Field] = []) {
    self.name = name
    self.fields = fields
  }

  public subscript(key: String) -> String? { fields.first { $0.key == key }?.value }
  public func all(_ key: String) -> [String] { fields.filter { $0.key == key }.map(\.value) }
}

/// A clerk's seat as she left it: the open screens from the bottom, and half-filled forms that are not open.
public struct SeatState: Hashable, Sendable {
  public var screens: [Place]
  public var drafts: [Place]
  /// Hexadecimal id of the dossier last touched; nil for none.
  public var lastTouched: String?
  /// The last day on which the clerk worked here, such as `2026-11-25`; nil if it was not stored.
  public var day: String?

  public init(screens: [Place] = [], drafts: [Place] = [], lastTouched: String? = nil, day: String? = nil) {
    self.screens = screens
    self.drafts = drafts
    self.lastTouched = lastTouched
    self.day = day
  }
}

extension SeatState {
  private static let header = "dossier-desk 1"
  /// The program never writes a seat that is larger than this.
  static let maximumBytes = 1 << 20

  /// Lines of text: the header with the version, then `touched`, `day`, `screen` and `draft` lines; each place is
  /// followed by its `.key value` lines. Backslashes and line breaks in values are escaped.
  public var encoded: [UInt8] {
    var lines = [Self.header]
    if let lastTouched { lines.append("touched \(lastTouched)") }
    if let day { lines.append("day \(day)") }
    for (kind, places) in [("screen", screens), ("draft", drafts)] {
      for place in places {
        lines.append("\(kind) \(place.name)")
        lines += place.fields.map { ".\($0.key) \(Self.escape($0.value))" }
      }
    }
    return Array(lines.joined(separator: "\n").utf8)
  }

  /// Parses strictly: an unknown version, an unknown line or a broken escape gives nil, and the clerk starts with an
  /// empty seat.
  public init?(encoded: [UInt8]) {
    guard encoded.count <= Self.maximumBytes, let text = String(validating: encoded, as: UTF8.self) else { return nil }
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false)[...]
    guard lines.popFirst().map({ $0 == Self.header }) == true else { return nil }
    self.init()
    var isDraft: Bool?
    for line in lines {
      let parts = line.split(separator: " ", maxSplits: 1, omittingEmptySubsequences: false)
      guard parts.count == 2 else { return nil }
      switch parts[0] {
      case "touched": lastTouched = String(parts[1])
      case "day": day = String(parts[1])
      case "screen":
        isDraft = false
        screens.append(Place(name: String(parts[1])))
      case "draft":
        isDraft = true
        drafts.append(Place(name: String(parts[1])))
      default:
        guard parts[0].hasPrefix("."), parts[0].count > 1, let isDraft, let value = Self.unescape(parts[1]) else {
          return nil
        }
        let field = Place.Field(String(parts[0].dropFirst()), value)
        if isDraft {
          drafts[drafts.count - 1].fields.append(field)
        } else {
          screens[screens.count - 1].fields.append(field)
        }
      }
    }
  }

  private static func escape(_ value: String) -> String {
    var result = ""
    for scalar in value.unicodeScalars {
      switch scalar {
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  private static func unescape(_ text: Substring) -> String? {
    var result = ""
    var isEscaped = false
    for scalar in text.unicodeScalars {
      if isEscaped {
        switch scalar {
        case "\\": result += "\\"
        case "n": result += "\n"
        case "r": result += "\r"
        default: return nil
        }
        isEscaped = false
      } else if scalar == "\\" {
        isEscaped = true
      } else {
        result.unicodeScalars.append(scalar)
      }
    }
    return isEscaped ? nil : result
  }
}
