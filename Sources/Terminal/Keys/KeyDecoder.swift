/// Decodes the bytes of a terminal into keys; a sequence may be split over several reads.
///
/// Knows the keys of xterm, the Linux console, rxvt, PuTTY, Windows Terminal and tmux, and those in the terminfo
/// description of the terminal. Everything else that a terminal sends is swallowed to its end and is no key: reports of
/// a mouse, of focus, cursor and attributes, and control strings (ECMA-48: OSC, DCS, APC, PM, SOS). It has no
/// timer: after the time of `pause`, the caller calls `flush`.
public struct KeyDecoder: Sendable {
  public enum Input: Hashable, Sendable {
    case key(Key)
    /// The text between the marks of a bracketed paste; at most `maximumPaste` bytes, the rest is dropped.
    case paste(String)
    /// The terminal's answer to the question for its ground.
    case ground(isLight: Bool)
  }

  /// What `flush` waits for.
  public enum Pause: Hashable, Sendable {
    /// An ESC, or the beginning of a sequence, has arrived and may continue.
    case sequence
    /// The Esc key was given; on a slow line the rest of a sequence may still come, which is no letters.
    case lateRest
    /// A string or a paste is open, and its end may have been lost on the line.
    case end
  }

  public static let maximumPaste = 64 << 10
  static let maximumSequence = 64

  enum State: Hashable, Sendable {
    case text
    /// After ESC, or in the middle of a sequence that `pending` holds.
    case sequence
    /// A control sequence that is too long: swallowed to its final byte.
    case longSequence
    /// X10 mouse: this many characters still follow "ESC [ M"; the last one came may have a second byte.
    case mouse(left: Int, isOpen: Bool)
    /// A control string, up to ST, or BEL for OSC.
    case string(endsAtBell: Bool)
    /// A control string in which ESC has come.
    case stringEscape
    case paste
    /// The Esc key was given a moment ago.
    case afterEscape
    /// The rest of a control sequence whose ESC was given as a key.
    case lateSequence
  }

  var state = State.text
  var pending: [UInt8] = []
  private var pasted: [UInt8] = []
  /// The beginning of an open OSC string, which may be the answer to a question.
  var report: [UInt8] = []
  let terminfo: [[UInt8]: Key]

  /// - Parameter terminfo: the key sequences of the terminal's description.
  public init(terminfo: [[UInt8]: Key] = [:]) {
    self.terminfo = terminfo
  }

  /// Nil if no sequence, string or paste is open. The beginning of a character waits without end: a slow line brings the rest of
  /// a letter late, and a byte that begins something new is not harmed by one that was lost before it.
  public var pause: Pause? {
    switch state {
    case .text: nil
    // "ESC [" and "ESC O" begin sequences far more often than they are Alt with that key.
    case .sequence:
      pending.count > 1 && (pending[1] == UInt8(ascii: "[") || pending[1] == UInt8(ascii: "O")) ? .lateRest : .sequence
    case .afterEscape, .lateSequence: .lateRest
    case .longSequence, .mouse, .string, .stringEscape, .paste: .end
    }
  }

  public mutating func feed(_ bytes: some Collection<UInt8>) -> [Input] {
    var found: [Input] = []
    var rest = Array(bytes)[...]
    if state == .afterEscape { rest = withoutLateRest(rest) }
    for byte in rest { decode(byte, &found) }
    return found
  }

  /// No more bytes came: a single ESC is the Esc key, an unfinished sequence is dropped, an unfinished paste is given
  /// as far as it came.
  public mutating func flush() -> [Input] {
    let (ended, bytes) = (state, pending)
    (state, pending, report) = (.text, [], [])
    switch ended {
    case .text, .longSequence, .mouse, .string, .stringEscape, .afterEscape: return []
    case .lateSequence: return bytes == [UInt8(ascii: "[")] ? [.key(.character("["))] : []
    case .paste:
      defer { pasted = [] }
      return [.paste(String(decoding: pasted, as: UTF8.self))]
    case .sequence:
      if bytes == [0x1B] || bytes == [0x1B, 0x1B] {
        state = .afterEscape
        return [.key(.escape)]
      }
      // ESC and one more byte mean Alt with that key.
      return bytes.count == 2 ? alt(bytes[1]) : []
    }
  }

