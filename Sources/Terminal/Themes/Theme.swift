/// Colours for what a style means. Screens know roles; only themes and the driver know colours.
public struct Theme: Equatable, Sendable {
  /// The same colour for terminals of growing ability. Later ones fall back to earlier ones.
  public struct Colour: Equatable, Sendable {
    /// 0–15: the terminal's own palette.
    public var palette: Int
    /// 16–255 of the 256-colour cube.
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

  /// How a role or a ground looks. `mono` is what remains where there are no colours, so that no meaning is lost.
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

  /// What a terminal can show.
  public enum Tier: Int, Comparable, Sendable {
    case mono
    case eight
    case sixteen
    case indexed
    case direct

    public static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
  }

  /// What is given to the terminal for one style: colour numbers, -1 for the terminal's own.
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

  /// The ground's colours win over the role's, so that a focused row is one stretch. Without colours attributes add up;
  /// with them a ground that has a background says enough, and bold words on it would cost a row's colours twice.
  public func resolve(_ style: Style, tier: Tier) -> Resolved {
    let role = roles[style.role] ?? Paint()
    let ground = grounds[style.ground] ?? Paint()
    guard tier > .mono else {
      return Resolved(foreground: -1, background: -1, attributes: role.mono.union(ground.mono))
    }
    return Resolved(
      foreground: number(ground.foreground ?? role.foreground, tier),
      background: number(ground.background ?? role.background, tier),
      attributes: ground.background == nil ? role.attributes.union(ground.attributes) : ground.attributes)
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

  /// A theme that names none gains nothing from a terminal that shows all colours, and its sequences are longer there.
  public var namesTrueColours: Bool {
    (Array(roles.values) + Array(grounds.values)).contains { $0.foreground?.rgb != nil || $0.background?.rgb != nil }
  }

  /// Where all colours can be named, the first eight numbers still are the terminal's palette; all others are red, green
  /// and blue, so the numbers of the 256 are written out as xterm shows them.
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
