/// The colours of styles. Screens use roles only; themes and the driver know colours.
public struct Theme: Equatable, Sendable {
  /// One colour in versions for terminals of increasing ability. A missing version falls back to the one before it.
  public struct Colour: Equatable, Sendable {
    /// A colour 0–15 of the terminal's own palette.
    public var palette: Int
    /// A colour 16–255 of the 256 colours.
    public var indexed: Int?
    /// 0xRRGGBB.
    public var rgb: Int?

    public init(palette: Int, indexed: Int? = nil, rgb: Int? = nil) {
      self.palette = palette
      self.indexed = indexed
      self.rgb = rgb
    }
  }

  public struct Attributes: OptionSet, Hashable, Sendable {
    public let rawValue: UInt8
    public init(rawValue: UInt8) { self.rawValue = rawValue }
    public static let bold = Attributes(rawValue: 1)
    public static let underline = Attributes(rawValue: 2)
    public static let reverse = Attributes(rawValue: 4)
    public static let dim = Attributes(rawValue: 8)
  }

  /// The look of a role or a ground. `mono` applies if there are no colours, so that no meaning is lost.
  public struct Paint: Equatable, Sendable {
    public var foreground: Colour?
    public var background: Colour?
    public var attributes: Attributes
    public var mono: Attributes

    public init(
      foreground: Colour? = nil, background: Colour? = nil, attributes: Attributes = [], mono: Attributes = []
    ) {
      self.foreground = foreground
      self.background = background
      self.attributes = attributes
      self.mono = mono
    }
  }

  /// The ability of a terminal to show colours.
  public enum Tier: Int, Comparable, Sendable {
    case mono
    case eight
    case sixteen
    case indexed
    case direct

    public static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
  }

  /// The values that are sent to the terminal for one style: colour numbers, -1 for the terminal's own colour.
  public struct Resolved: Hashable, Sendable {
    public var foreground: Int
    public var background: Int
    public var attributes: Attributes
  }

  public var roles: [Role: Paint]
  public var grounds: [Ground: Paint]

  public init(roles: [Role: Paint], grounds: [Ground: Paint]) {
    self.roles = roles
    self.grounds = grounds
  }

  /// The ground's colours override the role's, so that a focused row has one background. Without colours, attributes
  /// are added up. With colours, a ground with a background is clear enough, and bold words on it would send the row's
  /// colours twice; what was found stays marked there too.
  public func resolve(_ style: Style, tier: Tier) -> Resolved {
    let role = roles[style.role] ?? Paint()
    let ground = grounds[style.ground] ?? Paint()
    guard tier > .mono else {
      return Resolved(foreground: -1, background: -1, attributes: role.mono.union(ground.mono))
    }
    return Resolved(
      foreground: number(ground.foreground ?? role.foreground, tier),
      background: number(ground.background ?? role.background, tier),
      attributes: ground.background == nil || style.role == .match
        ? role.attributes.union(ground.attributes) : ground.attributes)
  }

  private func number(_ colour: Colour?, _ tier: Tier) -> Int {
    guard let colour else { return -1 }
    switch tier {
    case .mono: return -1
    case .eight: return colour.palette & 7
    case .sixteen: return colour.palette
    case .indexed: return colour.indexed ?? colour.palette
    case .direct: return colour.rgb ?? Self.direct(colour.indexed ?? colour.palette)
    }
  }

  /// Whether the theme has true colours. Otherwise it gains nothing from direct colour, whose sequences are longer.
  public var namesTrueColours: Bool {
    (Array(roles.values) + Array(grounds.values)).contains { $0.foreground?.rgb != nil || $0.background?.rgb != nil }
  }

  /// With direct colour only the first eight numbers are the terminal's palette. All others are red, green and blue
  /// values, so the 256 colours are converted to the values of xterm.
  private static func direct(_ number: Int) -> Int {
    switch number {
    case 8...15:
      return [0x7F7F7F, 0xFF5555, 0x55FF55, 0xFFFF55, 0x5C5CFF, 0xFF55FF, 0x55FFFF, 0xFFFFFF][number - 8]
    case 16...231:
      let steps = [0, 95, 135, 175, 215, 255]
      let cube = number - 16
      return steps[cube / 36] << 16 | steps[cube / 6 % 6] << 8 | steps[cube % 6]
    case 232...255: return (8 + 10 * (number - 232)) * 0x010101
    default: return number
    }
  }
}
