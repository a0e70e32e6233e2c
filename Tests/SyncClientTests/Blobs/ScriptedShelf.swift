import DossierDomain
import DossierStore
import ExchangeModel
import OfficeWork
import SyncClient
import SyncProtocol
import Synchronization

/// The province's store of attachments as the protocol describes it, over a connection that breaks where the test
/// wants.
final class ScriptedShelf: ProvinceConnection {
  struct State {
    var blobs: [String: (bytes: [UInt8], size: Int, key: String)] = [:]
    var erased: Set<String> = []
    var requests: [String] = []
    var bytesUp = 0
    /// The numbers of the requests before or after which the connection breaks.
    var breaksBefore: Set<Int> = []
    var breaksAfter: Set<Int> = []
    var doBefore: [Int: @Sendable () -> Void] = [:]
  }

  let state = Mutex(State())

  var traffic: Traffic { Traffic() }
  func close() async {}

  func send(
    _ request: ProvinceRequest, progress: @escaping @Sendable (TransferProgress) -> Void
  ) async throws(SyncFailure) -> ProvinceAnswer {
    let (number, before) = state.withLock { state in
      state.requests.append("\(request.method.rawValue) \(request.path.suffix(64).prefix(4))")
      state.bytesUp += request.body.count
      let number = state.requests.count
      return (number, state.doBefore[number])
    }
    before?()
    if state.withLock({ $0.breaksBefore.contains(number) }) { throw .interrupted }
    let answer = state.withLock { Self.answer(request, &$0) }
    if state.withLock({ $0.breaksAfter.contains(number) }) { throw .interrupted }
    progress(TransferProgress(sent: request.body.count, toSend: request.body.count))
    return answer
  }

  private static func answer(_ request: ProvinceRequest, _ state: inout State) -> ProvinceAnswer {
    let name = String(request.path.suffix(64))
    func header(_ name: String) -> String { request.headers.first { $0.name == name }?.value ?? "" }
    switch request.method {
    case .put:
      let range = header("content-range").split { !$0.isNumber }.compactMap { Int($0) }
      var blob = state.blobs[name] ?? (bytes: [], size: range[2], key: "")
      if blob.key.isEmpty { blob.key = header("dossier-blob-key") }
      if range[0] == blob.bytes.count { blob.bytes += request.body }
      state.blobs[name] = blob
      return ProvinceAnswer(
        status: 200,
        headers: [
          "dossier-blob-received": "\(blob.bytes.count)",
          "dossier-blob-complete": "\(blob.bytes.count == blob.size)",
        ], body: [])
    case .get:
      guard let blob = state.blobs[name], blob.bytes.count == blob.size else { return problem(404, .notFound) }
      let first = Int(header("range").filter(\.isNumber)) ?? 0
      let part = Array(blob.bytes[first..<min(first + 65_536, blob.size)])
      return ProvinceAnswer(
        status: 206,
        headers: [
          "content-range": "bytes \(first)-\(first + part.count - 1)/\(blob.size)", "dossier-blob-key": blob.key,
          "content-type": "application/octet-stream",
        ], body: part)
    case .delete:
      state.blobs[name] = nil
      state.erased.insert(name)
      return ProvinceAnswer(status: 204, headers: [:], body: [])
    case .post: return problem(400, .malformed)
    }
  }

  private static func problem(_ status: Int, _ code: ProblemAnswer.Code) -> ProvinceAnswer {
    ProvinceAnswer(
      status: status, headers: ["content-type": SyncMedia.problem], body: ProblemAnswer(code).encoded(asJSON: false))
  }
}
