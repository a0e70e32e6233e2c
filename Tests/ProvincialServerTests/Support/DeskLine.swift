import AsyncHTTPClient
import Crypto
import DossierDomain
import ExchangeModel
import NIOCore
import NIOHTTP1
import NIOSSL
import SyncProtocol

/// A desk's connection to a real server: TLS with the desk's own key; it trusts only the province's authority.
struct DeskLine: Sendable {
  struct Answer {
    var status: Int
    var type: String
    var headers: HTTPHeaders
    var body: [UInt8]

    var problem: ProblemAnswer? { ProblemAnswer(decoding: body) }
  }

  private let client: HTTPClient

  /// - Parameter identity: certificate (DER) and key; nil for a machine without a certificate.
  init(authority: [UInt8], identity: (certificate: [UInt8], key: P256.Signing.PrivateKey)?) throws {
    var encryption = TLSConfiguration.makeClientConfiguration()
    encryption.trustRoots = .certificates([try NIOSSLCertificate(bytes: authority, format: .der)])
    encryption.minimumTLSVersion = .tlsv13
    // As the desk's own client: the server may have ended the connection without a word, after a request that it refused.
    encryption.shutdownTimeout = .milliseconds(500)
    if let identity {
      encryption.certificateChain = [.certificate(try NIOSSLCertificate(bytes: identity.certificate, format: .der))]
      encryption.privateKey = .privateKey(
        try NIOSSLPrivateKey(bytes: Array(identity.key.derRepresentation), format: .der))
    }
    var configuration = HTTPClient.Configuration(tlsConfiguration: encryption, redirectConfiguration: .disallow)
    configuration.timeout.connect = .seconds(3)
    client = HTTPClient(configuration: configuration)
  }

  func close() async throws { try await client.shutdown() }

  func send(
    _ method: HTTPMethod, _ url: String, type: String? = nil, body: [UInt8]? = nil, headers: [(String, String)] = []
  ) async throws -> Answer {
    var request = HTTPClientRequest(url: url)
    request.method = method
    if let type { request.headers.add(name: "content-type", value: type) }
    for (name, value) in headers { request.headers.add(name: name, value: value) }
    if let body { request.body = .bytes(ByteBuffer(bytes: body)) }
    let response = try await client.execute(request, timeout: .minutes(5))
    return Answer(
      status: Int(response.status.code), type: response.headers.first(name: "content-type") ?? "",
      headers: response.headers, body: Array(buffer: try await response.body.collect(upTo: 16 << 20)))
  }

  /// Announces a body and sends none of it, like a desk on a very slow line. It waits until the task is cancelled.
  func hold(_ url: String) async throws {
    var request = HTTPClientRequest(url: url)
    request.method = .POST
    request.headers.add(name: "content-type", value: "application/vnd.dossier.sync")
    request.body = .stream(AsyncStream<ByteBuffer> { _ in }, length: .known(Int64(1000)))
    _ = try await client.execute(request, timeout: .minutes(5))
  }

  /// Announces a body and sends none of it.
  /// - Returns: the status of the answer that arrives anyway.
  func announce(_ url: String, length: Int64, headers: [(String, String)] = []) async throws -> Int {
    var request = HTTPClientRequest(url: url)
    request.method = .POST
    for (name, value) in headers { request.headers.add(name: name, value: value) }
    request.body = .stream(AsyncStream<ByteBuffer> { _ in }, length: .known(length))
    return Int(try await client.execute(request, timeout: .seconds(10)).status.code)
  }

  /// The connection was cut, or the server is busy, so the request should be repeated.
  struct NotNow: Error {}

  func sync(_ request: ExchangeRequest, _ address: String) async throws -> ExchangeResponse {
    let frame = try SyncFrame.pack(request.encoded())
    let answer: Answer
    do {
      answer = try await send(.POST, address + "/v1/sync", type: "application/vnd.dossier.sync", body: frame)
    } catch {
      throw NotNow()
    }
    guard answer.status == 200 else { throw NotNow() }
    return try ExchangeResponse(decoding: SyncFrame.unpack(answer.body))
  }
}
