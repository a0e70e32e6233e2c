import Glibc

/// The width of running text on standard output: what `COLUMNS` says, otherwise the terminal's, otherwise 80.
func terminalColumns() -> Int {
  if let columns = ProcessEnvironment.value(of: .columns).flatMap({ Int($0) }), columns > 0 { return columns }
  var window = winsize()
  guard ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &window) == 0, window.ws_col > 0 else { return 80 }
  return Int(window.ws_col)
}
