extension Theme {
  /// themes/default.toml, compiled in so that a start reads no file. A test compares the two.
  public static let standard = Theme(
    roles: [
      .muted: Paint(foreground: Colour(palette: 6, indexed: 109)),
      .strong: Paint(attributes: .bold, mono: .bold),
      .title: Paint(attributes: .bold, mono: .bold),
      .heading: Paint(foreground: Colour(palette: 6, indexed: 116), mono: .underline),
      .border: Paint(foreground: Colour(palette: 4, indexed: 67)),
      .key: Paint(foreground: Colour(palette: 3, indexed: 222), attributes: .bold, mono: .bold),
      .critical: Paint(foreground: Colour(palette: 1, indexed: 210), attributes: .bold, mono: .bold),
      .warning: Paint(foreground: Colour(palette: 3, indexed: 222)),
      .good: Paint(foreground: Colour(palette: 2, indexed: 114)),
      .info: Paint(foreground: Colour(palette: 6, indexed: 117)),
      .match: Paint(
        foreground: Colour(palette: 5, indexed: 176), attributes: [.bold, .underline], mono: .underline),
      .placeholder: Paint(foreground: Colour(palette: 6, indexed: 109)),
      .error: Paint(foreground: Colour(palette: 1, indexed: 210), attributes: .bold, mono: .bold),
    ],
    grounds: [
      .focused: Paint(
        foreground: Colour(palette: 15), background: Colour(palette: 4, indexed: 24), mono: .reverse),
      .marked: Paint(foreground: Colour(palette: 3, indexed: 222), attributes: .bold, mono: .bold),
      .bar: Paint(
        foreground: Colour(palette: 15), background: Colour(palette: 4, indexed: 24), mono: .reverse),
      .field: Paint(attributes: .underline, mono: .underline),
      .tabActive: Paint(attributes: .reverse, mono: .reverse),
    ])

  /// The same on a terminal with a light ground.
  public static let standardOnLight: Theme = {
    var theme = standard
    for (role, colour) in [
      Role.muted: Colour(palette: 8, indexed: 242), .heading: Colour(palette: 4, indexed: 25),
      .border: Colour(palette: 4, indexed: 67), .key: Colour(palette: 4, indexed: 25),
      .critical: Colour(palette: 1, indexed: 160), .warning: Colour(palette: 5, indexed: 94),
      .good: Colour(palette: 2, indexed: 28), .info: Colour(palette: 4, indexed: 25),
      .match: Colour(palette: 5, indexed: 90), .placeholder: Colour(palette: 8, indexed: 242),
      .error: Colour(palette: 1, indexed: 160),
    ] { theme.roles[role]?.foreground = colour }
    theme.grounds[.marked]?.foreground = Colour(palette: 4, indexed: 25)
    return theme
  }()
}
