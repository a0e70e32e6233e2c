import Crypto
import Foundation
import Glibc

/// The file of an attachment: a header of sixteen bytes, then sealed chunks.
enum SealedBlob {
  /// Magic, format 1, seven reserved bytes.
  static let header = Array("DOSSIERA".utf8) + [1, 0, 0, 0, 0, 0, 0, 0]

  struct Made {
    var hash: BlobHash
    var size: Int
    var sealedSize: Int
  }

  /// Seals what `source` reads into `target` and syncs it.
  /// - Parameter limit: the largest number of plain bytes; nil is returned if there are more. They are counted while
  ///   reading, because a scanner may still be writing the file.
  static func seal(
    reading source: SealedStream.Source, into target: RawFile, key: SymmetricKey, limit: Int
  ) throws(BackupError) -> Made? {
    var digest = SHA256()
    var (size, sealedSize) = (0, 0)
    func put(_ bytes: [UInt8]) throws(BackupError) {
      digest.update(data: bytes)
      sealedSize += bytes.count
      try target.write(bytes)
    }
    try put(header)
    try SealedStream.seal(
      reading: { count throws(BackupError) in
        guard size <= limit else { return [] }
        let bytes = try source(count)
        size += bytes.count
        return bytes
      }, writing: put, header: header, key: key)
    guard size <= limit else { return nil }
    try target.synchronise()
    guard let hash = BlobHash(bytes: digest.finalize()) else { return nil }
    return Made(hash: hash, size: size, sealedSize: sealedSize)
  }

  /// Passes on the plain bytes in order; no bytes of a changed chunk.
  static func open(
    _ path: String, key: SymmetricKey, writing: SealedStream.Sink
  ) throws(BackupError) {
    let file = try RawFile.open(path, O_RDONLY)
    defer { file.close() }
    guard try file.read(upTo: header.count) == header else { throw .damaged(path: path, chunk: 0) }
    try SealedStream.open(file, writing: writing, header: header, key: key)
  }

  static func isSealed(_ path: String) -> Bool {
    guard let file = try? RawFile.open(path, O_RDONLY) else { return false }
    defer { file.close() }
    return (try? file.read(upTo: header.count)) == header
  }

  static func digest(of path: String) throws(BackupError) -> BlobHash? {
    let file = try RawFile.open(path, O_RDONLY)
    defer { file.close() }
    // The cache is dropped, so that the bytes are read from the disk.
    file.forgetCached()
    var digest = SHA256()
    while true {
      let bytes = try file.read(upTo: SealedStream.chunkSize)
      if bytes.isEmpty { return BlobHash(bytes: digest.finalize()) }
      digest.update(data: bytes)
    }
  }

  /// Copies a sealed file so that it is on the disk completely under its name, or not at all.
  /// - Returns: false if the bytes do not match the name; nothing is left at `target` then.
  static func copy(_ source: String, to folder: String, as hash: BlobHash) throws(BackupError) -> Bool {
    let partial = folder + "/.partial"
    defer { RawFile.remove(partial) }
    let from = try RawFile.open(source, O_RDONLY)
    defer { from.close() }
    let to = try RawFile.open(partial, O_WRONLY | O_CREAT | O_TRUNC)
    defer { to.close() }
    while true {
      let bytes = try from.read(upTo: SealedStream.chunkSize)
      if bytes.isEmpty { break }
      try to.write(bytes)
    }
    try to.synchronise()
    guard try digest(of: partial) == hash else { return false }
    try RawFile.rename(partial, folder + "/" + hash.text)
    try RawFile.synchronise(folder: folder)
    return true
  }
}
