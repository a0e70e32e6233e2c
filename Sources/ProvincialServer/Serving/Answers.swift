import Hummingbird
import NIOCore
import SyncProtocol

/// Content types of this protocol.
enum MediaTypes {
  static let sync = "application/vnd.dossier.sync"
  static let enrol = "application/vnd.dossier.enrol"
  static let problem = "application/vnd.dossier.problem"
  static let json = "application/json"
  static let bytes = "application/octet-stream"

  /// The media type in lower case, without parameters.
  static func of(_ request: Request) -> String {
    let value = request.headers[.contentType] ?? ""
    return value.prefix { $0 != ";" }.lowercased().filter { $0 != " " }
  }

  static func wantsJSON(_ request: Request) -> Bool {
    of(request) == json || (request.headers[.accept] ?? "").lowercased().contains(json)
  }
}

/// A request that is not answered with 200, with the information for the client.
struct Refusal: Error {
  var status: HTTPResponse.Status
  var problem: ProblemAnswer
  var allow: String?
  /// The body was not read and is too long to be skipped, so the connection is closed.
  var closes = false
  /// With status 401: the required scheme.
  var challenge = "Certificate"

  init(
    _ status: HTTPResponse.Status, _ code: ProblemAnswer.Code, _ detail: String = "", retryAfter: Int = 0,
    allow: String? = nil, closes: Bool = false
  ) {
    self.status = status
    problem = ProblemAnswer(code, detail: detail, retryAfterSeconds: retryAfter)
    self.allow = allow
    self.closes = closes
  }

  /// The meaning of an error for the client. `technical` is for the log only.
  static func of(_ error: any Error) -> (refusal: Refusal, technical: String?) {
    switch error {
    case let refusal as Refusal: (refusal, nil)
    case let error as ExchangeError: (of(error), error.advice)
    case let error as SyncProtocolError: (of(error), nil)
    case let error as ServerStoreError: (of(error), "\(error)")
    case is NIOTooManyBytesError: (Refusal(.contentTooLarge, .tooLarge, closes: true), nil)
    default: (Refusal(.internalServerError, .storage), "\(error)")
    }
  }

  private static func of(_ error: ExchangeError) -> Refusal {
    switch error {
    case .notEnrolled: Refusal(.unauthorized, .notEnrolled)
    case .revoked: Refusal(.forbidden, .notEnrolled, "revoked")
    case .wrongCode: Refusal(.forbidden, .wrongCode)
    case .malformed(let detail): Refusal(.badRequest, .malformed, detail)
    case .receivedElsewhere(let offices):
      Refusal(.unprocessableContent, .receivedElsewhere, ExchangeError.detail(of: offices))
    case .positionUnknown: Refusal(.conflict, .positionUnknown)
    case .restored: Refusal(.serviceUnavailable, .restored, retryAfter: 60)
    case .clerksUnknown(let clerks, _, _):
      Refusal(.serviceUnavailable, .clerksUnknown, ExchangeError.detail(of: clerks), retryAfter: 60)
    }
  }

  private static func of(_ error: SyncProtocolError) -> Refusal {
    switch error {
    case .tooLarge, .tooMany: Refusal(.contentTooLarge, .tooLarge)
    case .unknownDictionary(let number): Refusal(.unsupportedMediaType, .unknownDictionary, "\(number)")
    case .newerProtocol: Refusal(.badRequest, .newerProtocol)
    case .malformed: Refusal(.badRequest, .malformed, "message")
    case .notAFrame: Refusal(.badRequest, .malformed, "frame")
    }
  }

  private static func of(_ error: ServerStoreError) -> Refusal {
    switch error {
    case .contended: Refusal(.serviceUnavailable, .busy, retryAfter: 5)
    case .unreachable: Refusal(.serviceUnavailable, .storage, retryAfter: 15)
    case .diskFull, .readOnly: Refusal(.init(code: 507, reasonPhrase: "Insufficient Storage"), .storage)
    case .unexpectedRow, .refused, .newerSchema: Refusal(.internalServerError, .storage)
    }
  }

  func response(asJSON: Bool, _ channel: any Channel) -> Response {
    var headers: HTTPFields = [.contentType: asJSON ? MediaTypes.json : MediaTypes.problem]
    if problem.retryAfterSeconds > 0 { headers[.retryAfter] = String(problem.retryAfterSeconds) }
    if let allow { headers[.allow] = allow }
    if status == .unauthorized { headers[.wwwAuthenticate] = challenge }
    let bytes = ByteBuffer(bytes: problem.encoded(asJSON: asJSON))
    guard closes else { return Response(status: status, headers: headers, body: ResponseBody(byteBuffer: bytes)) }
    headers[.connection] = "close"
    let body = ResponseBody(contentLength: bytes.readableBytes) { writer in
      try await writer.write(bytes)
      try await writer.finish(nil)
      channel.close(promise: nil)
    }
    return Response(status: status, headers: headers, body: body)
  }
}

extension Response {
  static func bytes(_ bytes: [UInt8], type: String, _ more: HTTPFields = [:], status: HTTPResponse.Status = .ok)
    -> Response
  {
    var headers = more
    headers[.contentType] = type
    return Response(status: status, headers: headers, body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes)))
  }
}
