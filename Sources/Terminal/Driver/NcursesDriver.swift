import CNcurses
import Glibc

/// Why the terminal cannot show the program.
public enum TerminalError: Error, Hashable, Sendable {
  /// Standard input or output is not a terminal.
  case notATerminal
  /// TERM names a terminal that cannot move its cursor, and the usual names do not work either.
  case unusable(term: String)
  case noUTF8Locale
}

/// Draws surfaces with ncurses. It does not read: `TerminalLoop` owns the input. It is not Sendable, because only one
/// thread may call ncurses.
public final class NcursesDriver {
  public struct Options: Sendable {
    public var theme: Theme
    public var isColourless: Bool
    public var isASCII: Bool
    public var isPlain: Bool

    /// The value of COLORTERM: `truecolor` or `24bit` if the terminal shows all colours, whatever TERM says.
    public var colourTerm: String

    /// - Parameter isColourless: whether `NO_COLOR` is set.
    public init(theme: Theme, isColourless: Bool, isASCII: Bool, isPlain: Bool, colourTerm: String = "") {
      self.theme = theme
      self.isColourless = isColourless
      self.colourTerm = colourTerm
      self.isASCII = isASCII
      self.isPlain = isPlain
    }
  }

  public private(set) var size: Size
  /// The terminal description in use; it differs from TERM if the machine does not know that one.
  public let term: String
  public let isFallback: Bool
  public var theme: Theme {
    didSet {
      pairs = [:]
      styles = [:]
      shown = nil
    }
  }

  private let options: Options
  private let screen: OpaquePointer
  /// The descriptor that ncurses writes to: the terminal, or `paint` while a paint is collected.
  private let output: Int32
  private let paint = cn_memory_file("paint")
  private let tier: Theme.Tier
  private let isConsole: Bool
  private var shown: Surface?
  private var pairs: [ColourPair: Int32] = [:]
  private var styles: [Style: (attributes: UInt32, pair: Int32)] = [:]
  private var isEnded = false

  /// Switches off the reports of mouse and focus and the keypad's application mode, which a program that crashed may have
  /// left on. In that mode the keypad of the Linux console sends F2, F3 and F4 for `/`, `*` and `-`.
  private static let modesOfOthers = "\u{1B}[?9;1000;1002;1003;1004;1005;1006;1015;1016l\u{1B}>"

  /// The Linux console shows letters of several bytes only in this mode, which printed binary data may have ended.
  private static let utf8Mode = "\u{1B}%G"

  private struct ColourPair: Hashable {
    var foreground: Int
    var background: Int
  }

  /// Leaves bracketed paste, shows the cursor, resets attributes, leaves the alternate screen, starts a line.
  private static let reset: StaticString = "\u{1B}[?2004l\u{1B}[?1l\u{1B}>\u{1B}[?25h\u{1B}[0m\u{1B}[?1049l\r\n"

  /// The same for the Linux console. It has no alternate screen, so it is cleared, because people's names must not stay
  /// on it. A hidden cursor has no shape either, and gets one.
  private static let consoleReset: StaticString =
    "\u{1B}[?2004l\u{1B}[?1l\u{1B}>\u{1B}[?25h\u{1B}[?0c\u{1B}[0m\u{1B}[H\u{1B}[2J"

