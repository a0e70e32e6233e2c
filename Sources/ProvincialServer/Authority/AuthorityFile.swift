import Crypto
import CryptoExtras
import Foundation

/// The file with the authority's keys: `authority.pem`, or `authority.sealed` if it is encrypted with a passphrase.
///
/// ```text
/// DOSSIERK  1  salt 16  nonce 12  sealed PEM  tag 16
/// ```
/// The key is derived with scrypt (N = 2^15, r = 8, p = 1: 32 MB, a tenth of a second). ChaCha20-Poly1305 encrypts the
/// PEM and authenticates the header too.
public struct AuthorityFile: Sendable {
  private static let magic = Array("DOSSIERK".utf8) + [1]
  private static let saltSize = 16

  private let folder: String

  public init(folder: String) { self.folder = folder }

  private var plain: String { folder + "/authority.pem" }
  private var sealed: String { folder + "/authority.sealed" }

  public var isSealed: Bool { FileManager.default.fileExists(atPath: sealed) }

  /// - Returns: nil if there is no file.
  /// - Throws: `AuthorityError`.
  func read(_ passphrase: [UInt8]?) throws -> ProvinceAuthority? {
    if let bytes = FileManager.default.contents(atPath: sealed) {
      guard let passphrase else { throw AuthorityError.sealed(sealed) }
      let text = try Self.open(Array(bytes), passphrase, sealed)
      return try ProvinceAuthority(pem: String(decoding: text, as: UTF8.self), file: sealed)
    }
    guard let bytes = FileManager.default.contents(atPath: plain) else { return nil }
    return try ProvinceAuthority(pem: String(decoding: bytes, as: UTF8.self), file: plain)
  }

  func write(_ authority: ProvinceAuthority, _ passphrase: [UInt8]?) throws {
    try FileManager.default.createDirectory(
      atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    let text = Array(try authority.pem.utf8)
    if let passphrase {
      try put(Self.seal(text, passphrase), at: sealed)
    } else {
      try put(text, at: plain)
    }
  }

  /// Encrypts the file and removes the plain one, or the other way round.
  /// - Throws: `AuthorityError`; nothing is lost then.
  public func change(toSealed: Bool, with passphrase: [UInt8]) throws {
    guard let authority = try read(passphrase) else { throw AuthorityError.absent(folder) }
    try write(authority, toSealed ? passphrase : nil)
    // The new file must be readable before the other one is removed.
    guard FileManager.default.contents(atPath: toSealed ? sealed : plain) != nil else {
      throw AuthorityError.notWritable(toSealed ? sealed : plain)
    }
    try? FileManager.default.removeItem(atPath: toSealed ? plain : sealed)
  }

  /// Writes the file completely and durably, or not at all.
  private func put(_ bytes: [UInt8], at file: String) throws {
    let part = file + ".part"
    guard
      FileManager.default.createFile(atPath: part, contents: nil, attributes: [.posixPermissions: 0o600]),
      let handle = FileHandle(forWritingAtPath: part)
    else { throw AuthorityError.notWritable(file) }
    do {
      try handle.write(contentsOf: Data(bytes))
      try handle.synchronize()
      try handle.close()
    } catch {
      throw AuthorityError.notWritable(file)
    }
    guard rename(part, file) == 0 else { throw AuthorityError.notWritable(file) }
  }

  // MARK: The seal

  static func seal(_ text: [UInt8], _ passphrase: [UInt8]) throws -> [UInt8] {
    let salt = (0..<saltSize).map { _ in UInt8.random(in: .min ... .max) }
    let head = magic + salt
    let box = try ChaChaPoly.seal(text, using: key(passphrase, salt), authenticating: head)
    return head + Array(box.combined)
  }

  static func open(_ bytes: [UInt8], _ passphrase: [UInt8], _ file: String) throws -> [UInt8] {
    let head = bytes.prefix(magic.count + saltSize)
    guard head.count == magic.count + saltSize, head.starts(with: magic),
      let box = try? ChaChaPoly.SealedBox(combined: bytes.dropFirst(head.count))
    else { throw AuthorityError.damaged(file) }
    guard
      let text = try? ChaChaPoly.open(
        box, using: key(passphrase, Array(head.suffix(saltSize))), authenticating: Array(head))
    else { throw AuthorityError.wrongPassphrase }
    return Array(text)
  }

  private static func key(_ passphrase: [UInt8], _ salt: [UInt8]) throws -> SymmetricKey {
    try KDF.Scrypt.deriveKey(
      from: passphrase, salt: salt, outputByteCount: 32, rounds: 1 << 15, blockSize: 8, parallelism: 1)
  }
}

public enum AuthorityError: Error, Hashable, Sendable {
  case absent(String)
  case damaged(String)
  case notWritable(String)
  /// The file is encrypted, so that a passphrase is needed.
  case sealed(String)
  case wrongPassphrase
}
