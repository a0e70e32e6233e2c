/// Decodes the bytes of a terminal into keys; a sequence may be split over several reads.
///
/// Knows the sequences of xterm, the Linux console, rxvt, PuTTY, Windows Terminal and tmux, and those in the terminfo
/// description of the terminal. Unknown sequences are dropped completely. It has no timer: if `isWaiting` is true after
/// the ESC delay, the caller calls `flush`.
public struct KeyDecoder: Sendable {
  public enum Input: Hashable, Sendable {
    case key(Key)
    /// The text between the marks of a bracketed paste; at most `maximumPaste` bytes, the rest is dropped.
    case paste(String)
  }

  public static let maximumPaste = 64 << 10
  private static let maximumSequence = 64

  private var pending: [UInt8] = []
  private var paste: [UInt8]?
  private let terminfo: [[UInt8]: Key]

  /// - Parameter terminfo: the key sequences of the terminal's description.
  public init(terminfo: [[UInt8]: Key] = [:]) {
    self.terminfo = terminfo
  }

  /// An ESC, or the beginning of a sequence or character, has arrived and may continue.
  public var isWaiting: Bool { !pending.isEmpty }

  public mutating func feed(_ bytes: some Sequence<UInt8>) -> [Input] {
    var found: [Input] = []
    for byte in bytes { decode(byte, &found) }
    return found
  }

  /// No more bytes came: a single ESC is the Esc key, and an unfinished sequence is dropped.
  public mutating func flush() -> [Input] {
    defer { pending = [] }
    guard pending.first == 0x1B else { return [] }
    if pending == [0x1B] || pending == [0x1B, 0x1B] { return [.key(.escape)] }
    // ESC and one more byte mean Alt with that key.
    return pending.count == 2 ? alt(pending[1]) : []
  }

  private mutating func decode(_ byte: UInt8, _ found: inout [Input]) {
    if paste != nil {
      decodePasted(byte, &found)
      return
    }
    pending.append(byte)
    if let key = terminfo[pending] {
      finish(.key(key), &found)
    } else if pending[0] == 0x1B {
      decodeSequence(&found)
    } else if pending[0] >= 0x80 {
      decodeUTF8(&found)
    } else {
      let key = Self.key(ofControlOrASCII: byte)
      pending = []
      if let key { found.append(.key(key)) }
    }
  }

  private mutating func finish(_ input: Input?, _ found: inout [Input]) {
    pending = []
    if let input { found.append(input) }
  }

  private mutating func decodeUTF8(_ found: inout [Input]) {
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
      let last = pending.removeLast()
      let hadMore = !pending.isEmpty
      pending = []
      if hadMore { decode(last, &found) }
    } else if pending.count == length {
      let text = String(validating: pending, as: UTF8.self)
      finish(text?.first.map { .key(.character($0)) }, &found)
    }
  }

  private mutating func decodeSequence(_ found: inout [Input]) {
    guard pending.count > 1 else { return }
    switch pending[1] {
    case UInt8(ascii: "["): decodeControlSequence(&found)
    case UInt8(ascii: "O"):
      guard pending.count > 2 else { return }
      finish(Self.applicationKeys[pending[2]].map { .key($0) }, &found)
    case 0x1B:
      // The first ESC was a key of its own.
      pending = [0x1B]
      found.append(.key(.escape))
    default:
      let isTextStart = pending[1] >= 0x80
      if isTextStart { return }
      let keys = alt(pending[1])
      pending = []
      found += keys
    }
  }

  private func alt(_ byte: UInt8) -> [Input] {
    switch byte {
    case 0x21..<0x7F: [.key(.alt(Character(Unicode.Scalar(byte))))]
    case 0x0D: [.key(.controlEnter)]
    default: []
    }
  }

  private mutating func decodeControlSequence(_ found: inout [Input]) {
    guard pending.count > 2, let last = pending.last else { return }
    // The Linux console sends ESC [ [ A … E for F1 to F5.
    if pending[2] == UInt8(ascii: "[") {
      guard pending.count == 4 else { return }
      let number = Int(last) - Int(UInt8(ascii: "A")) + 1
      finish((1...5).contains(number) ? .key(.function(number)) : nil, &found)
      return
    }
    if pending.count > Self.maximumSequence { return finish(nil, &found) }
    guard (0x40...0x7E).contains(last) else {
      if !(0x20...0x3F).contains(last) { finish(nil, &found) }
      return
    }
    let body = pending[2..<(pending.count - 1)]
    let parameters = body.split(separator: UInt8(ascii: ";"), omittingEmptySubsequences: false)
      .map { Int(String(decoding: $0, as: UTF8.self)) ?? 0 }
    if last == UInt8(ascii: "~"), parameters.first == 200 {
      paste = []
      return finish(nil, &found)
    }
    finish(Self.key(parameters: parameters, final: last).map { .key($0) }, &found)
  }

  private mutating func decodePasted(_ byte: UInt8, _ found: inout [Input]) {
    let end = Array("\u{1B}[201~".utf8)
    pending.append(byte)
    if pending == end {
      let text = String(decoding: paste ?? [], as: UTF8.self)
      paste = nil
      finish(.paste(text), &found)
    } else if !end.starts(with: pending) {
      // The byte that ends a false end mark may begin the real one. If it were taken as text, the paste would never
      // end.
      let next = pending.count > 1 && byte == end[0] ? [pending.removeLast()] : []
      if (paste?.count ?? 0) + pending.count <= Self.maximumPaste { paste?.append(contentsOf: pending) }
      pending = next
    }
  }
}