  /// - Parameter term: the value of TERM; nil if unset.
  public init(options: Options, term requested: String?) throws(TerminalError) {
    guard isatty(STDIN_FILENO) == 1, isatty(STDOUT_FILENO) == 1 else { throw .notATerminal }
    guard Locale.useUTF8() else { throw .noUTF8Locale }
    let reset = requested?.hasPrefix("linux") == true ? Self.consoleReset : Self.reset
    cn_guard_terminal(STDIN_FILENO, reset.utf8Start, UInt(reset.utf8CodeUnitCount))
    guard let requested, !["", "dumb", "unknown"].contains(requested) else { throw .unusable(term: requested ?? "") }
    var opened: (screen: OpaquePointer, output: Int32, term: String)?
    let direct = Self.directColourName(requested, options)
    let candidates = [direct, requested, "xterm-256color", "xterm", "vt100"].compactMap { $0 }
    for name in candidates {
      guard let output = fdopen(dup(STDOUT_FILENO), "w"), let input = fdopen(dup(STDIN_FILENO), "r") else { break }
      guard let screen = newterm(name, output, input) else { continue }
      opened = (screen, fileno(output), name)
      break
    }
    guard let opened else { throw .unusable(term: requested) }
    screen = opened.screen
    output = opened.output
    term = opened.term
    isFallback = ![direct, requested].contains(opened.term)
    raw()
    noecho()
    nonl()
    typeahead(-1)
    cn_no_scroll()
    var tier = Theme.Tier.mono
    if !options.isColourless, has_colors(), start_color() == OK {
      use_default_colors()
      let colours = cn_colors()
      tier = colours >= 0x100_0000 ? .direct : colours >= 256 ? .indexed : colours >= 16 ? .sixteen : .eight
    }
    self.tier = tier
    self.options = options
    theme = options.theme
    isConsole = opened.term.hasPrefix("linux")
    size = Self.windowSize()
    resizeterm(Int32(size.rows), Int32(size.columns))
    if isConsole { write(Self.utf8Mode) }
    write(Self.modesOfOthers + "\u{1B}[?2004h")
  }

  deinit {
    end()
    close(paint)
  }

  /// The description with direct colour, if COLORTERM says that the terminal supports it; Debian's `ncurses-term`
  /// contains these. Nil if TERM already names it, or if there is none.
  static func directColourName(_ term: String, _ options: Options) -> String? {
    guard !options.isColourless, options.theme.namesTrueColours,
      ["truecolor", "24bit"].contains(options.colourTerm), !term.hasSuffix("-direct")
    else { return nil }
    let base = term.hasSuffix("-256color") ? String(term.dropLast(9)) : term
    return ["xterm", "tmux", "screen", "konsole", "vte", "foot", "alacritty", "kitty", "mintty", "iterm2"].contains(
      base)
      ? (base == "screen" ? "xterm" : base) + "-direct" : nil
  }

  /// Shows a surface: passes the changed rows to ncurses, then updates the terminal once.
  public func draw(_ surface: Surface) {
    let wanted = adapted(surface)
    inOneWrite { show(wanted) }
    shown = wanted
  }

  private func show(_ wanted: Surface) {
    for row in wanted.changedRows(since: shown) {
      move(Int32(row), 0)
      for run in wanted.runs(in: row) {
        let style = ncursesStyle(run.style)
        cn_attr_set(style.attributes, style.pair)
        run.scalars.withUnsafeBufferPointer { scalars in
          scalars.withMemoryRebound(to: wchar_t.self) { _ = addnwstr($0.baseAddress, Int32($0.count)) }
        }
      }
    }
    if let cursor = wanted.cursor, cursor.row < size.rows, cursor.column < size.columns {
      move(Int32(cursor.row), Int32(cursor.column))
      if shown?.cursor == nil { curs_set(1) }
    } else if shown == nil || shown?.cursor != nil {
      curs_set(0)
    }
    wnoutrefresh(cnStandardScreen())
    doupdate()
  }

  /// ncurses writes at each movement of the cursor. The paint is collected and written at once, so that it is one
  /// packet on a slow line and the terminal never shows half of it.
  private func inOneWrite(_ body: () -> Void) {
    // After `endwin`, ncurses sets the terminal's modes through the descriptor that it writes to, so that paint cannot
    // be collected.
    guard paint >= 0, !isendwin(), dup2(paint, output) == output else { return body() }
    body()
    dup2(STDOUT_FILENO, output)
    let size = Int(lseek(paint, 0, SEEK_CUR))
    guard size > 0 else { return }
    var bytes = [UInt8](repeating: 0, count: size)
    bytes.removeLast(size - max(0, pread(paint, &bytes, size, 0)))
    lseek(paint, 0, SEEK_SET)
    // A paint of the whole screen is not shortened, because it must also reset what another program left behind,
    // including the character set.
    write(shown == nil ? bytes : ShorterPaint.of(bytes))
  }

