import ExchangeModel
import Foundation
import Hummingbird
import SyncProtocol

extension HTTPFields.Element.Name {
  fileprivate static var blobKey: Self? { Self("dossier-blob-key") }
  fileprivate static var blobReceived: Self? { Self("dossier-blob-received") }
  fileprivate static var blobComplete: Self? { Self("dossier-blob-complete") }
}

extension ProvinceResponder {
  func blob(_ request: Request, _ name: String, _ context: ConnectionContext) async throws -> Response {
    let keyHash = try await keyHash(context)
    guard let hash = Hexadecimal.bytes(name) else { throw Refusal(.badRequest, .malformed, "name") }
    return switch request.method {
    case .put: try await putBlob(request, hash, keyHash)
    case .delete: try await eraseBlob(request, hash, keyHash)
    default: try await getBlob(request, hash, keyHash)
    }
  }

  private func putBlob(_ request: Request, _ hash: [UInt8], _ keyHash: [UInt8]) async throws -> Response {
    guard MediaTypes.of(request) == MediaTypes.bytes else {
      throw Refusal(.unsupportedMediaType, .malformed, "content type", closes: true)
    }
    guard let range = (request.headers[.contentRange]).flatMap(ContentRange.init) else {
      throw Refusal(.badRequest, .malformed, "content-range")
    }
    let key = try HTTPFields.Element.Name.blobKey.flatMap { request.headers[$0] }.map { text in
      guard let key = Data(base64Encoded: text), key.count == 32 else {
        throw Refusal(.badRequest, .malformed, "dossier-blob-key")
      }
      return Array(key)
    }
    return try await admitted(request, .blobs, from: .machine, limit: BlobShelf.largestPart) { bytes in
      guard bytes.count == range.count else { throw Refusal(.badRequest, .malformed, "content-range") }
      let state = try blobs.put(bytes, of: hash, at: range.first, size: range.size, key: key, keyHash: keyHash)
      var headers = HTTPFields()
      if let name = HTTPFields.Element.Name.blobReceived { headers[name] = String(state.received) }
      if let name = HTTPFields.Element.Name.blobComplete { headers[name] = state.isComplete ? "true" : "false" }
      return Response(status: .ok, headers: headers)
    }
  }

  private func getBlob(_ request: Request, _ hash: [UInt8], _ keyHash: [UInt8]) async throws -> Response {
    let offset = try request.headers[.range].map { text in
      guard text.hasPrefix("bytes="), text.hasSuffix("-"), let offset = Int(text.dropFirst(6).dropLast()), offset >= 0
      else { throw Refusal(.badRequest, .malformed, "range") }
      return offset
    }
    return try await admitted(request, .blobs, from: .machine, limit: BlobShelf.largestPart) { _ in
      guard let part = try blobs.get(hash, from: offset ?? 0, keyHash: keyHash) else {
        throw Refusal(.notFound, .notFound)
      }
      let last = part.offset + part.bytes.count - 1
      var headers: HTTPFields = [.contentRange: "bytes \(part.offset)-\(last)/\(part.size)"]
      if let key = part.key, let name = HTTPFields.Element.Name.blobKey {
        headers[name] = Data(key).base64EncodedString()
      }
      return Response.bytes(part.bytes, type: MediaTypes.bytes, headers, status: .partialContent)
    }
  }

  private func eraseBlob(_ request: Request, _ hash: [UInt8], _ keyHash: [UInt8]) async throws -> Response {
    try await admitted(request, .blobs, from: .machine, limit: BlobShelf.largestPart) { _ in
      switch try blobs.erasure(of: hash, keyHash: keyHash) {
      case .done: return Response(status: .noContent)
      // The desk asks again at another exchange; other scans continue.
      case .needsEntry: throw Refusal(.conflict, .malformed, "entry")
      case .unknown: throw Refusal(.notFound, .notFound)
      }
    }
  }
}

/// `bytes FIRST-LAST/SIZE` (RFC 9110, section 14.4).
struct ContentRange: Hashable {
  var first: Int
  var last: Int
  var size: Int

  var count: Int { last - first + 1 }

  init?(_ text: String) {
    guard text.hasPrefix("bytes ") else { return nil }
    let parts = text.dropFirst(6).split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 2, let size = Int(parts[1]) else { return nil }
    let ends = parts[0].split(separator: "-", omittingEmptySubsequences: false)
    guard ends.count == 2, let first = Int(ends[0]), let last = Int(ends[1]), first >= 0, first <= last, last < size
    else { return nil }
    self.first = first
    self.last = last
    self.size = size
  }
}