  /// After the Esc key, bytes of one read that complete a cursor or function key are its late rest. "O" alone is the
  /// letter, because a hand sends one byte a read.
  private mutating func withoutLateRest(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    state = .text
    guard let first = bytes.first else {
      state = .afterEscape
      return bytes
    }
    if first == UInt8(ascii: "O"), let second = bytes.dropFirst().first, Self.keysAfterSS3[second] != nil {
      return bytes.dropFirst(2)
    }
    if first == UInt8(ascii: "[") { state = .lateSequence }
    return bytes
  }

  private mutating func decode(_ byte: UInt8, _ found: inout [Input]) {
    switch state {
    case .text: decodeText(byte, &found)
    case .sequence: decodeSequence(byte, &found)
    case .longSequence: endControlSequence(at: byte, &found)
    case .mouse(let left, let isOpen): decodeMouse(byte, left: left, isOpen: isOpen, &found)
    case .string(let endsAtBell): decodeString(byte, endsAtBell: endsAtBell, &found)
    case .stringEscape:
      // "ESC \" ends the string. Any other sequence ends it too, and begins.
      if byte == 0x1B { return }
      if byte == UInt8(ascii: "\\") { return finish(answer(), &found) }
      begin()
      decodeSequence(byte, &found)
    case .paste: decodePasted(byte, &found)
    case .afterEscape:
      state = .text
      decodeText(byte, &found)
    case .lateSequence:
      pending.append(byte)
      if pending.count > 1 { endControlSequence(at: byte, &found) }
    }
  }

  mutating func begin() {
    state = .sequence
    pending = [0x1B]
  }

  mutating func finish(_ input: Input?, _ found: inout [Input]) {
    (state, pending) = (.text, [])
    if let input { found.append(input) }
  }

  // MARK: Text

  mutating func decodeText(_ byte: UInt8, _ found: inout [Input]) {
    if !pending.isEmpty || byte >= 0x80 {
      decodeUTF8(byte, &found)
    } else if byte == 0x1B {
      begin()
    } else if let key = Self.key(ofControlOrASCII: byte) {
      found.append(.key(key))
    }
  }

  private mutating func decodeUTF8(_ byte: UInt8, _ found: inout [Input]) {
    pending.append(byte)
    let length =
      switch pending[0] {
      case 0xC2...0xDF: 2
      case 0xE0...0xEF: 3
      case 0xF0...0xF4: 4
      default: 0
      }
    let isBroken = length == 0 || pending.dropFirst().contains { $0 & 0xC0 != 0x80 }
    if isBroken {
      // A byte that begins something new must not be dropped together with the broken character.
      let hadMore = pending.count > 1
      pending = []
      if hadMore { decodeText(byte, &found) }
    } else if pending.count == length {
      let text = String(validating: pending, as: UTF8.self)
      pending = []
      guard let character = text?.first, let scalar = character.unicodeScalars.first else { return }
      switch scalar.value {
      case 0x8F, 0x90, 0x98, 0x9B, 0x9D...0x9F:
        // A control character of eight bits that opens a sequence is ESC with the letter 0x40 below.
        begin()
        decodeSequence(UInt8(scalar.value - 0x40), &found)
      case 0x80...0x9F: break
      default:
        found.append(.key(.character(character)))
      }
    }
  }

  // MARK: Paste

  private mutating func decodePasted(_ byte: UInt8, _ found: inout [Input]) {
    let end = Array("\u{1B}[201~".utf8)
    pending.append(byte)
    if pending == end {
      let text = String(decoding: pasted, as: UTF8.self)
      pasted = []
      finish(.paste(text), &found)
    } else if !end.starts(with: pending) {
      // The byte that ends a false end mark may begin the real one. If it were taken as text, the paste would never
      // end.
      let next = pending.count > 1 && byte == end[0] ? [pending.removeLast()] : []
      if pasted.count + pending.count <= Self.maximumPaste { pasted += pending }
      pending = next
    }
  }
}