  /// Adopts the window's new size; the next `draw` paints everything.
  public func resize() {
    size = Self.windowSize()
    resizeterm(Int32(size.rows), Int32(size.columns))
    redraw()
  }

  /// Forgets what is shown, for example after another program wrote to the terminal.
  public func redraw() {
    shown = nil
    cn_redraw_all()
  }

  /// Asks for the colour of the terminal's ground (OSC 11). The answer comes among the keys, or never. The Linux console
  /// does not answer, and an older one would print a part of the question.
  public func askGround() {
    if tier > .mono, !isConsole { write("\u{1B}]11;?\u{1B}\\") }
  }

  /// The Linux console and terminals without windows have no clipboard. Whether another one lets a program use it, it does
  /// not say.
  public var hasClipboard: Bool { !isConsole && !term.hasPrefix("vt") }

  /// Puts a text into the clipboard of the machine whose window this is. It is called between two paints.
  public func copy(_ text: String) {
    if hasClipboard { write(Clipboard.sequence(text)) }
  }

  /// Returns the terminal to the shell, for example before stopping. `redraw` and `draw` use it again.
  public func leave() {
    write("\u{1B}[?2004l")
    // The Linux console has no alternate screen, so people's names would stay visible and the prompt would stand among
    // them.
    if isConsole {
      werase(cnStandardScreen())
      wrefresh(cnStandardScreen())
    }
    endwin()
    shown = nil
  }

  public func comeBack() {
    write("\u{1B}[?2004h")
    resize()
  }

  public func end() {
    guard !isEnded else { return }
    isEnded = true
    leave()
    delscreen(screen)
  }

  private func adapted(_ surface: Surface) -> Surface {
    let drawn = options.isPlain ? surface.withoutBoxes : options.isASCII ? surface.asciiSymbols : surface
    return isConsole ? drawn.withConsoleGlyphs : drawn
  }

  private func ncursesStyle(_ style: Style) -> (attributes: UInt32, pair: Int32) {
    if let known = styles[style] { return known }
    let resolved = theme.resolve(style, tier: tier)
    var attributes: UInt32 = 0
    if resolved.attributes.contains(.bold) { attributes |= cn_bold() }
    if resolved.attributes.contains(.underline) { attributes |= cn_underline() }
    if resolved.attributes.contains(.reverse) { attributes |= cn_reverse() }
    if resolved.attributes.contains(.dim) { attributes |= cn_dim() }
    let made = (attributes, pair(ColourPair(foreground: resolved.foreground, background: resolved.background)))
    styles[style] = made
    return made
  }

  private func pair(_ colours: ColourPair) -> Int32 {
    // The terminal's own colours have a pair of their own too, because ncurses needs one more sequence to leave pair 0.
    if tier == .mono { return 0 }
    if let known = pairs[colours] { return known }
    let number = Int32(pairs.count + 1)
    guard number < cn_color_pairs(),
      init_extended_pair(number, Int32(colours.foreground), Int32(colours.background)) == OK
    else { return 0 }
    pairs[colours] = number
    return number
  }

  /// Writes sequences that ncurses does not know. The Linux console ignores the modes that it does not have; since 6.16
  /// it has bracketed paste.
  private func write(_ text: String) {
    write(Array(text.utf8))
  }

  private func write(_ bytes: [UInt8]) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(STDOUT_FILENO, $0.baseAddress, $0.count) }
      // An error that means a lost terminal is ignored here, because the reader of the terminal notices it.
      guard count > 0 || errno == EINTR else { return }
      rest = rest.dropFirst(max(0, count))
    }
  }

  private static func windowSize() -> Size {
    var window = winsize()
    guard ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &window) == 0, window.ws_col > 0, window.ws_row > 0 else {
      return Size(columns: 80, rows: 24)
    }
    return Size(columns: min(Int(window.ws_col), 500), rows: min(Int(window.ws_row), 200))
  }
}
