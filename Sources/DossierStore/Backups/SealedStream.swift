import Crypto
import Foundation
import Glibc

/// A file as encrypted chunks (ChaCha20-Poly1305). The nonce of each chunk contains its number and whether it is the
/// last, so that changed, moved, missing or cut-off chunks are noticed; each chunk authenticates the header too.
enum SealedStream {
  static let chunkSize = 256 << 10
  private static let tagSize = 16

  /// Returns this many bytes; fewer only at the end.
  typealias Source = (_ count: Int) throws(BackupError) -> [UInt8]
  typealias Sink = ([UInt8]) throws(BackupError) -> Void

  static func seal(
    reading: Source, writing: Sink, header: [UInt8], key: SymmetricKey
  ) throws(BackupError) {
    let bound = Data(SHA256.hash(data: header))
    var index: UInt64 = 0
    var chunk = try reading(chunkSize)
    while true {
      let next = chunk.count == chunkSize ? try reading(chunkSize) : []
      let isLast = next.isEmpty
      do {
        let box = try ChaChaPoly.seal(chunk, using: key, nonce: try nonce(index, isLast), authenticating: bound)
        chunk = Array(box.ciphertext) + Array(box.tag)
      } catch {
        throw BackupError.copyUnsound(["\(error)"])
      }
      try writing(chunk)
      if isLast { return }
      chunk = next
      index += 1
    }
  }

  /// Decrypts the rest of `file`, which is positioned behind its header.
  static func open(_ file: RawFile, into target: RawFile, header: [UInt8], key: SymmetricKey) throws(BackupError) {
    try open(file, writing: { bytes throws(BackupError) in try target.write(bytes) }, header: header, key: key)
  }

  static func open(_ file: RawFile, writing: Sink, header: [UInt8], key: SymmetricKey) throws(BackupError) {
    let bound = Data(SHA256.hash(data: header))
    var index: UInt64 = 0
    let sealedSize = chunkSize + tagSize
    var chunk = try file.read(upTo: sealedSize)
    while true {
      let next = chunk.count == sealedSize ? try file.read(upTo: sealedSize) : []
      let isLast = next.isEmpty
      guard let plain = try? unseal(chunk, index, isLast, bound, key) else {
        // If the last chunk read is valid but not marked as the last one, the end of the file is missing.
        let isCut = isLast && (chunk.isEmpty || (try? unseal(chunk, index, false, bound, key)) != nil)
        throw isCut ? .truncated(path: file.path) : .damaged(path: file.path, chunk: Int(index))
      }
      try writing(plain)
      if isLast { return }
      chunk = next
      index += 1
    }
  }

  private static func unseal(
    _ chunk: [UInt8], _ index: UInt64, _ isLast: Bool, _ bound: Data, _ key: SymmetricKey
  ) throws -> [UInt8] {
    let box = try ChaChaPoly.SealedBox(
      nonce: try nonce(index, isLast), ciphertext: chunk.dropLast(tagSize), tag: chunk.suffix(tagSize))
    return Array(try ChaChaPoly.open(box, using: key, authenticating: bound))
  }

  /// Three zero bytes, the mark of the last chunk, the counter. Each file has its own key, so no nonce is used twice.
  private static func nonce(_ index: UInt64, _ isLast: Bool) throws -> ChaChaPoly.Nonce {
    try ChaChaPoly.Nonce(
      data: [0, 0, 0, isLast ? 1 : 0] + (0..<8).map { UInt8(truncatingIfNeeded: index >> (56 - 8 * UInt64($0))) })
  }
}
