import Crypto
import Foundation
import Glibc

/// The key of the office's backups: 256 bits, printed once and kept in a safe. An empty machine needs it to read a
/// backup.
///
/// A copy is stored on the machine, readable by its owner only, so that the daily backup needs no input.
public struct RecoveryKey: Sendable {
  let key: SymmetricKey

  public static func random() -> RecoveryKey { RecoveryKey(key: SymmetricKey(size: .bits256)) }

  init(key: SymmetricKey) { self.key = key }

  /// 14 groups of four characters of Crockford's alphabet (without I, L, O, U): 52 of the key, 4 of its SHA-256.
  public var text: String {
    let bytes = key.withUnsafeBytes { Array($0) }
    let signs = Self.base32(bytes) + Self.checksum(bytes)
    return stride(from: 0, to: signs.count, by: 4)
      .map { String(signs[$0..<min($0 + 4, signs.count)]) }.joined(separator: "-")
  }

  /// Identifies the files of this key where several offices share a place; the key cannot be derived from it.
  var tag: String {
    let name = derived(salt: Data(), info: "dossier attachment key file name").withUnsafeBytes { Array($0) }
    return String(BlobHash(bytes: name)?.text.prefix(8) ?? "")
  }

  func derived(salt: Data, info: String) -> SymmetricKey {
    HKDF<SHA256>.deriveKey(inputKeyMaterial: key, salt: salt, info: Data(info.utf8), outputByteCount: 32)
  }

  /// Parses a typed key. Case, blanks and dashes are ignored; O is read as 0, I and L as 1.
  public init(text: String) throws(BackupError) {
    var signs: [Character] = []
    for character in text.uppercased() where !(character == "-" || character.isWhitespace) {
      signs.append(character == "O" ? "0" : character == "I" || character == "L" ? "1" : character)
      guard signs.count <= 56 else { throw .keyMistyped }
    }
    guard signs.count == 56, let bytes = Self.bytes(signs.prefix(52)), Self.checksum(bytes) == Array(signs.suffix(4))
    else { throw .keyMistyped }
    key = SymmetricKey(data: bytes)
  }

  /// The key stored in the data folder; nil if there is none yet.
  public static func load(from path: String) throws(BackupError) -> RecoveryKey? {
    guard access(path, F_OK) == 0 else { return nil }
    let file = try RawFile.open(path, O_RDONLY)
    defer { file.close() }
    let bytes = try file.read(upTo: 128)
    return try RecoveryKey(text: String(decoding: bytes, as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines))
  }

  /// Stores the key with mode 0600, completely or not at all. It never replaces a key, because older backups need
  /// theirs.
  public func save(to path: String) throws(BackupError) {
    let part = path + ".part"
    defer { RawFile.remove(part) }
    let file = try RawFile.open(part, O_WRONLY | O_CREAT | O_TRUNC)
    defer { file.close() }
    try file.write(Array((text + "\n").utf8))
    try file.synchronise()
    try RawFile.renameToNew(part, path)
    try RawFile.synchronise(folder: PathText.folder(of: path))
  }

  private static let alphabet = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ")

  private static func checksum(_ bytes: [UInt8]) -> [Character] {
    Array(base32(Array(SHA256.hash(data: bytes).prefix(3))).prefix(4))
  }

  private static func base32(_ bytes: [UInt8]) -> [Character] {
    var signs: [Character] = []
    var buffer = 0
    var bits = 0
    for byte in bytes {
      buffer = (buffer << 8 | Int(byte)) & 0xFFFF
      bits += 8
      while bits >= 5 {
        bits -= 5
        signs.append(alphabet[buffer >> bits & 31])
      }
    }
    if bits > 0 { signs.append(alphabet[buffer << (5 - bits) & 31]) }
    return signs
  }

  /// The 32 bytes of 52 characters; nil if one is not in the alphabet.
  private static func bytes(_ signs: ArraySlice<Character>) -> [UInt8]? {
    var bytes: [UInt8] = []
    var buffer = 0
    var bits = 0
    for sign in signs {
      guard let value = alphabet.firstIndex(of: sign) else { return nil }
      buffer = (buffer << 5 | value) & 0xFFFF
      bits += 5
      if bits >= 8 {
        bits -= 8
        bytes.append(UInt8(truncatingIfNeeded: buffer >> bits))
      }
    }
    return bytes.count == 32 ? bytes : nil
  }
}
