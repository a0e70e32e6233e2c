import Crypto
import Foundation

/// SHA-256 of a file, read in parts.
func fileHash(_ path: String) throws -> [UInt8] {
  let file = try FileHandle(forReadingFrom: URL(fileURLWithPath: path))
  defer { try? file.close() }
  var hash = SHA256()
  while let part = try file.read(upToCount: 1 << 20), !part.isEmpty { hash.update(data: part) }
  return Array(hash.finalize())
}
