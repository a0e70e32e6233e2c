import DossierDomain
import DossierStore
import ExchangeModel
import OfficeWork
import SyncProtocol

/// The requests that carry one part of one attachment, and the checks of their answers.
enum BlobPart {
  static func put(_ bytes: [UInt8], of hash: BlobHash, at offset: Int, size: Int, key: [UInt8]?) -> ProvinceRequest {
    var headers = [
      (name: "content-type", value: "application/octet-stream"),
      (name: "content-range", value: "bytes \(offset)-\(offset + bytes.count - 1)/\(size)"),
    ]
    // The key is sent only once, with the first part.
    if let key, offset == 0 { headers.append((name: "dossier-blob-key", value: base64(key))) }
    return ProvinceRequest(
      .put, path(hash), headers: headers, body: bytes, expectedType: nil, largestAnswer: 4096)
  }

  static func get(_ hash: BlobHash, from offset: Int) -> ProvinceRequest {
    ProvinceRequest(
      .get, path(hash), headers: [(name: "range", value: "bytes=\(offset)-")], expectedType: "application/octet-stream",
      largestAnswer: BlobTransfer.largestPart)
  }

  static func delete(_ hash: BlobHash) -> ProvinceRequest {
    ProvinceRequest(.delete, path(hash), expectedType: nil, largestAnswer: 4096)
  }

  /// How much of the blob the province has after a part.
  static func state(_ answer: ProvinceAnswer) throws(SyncFailure) -> (received: Int, isComplete: Bool) {
    guard let received = answer.headers["dossier-blob-received"].flatMap({ Int($0) }),
      (0...ScanStore.limit * 2).contains(received),
      let word = answer.headers["dossier-blob-complete"], ["true", "false"].contains(word)
    else { throw .captivePortal }
    return (received, word == "true")
  }

  /// The position of a received part in the whole blob, and the content key.
  static func range(_ answer: ProvinceAnswer) throws(SyncFailure) -> (offset: Int, size: Int, key: [UInt8]) {
    // bytes FIRST-LAST/SIZE
    let numbers = (answer.headers["content-range"] ?? "").split { !$0.isNumber }.compactMap { Int($0) }
    guard numbers.count == 3, numbers[2] <= ScanStore.limit * 2, numbers[0] <= numbers[1],
      numbers[1] < numbers[2], numbers[1] - numbers[0] + 1 == answer.body.count
    else { throw .answerDamaged("content-range") }
    guard let key = bytes(base64: answer.headers["dossier-blob-key"] ?? ""), key.count == 32 else {
      throw .answerDamaged("dossier-blob-key")
    }
    return (numbers[0], numbers[2], key)
  }

  private static func path(_ hash: BlobHash) -> String { "/v1/blobs/" + hash.text }
}
