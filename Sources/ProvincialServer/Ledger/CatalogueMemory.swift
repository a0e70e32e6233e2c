import Crypto
import DossierDomain
import Synchronization

/// Remembers the catalogue of the province's decisions, because a submission would otherwise decode all of them. It is
/// remembered by the contents of the rows and by nothing else, so that it is right with several processes on one database
/// and after a restore. One catalogue is kept.
final class CatalogueMemory: Sendable {
  private struct Remembered: Sendable {
    var contents: [UInt8]
    var catalogue: Catalogue
  }

  private let remembered = Mutex<Remembered?>(nil)

  /// - Parameter make: decodes the rows; called only if they are others than the last time.
  func catalogue(of rows: [ServerRow], make: ([ServerRow]) throws -> Catalogue) throws -> Catalogue {
    let contents = try Self.hash(rows)
    if let known = remembered.withLock({ $0 }), known.contents == contents { return known.catalogue }
    let catalogue = try make(rows)
    remembered.withLock { $0 = Remembered(contents: contents, catalogue: catalogue) }
    return catalogue
  }

  private static func hash(_ rows: [ServerRow]) throws -> [UInt8] {
    var hash = SHA256()
    for row in rows {
      let payload = try row.blob(2)
      for number in [try row.integer(0), try row.integer(1), Int64(payload.count)] {
        withUnsafeBytes(of: number.littleEndian) { hash.update(bufferPointer: $0) }
      }
      hash.update(data: payload)
    }
    return Array(hash.finalize())
  }
}
