import CNcurses

extension NcursesDriver {
  /// The key sequences of the terminal's description, for the decoder.
  public var terminfoKeys: [[UInt8]: Key] {
    let names: [(String, Key)] = [
      ("kcuu1", .up), ("kcud1", .down), ("kcub1", .left), ("kcuf1", .right), ("khome", .home), ("kend", .end),
      ("kpp", .pageUp), ("knp", .pageDown), ("kich1", .insert), ("kdch1", .delete), ("kcbt", .backTab),
    ]
    let functions = (1...12).map { ("kf\($0)", Key.function($0)) }
    var table: [[UInt8]: Key] = [:]
    for (name, key) in names + functions {
      guard let text = tigetstr(name), Int(bitPattern: text) != -1 else { continue }
      let bytes = Array(String(cString: text).utf8)
      // Single bytes are letters and control characters already.
      if bytes.count > 1 { table[bytes] = key }
    }
    return table
  }
}
