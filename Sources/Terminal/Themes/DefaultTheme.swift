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
      .hint: Paint(foreground: Colour(palette: 7)),
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
}
