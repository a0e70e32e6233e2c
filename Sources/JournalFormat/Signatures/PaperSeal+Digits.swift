/// The text of a seal is decimal digits only. A QR code stores them in a third less room than letters, and a scanner that types
/// them is disturbed by no input method, keyboard layout or Caps Lock.
extension PaperSeal {
  /// The first digit is the version.
  private static let version = "1"
  /// So many bytes, the most significant first, are so many digits.
  private static let (groupBytes, groupDigits) = (7, 17)
  private static let length = machineLength + hashLength + SigningPublicKey.signatureLength
  /// Of the text: 205 digits.
  public static let digits = version.utf8.count + length / groupBytes * groupDigits

  public var text: String {
    let bytes = machine + pageHash + signature
    let groups = stride(from: 0, to: bytes.count, by: Self.groupBytes).map { start in
      let digits = String(
        bytes[start..<min(start + Self.groupBytes, bytes.count)].reduce(UInt64(0)) { $0 << 8 | UInt64($1) })
      return String(repeating: "0", count: max(0, Self.groupDigits - digits.utf8.count)) + digits
    }
    return Self.version + groups.joined()
  }

  /// Whether it is as many digits as a seal has.
  static func hasForm(_ text: String) -> Bool {
    text.utf8.count == digits && text.utf8.allSatisfy { (0x30...0x39).contains($0) }
  }

  /// Nil if the text is not exactly that of one seal.
  public init?(text: String) {
    guard Self.hasForm(text), text.hasPrefix(Self.version) else { return nil }
    let digits = Array(text.utf8)
    var bytes: [UInt8] = []
    for start in stride(from: Self.version.utf8.count, to: digits.count, by: Self.groupDigits) {
      let group = digits[start..<start + Self.groupDigits].reduce(UInt64(0)) { $0 * 10 + UInt64($1 - 0x30) }
      guard group >> (8 * UInt64(Self.groupBytes)) == 0 else { return nil }
      bytes += (0..<Self.groupBytes).map { UInt8(truncatingIfNeeded: group >> (8 * UInt64(Self.groupBytes - 1 - $0))) }
    }
    self.init(
      machine: Array(bytes.prefix(Self.machineLength)),
      pageHash: Array(bytes.dropFirst(Self.machineLength).prefix(Self.hashLength)),
      signature: Array(bytes.suffix(SigningPublicKey.signatureLength)))
  }
}
